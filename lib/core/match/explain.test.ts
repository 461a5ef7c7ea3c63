import { expect, test } from 'vitest';
import { pageOfTexts } from '../../../test/support/match-sample';
import { explain } from './explain';
import type { MatchDocument, MatchPage } from './match';
import { buildIndex } from './match-index';

const card: MatchDocument = {
  key: 'k',
  fields: {
    claim: 'Annual discounts hide churn.',
    evidence: '> "We sold **yearly plans** at a *third* off, and heard nothing for a year."',
  },
  operator: 'Ada Quill and Tam Rowe',
  sourceKeys: ['https://a.example/one'],
};
const index = buildIndex([card]);
const reasons = (page: MatchPage) => explain(index, page, card);

test('the passage, the sentence and the terms they share', () => {
  const [reason] = reasons(
    pageOfTexts(['Weather was mild.', 'An annual discount only hides the churn.', 'Goodbye.']),
  );
  expect(reason).toMatchObject({
    kind: 'passage',
    passage: { text: 'An annual discount only hides the churn.', start: 18, end: 58 },
    field: 'claim',
    sentence: 'Annual discounts hide churn.',
  });
  const terms = reason?.kind === 'passage' ? reason.terms.map(({ term }) => term).sort() : [];
  expect(terms).toEqual(['annual', 'churn', 'discount', 'hides']);
});

test('a quote is given without its Markdown', () => {
  const [reason] = reasons(pageOfTexts(['They sold yearly plans at a third off.']));
  expect(reason).toMatchObject({
    field: 'evidence',
    sentence: '"We sold yearly plans at a third off, and heard nothing for a year."',
  });
});

test('of a long passage only the sentences that matter are quoted, with their place', () => {
  const filler = 'The tram climbed past the orchard and the river lay grey below us. ';
  const long = `${filler.repeat(12)}An annual discount only hides the churn. ${filler.repeat(12)}`;
  const page = pageOfTexts(['Opening words.', long.trim()]);
  const [reason] = reasons(page);
  if (reason?.kind !== 'passage') throw new Error('no passage');
  const { text, start, end } = reason.passage;
  expect(text).toContain('An annual discount only hides the churn.');
  expect(text.length).toBeLessThan(800);
  expect(
    page.passages
      .map((passage) => passage.text)
      .join('\n')
      .slice(start, end),
  ).toBe(text);
});

test('a long passage whose offsets do not fit its text is quoted whole', () => {
  const text = `${'The tram climbed past the orchard. '.repeat(30)}An annual discount hides churn.`;
  const passage = { text, start: 0, end: text.length + 7 };
  expect(reasons({ passages: [passage] })[0]).toMatchObject({ passage });
});

test.each([
  ['https://a.example/one', ['TAM  ROWE'], ['passage', 'same-source', 'same-operator']],
  ['https://a.example/two', ['Ada Quillon'], ['passage']],
])('on %s by %j: %j', (sourceKey, people, kinds) => {
  const page = { ...pageOfTexts(['Annual discounts hide churn.']), sourceKey, people };
  expect(reasons(page).map(({ kind }) => kind)).toEqual(kinds);
});

test('nothing for an unknown key or a page without a shared term', () => {
  const page = pageOfTexts(['Annual discounts hide churn.']);
  expect(explain(index, page, { ...card, key: 'other' })).toEqual([]);
  expect(reasons(pageOfTexts(['Leeks braise slowly.']))).toEqual([]);
});
