import type { Passage } from '@/lib/core/source/snapshot';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { titleOf } from '../library/title-of';
import { Part } from './part';
import part from './part.module.css';
import { RelatedItem } from './related-item';
import type { RelatedRow } from './with-dismissed';

export interface RelatedListProps {
  readonly rows: readonly RelatedRow[];
  readonly isPartial: boolean;
  /** The insights of this source, to which a match may be linked. */
  readonly onThisPage: readonly Insight[];
  readonly onOpen: (key: string) => void;
  readonly onShow: (passage: Passage) => void;
  readonly onDismiss: (row: RelatedRow, index: number) => void;
  readonly onUndo: (key: string) => void;
}

/** The insights the page touches, each with the reason why. */
export function RelatedList(props: RelatedListProps) {
  const { rows, isPartial, onThisPage, onOpen, onShow, onDismiss, onUndo } = props;
  const matches = rows.filter(({ dismissed }) => !dismissed).map(({ insight }) => insight);
  const titles = new Map([...onThisPage, ...matches].map((each) => [each.key, titleOf(each)]));
  return (
    <Part title={t('surface_related')} count={isPartial ? undefined : matches.length}>
      <ul className={part.list}>
        {rows.map((row, index) => (
          <RelatedItem
            key={row.insight.key}
            row={row}
            titles={titles}
            onOpen={onOpen}
            onShow={onShow}
            onDismiss={() => onDismiss(row, index)}
            onUndo={() => onUndo(row.insight.key)}
          />
        ))}
      </ul>
    </Part>
  );
}
