import { contentOf, queryAll } from '../dom';
import { isNode, type JsonLdNode } from '../metadata/json-ld';

const longestScript = 3_000_000;

/**
 * What a page of Substack's was made from, on substack.com and under names of their own: JSON inside
 * a string inside a script. Undefined where there is none, or in another form.
 */
export function substackData(document: Document): JsonLdNode | undefined {
  for (const script of queryAll(document, 'script:not([src])')) {
    const source = contentOf(script);
    const start = source.indexOf('window._preloads');
    if (start < 0 || source.length > longestScript) continue;
    const [from, to] = [source.indexOf('"', start), source.lastIndexOf('"')];
    try {
      const data: unknown = JSON.parse(String(JSON.parse(source.slice(from, to + 1))));
      return isNode(data) ? data : undefined;
    } catch {
      // Another form of it, which we cannot read.
      return undefined;
    }
  }
  return undefined;
}

/** Whether the page is Substack's: by its host, or by what it loads. */
export function isSubstack(document: Document, host: string): boolean {
  return (
    host.endsWith('substack.com') ||
    queryAll(document, 'link[href*="substackcdn.com"], script[src*="substackcdn.com"]').length > 0
  );
}
