import { useEffect, useRef, useState } from 'react';
import { MarkBar } from '@/components/transcript/mark-bar';
import { captureOnce } from '@/lib/actions/capture-once';
import { markMoment, type MarkFailure } from '@/lib/actions/mark-moment';
import type { CaptureFailure } from '@/lib/actions/capture-clip';
import { pageKey } from '@/lib/core/source/page-key';
import { formatTime } from '@/lib/core/transcript/format-time';
import type { Transcript } from '@/lib/core/transcript/transcript';
import { t } from '@/lib/i18n';
import { panelPorts } from '@/lib/wire-transcript';

/** In milliseconds: how often it looks how far the mark is by now. A player jumps at any time. */
const tick = 250;

export interface MarkRoomProps {
  readonly tabId: number;
  readonly sourceKey: string;
  /** With its voices named. */
  readonly transcript: Transcript | undefined;
  /** Where the player is, in seconds. */
  readonly now: () => number | undefined;
  readonly onSaid: (said: string) => void;
  readonly onClipped: (again: boolean) => void;
  readonly onFailure: (
    failure: MarkFailure | CaptureFailure | { readonly kind: 'no-mark' },
  ) => void;
}

/** The mark of the episode in view, which the commands set as well. */
export function MarkRoom(props: MarkRoomProps) {
  const { tabId, sourceKey, transcript, now, onSaid, onClipped, onFailure } = props;
  const { marks, pages } = panelPorts;
  const [mark, setMark] = useState<number>();
  const [since, setSince] = useState<number>();
  const isBusy = useRef(false);

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const found = await marks.get(tabId, sourceKey);
      if (!isGone) setMark(found);
    };
    void look();
    const end = marks.onChange(() => void look());
    return () => {
      isGone = true;
      end();
    };
  }, [marks, tabId, sourceKey]);

  useEffect(() => {
    if (mark === undefined) return undefined;
    const show = () => {
      const second = now();
      setSince(second === undefined ? undefined : Math.trunc(second - mark));
    };
    show();
    const ticking = setInterval(show, tick);
    return () => clearInterval(ticking);
  }, [mark, now]);

  const set = async () => {
    const marked = await markMoment({ pages, marks }, tabId);
    if (!marked.ok) return onFailure(marked.error);
    onSaid(t('transcript_said_marked', formatTime(marked.value)));
  };
  const remove = async () => {
    await marks.remove(tabId, sourceKey);
    onSaid(t('transcript_said_unmarked'));
  };
  const clip = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    // The player has moved on since the page was read, and so may the page.
    const page = await pages.readPage(tabId);
    if (!page.ok) onFailure(page.error);
    else if (mark === undefined || pageKey(page.value) !== sourceKey) {
      onFailure({ kind: 'no-mark' });
    } else {
      const what = { kind: 'since', mark } as const;
      const captured = await captureOnce(panelPorts, { snapshot: page.value, what, transcript });
      if (captured.ok) onClipped(captured.value.again);
      else onFailure(captured.error);
    }
    isBusy.current = false;
  };

  return (
    <MarkBar
      mark={mark === undefined ? undefined : formatTime(mark)}
      since={since}
      onMark={() => void set()}
      onClip={() => void clip()}
      onRemove={() => void remove()}
    />
  );
}
