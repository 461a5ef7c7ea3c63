/** Sound made by arithmetic, so that no recording has to lie in the repository. */

const sampleRate = 8000;

/**
 * A WAV file (RIFF, PCM, 8 kHz, 8 bit, mono) of a soft tone that swells and pauses like speech.
 * `seconds` is its exact length.
 */
export function spokenTone(seconds: number): Buffer {
  const length = Math.round(seconds * sampleRate);
  const samples = Buffer.alloc(length, 128);
  for (let i = 0; i < length; i += 1) {
    const time = i / sampleRate;
    const pitch = 140 + 20 * Math.sin(time * 1.3);
    const breath = Math.max(0, Math.sin(time * 2.1) * Math.sin(time * 0.37));
    samples[i] = 128 + Math.round(24 * breath * Math.sin(2 * Math.PI * pitch * time));
  }
  return Buffer.concat([waveHeader(length), samples]);
}

/** The 44 bytes before the samples: RIFF size, format chunk (PCM = 1), data size. */
function waveHeader(length: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'ascii');
  header.writeUInt32LE(36 + length, 4);
  header.write('WAVEfmt ', 8, 'ascii');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'ascii');
  header.writeUInt32LE(length, 40);
  return header;
}
