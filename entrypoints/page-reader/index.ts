import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PlaybackOptions } from '@/lib/page/playback';
import { registerScript } from '@/lib/page/register-script';
import { takeSnapshot } from '@/lib/page/take-snapshot';

/** Injected on demand; answers with a `PageSnapshot`, or `{ refused }` for what is no web page. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-reader', (options) =>
      takeSnapshot(document, location.href, (options as PlaybackOptions | null) ?? {}),
    );
  },
});
