import { useId, useRef, useState } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import styles from './transcript-panel.module.css';

/** A voice of the transcript, as it names it, and who that is as far as it is known. */
export interface Voice {
  readonly label: string;
  readonly name: string;
  /** Clips of this source that bear another name of this voice. */
  readonly clips: number;
}

export interface VoiceNamesProps {
  readonly voices: readonly Voice[];
  /** Who is known to speak in the episode. */
  readonly suggestions: readonly string[];
  readonly onName: (label: string, name: string) => void;
  /** Gives the name to the clips that there are of this voice. */
  readonly onNameClips: (label: string) => void;
}

/** Says who speaks, once for the whole episode. */
export function VoiceNames({ voices, suggestions, onName, onNameClips }: VoiceNamesProps) {
  const id = useId();
  return (
    <>
      <p className={styles.about}>{t('transcript_voices_what')}</p>
      <datalist id={id}>
        {suggestions.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <ul className={styles.choices}>
        {voices.map((voice) => (
          <li key={voice.label}>
            <VoiceName voice={voice} list={id} onName={onName} />
            {voice.clips > 0 ? (
              <Button onClick={() => onNameClips(voice.label)}>
                {tn('transcript_name_clips', voice.clips, voice.name)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

interface VoiceNameProps extends Pick<VoiceNamesProps, 'onName'> {
  readonly voice: Voice;
  readonly list: string;
}

function VoiceName({ voice, list, onName }: VoiceNameProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(voice.name);
  const [known, setKnown] = useState(voice.name);
  if (known !== voice.name) {
    setKnown(voice.name);
    setTyped(voice.name);
  }
  return (
    <form
      className={styles.voice}
      onSubmit={(event) => {
        event.preventDefault();
        onName(voice.label, typed);
        // A button that was pressed is disabled by it, and would lose the keyboard.
        input.current?.focus();
      }}
    >
      <label htmlFor={id} dir="auto">
        {voice.label}
      </label>
      <input
        ref={input}
        id={id}
        dir="auto"
        className={styles.input}
        list={list}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        type="submit"
        disabled={typed.trim() === '' || typed.trim() === voice.name}
        aria-label={t('transcript_name_voice', voice.label)}
      >
        {t('transcript_name')}
      </Button>
    </form>
  );
}
