/** What the popup and the side panel show for one page. */
import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import type { CounterEvidence, Match } from './match';

/** One of the person's insights or drafts that this very source gave rise to. */
export interface OnThisPage {
  readonly insight: Insight;
  /** Its clips from this source, newest first; empty when only the card names the source. */
  readonly clips: readonly Clip[];
}

export interface RelatedInsight {
  readonly insight: Insight;
  readonly match: Match;
}

export interface SurfacedCounterEvidence {
  readonly counter: CounterEvidence;
  /** The insight it argues against. */
  readonly insight: Insight;
  /** The linked insight that contradicts or limits it. */
  readonly other?: Insight | undefined;
  /** What `counter` says, with titles in place of the ids of cards. */
  readonly titled: string;
}

export interface Surfacing {
  readonly onThisPage: readonly OnThisPage[];
  readonly related: readonly RelatedInsight[];
  readonly counterEvidence: readonly SurfacedCounterEvidence[];
}

/** What whoever asks for a surfacing may hear before it is there. */
export interface SurfacingWatch {
  /** Of all insights of the library, how many are read; not called where none has to be. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** What it begins with, where there is anything. */
  readonly onFirst?: ((first: Surfacing) => void) | undefined;
}
