import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCard, type Card } from '../codex/card';
import { countFacets } from './count-facets';
import { filterInsights, listInsight, type InsightFilter } from './filter-insights';
import type { Insight } from './insight';
import { sortInsights } from './sort-insights';

function insight(key: string, card: Partial<Card> = {}, more: Partial<Insight> = {}): Insight {
  return {
    key,
    collection: 'own',
    status: 'ready',
    card: { ...emptyCard(), ...card },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

const pricing = insight('pricing', {
  title: 'Don’t raise prices before the café trusts you',
  operator: 'Mara Ellström',
  domain: ['pricing', 'growth'],
  tier: 'A',
  sourceType: 'podcast',
});
const naive = insight(
  'naive',
  {
    title: 'Naïve baselines win',
    operator: 'Tomas Brandt',
    coOperators: ['Mara Ellström'],
    domain: ['growth'],
    tier: 'B',
    sourceType: 'essay',
  },
  { status: 'draft', createdAt: '2026-02-01T00:00:00.000Z' },
);
const tokyo = insight('tokyo', { title: '東京の店は朝が静か', sourceType: 'podcast' });

const others = insight('others', {
  title: 'サーバーAPIを使う မြန်မာဘာသာစကား',
  domain: ['Straße', 'Œuvre', 'Łódź'],
  operator: 'Ent\u00adscheidungs\u00adträger می\u200cخواهم',
});

const all = [
  listInsight(pricing, ['Nobody pays for the 80/20 rule']),
  listInsight(naive, []),
  listInsight(tokyo, []),
];
const odd = [listInsight(others, [])];
const keys = (filter: InsightFilter) =>
  filterInsights(all, filter).map(({ insight: found }) => found.key);

describe('filterInsights', () => {
  test.each<[string, InsightFilter, string[]]>([
    ['nothing asked: all', {}, ['pricing', 'naive', 'tokyo']],
    ['white space asks for nothing', { query: '  ' }, ['pricing', 'naive', 'tokyo']],
    ['punctuation asks for nothing', { query: '—' }, ['pricing', 'naive', 'tokyo']],
    ['the start of a word', { query: 'basel' }, ['naive']],
    ['not the middle of a word', { query: 'lines' }, []],
    ['case and accents aside', { query: 'CAFE' }, ['pricing']],
    ['an accent that the text lacks', { query: 'grówth' }, ['pricing', 'naive']],
    ['composed and decomposed accents', { query: 'nai\u0308ve' }, ['naive']],
    ['every word, in any order', { query: 'trust cafe' }, ['pricing']],
    ['one word missing', { query: 'trust baselines' }, []],
    ['apostrophes join', { query: "don't" }, ['pricing']],
    ['the quotes count', { query: 'nobody pays' }, ['pricing']],
    ['parts of a joined word stand side by side', { query: '80/20' }, ['pricing']],
    ['but only in that order', { query: '20/80' }, []],
    ['operator and co-operators by name', { query: 'ellstrom' }, ['pricing', 'naive']],
    ['a script without spaces, anywhere', { query: '朝が' }, ['tokyo']],
    ['its characters in order', { query: 'が朝' }, []],
    ['operator', { operator: 'Mara Ellström' }, ['pricing', 'naive']],
    ['domain', { domain: 'pricing' }, ['pricing']],
    ['tier', { tier: 'B' }, ['naive']],
    ['status', { status: 'draft' }, ['naive']],
    ['source type', { sourceType: 'podcast' }, ['pricing', 'tokyo']],
    ['query and filters together', { query: 'growth', sourceType: 'essay' }, ['naive']],
  ])('%s', (_, filter, expected) => expect(keys(filter)).toEqual(expected));

  test.each([
    ['a word after a long vowel', 'API'],
    ['a long vowel', 'サーバー'],
    ['Burmese, anywhere', 'ဘာသာ'],
    ['a word with soft hyphens', 'entscheidungsträger'],
    ['soft hyphens in the query', 'Ent\u00adscheidung'],
    ['a word with joiners', 'میخواهم'],
    ['letters of two', 'strasse oeuv'],
    ['barred letters', 'LODZ'],
  ])('finds %s', (_, query) => expect(filterInsights(odd, { query })).toEqual(odd));

  test('every insight is found by the start of every word of its title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (words) => {
        const listed = [listInsight(insight('one', { title: words.join(' ') }), [])];
        for (const word of words) {
          expect(filterInsights(listed, { query: word })).toHaveLength(1);
        }
      }),
    );
  });

  test('adding a word never finds more', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, more) => {
        const longer = keys({ query: `${query} ${more}` });
        expect(keys({ query })).toEqual(expect.arrayContaining(longer));
      }),
    );
  });
});

describe('countFacets', () => {
  test('counts what the other filters leave, the most frequent first', () => {
    const facets = countFacets(all, { sourceType: 'podcast' });
    expect(facets.sourceType).toEqual([
      { value: 'podcast', count: 2 },
      { value: 'essay', count: 1 },
    ]);
    expect(facets.tier).toEqual([{ value: 'A', count: 1 }]);
    expect(facets.domain).toEqual([
      { value: 'growth', count: 1 },
      { value: 'pricing', count: 1 },
    ]);
  });

  test('the query narrows every count; a chosen value stays listed', () => {
    const facets = countFacets(all, { query: 'naive', tier: 'A' });
    expect(facets.tier).toEqual([
      { value: 'B', count: 1 },
      { value: 'A', count: 0 },
    ]);
    expect(facets.status).toEqual([]);
  });

  test('a name or tag is one value, however its accents are encoded', () => {
    const spelt = ['NFC', 'NFD'].map((form) => {
      const [operator = '', tag = ''] = ['José', 'café'].map((text) => text.normalize(form));
      return listInsight(insight(form, { operator, domain: [tag] }), []);
    });
    const { operator, domain } = countFacets(spelt, {});
    expect(operator).toEqual([{ value: 'José', count: 2 }]);
    expect(domain).toEqual([{ value: 'café', count: 2 }]);
    expect(filterInsights(spelt, { operator: operator[0]?.value })).toHaveLength(2);
  });

  test('each count is what choosing that value finds', () => {
    for (const { value, count } of countFacets(all, {}).operator) {
      expect(keys({ operator: value })).toHaveLength(count);
    }
  });
});

const order = (by: Parameters<typeof sortInsights>[1]) =>
  sortInsights(all, by).map(({ insight: found }) => found.key);

describe('sortInsights', () => {
  test('newest first', () => expect(order('newest')).toEqual(['naive', 'pricing', 'tokyo']));
  test('by title', () => expect(order('title')).toEqual(['pricing', 'naive', 'tokyo']));
  test('by tier, none last', () => expect(order('tier')).toEqual(['pricing', 'naive', 'tokyo']));
  test('numbers by value', () => {
    const numbered = ['10 rules', '9 rules'].map((title) =>
      listInsight(insight(title, { title }), []),
    );
    expect(sortInsights(numbered, 'title').map(({ insight: found }) => found.key)).toEqual([
      '9 rules',
      '10 rules',
    ]);
  });
});
