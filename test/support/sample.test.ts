import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCard } from '../../lib/core/codex/read-card';
import { writeCard } from '../../lib/core/codex/write-card';
import { sampleCards } from './sample.ts';

const headings = [
  'Claim',
  'Mechanism',
  'Conditions',
  'Evidence',
  'Signals',
  'Counter-evidence',
  'Cross-references',
];
const keys = [
  'id operator operator_role source_url source_type source_title source_date captured_date domain',
  'lifecycle maturity artifact_class score tier related raw_ref',
].flatMap((line) => line.split(' '));

interface Front {
  id: string;
  tier: string;
  source_date: string;
  related: string[];
  score: Record<string, number>;
}

const cards = sampleCards().map((path) => {
  const text = readFileSync(path, 'utf8');
  const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  return { name: basename(path, '.md'), text, front: parse(front) as Front, body };
});

const byId = new Map(cards.map((card) => [card.front.id, card]));

test.each(cards)('$name is a whole card in the codex form', ({ name, front, body }) => {
  expect(front.id).toBe(name);
  expect(Object.keys(front)).toEqual(keys);
  expect(body).toMatch(/^\n# \S/);
  expect([...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(headings);
  expect(body).toContain('\nHolds when:\n- ');
  expect(body).toContain('\nFails when:\n- ');
  expect(body).toMatch(/^> "/m);
  expect(front.source_date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each(cards)('$name is written the way this project writes cards', ({ text }) => {
  const card = readCard(text);
  expect(card.ok && writeCard(card.value)).toBe(text);
});

test.each(cards)('the tier of $name is the one its score proposes', ({ front }) => {
  const sum = Object.values(front.score).reduce((a, b) => a + b, 0);
  expect(front.tier).toBe(sum >= 22 ? 'A' : sum >= 17 ? 'B' : 'C');
});

test.each(cards)('the links of $name go both ways and are explained', ({ front, body }) => {
  for (const id of front.related) {
    expect(byId.get(id)?.front.related).toContain(front.id);
    expect(body).toContain(`\n- \`${id}\` — `);
  }
});

test('pairs that contradict each other name each other as counter-evidence', () => {
  const against = (body: string) => /## Counter-evidence\n(.*?)\n\n/s.exec(body)?.[1] ?? '';
  const pairs = cards.flatMap(({ front, body }) =>
    [...against(body).matchAll(/`(ins_[a-z-]+)`/g)].map(([, id]) => [front.id, id!] as const),
  );
  expect(pairs.length).toBeGreaterThanOrEqual(4);
  for (const [from, to] of pairs) expect(against(byId.get(to)!.body)).toContain(`\`${from}\``);
});
