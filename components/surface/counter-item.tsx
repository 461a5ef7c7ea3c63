import type { Passage } from '@/lib/core/source/snapshot';
import type { CounterEvidence } from '@/lib/core/match/match';
import type { SurfacedCounterEvidence } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { QuoteBlock } from '../quote-block';
import styles from './counter-list.module.css';
import { excerpt } from './excerpt';
import { fieldLabel } from './field-label';
import { InsightLine } from './insight-line';
import part from './part.module.css';
import { Sides } from './sides';

export interface CounterItemProps {
  readonly item: SurfacedCounterEvidence;
  /** The passage has been added to the card here. */
  readonly added: boolean;
  readonly busy: boolean;
  readonly onOpen: (key: string) => void;
  readonly onShow: (passage: Passage) => void;
  /** Alt+A adds this one. */
  readonly hasKey: boolean;
  readonly onAdd: () => void;
  readonly onUndo: () => void;
}

/** One thing that argues against an insight, with what the page says and what the card says. */
export function CounterItem({
  item,
  added,
  busy,
  hasKey,
  onOpen,
  onShow,
  onAdd,
  onUndo,
}: CounterItemProps) {
  const { counter, insight, other, titled } = item;
  const passage = counter.kind === 'contradicting' ? undefined : counter.passage;
  return (
    <>
      <InsightLine insight={insight} level={4} onOpen={onOpen} />
      {counter.kind === 'contradicting' ? (
        <div className={styles.other}>
          <p className={styles.relation}>
            {counter.type === 'limits' ? t('surface_limited_by') : t('surface_contradicted_by')}
          </p>
          {other ? <InsightLine insight={other} level={4} onOpen={onOpen} /> : null}
          {counter.document === undefined ? null : (
            <p dir="auto">{t('surface_in_contradiction', counter.document)}</p>
          )}
          {titled ? <QuoteBlock quote={excerpt(titled)} against /> : null}
        </div>
      ) : (
        <Against counter={counter} text={titled} />
      )}
      {passage ? (
        <div className={part.actions}>
          <Button onClick={() => onShow(passage)}>{t('surface_show_on_page')}</Button>
          {counter.kind === 'may-challenge' ? (
            <Button
              aria-disabled={busy}
              aria-keyshortcuts={hasKey ? 'Alt+A' : undefined}
              onClick={added ? onUndo : onAdd}
            >
              {added ? t('surface_undo') : t('surface_add_counter_evidence')}
              {hasKey ? (
                <kbd className="key" aria-hidden="true">
                  Alt+A
                </kbd>
              ) : null}
            </Button>
          ) : null}
          {added ? <span className={styles.added}>{t('surface_added')}</span> : null}
        </div>
      ) : null}
    </>
  );
}

/** The key that a counter-evidence keeps from one surfacing to the next. */
export function challengeKey({ counter }: SurfacedCounterEvidence): string {
  switch (counter.kind) {
    case 'recorded':
      return `recorded ${counter.key} ${counter.field} ${counter.text}`;
    case 'contradicting':
      return `contradicting ${counter.key} ${counter.otherKey} ${counter.type}`;
    case 'may-challenge':
      return `may-challenge ${counter.key} ${counter.passage.start} ${counter.passage.text}`;
  }
}

function Against({
  counter,
  text,
}: {
  readonly counter: Exclude<CounterEvidence, { kind: 'contradicting' }>;
  readonly text: string;
}) {
  const label = fieldLabel(counter.kind === 'recorded' ? counter.field : 'counterEvidence');
  if (!counter.passage) {
    return (
      <>
        <QuoteBlock quote={excerpt(text)} against />
        {counter.kind === 'recorded' && counter.isBoilerplate === true ? (
          <p className={styles.explained}>{t('surface_recurring')}</p>
        ) : null}
      </>
    );
  }
  return (
    <Sides
      page={{ label: t('surface_side_page'), text: counter.passage.text }}
      card={{ label, text }}
      terms={counter.terms}
    />
  );
}
