import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { playbackSchema } from '../core/source/snapshot';
import { readPlayback } from './playback';

afterEach(() => {
  document.body.innerHTML = '';
});

/** Seconds of silence: 8 kHz, 8 bits, one channel. */
function silence(seconds: number): string {
  const data = new Uint8Array(44 + seconds * 8_000).fill(128);
  const view = new DataView(data.buffer);
  const write = (at: number, text: string) => {
    for (let i = 0; i < text.length; i += 1) view.setUint8(at + i, text.charCodeAt(i));
  };
  write(0, 'RIFF');
  view.setUint32(4, data.length - 8, true);
  write(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, data.length - 44],
  ] as const) {
    view.setUint32(at, value, true);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const) {
    view.setUint16(at, value, true);
  }
  write(36, 'data');
  return URL.createObjectURL(new Blob([data], { type: 'audio/wav' }));
}

async function player(seconds: number, at: number, root: ParentNode = document.body) {
  const audio = document.createElement('audio');
  audio.src = silence(seconds);
  root.append(audio);
  await new Promise((resolve) => audio.addEventListener('canplay', resolve, { once: true }));
  if (at > 0) {
    const seeked = new Promise((resolve) =>
      audio.addEventListener('seeked', resolve, { once: true }),
    );
    audio.currentTime = at;
    await seeked;
  }
  return audio;
}

describe('playback', () => {
  test('nothing on the page, or nothing started', async () => {
    expect(readPlayback(document)).toBeUndefined();
    await player(2, 0);
    expect(readPlayback(document)).toBeUndefined();
  });

  test('a paused element that was started', async () => {
    await player(5, 2.5);
    const playback = readPlayback(document);
    expect(playbackSchema.parse(playback)).toEqual({
      kind: 'audio',
      currentTime: 2.5,
      duration: 5,
      playing: false,
    });
  });

  test('the one that plays comes first', async () => {
    await player(50, 20);
    const audio = await player(5, 0);
    audio.muted = true;
    // A page may play only after somebody has touched it.
    await userEvent.click(document.body);
    await audio.play();
    expect(readPlayback(document)).toMatchObject({ playing: true, duration: 5 });
  });

  test('a silent loop is decoration', async () => {
    const audio = await player(5, 1);
    audio.muted = true;
    audio.loop = true;
    expect(readPlayback(document)).toBeUndefined();
  });

  test('in a shadow root and in a same-origin frame', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const audio = await player(5, 1, host.attachShadow({ mode: 'open' }));
    expect(readPlayback(document)).toMatchObject({ currentTime: 1 });
    audio.remove();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await player(5, 2, frame.contentDocument!.body);
    expect(readPlayback(document)).toMatchObject({ kind: 'audio', currentTime: 2 });
  });

  test('says when nobody can hear it, or it is over', async () => {
    const audio = await player(2, 1);
    audio.muted = true;
    expect(playbackSchema.parse(readPlayback(document))).toMatchObject({ muted: true });
    audio.muted = false;
    audio.volume = 0;
    expect(readPlayback(document)).toMatchObject({ muted: true });
    audio.volume = 1;
    const ended = new Promise((resolve) => audio.addEventListener('ended', resolve));
    audio.currentTime = 1.9;
    await userEvent.click(document.body);
    await audio.play();
    await ended;
    const over = readPlayback(document);
    expect(playbackSchema.parse(over)).toMatchObject({ ended: true, playing: false });
    expect(over).not.toHaveProperty('muted');
  });

  test('how fast it plays, and where it is while it seeks', async () => {
    const audio = await player(60, 20);
    audio.playbackRate = 1.5;
    await userEvent.click(document.body);
    await audio.play();
    audio.currentTime = 40;
    const seeking = playbackSchema.parse(readPlayback(document));
    expect(seeking).toMatchObject({ rate: 1.5, playing: true });
    expect(seeking.currentTime).toBeGreaterThanOrEqual(40);
  });

  test('an element put in the place of another is the one that is read', async () => {
    const main = await player(60, 30);
    await userEvent.click(document.body);
    await main.play();
    expect(readPlayback(document)).toMatchObject({ duration: 60 });
    const advert = await player(10, 2);
    main.replaceWith(advert);
    await advert.play();
    expect(readPlayback(document)).toMatchObject({ duration: 10, playing: true });
    advert.replaceWith(main);
    expect(readPlayback(document)?.currentTime).toBeGreaterThanOrEqual(30);
  });

  test('while the player says that it shows an advert, so does the playback', async () => {
    const shell = document.createElement('div');
    document.body.append(shell);
    await player(40, 3, shell);
    shell.className = 'html5-video-player ad-showing';
    const advert = playbackSchema.parse(readPlayback(document));
    expect(advert).toMatchObject({ advert: true });
    shell.className = 'html5-video-player';
    const after = readPlayback(document);
    expect(after).not.toHaveProperty('advert');
  });

  test('a live stream has no duration', async () => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
    const video = document.createElement('video');
    video.srcObject = canvas.captureStream(30);
    video.muted = true;
    document.body.append(video, canvas);
    await userEvent.click(document.body);
    await video.play();
    const live = playbackSchema.parse(readPlayback(document));
    expect(live).toMatchObject({ kind: 'video', playing: true });
    expect(live).not.toHaveProperty('duration');
  });

  test('of several that stand, the longest; one that plays in a frame before them', async () => {
    await player(5, 1);
    await player(50, 2);
    expect(readPlayback(document)).toMatchObject({ duration: 50 });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = await player(7, 0, frame.contentDocument!.body);
    await userEvent.click(document.body);
    await inner.play();
    expect(readPlayback(document)).toMatchObject({ duration: 7, playing: true });
  });
});
