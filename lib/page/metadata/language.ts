import { documentElement, getAttribute, queryAll } from '../dom';
import { found, type Found } from './found';
import { own, textOf } from './json-ld';
import { findMeta } from './meta-tags';
import type { PageFacts } from './page-facts';

const tagNames = [
  'content-language',
  'og:locale',
  'inlanguage',
  'language',
  'dc.language',
  'dcterms.language',
  'citation_language',
  'lang',
];

/** The language the page states. What its text is in may be another, see `language-of-page`. */
export function readLanguage({ document, main, tags }: PageFacts): Found<string> | undefined {
  const inner = main && asLanguage(textOf(own(main, 'inLanguage')));
  return (
    fromRoot(document) ??
    (inner ? found(inner, 'json-ld:inLanguage') : undefined) ??
    findMeta(tags, tagNames, asLanguage)
  );
}

function fromRoot(document: Document): Found<string> | undefined {
  const root = documentElement(document);
  const value = root && asLanguage(getAttribute(root, 'lang') ?? getAttribute(root, 'xml:lang'));
  if (value) return found(value, 'html:lang');
  const [inner] = queryAll(document, 'body[lang], article[lang], main[lang]', 1);
  const later = inner && asLanguage(getAttribute(inner, 'lang'));
  return later ? found(later, 'html:lang') : undefined;
}

/** A BCP 47 tag, written with hyphens; undefined for anything else. */
function asLanguage(value: string | null | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && tag.length <= 40 ? tag : undefined;
}
