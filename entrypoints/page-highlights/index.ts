import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '@/lib/browser/companion-channel';
import type { HighlightRequest } from '@/lib/core/insight/companion';
import { createHighlights } from '@/lib/page/highlights/create-highlights';
import { isRegistered, registerScript } from '@/lib/page/register-script';

/** Injected where a page has clips, or when the person asks for the next one; answers how many it found. */
export default defineUnlistedScript({
  main() {
    if (isRegistered(globalThis, 'page-highlights')) return;
    // Without the extension behind it nothing can be opened; the paint stays.
    const tell = (message: Parameters<typeof tellBackground>[0]) =>
      void tellBackground(message).catch(() => undefined);
    const highlights = createHighlights(document, tell);
    registerScript(globalThis, 'page-highlights', (request) =>
      highlights.ask(request as HighlightRequest),
    );
  },
});
