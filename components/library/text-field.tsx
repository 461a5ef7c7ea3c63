import { useId, type ReactNode } from 'react';
import styles from './field.module.css';
import { FieldFindings } from './field-findings';
import { fieldId } from './focus-field';
import type { ShownFinding } from './shown';

export interface TextFieldProps {
  /** The card field or section: what a finding points at. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly findings: readonly ShownFinding[];
  readonly hint?: string | undefined;
  /** Values used elsewhere, offered while typing. */
  readonly suggestions?: readonly string[] | undefined;
  /** A box that grows with what is written in it. */
  readonly multiline?: boolean | undefined;
  readonly inputMode?: 'url' | 'text' | undefined;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly children?: ReactNode;
}

/** One labelled field of the card with what the rules say about it. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, findings, hint, suggestions, multiline, onChange, onBlur } = props;
  const listId = useId();
  const id = fieldId(name);
  const shared = {
    id,
    value,
    onBlur,
    dir: 'auto',
    className: styles.input,
    placeholder: props.placeholder,
    'aria-describedby': `${id}-hint ${id}-findings`,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {multiline ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          list={suggestions ? listId : undefined}
          inputMode={props.inputMode}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      ) : null}
      <FieldFindings name={name} findings={findings} />
      {props.children}
    </div>
  );
}
