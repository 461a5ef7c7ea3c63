import { useEffect, useRef } from 'react';
import { ClosestClaims } from '@/components/library/closest-claims';
import type { Card } from '@/lib/core/codex/card';
import type { Insight } from '@/lib/core/insight/insight';
import { t, tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { merger } from '@/lib/wire-mending';
import { useClosest } from './use-closest';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

export interface ClosestToDraftProps {
  readonly insight: Insight;
  /** The card with the edits under way. */
  readonly card: Card;
  readonly data: LibraryData;
  readonly done: Done;
  /** Saves what is typed; true when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

/** What claims nearly the same as the draft, and one key that makes the draft evidence for it. */
export function ClosestToDraft({ insight, card, data, done, flush }: ClosestToDraftProps) {
  const closest = useClosest(insight, card, data);
  const { key } = insight;

  const merge = async (to: string, title: string) => {
    const merged = await merger.mergeDraft(key, to, ports.clock.now());
    if (!done.check(merged) || !merged.ok) return;
    const { value } = merged;
    if (!value) return done.say(t('library_failed_gone'));
    location.hash = hrefOf({ room: 'insights', key: to, editing: false });
    const said =
      value.clips.length === 0
        ? t('library_closest_moved_none', title)
        : tn('library_closest_moved', value.clips.length, title);
    done.say(said, async () => {
      if (!done.check(await merger.unmergeDraft(value, to))) return;
      location.hash = hrefOf({ room: 'insights', key, editing: true });
    });
  };
  const link = async (to: string, title: string) => {
    const { newId, clock, store } = ports;
    const ends = { from: key, to, type: 'duplicates' } as const;
    const made = { id: newId(), ...ends, why: '', createdAt: clock.now() };
    if (!done.check(await store.saveLink(made))) return;
    done.say(t('library_closest_linked', title), async () => {
      done.check(await store.removeLink(made.id));
    });
  };
  const take = async (to: string) => {
    const chosen = closest.find((each) => each.key === to);
    if (!chosen || !(await flush())) return;
    await (chosen.collection === undefined ? merge : link)(to, chosen.title);
  };

  const latest = useRef<(place: number) => boolean>(() => false);
  useEffect(() => {
    latest.current = (place) => {
      const chosen = closest[place];
      if (chosen) void take(chosen.key);
      return chosen !== undefined;
    };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, metaKey, shiftKey, code, repeat } = event;
      if (!altKey || ctrlKey || metaKey || shiftKey || repeat) return;
      // By its place on the keyboard: with Alt, some layouts type another character.
      const digit = /^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1];
      if (digit !== undefined && latest.current(Number(digit) - 1)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return <ClosestClaims closest={closest} onTake={(to) => void take(to)} />;
}
