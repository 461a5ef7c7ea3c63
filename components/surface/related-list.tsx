import type { Passage } from '@/lib/core/source/snapshot';
import type { Reason } from '@/lib/core/match/match';
import type { RelatedInsight } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { fieldLabel } from './field-label';
import { InsightLine } from './insight-line';
import { Part } from './part';
import part from './part.module.css';
import { Sides } from './sides';

export interface RelatedListProps {
  readonly items: readonly RelatedInsight[];
  readonly onOpen: (key: string) => void;
  readonly onShow: (passage: Passage) => void;
}

/** The insights the page touches, each with the reason why. */
export function RelatedList({ items, onOpen, onShow }: RelatedListProps) {
  return (
    <Part title={t('surface_related')} count={items.length}>
      <ul className={part.list}>
        {items.map(({ insight, match }) => (
          <li key={insight.key} className={part.card}>
            <InsightLine
              insight={insight}
              level={3}
              onOpen={onOpen}
              chips={match.reasons.flatMap((reason) => chipOf(reason, insight.card.operator))}
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

/** The operator's name is left out where the line above the chip gives it. */
function chipOf(reason: Reason, named: string): string[] {
  if (reason.kind === 'same-source') return [t('surface_same_source')];
  if (reason.kind === 'same-operator') {
    const { operator } = reason;
    return [operator === named ? t('surface_same_operator') : t('surface_also_by', operator)];
  }
  return [];
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
        terms={reason.terms.map(({ term }) => term)}
      />
      <div className={part.actions}>
        <Button onClick={() => onShow(reason.passage)}>{t('surface_show_on_page')}</Button>
      </div>
    </>
  );
}
