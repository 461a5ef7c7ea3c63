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
/** Made when first needed: a browser takes some twenty milliseconds to make its first number format. */
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

export function configureMessages(next: Lookup, nextLocale: string): void {
  lookup = next;
  locale = nextLocale;
  plurals = undefined;
  numbers = undefined;
}

/** The message in the person's language, `$1` to `$9` filled in order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return lookup(key, substitutions.map(String));
}

/** As the messages have it, all of them English: up to 999 a number is its digits. */
function numberText(count: number): string {
  if (count < 1000) return String(count);
  numbers ??= new Intl.NumberFormat(locale);
  return numbers.format(count);
}

/** The form of a message that fits the count, which is also its `$1`. */
export function tn(stem: PluralKey, count: number, ...more: (string | number)[]): string {
  plurals ??= new Intl.PluralRules(locale);
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return lookup(`${stem}_${form}`, [numberText(count), ...more.map(String)]);
}
