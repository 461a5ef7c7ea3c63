import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '@/lib/browser/toast-channel';
import type { ToastRequest } from '@/lib/core/insight/toast';
import { isRegistered, registerScript } from '@/lib/page/register-script';
import { createToast } from '@/lib/page/toast/show-toast';

/** Injected on demand, before each request; the toast it made the first time goes on. */
export default defineUnlistedScript({
  main() {
    if (isRegistered(globalThis, 'toast')) return;
    const toast = createToast(document, askBackground);
    registerScript(globalThis, 'toast', (request) => {
      const asked = request as ToastRequest;
      if ('show' in asked) toast.show(asked.show);
      else toast.offer(asked.offer.clipId, asked.offer.candidates);
    });
  },
});
