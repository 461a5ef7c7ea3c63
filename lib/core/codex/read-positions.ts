/** The sides of a contradiction document: who says what, and which cards stand for it. */
import { mentionedIds } from './lists';

export interface Position {
  /** What tells it from the others: `A`, `B`, `C`. */
  readonly name: string;
  readonly title: string;
  readonly operator: string;
  readonly claim: string;
  /** The ids of the cards that stand for it, each once. */
  readonly cards: readonly string[];
}

const heading = /^##[ \t]+Position[ \t]+(\w+)(?:[\s,:.—–-]+(.*))?$/i;
const line = /^[-*+][ \t]+\**(operator|card|claim)s?\**[ \t]*:\**[ \t]*(.*)$/i;

/**
 * The sections `## Position A, …` of a document, in order. A position's cards are those its `Card:`
 * line names, and its `Operator:` line, where some writers put them; a card that the claim merely
 * speaks of is not its own. A document without such sections has no positions.
 */
export function readPositions(text: string): Position[] {
  const positions: (Position & { operator: string; claim: string; cards: string[] })[] = [];
  let open = false;
  let field: string | undefined;
  for (const each of text.split(/\r?\n/)) {
    const named = heading.exec(each);
    if (/^##?[ \t]/.test(each)) {
      open = named !== null;
      field = undefined;
    }
    if (named !== null) {
      const [, name = '', title = ''] = named;
      positions.push({ name, title: title.trim(), operator: '', claim: '', cards: [] });
    }
    const position = positions.at(-1);
    if (!open || position === undefined) continue;
    const labelled = line.exec(each);
    // An indented line goes on with what the labelled one before it says.
    if (labelled !== null) field = labelled[1]?.toLowerCase();
    else if (!/^[ \t]+\S/.test(each)) field = undefined;
    const words = (labelled?.[2] ?? each).trim();
    if (field === 'operator') position.operator = join(position.operator, words);
    if (field === 'claim') position.claim = join(position.claim, words);
    if (field !== 'operator' && field !== 'card') continue;
    const fresh = mentionedIds(words).filter((id) => !position.cards.includes(id));
    position.cards.push(...fresh);
  }
  return positions;
}

function join(before: string, more: string): string {
  return before === '' ? more : `${before} ${more}`;
}
