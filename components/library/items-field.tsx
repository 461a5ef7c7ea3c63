import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './field.module.css';

export interface ItemsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly string[];
  readonly onChange: (items: string[]) => void;
  readonly onBlur: () => void;
}

/**
 * A list written one item per box. Enter parts an item in two, Backspace at the start of an empty
 * one takes it away; boxes left empty are no items.
 */
export function ItemsField({ id, label, items, onChange, onBlur }: ItemsFieldProps) {
  const [drafted, setDrafted] = useState<readonly string[]>(items);
  const list = useRef<HTMLUListElement>(null);
  const written = drafted.map(foldSpace).filter(Boolean);
  const boxes = sameItems(written, items) ? drafted : items;
  const shown = boxes.length > 0 ? boxes : [''];

  const put = (next: readonly string[], focus?: number) => {
    flushSync(() => {
      setDrafted(next);
      onChange(next.map(foldSpace).filter(Boolean));
    });
    if (focus !== undefined) list.current?.querySelectorAll('textarea')[focus]?.focus();
  };
  const write = (place: number, text: string) => {
    const lines = text.split(/\r?\n/);
    put(
      shown.toSpliced(place, 1, ...lines),
      lines.length > 1 ? place + lines.length - 1 : undefined,
    );
  };
  const remove = (place: number) => put(shown.toSpliced(place, 1), Math.max(place - 1, 0));
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (event.key !== 'Backspace' || shown[place] !== '' || shown.length < 2) return;
    event.preventDefault();
    remove(place);
  };

  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      <ul className={styles.items} ref={list}>
        {shown.map((item, place) => (
          // A box is known by its place: its text changes with every key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} className={styles.item}>
            <textarea
              id={place === 0 ? id : undefined}
              className={styles.input}
              rows={1}
              dir="auto"
              aria-label={t('library_item', label, place + 1)}
              value={item}
              onChange={(event) => write(place, event.target.value)}
              onKeyDown={(event) => onKeyDown(event, place)}
              onBlur={onBlur}
            />
            <Button
              variant="quiet"
              aria-label={t('library_item_remove', label, place + 1)}
              onClick={() => remove(place)}
            >
              {t('library_link_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="quiet" onClick={() => put([...shown, ''], shown.length)}>
          {t('library_item_add', label)}
        </Button>
      </div>
    </fieldset>
  );
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, place) => item === foldSpace(other[place] ?? ''))
  );
}

function foldSpace(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
