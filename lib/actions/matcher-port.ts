/** What is asked of the matcher, the worker that holds the match index, and how it answers: types only. */
import type { Clip } from '../core/insight/clip';
import type { Surfacing, SurfacingWatch } from '../core/match/surfacing';
import type { PageSnapshot } from '../core/source/snapshot';

/** An insight that a clip may belong to. */
export interface BestMatch {
  readonly key: string;
  readonly title: string;
}

/** Questions and the answers to each. */
export interface Questions {
  readonly surface: { readonly ask: PageSnapshot; readonly answer: Surfacing };
  readonly best: { readonly ask: Clip; readonly answer: readonly BestMatch[] };
  /**
   * Only brings the index up to date, and stores it where much has changed; answers with how many
   * insights are in it.
   */
  readonly ready: { readonly ask: null; readonly answer: number };
}

export type QuestionKind = keyof Questions;

/** To the matcher. */
export type MatcherRequest = {
  readonly [Kind in QuestionKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly ask: Questions[Kind]['ask'];
  };
}[QuestionKind];

/**
 * From the matcher: the answer, why there is none, how far the reading of the library has come, or what
 * the answer begins with.
 */
export type MatcherReply =
  | {
      readonly id: number;
      readonly kind: 'answer';
      readonly answer: Questions[QuestionKind]['answer'];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly id: number; readonly kind: 'first'; readonly first: Surfacing };

/** The matcher as pages know it. Rejects when the notes cannot be read. */
export interface Matcher {
  ask<Kind extends QuestionKind>(
    kind: Kind,
    ask: Questions[Kind]['ask'],
    watch?: SurfacingWatch,
  ): Promise<Questions[Kind]['answer']>;
}
