import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { flushSync } from 'react-dom';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Insight } from '@/lib/core/insight/insight';
import { CountedItem, ListSize } from './counted-item';
import styles from './insight-list.module.css';
import { InsightRow, type RowMatch } from './insight-row';

export interface InsightListHandle {
  /** Moves the keyboard into the list, to the row it was last on. */
  focus(): void;
}

export interface InsightListProps {
  readonly insights: readonly Insight[];
  readonly openKey?: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly hrefOf: (key: string) => string;
  /** The first quote of an insight, to tell drafts without a title apart. */
  readonly quoteOf: (key: string) => string | undefined;
  /** What of an insight the search met. */
  readonly matchOf?: ((key: string) => RowMatch | undefined) | undefined;
  /** The loaded codex that an insight belongs to; undefined for one's own. */
  readonly collectionOf?: ((insight: Insight) => string | undefined) | undefined;
  /** What is searched for: another search begins at the top. */
  readonly query?: string | undefined;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Makes the active insight, of a loaded codex, one's own. */
  readonly onCopyToOwn?: ((key: string) => void) | undefined;
  /** Esc: the person wants to leave the selection or the search. */
  readonly onEscape: () => void;
  /** `l`: link the row's insight to another one. */
  readonly onLink?: ((key: string) => void) | undefined;
  /** `c`: compare the two that are selected, or the row's insight with the open one. */
  readonly onCompare?: ((key: string) => void) | undefined;
  readonly ref?: Ref<InsightListHandle>;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** All insights in one scrolling list. Only what is in view is in the document, 10,000 or ten. */
export function InsightList(props: InsightListProps) {
  const { insights, openKey, selected, hrefOf, quoteOf, matchOf, collectionOf, query } = props;
  const { onSelect, onCopyToOwn, onEscape, onLink, onCompare, ref } = props;
  const [activeKey, setActiveKey] = useState<string>();
  const [focusedKey, setFocusedKey] = useState<string>();
  // Where a range begins; a key, since rows come and go above it.
  const [anchor, setAnchor] = useState<string>();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const frame = useRef(0);

  const placeOf = (key: string | undefined) => insights.findIndex((other) => other.key === key);
  const active = [placeOf(activeKey), placeOf(openKey), 0].find((place) => place >= 0) ?? 0;

  // A row far away stays invisible, and cannot have the focus, until it has been measured.
  const focusRow = (place: number, triesLeft = 30) => {
    cancelAnimationFrame(frame.current);
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"] a`);
    row?.focus({ preventScroll: true });
    if (row === document.activeElement || triesLeft === 0) return;
    frame.current = requestAnimationFrame(() => focusRow(place, triesLeft - 1));
  };

  useImperativeHandle(ref, () => ({ focus: () => focusRow(active) }));

  // Opened from elsewhere, by an address or by going back: the list shows where it is.
  const showRow = useRef<(key: string) => void>(undefined);
  useEffect(() => {
    showRow.current = (key) => {
      const place = placeOf(key);
      if (place >= 0) virtualizer.current?.scrollToIndex(place, { align: 'nearest' });
    };
  });
  useEffect(() => {
    if (openKey !== undefined) showRow.current?.(openKey);
  }, [openKey]);

  const searched = useRef(query);
  useEffect(() => {
    if (searched.current === query) return;
    searched.current = query;
    setActiveKey(undefined);
    scroller.current?.scrollTo(0, 0);
  }, [query]);

  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), insights.length - 1);
    flushSync(() => setActiveKey(insights[next]?.key));
    virtualizer.current?.scrollToIndex(next, { align: 'nearest' });
    focusRow(next);
  };

  const toggle = (index: number, extend: boolean) => {
    const begun = extend ? placeOf(anchor) : -1;
    const from = begun < 0 ? index : begun;
    const keys = insights
      .slice(Math.min(from, index), Math.max(from, index) + 1)
      .map(({ key }) => key);
    const wanted = !selected.has(insights[index]?.key ?? '');
    const next = new Set(selected);
    for (const key of keys) {
      if (wanted) next.add(key);
      else next.delete(key);
    }
    setAnchor(insights[index]?.key);
    setActiveKey(insights[index]?.key);
    onSelect(next);
  };

  const copyActive = () => {
    const insight = insights[active];
    if (insight && collectionOf?.(insight) !== undefined) onCopyToOwn?.(insight.key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) goTo(active + step);
    else if (event.key.toLowerCase() === 'x') toggle(active, event.shiftKey);
    else if (event.key === 'o') copyActive();
    else if (event.key === 'Escape') onEscape();
    else if (event.key === 'l' && onLink && !event.repeat) onLink(insights[active]?.key ?? '');
    else if (event.key === 'c' && onCompare) onCompare(insights[active]?.key ?? '');
    else return;
    event.preventDefault();
  };

  return (
    // The keys work on the links inside, which are what has the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.scroller} ref={scroller} onKeyDown={onKeyDown}>
      <ListSize value={insights.length}>
        <Virtualizer
          ref={virtualizer}
          data={insights}
          as="ul"
          item={CountedItem}
          itemSize={76}
          // The row that has the focus stays too, until the next one takes it.
          keepMounted={[active, placeOf(focusedKey)].filter((place) => place >= 0)}
        >
          {(insight, index) => (
            <InsightRow
              key={insight.key}
              insight={insight}
              place={index}
              quote={quoteOf(insight.key)}
              href={hrefOf(insight.key)}
              open={insight.key === openKey}
              active={index === active}
              selected={selected.has(insight.key)}
              match={matchOf?.(insight.key)}
              from={collectionOf?.(insight)}
              onFocus={() => {
                setActiveKey(insight.key);
                setFocusedKey(insight.key);
              }}
              onToggle={(extend) => toggle(index, extend)}
            />
          )}
        </Virtualizer>
      </ListSize>
    </div>
  );
}
