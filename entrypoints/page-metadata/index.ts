import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { metadataSteps } from '@/lib/page/metadata/read-metadata';
import { registerScript } from '@/lib/page/register-script';

/** Injected before the page reader, which takes its steps: what the page says about itself. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-metadata', () => metadataSteps(document, location.href));
  },
});
