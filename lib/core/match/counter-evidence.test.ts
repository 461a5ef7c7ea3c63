import { expect, test } from 'vitest';
import { pageOfTexts, sampleInsights, samplePage } from '../../../test/support/match-sample';
import { counterEvidence, type OpposingLink } from './counter-evidence';
import type { MatchDocument } from './match';
import { matchDocument } from './match-document';
import { buildIndex } from './match-index';
import { matchPage } from './match-page';

const noView = 'No opposing view in this library yet.';
const against =
  'Founders of grocers and bakers report the reverse: regulars left within a month of the rise.';
const card = (key: string, fields: MatchDocument['fields']): MatchDocument => ({
  key,
  fields,
  operator: 'Ada Quill',
  sourceKeys: [],
});
const library = [
  card('prices', {
    claim: 'Raise the price before adding features.',
    mechanism: 'A higher price brings customers who mean it.',
    conditions:
      'Holds when:\n- there are customers\n\nFails when:\n- a public tender fixes the tariff for years\n- nobody pays',
    counterEvidence: against,
  }),
  card('b', { claim: 'Meet before you part.', counterEvidence: noView }),
  card('c', { claim: 'Write before you speak.', counterEvidence: noView }),
  card('d', { claim: 'Read fewer books twice.', counterEvidence: noView }),
];
const index = buildIndex(library);
const documents = new Map(library.map((each) => [each.key, each]));
const ask = (texts: string[], keys: string[], links: OpposingLink[] = []) =>
  counterEvidence({
    index,
    page: pageOfTexts(texts),
    matches: keys.map((key) => ({ key })),
    documents,
    links,
  });

test('what a card records against itself is shown, whatever the page says', () => {
  expect(ask(['Raise the price before adding features.'], ['prices'])).toEqual([
    { kind: 'recorded', key: 'prices', field: 'counterEvidence', text: against, terms: [] },
  ]);
});

test('text that recurs in many cards comes last, is said to, and challenges nothing', () => {
  const found = ask(['Meet before you part.'], ['b', 'c', 'prices', 'd']);
  expect(found.map((each) => [each.key, each.kind, 'isBoilerplate' in each])).toEqual([
    ['prices', 'recorded', false],
    ['b', 'recorded', true],
    ['c', 'recorded', true],
    ['d', 'recorded', true],
  ]);
});

test('a condition that a card lists twice is shown once', () => {
  const condition = 'a public tender fixes the tariff for years';
  const twice = card('twice', {
    claim: 'Raise the price before adding features.',
    conditions: `Fails when:\n- ${condition}\n- ${condition}`,
  });
  const found = counterEvidence({
    index: buildIndex([twice]),
    page: pageOfTexts(['In our county a public tender fixes the tariff for four years.']),
    matches: [{ key: 'twice' }],
    documents: new Map([['twice', twice]]),
    links: [],
  });
  expect(found.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
});

test('quoting a long page for many insights takes no longer than reading it', () => {
  const many = Array.from({ length: 40 }, (_, n) =>
    card(`m${n}`, {
      claim: 'Raise the price before adding features.',
      counterEvidence: `Tender number${n} fixes the tariff for years in county${n}.`,
    }),
  );
  const ofMany = buildIndex(many);
  const matches = many.map(({ key }) => ({ key }));
  const ofKey = new Map(many.map((each) => [each.key, each]));
  const texts = Array.from({ length: 20_000 }, (_, n) => `The tender of county${n % 40} is fixed.`);
  const taken = [1, 2, 3].map(() => {
    const page = pageOfTexts(texts);
    const start = performance.now();
    matchPage(ofMany, page);
    const read = performance.now();
    counterEvidence({ index: ofMany, page, matches, documents: ofKey, links: [] });
    return (performance.now() - read) / (read - start);
  });
  expect(Math.min(...taken)).toBeLessThan(1.5);
});

test('a fails-when condition is shown where the page meets it, with the passage', () => {
  const page = 'In our county a public tender fixes the tariff for four years.';
  const found = ask([page], ['prices']).find(
    (each) => each.kind === 'recorded' && each.field === 'conditions',
  );
  expect(found).toMatchObject({
    text: 'a public tender fixes the tariff for years',
    passage: { text: page },
  });
});

test('a passage close to the recorded text and far from the claim may challenge', () => {
  const page = 'Two bakers and a grocer told me the reverse: their regulars left within a month.';
  expect(ask([page], ['prices'])[0]).toMatchObject({
    kind: 'may-challenge',
    passage: { text: page },
    text: against,
  });
});

test('a passage close to the claim challenges nothing', () => {
  const kinds = ask(
    ['Raise the price before adding features: a higher price brings customers who mean it.'],
    ['prices'],
  ).map(({ kind }) => kind);
  expect(kinds).not.toContain('may-challenge');
});

test('links that contradict or limit are seen from both ends, each once, and lead the list', () => {
  const links = [
    { from: 'prices', to: 'b', type: 'contradicts', why: 'x' },
    { from: 'b', to: 'prices', type: 'contradicts', why: 'again' },
    { from: 'd', to: 'prices', type: 'limits', why: 'y' },
    { from: 'prices', to: 'c', type: 'supports', why: 'z' },
    { from: 'c', to: 'd', type: 'contradicts', why: 'not matched' },
  ];
  const found = ask(['Raise the price.'], ['prices', 'b'], links);
  expect(found.slice(0, 2)).toEqual([
    { kind: 'contradicting', key: 'prices', otherKey: 'b', type: 'contradicts', why: 'x' },
    { kind: 'contradicting', key: 'prices', otherKey: 'd', type: 'limits', why: 'y' },
  ]);
  expect(found[2]?.kind).toBe('recorded');
});

test('a limit argues only against the insight it leads to', () => {
  const links = [{ from: 'b', to: 'prices', type: 'limits', why: 'y' }];
  const kinds = ask(['Meet before you part.'], ['b'], links).map(({ kind }) => kind);
  expect(kinds).toEqual(['recorded']);
  expect(ask(['Meet before you part.'], ['b', 'prices'], links)[0]).toMatchObject({
    kind: 'contradicting',
    key: 'prices',
    otherKey: 'b',
  });
});

test('the sample essay may challenge the card it argues against, and no other', () => {
  const own = sampleInsights().map((insight) => matchDocument(insight, [], () => undefined));
  const built = buildIndex(own);
  const page = samplePage('slowdesk.example');
  const found = counterEvidence({
    index: built,
    page,
    matches: matchPage(built, page),
    documents: new Map(own.map((each) => [each.key, each])),
    links: [],
  });
  expect(found.flatMap((each) => (each.kind === 'may-challenge' ? each.key : []))).toEqual([
    'ins_write-the-decision-before-the-meeting',
  ]);
});
