/** Two versions of a card's file made one, from what they both were made of. */
import { emptyCard, type Card } from './card';
import { parseCardText, type CardText } from './card-text';
import { mergeFields, settle } from './merge-fields';
import type { MergeChoice, MergeChoices, MergeConflict } from './merge-fields';
import { mergeRest } from './merge-rest';
import { patchCard } from './patch-card';
import { readParsedCard } from './read-card';
import { readScalar } from './scalar';

export interface MergeInput {
  /** What both were made of; undefined where nobody knows. */
  readonly base: string | undefined;
  readonly mine: string;
  readonly theirs: string;
  /** By the name of the part. */
  readonly choices?: MergeChoices;
}

export interface MergedCard {
  /** Theirs, patched line by line with what mine changed; in a conflict theirs stands. */
  readonly text: string;
  /** Empty when everything of both is in the text. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges per field and section: what one side changed is taken, lists and list-like sections are
 * united, running text is merged by line, and the same words changed in two ways are a conflict
 * with both. Nothing that either side added is in neither. Lines that mine left alone stay theirs,
 * byte for byte; where only one side changed anything, its text comes back as it is.
 */
export function mergeCards({ base, mine, theirs, choices = new Map() }: MergeInput): MergedCard {
  if (mine === theirs || mine === base) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: mine, conflicts: [] };
  const [was, own, there] = [read(base), read(mine), read(theirs)];
  const conflicts: MergeConflict[] = [];
  if (!own || !there) return mergeWhole({ base, mine, theirs }, choices);
  const before = was ?? nothing(own);
  const fields = mergeFields(
    before.card,
    own.card,
    withRetitledKey(there, before, own.card.title !== before.card.title),
    choices,
  );
  conflicts.push(...fields.conflicts);
  const patched = read(patchCard(fields.card, theirs));
  if (!patched) return mergeWhole({ base, mine, theirs }, choices);
  const texts = { base: before.text, mine: own.text, theirs: there.text };
  return { text: mergeRest(patched.text, texts, choices, conflicts), conflicts };
}

/** The two texts as they are: only a person can say which. */
function mergeWhole({ base = '', mine, theirs }: MergeInput, choices: MergeChoices): MergedCard {
  const conflicts: MergeConflict[] = [];
  const text = settle({ part: 'file', base, mine, theirs }, choices, conflicts) ?? theirs;
  return { text, conflicts };
}

/**
 * The same for a file that is brought in: `projected` is what exporting the insight would give,
 * `original` the text it last came in with, undefined for one that was written here.
 */
export function mergeImported(
  projected: string,
  original: string | undefined,
  file: string,
  choices: MergeChoices = new Map<string, MergeChoice>(),
): MergedCard {
  return mergeCards({ base: original, mine: projected, theirs: file, choices });
}

interface ReadText {
  readonly text: CardText;
  readonly card: Card;
}

function read(text: string | undefined): ReadText | undefined {
  if (text === undefined) return undefined;
  const parsed = parseCardText(text);
  const card = parsed.ok ? readParsedCard(parsed.value) : parsed;
  return parsed.ok && card.ok ? { text: parsed.value, card: card.value } : undefined;
}

/** A card that both could have been made of: it says nothing but whose it is. */
function nothing({ card }: ReadText): ReadText {
  const text = parseCardText(`---\nid: ${card.id}\n---\n`);
  if (!text.ok) throw new Error('A card of an id alone cannot be read.');
  return { text: text.value, card: { ...emptyCard(), id: card.id } };
}

/**
 * A card has its title as heading and, some of them, in a key as well. Where theirs renamed it in
 * the key alone, and mine renamed it too, that is the same title changed in two ways.
 */
function withRetitledKey({ card, text }: ReadText, before: ReadText, renamed: boolean): Card {
  const inKey = readScalar(text.entries.get('title')?.value ?? '');
  const wasInKey = readScalar(before.text.entries.get('title')?.value ?? '');
  const retitled = renamed && inKey !== wasInKey && inKey !== '';
  return retitled && card.title === before.card.title ? { ...card, title: inKey } : card;
}
