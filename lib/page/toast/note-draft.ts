/** The note of the clip a toast speaks of, from the first key to the disk. */
import type { ToastAction, ToastAnswer } from '../../core/insight/toast';

export interface NoteDraft {
  readonly clipId: string;
  /** What the person sees in the field, stored or not. */
  readonly text: string;
  /** Takes new words and stores them once the person pauses. */
  write(text: string): void;
  /** Stores at once what is not stored. */
  flush(): void;
  /** Takes the note as the database has it, unless words wait that are not stored yet. */
  refresh(stored: string): void;
}

/** Milliseconds without a key after which a note is stored. */
const pause = 400;

/** A note that is `stored` as given; only an answer that it is done counts as stored again. */
export function createNoteDraft(
  clipId: string,
  stored: string,
  act: (action: ToastAction) => Promise<ToastAnswer>,
  say: (answer: ToastAnswer) => void,
): NoteDraft {
  let text = stored;
  let onDisk = stored;
  let onItsWay: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    if (text === (onItsWay ?? onDisk)) return;
    const note = text;
    onItsWay = note;
    void act({ kind: 'note', clipId, note }).then((answer) => {
      if (answer.done) onDisk = note;
      if (onItsWay === note) onItsWay = undefined;
      say(answer);
    });
  };

  return {
    clipId,
    get text() {
      return text;
    },
    write(next) {
      text = next;
      clearTimeout(timer);
      timer = setTimeout(flush, pause);
    },
    flush,
    refresh(next) {
      if (text !== onDisk) return;
      text = next;
      onDisk = next;
    },
  };
}
