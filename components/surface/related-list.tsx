import type { Passage } from '@/lib/core/source/snapshot';
import type { Insight } from '@/lib/core/insight/insight';
import type { Reason } from '@/lib/core/match/match';
import type { RelatedInsight } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { titleOf } from '../library/title-of';
import { chipsOf } from './chips-of';
import { fieldLabel } from './field-label';
import { InsightLine } from './insight-line';
import { Part } from './part';
import part from './part.module.css';
import { Sides } from './sides';

export interface RelatedListProps {
  readonly items: readonly RelatedInsight[];
  /** The insights of this source, to which a match may be linked. */
  readonly onThisPage: readonly Insight[];
  readonly onOpen: (key: string) => void;
  readonly onShow: (passage: Passage) => void;
}

/** The insights the page touches, each with the reason why. */
export function RelatedList({ items, onThisPage, onOpen, onShow }: RelatedListProps) {
  const shown = [...onThisPage, ...items.map(({ insight }) => insight)];
  const titles = new Map(shown.map((each) => [each.key, titleOf(each)]));
  return (
    <Part title={t('surface_related')} count={items.length}>
      <ul className={part.list}>
        {items.map(({ insight, match }) => (
          <li key={insight.key} className={part.card}>
            <InsightLine
              insight={insight}
              level={3}
              onOpen={onOpen}
              chips={chipsOf(match.reasons, insight.card.operator, titles)}
            />
            {match.reasons.map((reason) =>
              reason.kind === 'passage' ? (
                <Why key={`${reason.passage.start} ${reason.field}`} {...{ reason, onShow }} />
              ) : null,
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface WhyProps {
  readonly reason: Extract<Reason, { kind: 'passage' }>;
  readonly onShow: (passage: Passage) => void;
}

function Why({ reason, onShow }: WhyProps) {
  return (
    <>
      <Sides
        page={{ label: t('surface_side_page'), text: reason.passage.text }}
        card={{ label: fieldLabel(reason.field), text: reason.sentence }}
        terms={reason.terms}
      />
      <div className={part.actions}>
        <Button onClick={() => onShow(reason.passage)}>{t('surface_show_on_page')}</Button>
      </div>
    </>
  );
}
