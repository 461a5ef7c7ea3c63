import type { ReactNode } from 'react';
import type { SectionName } from '@/lib/core/codex/card';
import type { Insight } from '@/lib/core/insight/insight';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import { CardFacts } from './card-facts';
import { ClipView } from './clip-view';
import { InsightHeader } from './insight-header';
import styles from './insight-view.module.css';
import { LinksPart, type LinksPartProps } from './links-part';
import { MarkdownText } from './markdown-text';
import { sectionLabels } from './section-labels';
import type { ShownClip, ShownFinding } from './shown';

export interface InsightViewProps extends LinksPartProps {
  readonly insight: Insight;
  readonly clips: readonly ShownClip[];
  readonly findings: readonly ShownFinding[];
  readonly citation: string;
  readonly hrefOfCard: (id: string) => string | undefined;
  readonly editHref: string;
  /** Back to the list, where the list is not beside it. */
  readonly listHref: string;
  readonly actions: ReactNode;
  /** The loaded codex it belongs to, which is never edited; undefined for one's own. */
  readonly from?: string | undefined;
  /** Makes it one's own. */
  readonly onCopyToOwn?: (() => void) | undefined;
}

/** The open insight as a card to read: its sections, its quotes, its links, and its facts. */
export function InsightView(props: InsightViewProps) {
  const { insight, clips, findings, citation, hrefOfCard, from, onCopyToOwn } = props;
  const { card } = insight;
  const errors = findings.filter(({ level }) => level === 'error');
  const firstQuote = clips.find(({ clip }) => clip.quote)?.clip.quote;
  return (
    // A short cut for the button below, where the keyboard is in this card.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      className={styles.view}
      aria-labelledby="insight-title"
      onKeyDown={(event) => {
        if (event.key !== 'o' || event.ctrlKey || event.metaKey || event.altKey) return;
        // The why of a link is written in here, and every o in it is a letter.
        const field =
          event.target instanceof Element && event.target.closest('input, textarea, select');
        if (!field) onCopyToOwn?.();
      }}
    >
      <InsightHeader
        insight={insight}
        quote={firstQuote}
        listHref={props.listHref}
        actions={props.actions}
        from={from}
      />
      {from === undefined ? null : (
        <Notice
          tone="info"
          action={<Button onClick={onCopyToOwn}>{t('library_copy_to_own')}</Button>}
        >
          {t('library_read_only', from)}
        </Notice>
      )}
      {insight.status === 'draft' && errors.length > 0 ? (
        <Notice tone="info" action={<a href={props.editHref}>{t('library_draft_edit')}</a>}>
          <p>{tn('library_draft_missing', errors.length)}</p>
          <ul className={styles.missing}>
            {errors.map(({ key, message }) => (
              <li key={key}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {(Object.keys(sectionLabels) as SectionName[]).map((name) => (
        <ViewSection
          key={name}
          name={name}
          markdown={card.sections[name]}
          clips={clips.filter(({ clip }) => clipSection[clip.role] === name)}
          hrefOfCard={hrefOfCard}
        />
      ))}
      <LinksPart {...props} />
      <CardFacts card={card} />
      {citation ? (
        <section className={styles.section} aria-labelledby="insight-citation">
          <h3 id="insight-citation">{t('library_citation')}</h3>
          <p dir="auto" className={styles.citation}>
            {citation}
          </p>
        </section>
      ) : null}
    </article>
  );
}

const clipSection = { evidence: 'evidence', 'counter-evidence': 'counterEvidence' } as const;

interface ViewSectionProps {
  readonly name: SectionName;
  readonly markdown: string;
  readonly clips: readonly ShownClip[];
  readonly hrefOfCard: (id: string) => string | undefined;
}

function ViewSection({ name, markdown, clips, hrefOfCard }: ViewSectionProps) {
  if (!markdown.trim() && clips.length === 0) return null;
  const id = `insight-${name}`;
  const against = name === 'counterEvidence' ? styles.against : '';
  const lead = name === 'claim' ? styles.lead : '';
  return (
    <section className={`${styles.section} ${against} ${lead}`} aria-labelledby={id}>
      <h3 id={id}>{t(sectionLabels[name])}</h3>
      {markdown.trim() ? <MarkdownText markdown={markdown} hrefOfCard={hrefOfCard} /> : null}
      {clips.map((shown) => (
        <ClipView key={shown.clip.id} shown={shown} />
      ))}
    </section>
  );
}
