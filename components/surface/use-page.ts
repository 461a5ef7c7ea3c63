import { useCallback, useEffect, useRef, useState } from 'react';
import type { Surfacing } from '@/lib/core/match/surfacing';
import type { PageInView, SurfaceApi, SurfaceFailure } from './surface-api';

/** How many of all insights are read so far. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** What is known of the page in view. */
export type PageState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: SurfaceFailure }
  | {
      readonly status: 'ready';
      readonly page: PageInView;
      /** Absent until the first matches are there. */
      readonly surfacing?: Surfacing | undefined;
      /** Whether more is to come than `surfacing` has. */
      readonly isPartial?: boolean | undefined;
      /** Of reading the library, where that has to come before the matches. */
      readonly progress?: Progress | undefined;
      readonly libraryIsEmpty: boolean;
    };

export interface PageControl {
  readonly state: PageState;
  /** Reads the page again; what is shown stays until the answer is there. */
  readonly reread: () => void;
}

/**
 * The page in view and its surfacing, kept fresh: another tab is read anew, and so is the one in view
 * when it loads something, which takes nothing away while it stays on its page; a change of the data
 * surfaces again, and a side panel that the person comes back to looks again for a selection.
 * An answer that arrives after a newer question of its kind is dropped.
 */
export function usePage(api: SurfaceApi): PageControl {
  const [state, setState] = useState<PageState>({ status: 'loading' });
  const reading = useRef(0);
  const surfacing = useRef(0);
  const inView = useRef<PageInView>(undefined);

  const surface = useCallback(
    async (page: PageInView) => {
      const asked = ++surfacing.current;
      const onProgress = (done: number, all: number) => {
        if (asked !== surfacing.current) return;
        setState((shown) =>
          shown.status === 'ready' && !shown.surfacing
            ? { ...shown, progress: { done, all } }
            : shown,
        );
      };
      // All that is shown already is more than the beginning of what comes.
      const onFirst = (first: Surfacing) => {
        if (asked !== surfacing.current) return;
        setState((shown) =>
          shown.status === 'ready' && (!shown.surfacing || shown.isPartial === true)
            ? { ...shown, surfacing: first, isPartial: true, progress: undefined }
            : shown,
        );
      };
      try {
        const found = await api.surface(page.snapshot, { onProgress, onFirst });
        const libraryIsEmpty =
          Object.values(found).every(({ length }) => length === 0) && (await api.libraryIsEmpty());
        if (asked !== surfacing.current) return;
        setState({
          status: 'ready',
          page: inView.current ?? page,
          surfacing: found,
          libraryIsEmpty,
        });
      } catch (error) {
        if (asked !== surfacing.current) return;
        // So that reading the page again asks again.
        inView.current = undefined;
        setState({ status: 'failed', failure: { kind: 'storage-failed', detail: String(error) } });
      }
    },
    [api],
  );

  const read = useCallback(() => {
    const asked = ++reading.current;
    return api.readPage().then((answer) => {
      if (asked !== reading.current) return undefined;
      const before = inView.current?.snapshot;
      inView.current = answer.ok ? answer.value : undefined;
      if (!answer.ok) {
        surfacing.current += 1;
        setState({ status: 'failed', failure: answer.error });
        return undefined;
      }
      const page = answer.value;
      performance.mark('counterpoint:snapshot');
      const { url, text } = page.snapshot;
      setState((shown) =>
        shown.status === 'ready' && shown.page.snapshot.url === url
          ? { ...shown, page }
          : { status: 'ready', page, libraryIsEmpty: false },
      );
      // Only the selection or the player has moved: what the words touch is known.
      return before?.url === url && before.text === text ? undefined : surface(page);
    });
  }, [api, surface]);

  useEffect(() => {
    void read();
    const stopTab = api.onTabChange((tabId) => {
      if (tabId !== undefined) {
        inView.current = undefined;
        surfacing.current += 1;
        setState({ status: 'loading' });
      }
      void read();
    });
    const stopData = api.onDataChange(() => {
      if (inView.current) void surface(inView.current);
    });
    return () => {
      stopTab();
      stopData();
      reading.current += 1;
      surfacing.current += 1;
    };
  }, [api, read, surface]);

  useEffect(() => {
    if (api.place !== 'side-panel') return undefined;
    const root = document.documentElement;
    const look = () => void read();
    window.addEventListener('focus', look);
    root.addEventListener('pointerenter', look);
    return () => {
      window.removeEventListener('focus', look);
      root.removeEventListener('pointerenter', look);
    };
  }, [api, read]);

  // After the browser has drawn them: what a person waits for, as test/bench/cold-bench.ts measures it.
  const { surfacing: surfaced, isPartial } = state.status === 'ready' ? state : {};
  useEffect(() => {
    if (!surfaced) return;
    performance.mark('counterpoint:surfaced');
    if (isPartial !== true) performance.mark('counterpoint:surfaced-whole');
  }, [surfaced, isPartial]);

  return { state, reread: () => void read() };
}
