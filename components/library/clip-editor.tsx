import { useEffect, useRef, useState } from 'react';
import type { ClipRole } from '@/lib/core/insight/clip';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './clip-editor.module.css';
import { ClipView } from './clip-view';
import { MomentWords } from './moment-words';
import type { ShownClip } from './shown';

export interface ClipEditorProps {
  readonly shown: ShownClip;
  /** Resolves to false when the note could not be stored. */
  readonly onNote: (id: string, note: string) => Promise<boolean>;
  /** Gives words to a moment without any; resolves to what is wrong with them, if anything is. */
  readonly onFill: (id: string, words: string, time: string) => Promise<string | undefined>;
  readonly onRole: (id: string, role: ClipRole) => void;
  readonly onDelete: (id: string) => void;
}

/** A note that was typed here and that the store has not come back with yet. */
interface Typed {
  readonly text: string;
  /** The stored note when the typing began. */
  readonly base: string;
  readonly saved: boolean;
}

/** How long a pause in typing saves the note, in milliseconds. */
const pause = 400;

/** A clip whose note, side and existence can be changed; its quote stays what was said. */
export function ClipEditor({ shown, onNote, onFill, onRole, onDelete }: ClipEditorProps) {
  const { clip } = shown;
  const [typed, setTyped] = useState<Typed>();
  const unsaved = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = `note-${clip.id}`;

  const save = useRef(() => {});
  useEffect(() => {
    save.current = () => {
      clearTimeout(timer.current);
      const text = unsaved.current;
      unsaved.current = undefined;
      if (text === undefined) return;
      void onNote(clip.id, text).then((saved) => {
        if (!saved) unsaved.current ??= text;
        else setTyped((now) => (now?.text === text ? { ...now, saved } : now));
      });
    };
  });
  useEffect(() => {
    const leave = () => save.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const write = (text: string) => {
    setTyped((now) => ({ text, base: now?.base ?? clip.note, saved: false }));
    unsaved.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save.current(), pause);
  };
  // Stored, and the page has been told so: from here on the store speaks, for others too.
  if (typed?.saved && (clip.note === typed.text || clip.note !== typed.base)) setTyped(undefined);
  const other = clip.role === 'evidence' ? 'counter-evidence' : 'evidence';

  return (
    <ClipView
      shown={shown}
      note={
        <>
          {clip.origin === 'moment' && clip.quote === '' ? (
            <MomentWords
              time={shown.moment ?? ''}
              onFill={(words, time) => onFill(clip.id, words, time)}
            />
          ) : null}
          <div className={styles.note}>
            <label htmlFor={id}>{t('library_note')}</label>
            <textarea
              id={id}
              rows={1}
              dir="auto"
              value={typed?.text ?? clip.note}
              onChange={(event) => write(event.target.value)}
              onBlur={() => save.current()}
            />
          </div>
        </>
      }
      actions={
        <div className={styles.actions}>
          <Button variant="quiet" onClick={() => onRole(clip.id, other)}>
            {other === 'evidence'
              ? t('library_clip_to_evidence')
              : t('library_clip_to_counter_evidence')}
          </Button>
          <Button variant="quiet" onClick={() => onDelete(clip.id)}>
            {t('library_clip_delete')}
          </Button>
        </div>
      }
    />
  );
}
