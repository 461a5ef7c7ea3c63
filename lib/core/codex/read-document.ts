/** From the text of one Markdown file to what a codex holds beside its cards. */
import { ok, err, type Result } from '../result';
import type { CardFault } from './card-fault';
import { parseCardText } from './card-text';
import { codexDocumentSchema, type CodexDocument, type DocumentKind } from './codex-document';
import { mentionedIds } from './lists';
import { readText } from './read-entry';

/** What the file says; the key, the collection and the stamps are the caller's to add. */
export type ReadDocument = Pick<CodexDocument, 'kind' | 'id' | 'title' | 'text' | 'names'>;

const kinds: Readonly<Record<string, DocumentKind>> = { con: 'contradiction', pat: 'pattern' };

/**
 * Reads a contradiction (`con_…`) or a pattern (`pat_…`) by the id in its front matter, whatever the
 * file is called. A file of any other id, or of none, is a `bad-id` or `missing-id` fault: it is not
 * meant to be one.
 */
export function readDocument(text: string): Result<ReadDocument, CardFault> {
  const parsed = parseCardText(text);
  if (!parsed.ok) return parsed;
  const { entries, lines, titleLine } = parsed.value;
  const valueOf = (key: string): string => {
    const entry = entries.get(key);
    return entry === undefined ? '' : readText(entry);
  };
  const id = valueOf('id');
  const line = (entries.get('id')?.line ?? 0) + 1;
  if (id === '') return err({ line, reason: 'missing-id', detail: 'id' });
  const kind = kinds[/^(con|pat)_[\w.-]+$/.exec(id)?.[1] ?? ''];
  if (kind === undefined) return err({ line, reason: 'bad-id', detail: id.slice(0, 200) });
  const heading = titleLine === undefined ? '' : (lines[titleLine] ?? '');
  const title = heading.replace(/^#[ \t]*/, '').trim() || valueOf('title');
  const document: ReadDocument = { kind, id, title, text, names: mentionedIds(text) };
  const stamp = '2000-01-01T00:00:00Z';
  const record = { ...document, key: id, collection: 'own', createdAt: stamp, updatedAt: stamp };
  const checked = codexDocumentSchema.safeParse(record);
  if (checked.success) return ok(document);
  const detail = checked.error.issues[0]?.path.join('.') ?? '';
  return err({ line, reason: 'too-long', detail });
}
