/** What is asked of the matcher, the worker that holds the match index, and how it answers. */
import type { Clip } from '../core/insight/clip';
import type { Surfacing } from '../core/match/surfacing';
import type { PageSnapshot } from '../core/source/snapshot';
import { bestMatches, type BestMatch } from './best-matches';
import type { IndexKeeper } from './index-keeper';
import type { SurfaceReader } from './ports';
import { surfacePage } from './surface-page';

/** Questions and the answers to each. */
export interface Questions {
  readonly surface: { readonly ask: PageSnapshot; readonly answer: Surfacing };
  readonly best: { readonly ask: Clip; readonly answer: readonly BestMatch[] };
  /** Only brings the index up to date; answers with how many insights are in it. */
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

/** From the matcher: the answer, why there is none, or how far the reading of the library has come. */
export type MatcherReply =
  | {
      readonly id: number;
      readonly kind: 'answer';
      readonly answer: Questions[QuestionKind]['answer'];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly all: number };

/** The matcher as pages know it. Rejects when the notes cannot be read. */
export interface Matcher {
  ask<Kind extends QuestionKind>(
    kind: Kind,
    ask: Questions[Kind]['ask'],
    onProgress?: (done: number, all: number) => void,
  ): Promise<Questions[Kind]['answer']>;
}

/** Answers one question from the index as the notes stand now. */
export async function answerQuestion(
  { reader, keeper }: { readonly reader: SurfaceReader; readonly keeper: IndexKeeper },
  { kind, ask }: MatcherRequest,
  onProgress: (done: number, all: number) => void,
): Promise<Questions[QuestionKind]['answer']> {
  const index = await keeper.current(onProgress);
  switch (kind) {
    case 'surface':
      return await surfacePage(reader, index, ask);
    case 'best':
      return await bestMatches(reader, index, ask);
    case 'ready':
      return index.documents.live;
  }
}
