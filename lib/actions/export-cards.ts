/** Takes insights out as Markdown cards. */
import { cardFileName } from '../core/codex/card-id';
import type { Card } from '../core/codex/card';
import { citation } from '../core/codex/citation';
import type { QuoteForm } from '../core/codex/quote-form';
import { readQuotes } from '../core/codex/quotes';
import { writeCard } from '../core/codex/write-card';
import { distinctPaths } from '../core/exchange/distinct-paths';
import { loadProjection } from './load-projection';
import type { FileSaver, NoteStore } from './ports';

export interface ExportedCard {
  /** A file name that every system takes, unlike any other in the same export. */
  readonly name: string;
  /** The Markdown: byte for byte what came in, where nothing was added or edited. */
  readonly text: string;
  /** The archived source that it refers to; empty when none. */
  readonly rawRef: string;
}

/**
 * The cards of these insights, in this order, their clips attributed in the form given; keys of insights
 * that are gone are left out.
 */
export async function exportCards(
  store: NoteStore,
  keys: readonly string[],
  form?: QuoteForm,
): Promise<ExportedCard[]> {
  const { project } = await loadProjection(store, form);
  const insights = await Promise.all(keys.map((key) => store.getInsight(key)));
  const distinct = distinctPaths();
  return insights.flatMap((insight) => {
    if (!insight) return [];
    const card = project(insight);
    const name = distinct(cardFileName({ id: card.id, title: nameOf(card) }));
    return [{ name, text: writeCard(card, insight.original), rawRef: card.rawRef }];
  });
}

/** Puts the citation of one insight on the clipboard; false when it is gone or the browser refuses. */
export async function copyCitation(
  { store, files }: { readonly store: NoteStore; readonly files: FileSaver },
  key: string,
): Promise<boolean> {
  const insight = await store.getInsight(key);
  return insight ? await files.copy(citation(insight.card)) : false;
}

/** What a draft without a title goes by: its claim, or the words it was started with. */
function nameOf({ title, sections }: Card): string {
  const words = title || sections.claim || (readQuotes(sections.evidence)[0]?.text ?? '');
  return words.split(/\s+/).slice(0, 8).join(' ');
}
