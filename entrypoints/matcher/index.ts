import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerQuestion } from '@/lib/actions/ask-matcher';
import type { MatcherReply, MatcherRequest } from '@/lib/actions/matcher-port';
import { wordSegmenter } from '@/lib/core/word-segmenter';
import { matcherPorts } from '@/lib/wire-matcher';

/** A dedicated worker of an extension page: holds the match index and answers what it is asked. */
export default defineUnlistedScript({
  main() {
    const { keeper } = matcherPorts;
    const reply = (message: MatcherReply) => postMessage(message);
    // Reading the index takes about as long as reading the page: both at once. A failure is met again,
    // and told, by the first question.
    keeper.current().catch(() => undefined);
    // The database has been asked: until it answers there is time to make what a page may need.
    wordSegmenter();
    addEventListener('message', (event: MessageEvent<MatcherRequest>) => {
      const { data } = event;
      const { id } = data;
      answerQuestion(matcherPorts, data, {
        onProgress: (done, all) => reply({ id, kind: 'progress', done, all }),
        onFirst: (first) => reply({ id, kind: 'first', first }),
      })
        .then(
          (answer) => reply({ id, kind: 'answer', answer }),
          (error: unknown) => reply({ id, kind: 'failed', detail: String(error) }),
        )
        .then(() => keeper.settle())
        .catch(reportError);
    });
  },
});
