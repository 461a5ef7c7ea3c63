import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { someCard, someDraft, someLink } from '../../../test/support/notes';
import { linkTypes } from '../insight/link';
import { emptyCard, type Card } from './card';
import { collectLinks } from './collect-links';
import { projectCard } from './project-card';
import { readCard } from './read-card';
import { relinkCard, unlinkCard } from './unlink-card';
import { writeCard } from './write-card';

function card(over: Partial<Card['sections']>, related: readonly string[] = []): Card {
  const { sections } = emptyCard();
  return someCard({ id: 'ins_a', related: [...related], sections: { ...sections, ...over } });
}

test.each([
  ['- `ins_b` — why\n- `ins_c`, other', '- `ins_c`, other'],
  ['- `ins_b` — why,\n  told at length\n- `ins_c`', '- `ins_c`'],
  ['* [[ins_b]]: supports', ''],
  ['Intro.\n\n1. ins_b\n2. ins_c', 'Intro.\n\n2. ins_c'],
  ['- `ins_b`, `ins_c` and ins_d — one why', '- `ins_c`, ins_d — one why'],
  ['- `ins_c`, `ins_b` — one why', '- `ins_c` — one why'],
  // Words about something else that merely mention it are left alone.
  ['- `ins_c` — as `ins_b` says', '- `ins_c` — as `ins_b` says'],
  ['- `ins_b` — unlike `ins_c`', '- `ins_b` — unlike `ins_c`'],
  ['Compare `ins_b`.', 'Compare `ins_b`.'],
  ['- `ins_b-longer`', '- `ins_b-longer`'],
])('of the cross-references %j stay %j', (before, after) => {
  expect(unlinkCard(card({ crossReferences: before }), 'ins_b').sections.crossReferences).toBe(
    after,
  );
});

test.each([
  ['Prose.\n\nContradicted by `ins_b`: why.\n\nMore.', 'Prose.\n\nMore.'],
  ['Limited by `ins_b`.', ''],
  ['Contradicts `ins_b`.\n\nMore.', 'More.'],
  ['Prose.\n\nContradicts `ins_b`: why.', 'Prose.'],
  ['But `ins_b` says otherwise.', 'But `ins_b` says otherwise.'],
  [
    'Contradicts `ins_b`: why.\nAnd a line of mine.',
    'Contradicts `ins_b`: why.\nAnd a line of mine.',
  ],
  ['Contradicts `ins_b`: so does `ins_c`.', 'Contradicts `ins_b`: so does `ins_c`.'],
])('of the counter-evidence %j stays %j', (before, after) => {
  const left = unlinkCard(card({ counterEvidence: before }), 'ins_b');
  expect(left.sections.counterEvidence).toBe(after);
});

test('the id goes from related, and a card that does not name it is the very same', () => {
  expect(unlinkCard(card({}, ['ins_c', 'ins_b']), 'ins_b').related).toEqual(['ins_c']);
  const other = card({ crossReferences: '- `ins_c`' }, ['ins_c']);
  expect(unlinkCard(other, 'ins_b')).toBe(other);
});

const links = fc.record({
  type: fc.constantFrom(...linkTypes),
  why: fc.constantFrom('', 'It says no.', 'As ever: yes'),
  turned: fc.boolean(),
});
const sections = fc.record({
  crossReferences: fc.constantFrom('', '- `ins_c` — other', 'Prose.', 'Prose.\n\n- `ins_c`'),
  counterEvidence: fc.constantFrom('', 'Prose.', 'Contradicts `ins_c`.'),
});

test('what a drawn link writes into both cards is taken out of both, and put back', () => {
  fc.assert(
    fc.property(links, sections, ({ type, why, turned }, said) => {
      const pair = ['ins_a', 'ins_b'].map((id) =>
        someDraft({ key: id, card: { ...card(said, ['ins_c']), id } }),
      );
      const ends = turned ? { from: 'ins_b', to: 'ins_a' } : { from: 'ins_a', to: 'ins_b' };
      const idOf = (key: string) => key;
      for (const insight of pair) {
        const input = { insight, clips: [], sources: new Map(), idOf };
        const written = projectCard({ ...input, links: [someLink({ ...ends, type, why })] });
        const other = insight.key === 'ins_a' ? 'ins_b' : 'ins_a';
        const left = unlinkCard(written, other);
        expect(left).toEqual(insight.card);
        expect(relinkCard(left, written, other)).toEqual(written);
      }
    }),
  );
});

test('an edit made meanwhile survives the undo', () => {
  const before = card({ crossReferences: '- `ins_b` — why\n- `ins_c`' }, ['ins_b', 'ins_c']);
  const left = unlinkCard(before, 'ins_b');
  const edited = {
    ...left,
    related: ['ins_c', 'ins_d'],
    sections: { ...left.sections, crossReferences: '- `ins_c` — edited' },
  };
  expect(relinkCard(edited, before, 'ins_b')).toMatchObject({
    related: ['ins_c', 'ins_d', 'ins_b'],
    sections: { crossReferences: '- `ins_c` — edited\n- `ins_b` — why' },
  });
});

const folder = '../shared/data/codex/cards';
test.skipIf(!existsSync(folder))('of the public codex, only lines that name the other go', () => {
  const files = readdirSync(folder).flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const read = readCard(text);
    return read.ok ? [{ text, card: read.value }] : [];
  });
  const insights = files.map(({ card: each }) => someDraft({ key: each.id, card: each }));
  const views = collectLinks(insights, []);
  let removed = 0;
  let listed = 0;
  for (const { text, card: before } of files) {
    for (const { key: other } of views.get(before.id) ?? []) {
      if (other === undefined) continue;
      const after = unlinkCard(before, other);
      if (before.related.includes(other)) listed += 1;
      if (after === before) continue;
      removed += 1;
      const lines = new Set(writeCard(after, text).split('\n'));
      const gone = text.split('\n').filter((line) => !lines.has(line));
      expect(
        gone.every((line) => line.includes(other)),
        `${before.id} ${other}`,
      ).toBe(true);
      expect(writeCard(relinkCard(after, before, other), text)).toBe(text);
    }
  }
  expect(removed).toBeGreaterThanOrEqual(listed);
});
