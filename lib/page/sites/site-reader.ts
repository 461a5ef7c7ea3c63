import type { RoleOffer } from '../../core/source/metadata';
import type { Found } from '../metadata/found';
import type { PageFacts } from '../metadata/page-facts';

/** What a site's own form says; a field that is given but empty is absent, and is not looked for. */
export interface SiteFields {
  readonly title?: Found<string> | undefined;
  readonly authors?: Found<string[]> | undefined;
  readonly site?: Found<string> | undefined;
  readonly published?: Found<string> | undefined;
  readonly sourceType?: Found<string> | undefined;
  readonly roles?: readonly RoleOffer[];
}

/** Reads the pages of one site, by its own markup; the page may lie, and is only ever quoted. */
export interface SiteReader {
  /** Whether a page is one of the site's, by its address or by marks that only it leaves. */
  readonly reads: (facts: PageFacts) => boolean;
  readonly read: (facts: PageFacts) => SiteFields;
}
