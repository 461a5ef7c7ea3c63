import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pointAt, type PointRequest } from '@/lib/page/point-at';
import { registerScript } from '@/lib/page/register-script';

/** Injected on demand; finds, shows and paints what was asked for and answers `{ found }`. */
export default defineUnlistedScript({
  main() {
    registerScript(globalThis, 'page-pointer', (request) =>
      request ? pointAt(document, request as PointRequest) : { found: false },
    );
  },
});
