import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Card, SectionName } from '@/lib/core/codex/card';
import type { Conditions } from '@/lib/core/codex/conditions';
import type { TierProposal } from '@/lib/core/codex/tier';
import type { ClipRole } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import type { LinkType } from '@/lib/core/insight/link';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import type { CardPatch } from './card-patch';
import { ClipEditor } from './clip-editor';
import { ConditionsField } from './conditions-field';
import { FindingsPanel } from './findings-panel';
import styles from './insight-editor.module.css';
import { InsightHeader } from './insight-header';
import type { PickedInsight } from './insight-picker';
import { LinkForm } from './link-form';
import { LinkList } from './link-list';
import { SaveNote } from './save-note';
import { ScoreField } from './score-field';
import { sectionLabels } from './section-labels';
import type { LinkEdit, ShownClip, ShownFinding, ShownLink } from './shown';
import { SourceFields, TagFields, type Suggestions } from './source-fields';
import { TextField } from './text-field';
import type { SaveState } from './use-card-edits';

export interface InsightEditorProps {
  readonly insight: Insight;
  /** The card with the edits under way. */
  readonly card: Card;
  readonly saveState: SaveState;
  readonly clips: readonly ShownClip[];
  readonly links: readonly ShownLink[];
  readonly findings: readonly ShownFinding[];
  readonly conditions: Conditions;
  readonly proposal: TierProposal | undefined;
  readonly suggestions: Suggestions;
  readonly listHref: string;
  readonly actions: ReactNode;
  /** What claims nearly the same, below the claim. */
  readonly closest?: ReactNode;
  readonly onEdit: (patch: CardPatch) => void;
  readonly onConditions: (conditions: Conditions) => void;
  readonly onFlush: () => void;
  /** False when the rules refused it. */
  readonly onPromote: () => Promise<boolean>;
  readonly onNote: (clipId: string, note: string) => Promise<boolean>;
  readonly onFill: (clipId: string, words: string, time: string) => Promise<string | undefined>;
  readonly onRole: (clipId: string, role: ClipRole) => void;
  readonly onDeleteClip: (clipId: string) => void;
  readonly findInsights: (query: string) => readonly PickedInsight[];
  /** Both resolve to false when the link could not be stored. */
  readonly onAddLink: (type: LinkType, otherKey: string, why: string) => Promise<boolean>;
  readonly onEditLink: (key: string, edit: LinkEdit) => Promise<boolean>;
  readonly onRemoveLink: (key: string) => void;
}

/** Every field and section of the open insight, with the card rules beside them as it changes. */
export function InsightEditor(props: InsightEditorProps) {
  const { insight, card, clips, links, findings, onEdit, onFlush } = props;
  const [refused, setRefused] = useState(0);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (refused > 0) panel.current?.focus();
  }, [refused]);

  const section = (name: SectionName, hint?: string) => (
    <TextField
      name={name}
      label={t(sectionLabels[name])}
      hint={hint}
      value={card.sections[name]}
      findings={findings}
      multiline
      onChange={(text) => onEdit({ sections: { [name]: text } })}
      onBlur={onFlush}
    />
  );
  const clipsOf = (role: ClipRole) =>
    clips
      .filter(({ clip }) => clip.role === role)
      .map((shown) => (
        <ClipEditor
          key={shown.clip.id}
          shown={shown}
          onNote={props.onNote}
          onFill={props.onFill}
          onRole={props.onRole}
          onDelete={props.onDeleteClip}
        />
      ));

  return (
    <article className={styles.editor} aria-labelledby="insight-title">
      <InsightHeader
        insight={{ ...insight, card }}
        quote={clips[0]?.clip.quote}
        listHref={props.listHref}
        actions={props.actions}
        compact
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          <div className={styles.state}>
            {insight.status === 'draft' ? (
              <Button
                variant="primary"
                onClick={() => {
                  void props.onPromote().then((accepted) => {
                    if (!accepted) setRefused((times) => times + 1);
                  });
                }}
              >
                {t('library_promote')}
              </Button>
            ) : null}
            <SaveNote state={props.saveState} />
          </div>
          <FindingsPanel
            ref={panel}
            findings={findings}
            draft={insight.status === 'draft'}
            refused={refused > 0}
          />
        </div>
        <div className={styles.fields}>
          <fieldset className={styles.group}>
            <legend>{t('library_group_claim')}</legend>
            <TextField
              name="title"
              label={t('library_field_title')}
              hint={t('library_field_title_hint')}
              value={card.title}
              findings={findings}
              multiline
              onChange={(title) => onEdit({ title: title.replace(/\s*\n\s*/g, ' ') })}
              onBlur={onFlush}
            />
            {section('claim', t('library_section_claim_hint'))}
            {props.closest}
            {section('mechanism', t('library_section_mechanism_hint'))}
            <ConditionsField
              conditions={props.conditions}
              findings={findings}
              onChange={props.onConditions}
              onBlur={onFlush}
            />
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{t('library_group_evidence')}</legend>
            {clipsOf('evidence')}
            {section('evidence', t('library_section_evidence_hint'))}
            {section('signals', t('library_section_signals_hint'))}
            {clipsOf('counter-evidence')}
            {section('counterEvidence', t('library_section_counter_evidence_hint'))}
          </fieldset>
          <SourceFields
            card={card}
            clips={clips}
            findings={findings}
            suggestions={props.suggestions}
            onEdit={onEdit}
            onBlur={onFlush}
          />
          <TagFields
            card={card}
            findings={findings}
            suggestions={props.suggestions}
            onEdit={onEdit}
            onBlur={onFlush}
          />
          <fieldset className={styles.group}>
            <legend>{t('library_group_score')}</legend>
            <ScoreField
              score={card.score}
              tier={card.tier}
              proposal={props.proposal}
              findings={findings}
              onScore={(score) => onEdit({ score })}
              onTier={(tier) => onEdit({ tier })}
              onBlur={onFlush}
            />
          </fieldset>
          <section className={styles.group} aria-labelledby="editor-links">
            <h3 id="editor-links">{t('library_links')}</h3>
            {links.length > 0 ? (
              <LinkList links={links} onRemove={props.onRemoveLink} onEdit={props.onEditLink} />
            ) : null}
            <LinkForm find={props.findInsights} onAdd={props.onAddLink} />
            {section('crossReferences')}
          </section>
        </div>
      </div>
    </article>
  );
}
