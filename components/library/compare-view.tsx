import type { ReactNode } from 'react';
import type { AlignedCondition } from '@/lib/core/codex/align-conditions';
import type { SectionName } from '@/lib/core/codex/card';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { SourceLine } from '../source-line';
import { StatusBadge } from '../status-badge';
import { TierBadge } from '../tier-badge';
import { ClipView } from './clip-view';
import styles from './compare-view.module.css';
import { ConditionText } from './condition-text';
import { LinkList, type LinkListProps } from './link-list';
import { MarkdownText } from './markdown-text';
import { sectionLabels } from './section-labels';
import type { ShownClip } from './shown';

/** One of the two insights that are compared. */
export interface ComparedInsight {
  readonly insight: Insight;
  readonly title: string;
  readonly href: string;
  readonly clips: readonly ShownClip[];
  /** What stands beside its conditions' two lists. */
  readonly prose: string;
}

export interface CompareViewProps extends LinkListProps {
  readonly left: ComparedInsight;
  readonly right: ComparedInsight;
  readonly conditions: readonly AlignedCondition[];
  readonly hrefOfCard: (id: string) => string | undefined;
  readonly listHref: string;
  /** Swaps the sides. */
  readonly swapHref: string;
  readonly onLink: () => void;
  /** Undefined where a card has no id yet, which a document has to name. */
  readonly onContradiction: (() => void) | undefined;
}

const sideNames = ['library_compare_a', 'library_compare_b'] as const;
const clipSection = { evidence: 'evidence', 'counter-evidence': 'counterEvidence' } as const;

/** Two insights side by side, their conditions paired; below each other on a narrow page. */
export function CompareView(props: CompareViewProps) {
  const { left, right, conditions, links, hrefOfCard, onContradiction } = props;
  const section = (name: SectionName) => (
    <CompareRow name={name} label={t(sectionLabels[name])}>
      {[left, right].map((side, place) => (
        <div key={side.insight.key} className={styles.cell}>
          <SideMark place={place} />
          <SideText side={side} name={name} hrefOfCard={hrefOfCard} />
        </div>
      ))}
    </CompareRow>
  );
  return (
    <article className={styles.view} aria-labelledby="compare-title">
      <header className={styles.head}>
        <a href={props.listHref}>{t('library_back')}</a>
        <h2 id="compare-title" tabIndex={-1}>
          {t('library_room_compare')}
        </h2>
        <div className={styles.actions}>
          <a href={props.swapHref}>{t('library_compare_swap')}</a>
          <Button aria-keyshortcuts="l" onClick={props.onLink}>
            {t('library_compare_link')}
          </Button>
          <Button disabled={!onContradiction} onClick={onContradiction}>
            {t('library_compare_write')}
          </Button>
        </div>
        {onContradiction ? null : <p className={styles.hint}>{t('library_compare_no_id')}</p>}
      </header>
      <div className={styles.pair}>
        {[left, right].map((side, place) => (
          <header key={side.insight.key} className={styles.title}>
            <p className={styles.side}>{t(sideNames[place === 0 ? 0 : 1])}</p>
            <h3 dir="auto">
              <a href={side.href}>{side.title}</a>
            </h3>
            <div className={styles.badges}>
              <StatusBadge status={side.insight.status} />
              <TierBadge tier={side.insight.card.tier} />
            </div>
            <SourceLine
              operator={side.insight.card.operator || undefined}
              title={side.insight.card.sourceTitle || undefined}
              date={side.insight.card.sourceDate || undefined}
              href={undefined}
            />
          </header>
        ))}
      </div>
      {links.length > 0 ? (
        <section aria-labelledby="compare-links" className={styles.row}>
          <h3 id="compare-links">{t('library_links')}</h3>
          <LinkList links={links} onEdit={props.onEdit} onRemove={props.onRemove} />
        </section>
      ) : null}
      {section('claim')}
      {section('mechanism')}
      <Conditions {...props} conditions={conditions} />
      {section('evidence')}
      {section('counterEvidence')}
    </article>
  );
}

interface CompareRowProps {
  readonly name: string;
  readonly label: string;
  readonly children: ReactNode;
}

function CompareRow({ name, label, children }: CompareRowProps) {
  const id = `compare-${name}`;
  return (
    <section className={styles.row} aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      <div className={styles.pair}>{children}</div>
    </section>
  );
}

/** Whose words follow, where the sides stand below each other and for who hears the page. */
function SideMark({ place }: { readonly place: number }) {
  return <p className={styles.mark}>{t(sideNames[place === 0 ? 0 : 1])}</p>;
}

interface SideTextProps {
  readonly side: ComparedInsight;
  readonly name: SectionName;
  readonly hrefOfCard: CompareViewProps['hrefOfCard'];
}

function SideText({ side, name, hrefOfCard }: SideTextProps) {
  const markdown = side.insight.card.sections[name].trim();
  const clips = side.clips.filter(({ clip }) => clipSection[clip.role] === name);
  return (
    <>
      {markdown ? <MarkdownText markdown={markdown} hrefOfCard={hrefOfCard} /> : null}
      {clips.map((shown) => (
        <ClipView key={shown.clip.id} shown={shown} />
      ))}
      {!markdown && clips.length === 0 ? (
        <p className={styles.hint}>{t('library_compare_nothing')}</p>
      ) : null}
    </>
  );
}

/** The pairs, the opposed ones first; what only one side says stands on its side alone. */
function Conditions({ left, right, conditions, hrefOfCard }: CompareViewProps) {
  const prose = [left, right].some((side) => side.prose !== '');
  const paired = conditions.filter((each) => each.left && each.right);
  return (
    <section className={styles.row} aria-labelledby="compare-conditions">
      <h3 id="compare-conditions">{t('library_section_conditions')}</h3>
      {conditions.length === 0 && !prose ? (
        <p className={styles.hint}>{t('library_compare_no_conditions')}</p>
      ) : null}
      <ul className={styles.conditions}>
        {paired.map(({ kind, left: ours, right: theirs }) => (
          <li
            key={`${ours?.text} ${theirs?.text}`}
            className={kind === 'opposed' ? styles.opposed : ''}
          >
            <p className={styles.kind}>{t(pairLabel(kind, ours?.list === theirs?.list))}</p>
            <div className={styles.pair}>
              {[ours, theirs].map((condition, place) =>
                condition ? (
                  <div key={sideNames[place === 0 ? 0 : 1]} className={styles.cell}>
                    <SideMark place={place} />
                    <ConditionText condition={condition} />
                  </div>
                ) : null,
              )}
            </div>
          </li>
        ))}
      </ul>
      {paired.length < conditions.length ? (
        <div className={styles.pair}>
          {(['left', 'right'] as const).map((side) => (
            <Alone key={side} side={side} conditions={conditions} />
          ))}
        </div>
      ) : null}
      {prose ? (
        <div className={styles.pair}>
          {[left, right].map((side, place) => (
            <div key={side.insight.key} className={styles.cell}>
              {side.prose ? <SideMark place={place} /> : null}
              {side.prose ? <MarkdownText markdown={side.prose} hrefOfCard={hrefOfCard} /> : null}
            </div>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function pairLabel(kind: AlignedCondition['kind'], sameList: boolean) {
  if (kind === 'same') return 'library_compare_same';
  return sameList ? 'library_compare_opposed' : 'library_compare_turned';
}

interface AloneProps {
  readonly side: 'left' | 'right';
  readonly conditions: readonly AlignedCondition[];
}

/** What only one of the two says. */
function Alone({ side, conditions }: AloneProps) {
  const own = conditions.flatMap((each) => (each.kind === side ? (each[side] ?? []) : []));
  return (
    <div className={styles.cell}>
      {own.length > 0 ? (
        <>
          <p className={styles.kind}>
            {t(side === 'left' ? 'library_compare_left' : 'library_compare_right')}
          </p>
          <ul className={styles.alone}>
            {own.map((condition) => (
              <li key={`${condition.list} ${condition.text}`}>
                <ConditionText condition={condition} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
