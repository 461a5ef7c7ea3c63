import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readMetadata } from '@/lib/page/metadata/read-metadata';
import { registerScript } from '@/lib/page/register-script';

/** Injected before the page reader, which calls it: what the page says about itself. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-metadata', () => readMetadata(document, location.href));
  },
});
