import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  anyCard,
  folded,
  isSubsequence,
  readOrThrow as read,
} from '../../../test/support/any-card';
import type { Card } from './card';
import { cardKeys } from './card-layout';
import { writeCard } from './write-card';

const file = `---
id: ins_x
# a comment
operator: "Ada Example"   # checked
owner: someone else
tier: A # for now
domain: [b, a]
related:
  - ins_a
  # why
  - 'ins_b'
title: Old
---
Preamble.

#  Old

## Claim

One.

## Note of its own
Kept.
## Signals
- s`;

describe('a card with its file', () => {
  const edit = (change: (card: Card) => void, original = file): string => {
    const card = read(original);
    change(card);
    return writeCard(card, original);
  };

  test.each([
    ['nothing', () => {}, [], []],
    [
      'the tier',
      (card: Card) => {
        card.tier = 'B';
      },
      ['tier: A # for now'],
      ['tier: B # for now'],
    ],
    [
      'no tier',
      (card: Card) => {
        delete card.tier;
      },
      ['tier: A # for now'],
      ['tier: # for now'],
    ],
    [
      'quoted text',
      (card: Card) => {
        card.operator = 'Bo';
      },
      ['operator: "Ada Example"   # checked'],
      ['operator: "Bo"   # checked'],
    ],
    [
      'a list item',
      (card: Card) => {
        card.related = ['ins_a', 'ins_c', 'ins_b'];
      },
      [],
      ['  - ins_c'],
    ],
    [
      'a list',
      (card: Card) => {
        card.domain = ['a, b'];
      },
      ['domain: [b, a]'],
      ['domain:', '  - a, b'],
    ],
    [
      'the title',
      (card: Card) => {
        card.title = 'New';
      },
      ['title: Old', '#  Old'],
      ['title: New', '#  New'],
    ],
    [
      'a new key',
      (card: Card) => {
        card.operatorRole = 'CEO';
      },
      [],
      ['operator_role: CEO'],
    ],
    [
      'a section',
      (card: Card) => {
        card.sections.claim = 'Two.';
      },
      ['One.'],
      ['Two.'],
    ],
    [
      'more of a section',
      (card: Card) => {
        card.sections.claim += '\n\nTwo.';
      },
      [],
      ['', 'Two.'],
    ],
    [
      'more at the end',
      (card: Card) => {
        card.sections.signals += '\n- t';
      },
      [],
      ['- t'],
    ],
    [
      'a new section',
      (card: Card) => {
        card.sections.mechanism = 'M.';
      },
      [],
      ['## Mechanism', 'M.', ''],
    ],
    [
      'a section at the end',
      (card: Card) => {
        card.sections.crossReferences = '- x';
      },
      [],
      ['', '## Cross-references', '- x'],
    ],
    [
      'no section',
      (card: Card) => {
        card.sections.claim = '';
      },
      ['One.'],
      [],
    ],
  ] as const)('changes only its own lines: %s', (_, change, gone, come) => {
    const before = file.split('\n');
    const result = edit(change);
    const after = result.split('\n');
    const kept = before.filter((line) => !(gone as readonly string[]).includes(line));
    expect(isSubsequence(kept, after)).toBe(true);
    expect(after.length).toBe(before.length - gone.length + come.length);
    for (const line of come) expect(after).toContain(line);
    const card = read(file);
    change(card);
    expect(read(result)).toEqual(card);
  });

  test('a new key stands after the nearest key before it', () => {
    expect(
      edit((card) => {
        card.operatorRole = 'CEO';
      }),
    ).toContain('# checked\noperator_role: CEO\nowner:');
  });

  test('line ends stay', () => {
    const crlf = file.replaceAll('\n', '\r\n');
    const result = edit((card) => {
      card.sections.claim += '\nTwo.';
      card.maturity = 'applied';
    }, crlf);
    expect(result.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('a section written twice takes an addition at its end and becomes one when it is rewritten', () => {
    const twice = `${file}\n\n## Claim\nAgain.\n\n## Evidence\nE.\n`;
    expect(
      edit((card) => {
        card.sections.claim += '\nMore.';
      }, twice),
    ).toBe(twice.replace('Again.\n', 'Again.\nMore.\n'));
    const rewritten = edit((card) => {
      card.sections.claim = 'New.';
    }, twice);
    expect([rewritten.match(/## Claim/g)?.length, read(rewritten).sections.claim]).toEqual([
      1,
      'New.',
    ]);
  });

  test('any card written over any other reads back', () => {
    fc.assert(
      fc.property(anyCard, anyCard, fc.boolean(), (first, second, crlf) => {
        const original = writeCard(first).replaceAll('\n', crlf ? '\r\n' : '\n');
        expect(read(writeCard(second, original))).toEqual(folded(second));
        expect(writeCard(read(original), original)).toBe(original);
      }),
      { numRuns: 200 },
    );
  });

  test('what is written over a valid front matter is valid, and says the same to YAML 1.2 and 1.1', () => {
    fc.assert(
      fc.property(anyCard, (anything) => {
        const card = { ...anything, id: 'ins_x', sourceDate: '', capturedDate: '' };
        const text = writeCard(card, file);
        const front = text.split(/^---\n/m)[1] ?? '';
        for (const version of ['1.2', '1.1'] as const) {
          const values = parse(front, { version, strict: true }) as Record<string, unknown>;
          const expected = folded(card);
          for (const key of ['operator', 'operator_role', 'source_type', 'maturity']) {
            const field = cardKeys.find((each) => each.key === key)?.field ?? 'id';
            expect(values[key] ?? '').toEqual(expected[field]);
          }
          for (const key of ['domain', 'related'] as const) {
            expect(values[key] ?? []).toEqual(expected[key]);
          }
          expect(values.owner).toBe('someone else');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('an edit in two places of a section leaves what lies between', () => {
    const two = `${file}\n\n## Mechanism\na\n\\## b\nc\nd\n`;
    expect(
      edit((card) => {
        card.sections.mechanism = 'A\n## b\nc\nd\ne';
      }, two),
    ).toBe(two.replace('\na\n', '\nA\n').replace('\nd\n', '\nd\ne\n'));
  });

  test('a fence that comes in does not pair with one that stood open in another section', () => {
    const open = `${file.replace('One.', '```\nOne.')}\n`;
    const own = open.replace('Kept.', '~~~\nKept.');
    const code = 'Code:\n\n```\nx\n```\n\n~~~\ny\n~~~';
    const result = edit((card) => {
      card.sections.signals = code;
    }, own);
    expect(read(result).sections).toMatchObject({ claim: '```\nOne.', signals: code });
    expect(result).toContain('## Note of its own');
  });

  test('a comment stays beside a list that goes into lines of its own', () => {
    const commented = file.replace('domain: [b, a]', 'domain: [b, a] # mine');
    expect(
      edit((card) => {
        card.domain = ['a, b'];
      }, commented),
    ).toContain('domain: # mine\n  - a, b\n');
  });

  test('a file that is no card gives way to the codex form', () => {
    expect(writeCard(read(file), 'nothing')).toBe(writeCard(read(file)));
  });
});
