// The native elements for these roles cannot hold the insights' two lines.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t, tn } from '@/lib/i18n';
import { CollectionBadge } from '../collection-badge';
import { isComposing } from '../is-composing';
import styles from './insight-picker.module.css';

export interface PickedInsight {
  readonly key: string;
  readonly title: string;
  readonly operator: string;
  /** The loaded codex it belongs to; undefined for one's own. */
  readonly from?: string | undefined;
}

export interface InsightPickerProps {
  readonly label: string;
  readonly picked: PickedInsight | undefined;
  /** The best few insights for what was typed. */
  readonly find: (query: string) => readonly PickedInsight[];
  readonly onPick: (picked: PickedInsight | undefined) => void;
}

/** Finds one insight by typing: a combobox with a list, after the ARIA authoring practices. */
export function InsightPicker({ label, picked, find, onPick }: InsightPickerProps) {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  const listId = `${id}-list`;
  const found = open ? find(query) : [];
  const optionId = (place: number) => `${id}-${place}`;

  const pick = (insight: PickedInsight | undefined) => {
    if (!insight) return;
    onPick(insight);
    setQuery('');
    setOpen(false);
  };
  const move = (step: number) => {
    setOpen(true);
    if (open && found.length > 0) setActive((active + step + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') pick(found[active]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found[active] ? optionId(active) : undefined}
        autoComplete="off"
        dir="auto"
        placeholder={t('library_link_find')}
        value={picked ? picked.title : query}
        onFocus={() => setOpen(!picked)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          onPick(undefined);
          setQuery(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={label} className={styles.list} hidden={!found[0]}>
        {found.map((insight, place) => (
          // The input keeps the focus and the keys; the pointer is the other way to choose.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={insight.key}
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(insight)}
          >
            <span dir="auto">{insight.title}</span>
            <small dir="auto">
              {insight.operator} <CollectionBadge name={insight.from} />
            </small>
          </div>
        ))}
      </div>
      <output className="visually-hidden">{open ? tn('library_count', found.length) : ''}</output>
    </div>
  );
}
