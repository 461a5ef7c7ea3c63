import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { callScript, registerScript } from '@/lib/page/register-script';
import { takeSnapshot, type MetadataReader } from '@/lib/page/take-snapshot';
import { whenParsed } from '@/lib/page/when-parsed';

/** What `page-metadata`, injected before, has registered. */
const readMetadata = (() => callScript(globalThis, 'page-metadata')) as MetadataReader;

/** Injected on demand; answers with a `PageSnapshot`, or `{ refused }` for what is no web page. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-reader', async () => {
      await whenParsed(document);
      return takeSnapshot(document, location.href, readMetadata);
    });
  },
});
