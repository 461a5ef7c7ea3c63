import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOfTexts, sampleInsights, samplePage } from '../../../test/support/match-sample';
import type { MatchDocument } from './match';
import { matchDocument } from './match-document';
import { explain } from './explain';
import { loadIndex } from './load-index';
import {
  addInsight,
  buildIndex,
  changeInsights,
  removeInsight,
  type MatchIndex,
} from './match-index';
import { matchPage } from './match-page';
import { plainText } from './plain-text';
import { saveIndex } from './save-index';
import type { SavedIndex } from './saved-index';
import { softenedBy } from './soften';

const documents = sampleInsights().map((insight) => matchDocument(insight, [], (url) => url));
const library = buildIndex(documents);
const all = { threshold: 0, limit: Infinity };
const hosts = ['slowdesk.example', 'ledgerandloom.example', 'halfwaymeeting.example'];

const words = fc.oneof(
  fc.constantFrom('price', 'prices', 'churn', 'annual', 'discount', 'meeting', 'writes', 'team'),
  fc.constantFrom('the', 'of', 'Trial.', 'week', '价格', 'é', '。', '\n', 'same same.', '> quote'),
);
const text = fc.array(words, { maxLength: 25 }).map((list) => list.join(' '));
const shared = fc.constantFrom('This sentence stands in many cards. ', 'So does this one. ', '');
const anyDocument: fc.Arbitrary<MatchDocument> = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  fields: fc.record({
    title: fc.oneof(fc.constant(''), text),
    claim: fc.tuple(shared, text).map((parts) => parts.join('')),
    evidence: fc.tuple(shared, text).map((parts) => parts.join('')),
  }),
  operator: fc.constantFrom('', 'Mira Oyelaran'),
  sourceKeys: fc.constant([]),
});
const anyKey = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const step = fc.oneof(
  anyDocument,
  anyKey,
  fc.constant('save and load' as const),
  fc.record({ removed: fc.array(anyKey), added: fc.array(anyDocument) }),
);

function reloaded(index: MatchIndex): MatchIndex {
  const loaded = loadIndex(saveIndex(index));
  if (!loaded) throw new Error('what was saved does not load');
  return loaded;
}

test('adding, removing, saving and loading in any order equals a fresh build', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(text, { maxLength: 5 }),
      (steps, texts) => {
        let index = buildIndex([]);
        const kept = new Map<string, MatchDocument>();
        for (const each of steps) {
          if (each === 'save and load') index = reloaded(index);
          else if (typeof each === 'string') {
            removeInsight(index, each);
            kept.delete(each);
          } else if ('added' in each) {
            changeInsights(index, each.removed, each.added);
            for (const key of each.removed) kept.delete(key);
            for (const document of each.added) kept.set(document.key, document);
          } else {
            addInsight(index, each);
            kept.set(each.key, each);
          }
        }
        const page = pageOfTexts(texts);
        const fresh = buildIndex([...kept.values()].toReversed());
        const expected = matchPage(fresh, page, all);
        expect(matchPage(index, page, all)).toEqual(expected);
        expect(matchPage(reloaded(index), { ...page }, all)).toEqual(expected);
        for (const document of kept.values()) {
          expect(explain(index, page, document)).toEqual(explain(fresh, { ...page }, document));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('any Unicode text is taken, and reasons stand in page and insight', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(anyText, { maxLength: 6 }),
      fc.array(anyText, { maxLength: 4 }),
      (claims, texts) => {
        const own = claims.map((claim, at) => ({
          key: `k${at}`,
          fields: { title: texts[at] ?? '', claim },
          operator: texts.at(-1) ?? '',
          sourceKeys: [],
        }));
        const page = { ...pageOfTexts([...texts, ...claims]), people: texts };
        const index = buildIndex(own);
        for (const match of matchPage(index, page, all)) {
          const document = own.find(({ key }) => key === match.key);
          if (!document) throw new Error('a match that nobody put in');
          const [reason] = explain(index, page, document);
          expect(match.score).toBeGreaterThan(0);
          expect(match.score).toBeLessThanOrEqual(1);
          if (!reason) continue;
          if (reason.kind !== 'passage') throw new Error('the first reason is the passage');
          const { title, claim } = document.fields;
          expect(plainText(reason.field === 'title' ? title : claim)).toContain(reason.sentence);
          const at = page.passages.find(
            ({ start, end }) => start <= reason.passage.start && reason.passage.end <= end,
          );
          const from = reason.passage.start - (at?.start ?? 0);
          expect(at?.text.slice(from, from + reason.passage.text.length)).toBe(reason.passage.text);
        }
      },
    ),
  );
});

test.each(hosts)(
  'the reasons for %s are verbatim, and their terms stand in the passage',
  (host) => {
    const page = samplePage(host);
    const whole = page.passages.map((passage) => passage.text).join('\n');
    const matches = matchPage(library, page);
    expect(matches.length).toBeGreaterThanOrEqual(2);
    for (const { key } of matches) {
      const document = documents.find((each) => each.key === key);
      if (!document) throw new Error('a match that nobody put in');
      const [reason] = explain(library, page, document);
      if (reason?.kind !== 'passage') throw new Error('the first reason is the passage');
      const { passage, field, sentence, terms } = reason;
      expect(whole.slice(passage.start, passage.end)).toBe(passage.text);
      expect(plainText(document.fields[field] ?? '')).toContain(sentence);
      for (const { term } of terms) expect(passage.text).toContain(term);
      expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
      expect(terms.map(({ weight }) => weight)).toEqual(
        terms.map(({ weight }) => weight).sort((a, b) => b - a),
      );
    }
  },
);

test('the closest insight comes first', () => {
  const [best] = matchPage(library, samplePage('slowdesk.example'));
  expect(best?.key).toBe('ins_write-the-decision-before-the-meeting');
});

test('a recipe surfaces nothing', () => {
  expect(matchPage(library, samplePage('saltandember.example'))).toEqual([]);
});

test.each(documents)('a library of $key alone surfaces it on its own subject only', (document) => {
  const index = buildIndex([document]);
  const own = [document.fields.claim ?? '', document.fields.mechanism ?? ''].map(plainText);
  expect(matchPage(index, pageOfTexts(own)).map(({ key }) => key)).toEqual([document.key]);
  expect(matchPage(index, samplePage('saltandember.example'))).toEqual([]);
});

test.each([
  ['an empty page', []],
  ['a page of white space', [' \n ']],
  ['a page of stop words', ['and then it was what they had of it']],
  ['a page of one everyday word', ['people']],
])('%s matches nothing', (_, texts) => {
  expect(matchPage(library, pageOfTexts(texts))).toEqual([]);
});

test('an empty library matches nothing', () => {
  expect(matchPage(buildIndex([]), samplePage('slowdesk.example'), all)).toEqual([]);
});

test('a page of one word finds the insights that hold it', () => {
  const found = matchPage(library, pageOfTexts(['discount']), all).map(({ key }) => key);
  expect(found).toContain('ins_annual-discount-buys-silence');
  expect(found).not.toContain('ins_read-fewer-things-twice');
});

test('limit and threshold hold, and scores fall', () => {
  const page = samplePage('slowdesk.example');
  const scores = matchPage(library, page, all).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(matchPage(library, page, { threshold: 0, limit: 2 })).toHaveLength(2);
  for (const { score } of matchPage(library, page, { threshold: 0.9 })) {
    expect(score).toBeGreaterThanOrEqual(0.9);
  }
});

test('a sentence that many cards share counts for little', () => {
  const phrase = 'The gasket must be torqued twice before the first frost.';
  const cards = Array.from({ length: 5 }, (_, at) => ({
    key: `k${at}`,
    fields: { claim: `Harbour pilots tell tale number ${at}.`, conditions: phrase },
    operator: '',
    sourceKeys: [],
  }));
  const page = pageOfTexts([phrase]);
  const [alone] = matchPage(buildIndex(cards.slice(0, 1)), page, all);
  const [among] = matchPage(buildIndex(cards), page, all);
  expect(alone?.score).toBeGreaterThan(0.5);
  expect(among?.score ?? 0).toBeLessThan(0.5);
});

test('a page of a million words is read, and what it touches is found', () => {
  const [decision = ''] = documents.map(({ fields }) => fields.claim ?? '');
  const filler = 'Tides lifted the ferry while gulls argued over bread near the old lighthouse. ';
  const page = pageOfTexts([filler.repeat(40_000), plainText(decision), filler.repeat(40_000)]);
  const [best] = matchPage(library, page, all);
  expect(best?.key).toBe(documents[0]?.key);
});

test.each([
  ['another layout', (saved: SavedIndex) => ({ ...saved, format: saved.format + 1 })],
  [
    'a part that is missing',
    ({ format, buffers }: SavedIndex) => ({
      format,
      buffers: Object.fromEntries(Object.entries(buffers).filter(([name]) => name !== 'bytes')),
    }),
  ],
  [
    'a part that is cut off',
    (saved: SavedIndex) => ({
      ...saved,
      buffers: { ...saved.buffers, starts: saved.buffers['starts']!.slice(0, 5) },
    }),
  ],
  ['nothing at all', ({ format }: SavedIndex) => ({ format, buffers: {} })],
])('a saved index in %s does not load', (_, change) => {
  expect(loadIndex(change(saveIndex(library)))).toBeUndefined();
});

test('an index loads from any place in a larger buffer', () => {
  const { format, buffers } = saveIndex(library);
  const shifted = Object.fromEntries(
    Object.entries(buffers).map(([name, part]) => {
      const whole = new Uint8Array(part.length + 3);
      whole.set(part, 3);
      return [name, whole.subarray(3)];
    }),
  );
  const loaded = loadIndex({ format, buffers: shifted });
  const page = samplePage('slowdesk.example');
  expect(loaded && matchPage(loaded, page)).toEqual(matchPage(library, { ...page }));
});

test('words joined by a hyphen meet the same written as one, both ways', () => {
  const index = buildIndex([
    {
      key: 'joined',
      fields: { claim: 'Our frontend rendering stalls.' },
      operator: '',
      sourceKeys: [],
    },
    {
      key: 'apart',
      fields: { claim: 'Our front-end rendering stalls.' },
      operator: '',
      sourceKeys: [],
    },
  ]);
  for (const line of ['A frontend of glass.', 'A front-end of glass.']) {
    const keys = matchPage(index, pageOfTexts([line]), all).map(({ key }) => key);
    expect(keys.sort()).toEqual(['apart', 'joined']);
  }
});

test('softened terms count for less', () => {
  const page = samplePage('slowdesk.example');
  const [best] = matchPage(library, page, all);
  const softened = softenedBy([
    {
      id: '',
      insightKey: '',
      sourceKey: '',
      terms: ['decis', 'meet', 'write', 'memo', 'room'],
      at: '',
    },
  ]);
  const after = matchPage(library, page, { ...all, softened }).find(({ key }) => key === best?.key);
  expect(after?.score).toBeLessThan(best?.score ?? 0);
  expect(after?.score).toBeGreaterThan(0);
});
