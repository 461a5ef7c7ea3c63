import type { CodexDocument } from './codex-document';
import { mentionedIds } from './lists';
import { readDocument } from './read-document';

/**
 * The document with another text, word for word. Id, kind, title and the cards it names follow the
 * text; while it cannot be read as a document, as in the middle of typing, id, kind and title stay.
 */
export function editDocument(document: CodexDocument, text: string): CodexDocument {
  const read = readDocument(text);
  return read.ok
    ? { ...document, ...read.value }
    : { ...document, text, names: mentionedIds(text) };
}
