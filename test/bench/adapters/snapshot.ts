/** A whole look at a page, as the page reader takes it on demand. */
import { metadataSteps } from '../../../lib/page/metadata/read-metadata';
import { takeSnapshot } from '../../../lib/page/take-snapshot';

export function read(): unknown {
  return takeSnapshot(document, location.href, metadataSteps);
}
