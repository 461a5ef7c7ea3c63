import type { Selector } from '../annotation/selector';

/** A clip to be looked for on a page. */
export interface SoughtClip {
  readonly id: string;
  readonly selector: readonly Selector[];
  readonly quote: string;
}

/** What became of a clip's words. */
export interface FoundClip {
  readonly id: string;
  readonly state: 'found' | 'changed' | 'missing';
  /** What stands there now; only where it was found. */
  readonly words?: string | undefined;
}
