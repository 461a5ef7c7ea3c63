import { sectionNames, type Card } from '../codex/card';
import { foldSpace } from '../codex/lists';
import { mergeImported } from '../codex/merge-card';
import { projectCard, type CardProjection } from '../codex/project-card';
import { quoteFormsOf, type QuoteForm } from '../codex/quote-form';
import { quotesWithAttribution } from '../codex/quotes';
import { readCard } from '../codex/read-card';
import { writeCard } from '../codex/write-card';
import type { Insight } from './insight';
import { takeText } from './take-text';

/**
 * The insight with what a file says merged in, part by part: what either side changed since the card
 * last came in is kept, and the file is what it last came in with from now on. Undefined where both
 * changed the same words, or where the file lacks words of a clip or link of the insight, or has a
 * clip's words otherwise: those are a person's to decide. The file must be a card; its clips may have
 * left in any form.
 */
export function mergeImport(parts: CardProjection, text: string, at: string): Insight | undefined {
  const sent = { ...parts, form: likestForm(parts, text) };
  const { original } = parts.insight;
  if (rewords(sent, text, at)) return undefined;
  const mine = writeCard(projectCard(sent), original);
  const merged = mergeImported(mine, original, text);
  if (merged.conflicts.length > 0) return undefined;
  const { insight, gone } = takeText(sent, merged.text, at);
  return gone.clips.length + gone.links.length > 0 ? undefined : { ...insight, original: text };
}

/** From this share of words in common on, a quote is taken for another wording of a clip's. */
const sameQuote = 0.5;

/** Whether a quote of the file, which the card has not of its own, is a clip's in other words. */
function rewords(parts: CardProjection, text: string, at: string): boolean {
  const { clips } = takeText(parts, text, at).gone;
  const read = readCard(text);
  if (clips.length === 0 || !read.ok) return false;
  const own = new Set(quotesOf(parts.insight.card));
  const strange = quotesOf(read.value).filter((quote) => !own.has(quote));
  return parts.clips.some(
    ({ id, quote }) =>
      clips.includes(id) && strange.some((each) => shareOfWords(quote, each) >= sameQuote),
  );
}

function quotesOf({ sections }: Card): string[] {
  return sectionNames.flatMap((name) =>
    quotesWithAttribution(sections[name]).map((quote) => foldSpace(quote.text)),
  );
}

/** How many of the words of the longer text both have, 0 to 1. */
function shareOfWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const left = new Map<string, number>();
  for (const word of a ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b ?? []) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return shared / Math.max(a?.length ?? 0, b?.length ?? 0, 1);
}

/** The form that its clips left in: the one in which what leaves and the file differ in fewest lines. */
export function likestForm(parts: CardProjection, text: string): QuoteForm | undefined {
  const there = linesOf(text);
  const differing = (form: QuoteForm): number => {
    const sent = linesOf(writeCard(projectCard({ ...parts, form }), parts.insight.original));
    return without(sent, there) + without(there, sent);
  };
  const forms = quoteFormsOf(parts.clips, parts.form);
  const counted = forms.map((form) => ({ form, count: forms.length > 1 ? differing(form) : 0 }));
  const [likest] = counted.toSorted((one, other) => one.count - other.count);
  return likest?.form;
}

/** The lines, whichever system's ends they have. */
function linesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\r?\n/));
}

/** How many of the lines are not among the others. */
function without(lines: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...lines].filter((line) => !others.has(line)).length;
}
