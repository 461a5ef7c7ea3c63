import type { QuoteForm } from '../core/codex/quote-form';

/** Keeps how clips are attributed in cards that leave, as the person chose it. */
export interface QuoteFormChoice {
  form(): Promise<QuoteForm>;
  choose(change: Partial<QuoteForm>): Promise<void>;
  /** Calls back after every change, by whichever page; returns the end of it. */
  watch(changed: () => void): () => void;
}
