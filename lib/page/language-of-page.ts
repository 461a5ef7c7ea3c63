import type { PageMetadata } from '../core/source/metadata';
import { contentOf, queryAll } from './dom';
import { languageOfText } from './language-of-text';

const mostParagraphs = 300;
const mostRead = 3_000;
/** Where the text of a page without paragraphs stands. */
const others = 'li, td, dd, blockquote, h1, h2, h3, div:not(:has(div, script, style))';

/**
 * What a page says about itself, with the language that its text is plainly in where it states
 * another or none: themes say English on pages of every language. Not part of what is stated, and so
 * of the script that reads the text.
 */
export function withLanguageOfText(document: Document, metadata: PageMetadata): PageMetadata {
  const stated = metadata.language;
  const seen = languageOfText(textOf(document, 'p') || textOf(document, others));
  const isSame = seen && stated?.value.toLowerCase().split('-')[0] === seen.language;
  if (!seen || isSame || (stated && !seen.isSure)) return metadata;
  const confidence = stated ? 'medium' : 'low';
  return { ...metadata, language: { value: seen.language, from: 'text', confidence } };
}

function textOf(document: Document, selector: string): string {
  let text = '';
  for (const element of queryAll(document, selector, mostParagraphs)) {
    const words = contentOf(element);
    if (words.length > 60) text += ` ${words.slice(0, 1_000)}`;
    if (text.length > mostRead) break;
  }
  return text;
}
