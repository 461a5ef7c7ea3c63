import { useId, useState } from 'react';
import { t } from '@/lib/i18n';
import { FieldFindings } from './field-findings';
import styles from './field.module.css';
import type { ShownFinding } from './shown';
import { fieldId } from './focus-field';

export interface TagsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly suggestions: readonly string[];
  readonly findings: readonly ShownFinding[];
  readonly onChange: (values: string[]) => void;
  readonly onBlur: () => void;
}

/** Several values in one line, parted by commas; the last one is completed from those in use. */
export function TagsField(props: TagsFieldProps) {
  const { name, label, values, suggestions, findings, onChange, onBlur } = props;
  const [typed, setTyped] = useState<string>();
  const [first] = useState(values);
  const read = (text: string) => readTags(text, [...first, ...values, ...suggestions]);
  const listId = useId();
  const id = fieldId(name);
  // The person's own commas and spaces stay while they type; afterwards the values speak.
  const shown = typed !== undefined && sameTags(read(typed), values) ? typed : values.join(', ');
  const comma = shown.search(lastComma);
  const before = comma < 0 ? '' : `${shown.slice(0, comma + 1)} `;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        dir="auto"
        value={shown}
        list={listId}
        autoComplete="off"
        placeholder={t('library_tags_hint')}
        aria-describedby={`${id}-findings`}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(read(event.target.value));
        }}
        onBlur={() => {
          setTyped(undefined);
          onBlur();
        }}
      />
      <datalist id={listId}>
        {suggestions
          .filter((tag) => !values.includes(tag))
          .slice(0, 60)
          .map((tag) => (
            <option key={tag}>{`${before}${tag}`}</option>
          ))}
      </datalist>
      <FieldFindings name={name} findings={findings} />
    </div>
  );
}

/** Also those of Chinese, Japanese and Arabic keyboards. */
const commas = /[,，、،]/;
const lastComma = /[,，、،][^,，、،]*$/;

/** A value with a comma in it that is there or in use, such as `Acme, Inc.` of a file, stays one. */
function readTags(text: string, known: readonly string[]): string[] {
  const parts = text.split(commas).map((tag) => tag.trim());
  const whole = known.map((tag) => tag.split(commas).map((part) => part.trim()));
  const tags: string[] = [];
  while (parts.length > 0) {
    const at = whole.findIndex(
      (each) => each.length > 1 && sameTags(each, parts.slice(0, each.length)),
    );
    const taken = parts.splice(0, whole[at]?.length ?? 1);
    tags.push(known[at] ?? taken.join());
  }
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function sameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag, place) => tag === other[place]);
}
