/** The libraries that stand side by side, by the names that `--against` takes. */
import type { SearchAdapter } from './search-adapter';

export interface Library {
  readonly open: () => Promise<SearchAdapter>;
  /** How many pages it can be asked: hundreds, about twenty, a handful. */
  readonly pace: 'fast' | 'slow' | 'slowest';
  /** Whether it is also measured with 100,000 insights. */
  readonly isLarge?: true;
}

/** Ours; the others are measured against it. */
export const ours = 'counterpoint';

/** Each is imported where it is measured only, so that none weighs on another. */
export const libraries: Readonly<Record<string, Library>> = {
  [ours]: {
    open: async () => (await import('./counterpoint')).counterpoint(),
    pace: 'fast',
    isLarge: true,
  },
  'flexsearch tuned (ids are keys)': {
    open: async () => (await import('./flexsearch')).flexsearchByKey(),
    pace: 'fast',
  },
  'flexsearch tuned (ids are numbers)': {
    open: async () => (await import('./flexsearch')).flexsearchByNumber(),
    pace: 'fast',
    isLarge: true,
  },
  'flexsearch context': {
    open: async () => (await import('./flexsearch')).flexsearchContext(),
    pace: 'fast',
  },
  'flexsearch default': {
    open: async () => (await import('./flexsearch')).flexsearchDefault(),
    pace: 'fast',
  },
  'minisearch tuned': {
    open: async () => (await import('./minisearch')).minisearchTuned(),
    pace: 'slow',
    isLarge: true,
  },
  'minisearch default': {
    open: async () => (await import('./minisearch')).minisearchDefault(),
    pace: 'slowest',
  },
  'orama tuned': {
    open: async () => (await import('./orama')).oramaTuned(),
    pace: 'slow',
  },
  'orama default': {
    open: async () => (await import('./orama')).oramaDefault(),
    pace: 'slowest',
  },
  lunr: { open: async () => (await import('./lunr')).lunrTuned(), pace: 'slow' },
  elasticlunr: {
    open: async () => (await import('./elasticlunr')).elasticlunrTuned(),
    pace: 'slow',
  },
  'wink-bm25': { open: async () => (await import('./wink-bm25')).winkBm25(), pace: 'slow' },
  'sqlite fts5': { open: async () => (await import('./sqlite-fts5')).sqliteFts5(), pace: 'slow' },
};
