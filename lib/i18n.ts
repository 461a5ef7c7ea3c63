/**
 * Typed messages over `public/_locales`. The words live in the platform's own files; whoever starts
 * a page (wire.ts, a test) says how a key is looked up, so that this module needs no browser API.
 */
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The stem of a message that has a `_one` and an `_other` form. */
export type PluralKey =
  Extract<MessageKey, `${string}_other`> extends `${infer Stem}_other` ? Stem : never;

type Lookup = (key: string, substitutions: string[]) => string;

let lookup: Lookup = (key) => key;
let locale = 'en';
/** Made once: each takes as long to make as a hundred messages to look up. */
let made: { readonly plurals: Intl.PluralRules; readonly numbers: Intl.NumberFormat } | undefined;

export function configureMessages(next: Lookup, nextLocale: string): void {
  lookup = next;
  locale = nextLocale;
  made = undefined;
}

/** The message in the person's language, `$1` to `$9` filled in order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return lookup(key, substitutions.map(String));
}

/** The form of a message that fits the count, which is also its `$1`. */
export function tn(stem: PluralKey, count: number, ...more: (string | number)[]): string {
  made ??= { plurals: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
  const form = made.plurals.select(count) === 'one' ? 'one' : 'other';
  return lookup(`${stem}_${form}`, [made.numbers.format(count), ...more.map(String)]);
}
