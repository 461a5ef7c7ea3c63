import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PlaybackOptions } from '@/lib/page/playback';
import { takeRequest } from '@/lib/page/request';
import { takeSnapshot } from '@/lib/page/take-snapshot';

/** Injected on demand; answers with a `PageSnapshot`, or `{ refused }` for what is no web page. */
export default defineUnlistedScript({
  main() {
    const options = (takeRequest(globalThis) ?? {}) as PlaybackOptions;
    return takeSnapshot(document, location.href, options);
  },
});
