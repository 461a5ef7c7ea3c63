import { mergeImported } from '../codex/merge-card';
import { projectCard, type CardProjection } from '../codex/project-card';
import { quoteFormsOf, type QuoteForm } from '../codex/quote-form';
import { writeCard } from '../codex/write-card';
import type { Insight } from './insight';
import { takeText } from './take-text';

/**
 * The insight with what a file says merged in, part by part: what either side changed since the card
 * last came in is kept, and the file is what it last came in with from now on. Undefined where both
 * changed the same words, or where the file lacks words of a clip or link of the insight: those are a
 * person's to decide. The file must be a card; its clips may have left in any form.
 */
export function mergeImport(parts: CardProjection, text: string, at: string): Insight | undefined {
  const sent = { ...parts, form: likestForm(parts, text) };
  const { original } = parts.insight;
  const mine = writeCard(projectCard(sent), original);
  const merged = mergeImported(mine, original, text);
  if (merged.conflicts.length > 0) return undefined;
  const { insight, gone } = takeText(sent, merged.text, at);
  return gone.clips.length + gone.links.length > 0 ? undefined : { ...insight, original: text };
}

/** The form that its clips left in: the one in which most of what leaves stands in the file. */
export function likestForm(parts: CardProjection, text: string): QuoteForm | undefined {
  const there = new Set(text.split('\n'));
  const missing = (form: QuoteForm): number =>
    writeCard(projectCard({ ...parts, form }), parts.insight.original)
      .split('\n')
      .filter((line) => !there.has(line)).length;
  const forms = quoteFormsOf(parts.clips, parts.form);
  const counted = forms.map((form) => ({ form, count: forms.length > 1 ? missing(form) : 0 }));
  const [likest] = counted.toSorted((one, other) => one.count - other.count);
  return likest?.form;
}
