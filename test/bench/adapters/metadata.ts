/** Our metadata behind the interface of the capture bench. */
import { readMetadata } from '../../../lib/page/metadata/read-metadata';

interface BenchMetadata {
  readonly title?: string | undefined;
  readonly authors: readonly string[];
  readonly site?: string | undefined;
  readonly published?: string | undefined;
  readonly canonical?: string | undefined;
  readonly lang?: string | undefined;
  readonly type?: string | undefined;
  readonly show?: string | undefined;
}

/** The bench knows three types; ours are the codex's. */
const types: Readonly<Record<string, string>> = { podcast: 'podcast', talk: 'video' };

/**
 * What the page reader reads. Where an episode names nobody, the bench counts its show as its
 * author, as podcast catalogues do; the product keeps the two apart.
 */
export function extractMetadata(document: Document, url: string): BenchMetadata {
  const metadata = readMetadata(document, url);
  const sourceType = metadata.sourceType?.value;
  const show = metadata.show?.value;
  return {
    title: metadata.title?.value,
    authors: metadata.authors?.value ?? (sourceType === 'podcast' && show ? [show] : []),
    site: metadata.site?.value,
    published: metadata.published?.value,
    canonical: metadata.canonicalUrl?.value,
    lang: metadata.language?.value,
    type: sourceType && (types[sourceType] ?? 'article'),
    show,
  };
}

/** The metadata alone, of the page it runs in. */
export function read(): unknown {
  return readMetadata(document, location.href);
}
