import { contentOf, documentElement, getAttribute, queryAll } from '../dom';
import { found, type Found } from './found';
import { languageOfText } from './language-of-text';
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
const mostParagraphs = 300;
const mostRead = 3_000;

/**
 * The language the page states, unless its text is plainly in another one: themes say English on
 * pages of every language. A page that states none is read as what its text is.
 */
export function readLanguage(facts: PageFacts): Found<string> | undefined {
  const { document, main, tags, lines } = facts;
  const stated = fromRoot(document) ?? fromMain() ?? findMeta(tags, tagNames, asLanguage);
  const seen = languageOfText(
    textOfParagraphs(document) || lines.map(({ text }) => text).join(' '),
  );
  if (!seen) return stated;
  const isSame = stated?.value.toLowerCase().split('-')[0] === seen.language;
  if (isSame || (stated && !seen.isSure)) return stated;
  return found(seen.language, 'text', stated ? 'medium' : 'low');

  function fromMain(): Found<string> | undefined {
    const value = main && asLanguage(textOf(own(main, 'inLanguage')));
    return value ? found(value, 'json-ld:inLanguage') : undefined;
  }
}

function fromRoot(document: Document): Found<string> | undefined {
  const root = documentElement(document);
  const value = root && asLanguage(getAttribute(root, 'lang') ?? getAttribute(root, 'xml:lang'));
  if (value) return found(value, 'html:lang');
  const [inner] = queryAll(document, 'body[lang], article[lang], main[lang]', 1);
  const later = inner && asLanguage(getAttribute(inner, 'lang'));
  return later ? found(later, 'html:lang') : undefined;
}

function textOfParagraphs(document: Document): string {
  let text = '';
  for (const paragraph of queryAll(document, 'p', mostParagraphs)) {
    const words = contentOf(paragraph);
    if (words.length > 60) text += ` ${words.slice(0, 1_000)}`;
    if (text.length > mostRead) break;
  }
  return text;
}

/** A BCP 47 tag, written with hyphens; undefined for anything else. */
function asLanguage(value: string | null | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && tag.length <= 40 ? tag : undefined;
}
