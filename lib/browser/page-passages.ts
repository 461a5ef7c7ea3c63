/** Reads the beginning of a page, for a count. What comes back is checked before use. */
import { passageSchema, type Passage } from '../core/source/snapshot';
import { z } from '../core/z';
import { injectInDocument, type OneDocument } from './inject-in-document';

const passagesSchema = z.array(passageSchema).max(50_000);

/** Undefined where the page cannot be read or is no longer there, and for what is no web page. */
export async function readPassages(page: OneDocument): Promise<Passage[] | undefined> {
  const answer = await injectInDocument(page, 'page-passages', null);
  return answer.ok ? passagesSchema.safeParse(answer.value).data : undefined;
}
