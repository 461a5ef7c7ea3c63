import { sourceKey } from './canonical-url';
import type { PageSnapshot } from './snapshot';

/** The key of the source that a page is; its address as it stands where that is not http(s). */
export function pageKey({ url, metadata }: PageSnapshot): string {
  return sourceKey(url, metadata.canonicalUrl?.value) ?? url;
}
