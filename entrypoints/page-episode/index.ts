import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerEpisode, type EpisodeRequest } from '@/lib/page/episode/answer-episode';
import { registerScript } from '@/lib/page/register-script';

/** Injected when an episode's transcript or player is asked for; answers an `EpisodeRequest`. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-episode', (request) =>
      answerEpisode(document, location.href, request as EpisodeRequest),
    );
  },
});
