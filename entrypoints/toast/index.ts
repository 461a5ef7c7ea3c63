import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '@/lib/browser/toast-channel';
import { createToast, type Toast } from '@/lib/page/toast/show-toast';

declare global {
  /** Lives in the extension's isolated world; the page's own scripts never see it. */
  var counterpointToast: Toast | undefined;
}

export default defineUnlistedScript({
  main() {
    globalThis.counterpointToast ??= createToast(document, askBackground);
  },
});
