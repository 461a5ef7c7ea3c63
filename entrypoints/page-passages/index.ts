import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { registerScript } from '@/lib/page/register-script';
import { takePassages } from '@/lib/page/take-passages';

/** Injected for a count on the button; answers with passages, or `{ refused }` for what is no web page. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-passages', () => takePassages(document));
  },
});
