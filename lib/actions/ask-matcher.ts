/** How the matcher answers what it is asked. */
import { matchPageOf } from '../core/match/match-document';
import { librarySize } from '../core/match/match-index';
import type { SurfacingWatch } from '../core/match/surfacing';
import { bestMatches } from './best-matches';
import type { IndexKeeper } from './index-keeper';
import type { MatcherRequest, QuestionKind, Questions } from './matcher-port';
import type { SurfaceReader } from './ports';
import { surfacePage } from './surface-page';

/** Answers one question from the index as the notes stand now. */
export async function answerQuestion(
  { reader, keeper }: { readonly reader: SurfaceReader; readonly keeper: IndexKeeper },
  { kind, ask }: MatcherRequest,
  { onProgress, onFirst }: SurfacingWatch,
): Promise<Questions[QuestionKind]['answer']> {
  const index = keeper.current(onProgress);
  switch (kind) {
    case 'surface':
      return await surfacePage(reader, index, matchPageOf(ask), onFirst);
    case 'best':
      return await bestMatches(reader, await index, ask);
    case 'ready': {
      const size = librarySize(await index);
      await keeper.settle();
      return size;
    }
  }
}
