import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { someCard, someDocument, someDraft } from '../../../test/support/notes';
import type { LinkView } from './collect-links';
import { documentLinks, documentSides, withDocumentLinks } from './document-links';
import { readDocument } from './read-document';

const insight = (name: string, collection = 'own') =>
  someDraft({
    key: `${collection}/${name}`,
    collection,
    card: someCard({ id: `ins_${name}` }),
  });

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => insight(name));
const insights = [a, b, c, d].flatMap((each) => each ?? []);

const contradiction = someDocument({
  text: `---
id: con_x
---
# X

## Position A, One
- Card: \`ins_a\`, \`ins_b\`
- Claim: Not \`ins_d\`.

## Position B, Two
- Card: \`ins_c\`, \`ins_gone\`
`,
});
const naming = { key: contradiction.key, kind: 'contradiction', title: contradiction.title };
const seen = (views: readonly LinkView[]) => views.map(({ type, key }) => `${type} ${key}`);

test('a contradiction sets the cards of its positions against each other, and nobody else', () => {
  const linksOf = documentLinks([contradiction], insights);
  expect(linksOf('own/a')).toEqual([
    {
      key: 'own/c',
      type: 'contradicts',
      direction: 'both',
      why: '',
      origin: 'document',
      documents: [naming],
    },
  ]);
  expect(seen(linksOf('own/c'))).toEqual(['contradicts own/a', 'contradicts own/b']);
  expect(linksOf('own/d')).toEqual([]);
});

test.each([
  ['uses_cards: [ins_a, ins_b]'],
  ['uses_cards:\n  - ins_a\n  - ins_b\ndomains: [ins_d]'],
  ['uses_cards:\r\n- ins_a\r\n- ins_b'],
])('a document without positions relates the cards it is made of: %j', (used) => {
  const pattern = someDocument({
    kind: 'pattern',
    text: `---\nid: pat_x\n${used}\n---\n# X\n\nBut \`ins_c\`.\n`,
  });
  const linksOf = documentLinks([pattern], insights);
  expect(seen(linksOf('own/a'))).toEqual(['related own/b']);
  expect(linksOf('own/c')).toEqual([]);
});

test('without such a list all that it names are related; one position alone opposes nobody', () => {
  const text = '# X\n\n## Position A, One\n- Card: ins_a\n\nBut ins_b.';
  const linksOf = documentLinks([someDocument({ text, names: ['ins_a', 'ins_b'] })], insights);
  expect(seen(linksOf('own/a'))).toEqual(['related own/b']);
});

test('several documents that say the same are one link', () => {
  const other = { ...contradiction, key: 'other', title: 'Other' };
  const [link, ...rest] = documentLinks([contradiction, other], insights)('own/a');
  expect(rest).toEqual([]);
  expect(link?.documents?.map(({ title }) => title)).toEqual([contradiction.title, 'Other']);
});

test('an id means the card of the document’s own collection first', () => {
  const loaded = { ...contradiction, collection: 'codex' };
  const linksOf = documentLinks([loaded], [...insights, insight('c', 'codex')]);
  expect(seen(linksOf('own/a'))).toEqual(['contradicts codex/c']);
});

test('where the two are linked already, the document is noted there', () => {
  const views: LinkView[] = [
    { key: 'own/c', type: 'related', direction: 'both', why: '', origin: 'related' },
    { key: 'own/c', type: 'limits', direction: 'to', why: 'w', origin: 'person' },
  ];
  const linksOf = documentLinks([contradiction], insights);
  expect(withDocumentLinks(views, linksOf('own/a'))).toEqual([
    views[0],
    { ...views[1], documents: [naming] },
  ]);
  expect(withDocumentLinks([], linksOf('own/a'))).toEqual(linksOf('own/a'));
});

const codex = '../shared/data/codex';
test.skipIf(!existsSync(codex))('of the public codex, seven contradictions have two sides', () => {
  const sides = (folder: string) =>
    readdirSync(`${codex}/${folder}`).map((name) => {
      const read = readDocument(readFileSync(`${codex}/${folder}/${name}`, 'utf8'));
      if (!read.ok) throw new Error(name);
      return documentSides(someDocument(read.value));
    });
  expect(sides('contradictions').filter((each) => each.length > 1)).toHaveLength(7);
  for (const [used = [], ...others] of sides('patterns')) {
    expect(others).toEqual([]);
    expect(used.length).toBeGreaterThan(1);
  }
});
