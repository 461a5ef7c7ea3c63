import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocument } from './read-document';

const contradiction = `---
id: con_early-or-late
title: Early or late
---

# Early, or late?

## Position A, Early
- Card: \`ins_early\`, \`ins_first-mover\`

## Position B, Late
- Card: \`ins_late\`; see also ins_early.
`;

it('tells kind and title and the cards it names, and keeps the text', () => {
  expect(readDocument(contradiction)).toEqual({
    ok: true,
    value: {
      kind: 'contradiction',
      id: 'con_early-or-late',
      title: 'Early, or late?',
      text: contradiction,
      names: ['ins_early', 'ins_first-mover', 'ins_late'],
    },
  });
});

it.each([
  ['---\nid: pat_one\ntitle: "One: two"\nuses_cards: [ins_a, ins_b]\n---\n', 'One: two'],
  ['---\nid: pat_one\ntitle: >-\n  One\n  two\n---\n', 'One two'],
  ['---\nid: pat_one\n---\n', ''],
])(
  'reads a pattern, its title from the front matter where there is no heading: %j',
  (text, title) => {
    expect(readDocument(text)).toMatchObject({ ok: true, value: { kind: 'pattern', title } });
  },
);

it.each([
  ['', 'empty-file'],
  ['# Notes', 'no-front-matter'],
  ['---\ntitle: x\n---\n', 'missing-id'],
  ['---\nid: ins_card\n---\n', 'bad-id'],
  ['---\nid: con_\n---\n', 'bad-id'],
  [`---\nid: con_${'x'.repeat(300)}\n---\n`, 'too-long'],
])('says why a file is none: %j', (text, reason) => {
  expect(readDocument(text)).toMatchObject({ ok: false, error: { reason } });
});

const codex = '../shared/data/codex';
it.skipIf(!existsSync(codex))('reads every contradiction and pattern of the public codex', () => {
  for (const [folder, kind] of [
    ['contradictions', 'contradiction'],
    ['patterns', 'pattern'],
  ]) {
    for (const name of readdirSync(`${codex}/${folder}`)) {
      const read = readDocument(readFileSync(`${codex}/${folder}/${name}`, 'utf8'));
      expect(read, name).toMatchObject({ ok: true, value: { kind } });
      expect(read.ok && read.value.names.length, name).toBeGreaterThan(1);
    }
  }
});
