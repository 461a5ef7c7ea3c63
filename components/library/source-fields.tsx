import type { Card } from '@/lib/core/codex/card';
import { t, type MessageKey } from '@/lib/i18n';
import type { CardPatch } from './card-patch';
import { focusField } from './focus-field';
import styles from './insight-editor.module.css';
import { RoleOffers } from './role-offers';
import type { ShownClip, ShownFinding } from './shown';
import { TagsField } from './tags-field';
import { TextField } from './text-field';

type TextName = Exclude<keyof Card, 'sections' | 'score' | 'tier' | ListName>;
type ListName = 'coOperators' | 'domain' | 'lifecycle' | 'related';

/** Values that other insights use, by the field they stand in, the most used first. */
export type Suggestions = { readonly [Field in TextName | ListName]?: readonly string[] };

export interface FieldGroupProps {
  readonly card: Card;
  readonly findings: readonly ShownFinding[];
  readonly suggestions: Suggestions;
  readonly onEdit: (patch: CardPatch) => void;
  readonly onBlur: () => void;
}

export interface SourceFieldsProps extends FieldGroupProps {
  /** The pages they came from may say what the operator was. */
  readonly clips: readonly ShownClip[];
}

/** Who said it, where and when. */
export function SourceFields(props: SourceFieldsProps) {
  const { card, clips, onEdit } = props;
  return (
    <fieldset className={styles.group}>
      <legend>{t('library_group_source')}</legend>
      <div className={styles.pair}>
        <CardText {...props} name="operator" label="library_field_operator" />
        <CardText {...props} name="operatorRole" label="library_field_operator_role" />
      </div>
      <RoleOffers
        clips={clips}
        operator={card.operator}
        value={card.operatorRole}
        onChoose={(operatorRole) => {
          onEdit({ operatorRole });
          // The button is gone with the offer; the field now holds what it said.
          focusField('operatorRole');
        }}
      />
      <CardTags {...props} name="coOperators" label="library_field_co_operators" />
      <CardText {...props} name="sourceTitle" label="library_field_source_title" />
      <CardText
        {...props}
        name="sourceUrl"
        label="library_field_source_url"
        hint="library_field_unknown_hint"
      />
      <div className={styles.pair}>
        <CardText {...props} name="sourceType" label="library_field_source_type" />
        <CardText
          {...props}
          name="sourceDate"
          label="library_field_source_date"
          placeholder="library_date_form"
        />
        <CardText
          {...props}
          name="capturedDate"
          label="library_field_captured_date"
          placeholder="library_date_form"
        />
      </div>
    </fieldset>
  );
}

/** What the insight is about, and what kind of thing it is. */
export function TagFields(props: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{t('library_group_tags')}</legend>
      <CardTags {...props} name="domain" label="library_field_domain" />
      <CardTags {...props} name="lifecycle" label="library_field_lifecycle" />
      <div className={styles.pair}>
        <CardText {...props} name="maturity" label="library_field_maturity" />
        <CardText {...props} name="artifactClass" label="library_field_artifact_class" />
      </div>
      <details className={styles.more}>
        <summary>{t('library_group_more')}</summary>
        <div className={styles.inner}>
          <CardTags {...props} name="related" label="library_field_related" />
          <CardText {...props} name="rawRef" label="library_field_raw_ref" />
        </div>
      </details>
    </fieldset>
  );
}

interface CardTextProps extends FieldGroupProps {
  readonly name: TextName;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  readonly placeholder?: MessageKey;
}

function CardText(props: CardTextProps) {
  const { name, label, hint, placeholder, card, findings, suggestions, onEdit, onBlur } = props;
  return (
    <TextField
      name={name}
      label={t(label)}
      hint={hint && t(hint)}
      placeholder={placeholder && t(placeholder)}
      value={card[name]}
      findings={findings}
      suggestions={suggestions[name]}
      inputMode={name === 'sourceUrl' ? 'url' : 'text'}
      onChange={(value) => onEdit({ [name]: value })}
      onBlur={onBlur}
    />
  );
}

interface CardTagsProps extends FieldGroupProps {
  readonly name: ListName;
  readonly label: MessageKey;
}

function CardTags({ name, label, card, findings, suggestions, onEdit, onBlur }: CardTagsProps) {
  return (
    <TagsField
      name={name}
      label={t(label)}
      values={card[name]}
      findings={findings}
      suggestions={suggestions[name] ?? []}
      onChange={(values) => onEdit({ [name]: values })}
      onBlur={onBlur}
    />
  );
}
