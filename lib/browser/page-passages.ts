/** Reads the beginning of the page in a tab, for a count. What comes back is checked before use. */
import { passageSchema, type Passage } from '../core/source/snapshot';
import { z } from '../core/z';
import { inject } from './inject';

const passagesSchema = z.array(passageSchema).max(50_000);

/** Undefined where the page cannot be read, and for what is no web page. */
export async function readPassages(tabId: number): Promise<Passage[] | undefined> {
  const answer = await inject(tabId, 'page-passages', null);
  return answer.ok ? passagesSchema.safeParse(answer.value).data : undefined;
}
