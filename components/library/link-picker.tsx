// The native elements for these roles cannot hold the insights' two lines.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { LinkType } from '@/lib/core/insight/link';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import { isComposing } from '../is-composing';
import type { PickedInsight } from './insight-picker';
import styles from './link-picker.module.css';
import { linkLabels } from './section-labels';
import type { LinkEdit } from './shown';

/** An insight that may be linked to. */
export interface LinkCandidate extends PickedInsight {
  /** How it is linked already, in words. */
  readonly linked?: string | undefined;
}

export interface LinkPickerProps {
  /** The insight that is to be linked. */
  readonly title: string;
  /** Those most like it, best first; undefined while they are being looked for. */
  readonly closest: readonly LinkCandidate[] | undefined;
  readonly find: (query: string) => readonly LinkCandidate[];
  readonly onLink: (key: string, link: Pick<LinkEdit, 'type' | 'direction'>) => void;
  readonly onClose: () => void;
}

/** The letter of each type; with Shift it is read the other way round. */
const letters: readonly (readonly [string, LinkType])[] = [
  ['r', 'related'],
  ['s', 'supports'],
  ['c', 'contradicts'],
  ['l', 'limits'],
  ['d', 'duplicates'],
];

/**
 * Links the insight in two keystrokes: the one that opened this, and Enter or a type's letter, which
 * takes the marked candidate. A key that comes before the candidates do is kept until they are there.
 */
export function LinkPicker({ title, closest, find, onLink, onClose }: LinkPickerProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const early = useRef<Pick<LinkEdit, 'type' | 'direction'>>(undefined);
  const id = useId();
  const optionId = (place: number) => `${id}-${place}`;
  const isAsked = query.trim() !== '';
  const found = isAsked ? find(query) : closest;
  const candidates = found ?? [];

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    list.current?.focus();
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const link = (type: LinkType, direction: LinkEdit['direction'] = 'out') => {
    const candidate = candidates[active];
    if (found === undefined) early.current = { type, direction };
    if (!candidate) return;
    onLink(candidate.key, { type, direction });
    dialog.current?.close();
  };
  useEffect(() => {
    const [first] = closest ?? [];
    const wanted = early.current;
    if (!first || !wanted) return;
    early.current = undefined;
    onLink(first.key, wanted);
    dialog.current?.close();
  }, [closest, onLink]);

  const move = (step: number) => {
    const last = candidates.length - 1;
    setActive(Math.min(Math.max(active + step, 0), Math.max(last, 0)));
  };
  const onListKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const type = letters.find(([letter]) => letter === event.key.toLowerCase())?.[1];
    if (event.key === 'ArrowDown' || event.key === 'j') move(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') move(-1);
    else if (event.key === 'Home') setActive(0);
    else if (event.key === 'End') move(candidates.length);
    else if (event.key === '/') search.current?.focus();
    // A key that is still held down from opening this is no answer to it.
    else if (event.repeat) return;
    else if (event.key === 'Enter') link('related');
    else if (type !== undefined) link(type, event.shiftKey ? 'in' : 'out');
    else return;
    event.preventDefault();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') link('related');
    else if (event.key === 'ArrowDown') list.current?.focus();
    else return;
    event.preventDefault();
  };
  const said = !found
    ? t('library_picker_looking')
    : candidates.length > 0
      ? tn('library_count', candidates.length)
      : t('library_picker_none');

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`} dir="auto">
        {t('library_picker_title', title)}
      </h2>
      <div className={styles.search}>
        <label htmlFor={`${id}-search`}>{t('library_picker_search')}</label>
        <input
          ref={search}
          id={`${id}-search`}
          type="search"
          dir="auto"
          autoComplete="off"
          placeholder={t('library_picker_search_hint')}
          aria-controls={`${id}-list`}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onSearchKey}
        />
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={0}
        className={styles.list}
        aria-label={t(isAsked ? 'library_picker_found' : 'library_picker_closest')}
        aria-describedby={`${id}-help`}
        aria-activedescendant={candidates[active] ? optionId(active) : undefined}
        onKeyDown={onListKey}
      >
        {candidates.map((candidate, place) => (
          // The list keeps the focus and the keys; the pointer is the other way to choose.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={candidate.key}
            id={optionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setActive(place)}
          >
            <span dir="auto">{candidate.title}</span>
            <small dir="auto">
              {[candidate.operator, candidate.linked].filter(Boolean).join(' · ')}
            </small>
          </div>
        ))}
      </div>
      <output className={candidates.length > 0 ? 'visually-hidden' : styles.said}>{said}</output>
      <p id={`${id}-help`} className={styles.help}>
        {t('library_picker_help')}
      </p>
      <div className={styles.types}>
        {letters.map(([letter, type]) => (
          <Button
            key={type}
            disabled={candidates.length === 0}
            onClick={(event) => link(type, event.shiftKey ? 'in' : 'out')}
          >
            {t(linkLabels[type].out)}{' '}
            <kbd className="key" aria-hidden="true">
              {letter}
            </kbd>
          </Button>
        ))}
        <Button variant="quiet" onClick={() => dialog.current?.close()}>
          {t('library_picker_close')}
        </Button>
      </div>
    </dialog>
  );
}
