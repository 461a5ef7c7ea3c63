import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '@/lib/browser/companion-channel';
import type { HighlightRequest } from '@/lib/core/insight/companion';
import { startCompanion } from '@/lib/page/companion/start-companion';
import { callScript, isRegistered, registerScript } from '@/lib/page/register-script';

/** Runs by itself on the sites a person chose, and on no others; in the top frame alone. */
export default defineUnlistedScript({
  main() {
    if (isRegistered(globalThis, 'companion')) return;
    registerScript(globalThis, 'companion', () => undefined);
    startCompanion(document, tellBackground, () => {
      if (isRegistered(globalThis, 'page-highlights')) {
        callScript(globalThis, 'page-highlights', { clear: true } satisfies HighlightRequest);
      }
    });
  },
});
