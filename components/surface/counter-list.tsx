import type { Passage } from '@/lib/core/source/snapshot';
import type { CounterEvidence } from '@/lib/core/match/match';
import type { SurfacedCounterEvidence } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import styles from './counter-list.module.css';
import { challengeKey, CounterItem, type CounterItemProps } from './counter-item';
import { Part } from './part';
import part from './part.module.css';
import type { Belonging, Clipping } from './surface-api';
import { useAltA } from './use-alt-a';

export interface CounterListProps extends Pick<CounterItemProps, 'busy' | 'onOpen'> {
  readonly items: readonly SurfacedCounterEvidence[];
  /** The id of the clip that holds this item's passage on its card already, if there is one. */
  readonly addedClip: (item: SurfacedCounterEvidence) => string | undefined;
  readonly onShow: (passage: Passage) => void;
  readonly onAdd: (key: string, what: Clipping, to: Belonging) => void;
  readonly onUndo: (key: string, clipId: string) => void;
}

const kinds = [
  ['recorded', 'surface_recorded', 'surface_recorded_text'],
  ['contradicting', 'surface_contradicting', 'surface_contradicting_text'],
  ['may-challenge', 'surface_may_challenge', 'surface_may_challenge_text'],
] as const satisfies readonly (readonly [CounterEvidence['kind'], string, string])[];

/**
 * What argues against the insights the page touches: three kinds, each named and explained. Alt+A adds
 * the first passage that may challenge a card and is not on it yet.
 */
export function CounterList(props: CounterListProps) {
  const { items, addedClip, busy, onOpen, onShow, onAdd, onUndo } = props;
  const next = items.find(
    (item) => item.counter.kind === 'may-challenge' && addedClip(item) === undefined,
  );
  const add = (item: SurfacedCounterEvidence) => {
    const { counter, insight } = item;
    if (counter.kind !== 'may-challenge') return;
    onAdd(
      challengeKey(item),
      { kind: 'passage', passage: counter.passage },
      { insightKey: insight.key, role: 'counter-evidence' },
    );
  };
  useAltA(() => next && add(next));
  return (
    <Part title={t('surface_counter_evidence')} count={items.length} className={styles.part}>
      {kinds.map(([kind, title, text]) => {
        const own = items.filter(({ counter }) => counter.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} className={styles.kind}>
            <h3 className={styles.title}>{t(title)}</h3>
            <p className={styles.explained}>{t(text)}</p>
            <ul className={part.list}>
              {own.map((item) => {
                const key = challengeKey(item);
                const clipId = addedClip(item);
                return (
                  <li key={key} className={`${part.card} ${styles.card}`}>
                    <CounterItem
                      item={item}
                      added={clipId !== undefined}
                      busy={busy}
                      onOpen={onOpen}
                      onShow={onShow}
                      hasKey={item === next}
                      onAdd={() => add(item)}
                      onUndo={() => clipId !== undefined && onUndo(key, clipId)}
                    />
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </Part>
  );
}
