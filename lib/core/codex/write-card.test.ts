import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCard, anyText, folded, readOrThrow as read } from '../../../test/support/any-card';
import { parse } from 'yaml';
import { emptyCard, type Card } from './card';
import { cardKeys } from './card-layout';
import { foldLines } from './scalar';
import { writeCard } from './write-card';

const frontMatter = (text: string): string => text.split(/^---\n/m)[1] ?? '';

/** A reader that knows one-line scalars and splits a flow list at every comma. */
function readByLine(text: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  let key = '';
  for (const line of frontMatter(text).split('\n')) {
    const item = /^ {2}- (.*)$/.exec(line);
    const pair = /^(\w+):(?: (.*))?$/.exec(line);
    if (item) {
      const items = values[key];
      values[key] = [...(Array.isArray(items) ? items : []), unquote(item[1] ?? '')];
    } else if (pair) {
      key = pair[1] ?? '';
      const value = pair[2] ?? '';
      values[key] = /^\[.*\]$/.test(value)
        ? value
            .slice(1, -1)
            .split(',')
            .map((each) => each.trim())
            .filter((each) => each !== '')
        : unquote(value);
    }
  }
  return values;
}

function unquote(value: string): string {
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  if (!/^".*"$/s.test(value)) return value;
  return value.includes('\\')
    ? (JSON.parse(value.replace(/\\x/g, '\\u00')) as string)
    : value.slice(1, -1);
}

describe('a card without a file', () => {
  test('survives writing and reading', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(read(writeCard(card))).toEqual(folded(card));
      }),
      { numRuns: 300 },
    );
  });

  test('is read alike by YAML 1.2, YAML 1.1 and a plain line reader', () => {
    fc.assert(
      fc.property(anyCard, (anything) => {
        const card = { ...anything, sourceDate: 'unknown', capturedDate: '' };
        const text = writeCard(card);
        const lines = readByLine(text);
        const byYaml = (['1.2', '1.1'] as const).map(
          (version) =>
            parse(frontMatter(text), { version, strict: true }) as Record<string, unknown>,
        );
        const expected = folded(card);
        for (const { key, field, kind } of cardKeys) {
          if (!(key in lines)) continue;
          for (const values of byYaml) {
            const empty = kind === 'list' ? [] : kind === 'score' ? undefined : '';
            expect(values[key] ?? empty, key).toEqual(expected[field] ?? empty);
          }
          if (kind !== 'score') expect(lines[key], key).toEqual(expected[field] ?? '');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a date stands without quotes, as in the real cards, whatever YAML 1.1 makes of it', () => {
    const card = { ...emptyCard(), id: 'ins_x', sourceDate: '2026-04-28', capturedDate: '2026-04' };
    const text = writeCard(card);
    expect(text).toContain('\nsource_date: 2026-04-28\ncaptured_date: 2026-04\n');
    // Only a day of the calendar: anything else in a date field is text for every reader.
    fc.assert(
      fc.property(anyText, (sourceDate) => {
        const written = writeCard({ ...card, sourceDate });
        if (/^\d{4}-\d{2}-\d{2}$/.test(sourceDate)) return;
        for (const version of ['1.2', '1.1'] as const) {
          const values = parse(frontMatter(written), { version }) as Record<string, unknown>;
          expect(values.source_date ?? '').toBe(foldLines(sourceDate));
        }
      }),
    );
  });

  test('has the codex form', () => {
    const card: Card = {
      ...emptyCard(),
      id: 'ins_small-teams-ship',
      title: 'Small teams ship',
      operator: 'Ada Example',
      operatorRole: 'Founder, Example: Works',
      coOperators: ['Bo, Jr.', 'Cy'],
      sourceUrl: 'https://example.org/a?b=1#c',
      sourceType: 'essay',
      sourceTitle: 'On size',
      sourceDate: '2026-04-28',
      domain: ['engineering', 'product'],
      score: { originality: 3, specificity: 4, evidence: 3, transferability: 5, source: 3 },
      tier: 'B',
    };
    card.sections.claim = 'Small teams ship.';
    card.sections.evidence = '> "We shipped."\n\n— Ada Example';
    expect(writeCard(card)).toBe(`---
id: ins_small-teams-ship
operator: Ada Example
operator_role: 'Founder, Example: Works'
co_operators:
  - Bo, Jr.
  - Cy
source_url: https://example.org/a?b=1#c
source_type: essay
source_title: On size
source_date: 2026-04-28
captured_date:
domain: [engineering, product]
lifecycle: []
maturity:
artifact_class:
score: { originality: 3, specificity: 4, evidence: 3, transferability: 5, source: 3 }
tier: B
related: []
raw_ref:
---

# Small teams ship

## Claim
Small teams ship.

## Evidence
> "We shipped."

— Ada Example
`);
  });
});
