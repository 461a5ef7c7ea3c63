/** Arbitrary cards with the strings that break card writers, and what a card's text may fold. */
import * as fc from 'fast-check';
import { sectionNames, type Card } from '../../lib/core/codex/card';
import { readCard } from '../../lib/core/codex/read-card';
import { foldLines } from '../../lib/core/codex/scalar';
import { normalSection } from '../../lib/core/codex/section-text';
import { normalTitle } from '../../lib/core/codex/write-field';

const hostile = [
  '"quoted" and \'single\'',
  "it's",
  'a: b',
  'ends:',
  'a # b',
  '*** first',
  '1.10',
  '0x1F',
  '12:30:45',
  '2026-04-28',
  '2026-4-1',
  '2001-12-14t21:59:43.10-05:00',
  '2001-12-14 21:59:43.10 -5',
  '1_000',
  '0b101',
  '0o17',
  '017',
  '+1.5e3',
  '.5',
  '5.',
  '190:20:30.15',
  '.inf',
  '-.INF',
  '.NaN',
  'off',
  'N',
  '*alias',
  '&anchor x',
  '!!int 3',
  '!x y',
  '# x',
  '"',
  "'",
  "''",
  '-',
  '?',
  ':',
  ': x',
  'tier: A',
  'a\u00a0b',
  '\u00a0',
  'yes',
  'Null',
  '~',
  '=',
  '<<',
  '- dash',
  '? what',
  '[a, b]',
  '{a: b}',
  '%x',
  '@x',
  '`x`',
  '| x',
  '> x',
  '---',
  '...',
  String.raw`C:\new`,
  String.raw`say "C:\new" and it's`,
  '👩‍👩‍👧 emoji',
  '\u202eעברית العربية',
  'line\u2028separator\u2029and\x85next',
  '\0\x01\x7f\ufeff\ufffe',
  '\ud800 alone',
  '\ttab\t',
  ' spaces ',
  'two\nlines\r\nthree',
  '## Claim',
  '\\## Claim',
  '```',
  '~~~\n## Claim\n~~~',
  '# Heading',
  'x'.repeat(10_000),
];

export const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', "'", ':', ' ', '#', ',', '[', ']', '\\', '\n', 'a', '-', '`', '~'),
  }),
  fc
    .array(fc.constantFrom(...hostile.slice(0, -1)), { minLength: 1, maxLength: 4 })
    .map((all) => all.join('\n')),
);
const point = fc.integer({ min: 1, max: 5 });
const list = fc.array(anyText, { maxLength: 4 });

export const anyCard: fc.Arbitrary<Card> = fc
  .record({
    id: fc.constant('ins_some-card'),
    title: anyText,
    operator: anyText,
    operatorRole: anyText,
    coOperators: list,
    sourceUrl: anyText.map((text) => text.slice(0, 7_000)),
    sourceType: anyText,
    sourceTitle: anyText,
    sourceDate: anyText,
    capturedDate: anyText,
    domain: list,
    lifecycle: list,
    maturity: anyText,
    artifactClass: anyText,
    related: list,
    rawRef: anyText.map((text) => text.slice(0, 7_000)),
    score: fc.option(
      fc.record({
        originality: point,
        specificity: point,
        evidence: point,
        transferability: point,
        source: point,
      }),
      { nil: undefined },
    ),
    tier: fc.option(fc.constantFrom('A' as const, 'B' as const, 'C' as const), { nil: undefined }),
    sections: fc.record({
      claim: anyText,
      mechanism: anyText,
      conditions: anyText,
      evidence: anyText,
      signals: anyText,
      counterEvidence: anyText,
      crossReferences: anyText,
    }),
  })
  .map(({ score, tier, ...rest }) => ({ ...rest, ...(score && { score }), ...(tier && { tier }) }));

/** The card as its text can hold it: what writing promises to fold, folded. */
export function folded(card: Card): Card {
  const fold = (value: unknown): unknown =>
    typeof value === 'string' ? foldLines(value) : Array.isArray(value) ? value.map(fold) : value;
  const fields = Object.fromEntries(Object.entries(card).map(([key, value]) => [key, fold(value)]));
  const sections = Object.fromEntries(
    sectionNames.map((name) => [name, normalSection(card.sections[name])]),
  );
  return { ...fields, title: normalTitle(card.title), sections } as unknown as Card;
}

/** The card a text stands for; throws where it is none. */
export function readOrThrow(text: string): Card {
  const result = readCard(text);
  if (!result.ok) throw new Error(`${JSON.stringify(result.error)}\n${text}`);
  return result.value;
}

/** Whether the lines of one text all stand in another, in order. */
export function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const line of whole) if (line === part[found]) found += 1;
  return found === part.length;
}
