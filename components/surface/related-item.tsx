import { useEffect, useId, useRef, type RefObject } from 'react';
import type { Passage } from '@/lib/core/source/snapshot';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { titleOf } from '../library/title-of';
import { chipsOf } from './chips-of';
import { fieldLabel } from './field-label';
import { InsightLine } from './insight-line';
import part from './part.module.css';
import styles from './related-item.module.css';
import { Sides } from './sides';
import type { RelatedRow } from './with-dismissed';

export interface RelatedItemProps {
  readonly row: RelatedRow;
  /** The titles of the insights that are shown, by key. */
  readonly titles: ReadonlyMap<string, string>;
  readonly onOpen: (key: string) => void;
  readonly onShow: (passage: Passage) => void;
  readonly onDismiss: () => void;
  readonly onUndo: () => void;
}

/** A match with the reasons why, or in its place the line that it is not shown again. */
export function RelatedItem(props: RelatedItemProps) {
  const { dismissed, insight } = props.row;
  const control = useRef<HTMLButtonElement>(null);
  const before = useRef(dismissed);

  // The button that was pressed is gone: its counterpart takes the focus, where nothing else has it.
  useEffect(() => {
    if (before.current === dismissed) return;
    before.current = dismissed;
    if (document.activeElement === document.body) control.current?.focus();
  }, [dismissed]);

  return dismissed ? (
    <Gone insight={insight} control={control} onUndo={props.onUndo} />
  ) : (
    <MatchCard {...props} control={control} />
  );
}

interface Controlled {
  readonly control: RefObject<HTMLButtonElement | null>;
}

function MatchCard({
  row,
  titles,
  control,
  onOpen,
  onShow,
  onDismiss,
}: RelatedItemProps & Controlled) {
  const { insight, match } = row;
  const quoted = match.reasons.find((reason) => reason.kind === 'passage');
  return (
    <li className={part.card}>
      <InsightLine
        insight={insight}
        level={3}
        onOpen={onOpen}
        chips={chipsOf(match.reasons, titles)}
      />
      {quoted ? (
        <Sides
          page={{ label: t('surface_side_page'), text: quoted.passage.text }}
          card={{ label: fieldLabel(quoted.field), text: quoted.sentence }}
          terms={quoted.terms}
        />
      ) : null}
      <div className={part.actions}>
        {quoted ? (
          <Button onClick={() => onShow(quoted.passage)}>{t('surface_show_on_page')}</Button>
        ) : null}
        <Button
          ref={control}
          variant="quiet"
          className={styles.dismiss}
          title={t('surface_dismiss_hint')}
          onClick={onDismiss}
        >
          {t('surface_dismiss')}
        </Button>
      </div>
    </li>
  );
}

interface GoneProps extends Controlled {
  readonly insight: Insight;
  readonly onUndo: () => void;
}

/** Which insight it was is told by the place; who cannot see the place hears its title. */
function Gone({ insight, control, onUndo }: GoneProps) {
  const id = useId();
  return (
    <li className={styles.gone}>
      <span id={id}>
        <span aria-hidden="true">{t('surface_dismissed')}</span>
        <span className="visually-hidden">{t('surface_said_dismissed', titleOf(insight))}</span>
      </span>
      <span aria-hidden="true">·</span>
      <Button ref={control} variant="quiet" aria-describedby={id} onClick={onUndo}>
        {t('surface_undo')}
      </Button>
    </li>
  );
}
