import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '@/lib/browser/companion-channel';
import { startCompanion } from '@/lib/page/companion/start-companion';
import { isRegistered, registerScript } from '@/lib/page/register-script';

/** Runs by itself on the sites a person chose, and on no others; in the top frame alone. */
export default defineUnlistedScript({
  main() {
    if (isRegistered(globalThis, 'companion')) return;
    registerScript(globalThis, 'companion', () => undefined);
    startCompanion(document, tellBackground);
  },
});
