import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pointAt, type PointRequest } from '@/lib/page/point-at';
import { takeRequest } from '@/lib/page/request';

/** Injected on demand; finds, shows and paints what was asked for and answers `{ found }`. */
export default defineUnlistedScript({
  main() {
    const request = takeRequest(globalThis) as PointRequest | undefined;
    return request ? pointAt(document, request) : { found: false };
  },
});
