import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anInsight } from '../../../test/support/builders';
import { loadIndex } from './load-index';
import type { MatchDocument } from './match';
import { addInsight, buildIndex, changeInsights, emptyIndex, removeInsight } from './match-index';
import { saveIndex } from './save-index';
import { searchInsights } from './search-index';
import { parseQuery } from './search-query';
import { searchRecord } from './search-records';

function aDocument(key: string, fields: MatchDocument['fields'], operator = ''): MatchDocument {
  return { key, fields, operator, sourceKeys: [] };
}

const library = buildIndex([
  aDocument(
    'pricing',
    {
      title: 'Raise prices before the café trusts you',
      claim: 'Pricing a product is a conversation about trust.',
      mechanism: 'The front-end of the shop shows the price.',
      counterEvidence: 'Regulated trades fix their rates.',
    },
    'Mara Ellström',
  ),
  aDocument(
    'session',
    {
      title: 'The opening session decides whether newcomers stay',
      claim: 'Newcomers who reach a result within one session return.',
      evidence: 'Retention doubled. A session about pricing was opening the week.',
    },
    'Tomas Brandt',
  ),
  aDocument('onboarding', {
    title: 'Onboarding is retention',
    claim: 'The end of the line is where customers of the store leave.',
    conditions: 'Holds when the frontend is fast in 2024.',
  }),
  aDocument('tokyo', { title: '東京の店は朝が静か', claim: '機械学習で売上データを読む。' }),
  aDocument('thai', { title: 'ลูกค้าใหม่กลับมาเพราะผลลัพธ์แรก' }),
]);

const record = (card: Parameters<typeof anInsight>[0]) => searchRecord(anInsight(card));
const records = new Map([
  [
    'pricing',
    record({
      status: 'draft',
      card: {
        tier: 'A',
        domain: ['pricing', 'customer research'],
        lifecycle: ['launch'],
        coOperators: ['Ines Okafor'],
        sourceType: 'podcast',
        sourceTitle: 'Quarterly Ledger',
        sourceUrl: 'https://essays.tidewater.example/a',
      },
    }),
  ],
  [
    'session',
    record({ card: { tier: 'B', domain: ['growth'], sourceType: 'essay', sourceTitle: '' } }),
  ],
  ['tokyo', record({ card: { tier: 'C', domain: ['小売'], sourceTitle: '' } })],
]);

const search = (typed: string) => searchInsights(library, parseQuery(typed), { records });
const keys = (typed: string) => search(typed).hits.map(({ key }) => key);

test.each([
  ['Straße', 'strasse'],
  ['Œuvre', 'oeuvre'],
  ['Ærø', 'aero'],
  ['Łódź', 'lodz'],
  ['Đẹp', 'dep'],
  ['ılık', 'ilik'],
  ['חֲזָרָה', 'חזרה'],
  ['القِراءةُ', 'القراءة'],
])('%s is found as %s, and the other way round', (written, plain) => {
  for (const [title, typed] of [
    [written, plain],
    [plain, written],
    [plain, plain.slice(0, -1)],
    [written, plain.slice(0, -1)],
  ]) {
    const index = buildIndex([aDocument('one', { title: title ?? '' })]);
    const { hits, mended } = searchInsights(index, parseQuery(typed ?? ''));
    expect([hits.length, mended]).toEqual([1, []]);
  }
});

describe('searchInsights', () => {
  test.each<[string, string, string[]]>([
    ['a word', 'decides ', ['session']],
    ['whatever its English ending', 'decided ', ['session']],
    ['case and accents aside', 'CAFE ELLSTROM ', ['pricing']],
    ['in any field, the title first', 'retention ', ['onboarding', 'session']],
    ['the beginning of the last word', 'newco', ['session']],
    ['the beginning of an ending', 'newcomer', ['session']],
    ['every word, in any order', 'trust prices ', ['pricing']],
    ['every word: known ones, but never together', 'decides regulated ', []],
    ['stop words ask for nothing', 'the store of ', ['onboarding']],
    ['a stop word alone is the beginning of another', 'o', ['onboarding', 'session', 'pricing']],
    ['a phrase', '"opening session"', ['session']],
    ['a phrase in its order only', '"session opening"', []],
    ['a phrase over stop words', '"end of the line"', ['onboarding']],
    ['a phrase whatever its endings', '“raising price”', ['pricing']],
    ['a phrase within a sentence only', '"return retention"', []],
    ['a phrase still being typed', '"opening ses', ['session']],
    ['a joined word is a phrase', 'trust-pricing ', []],
    ['a joined word as one', 'front-end ', ['onboarding', 'pricing']],
    ['one word written as two joined', 'frontend ', ['onboarding', 'pricing']],
    ['a word in a field', 'evidence:pricing ', ['session']],
    ['a prefix in a field', 'title:pric', ['pricing']],
    ['a phrase in a field', 'claim:"opening session"', []],
    ['the operator', 'operator:brandt ', ['session']],
    ['a co-operator', 'operator:okafor ', ['pricing']],
    ['counter-evidence by its short name', 'counter:rates ', ['pricing']],
    ['a word left out', 'pricing -retention ', ['pricing']],
    ['a phrase left out', 'pricing -"opening session" ', ['pricing']],
    ['a field left out', 'retention -title:retention ', ['session']],
    ['nothing but what is left out', '-session -onboarding -東京 ', ['pricing', 'thai']],
    ['a label left out', 'price -ledger ', ['session']],
    ['a tag, which the text lacks', 'launch ', ['pricing']],
    ['a source title being typed', 'ledg', ['pricing']],
    ['a tag of several words as a phrase', '"customer research"', ['pricing']],
    ['a word of the text and one of a label', 'trust ledger ', ['pricing']],
    ['characters anywhere in a script without spaces', '京の店', ['tokyo']],
    ['but in their order', '店の京', []],
    ['characters across the words they are cut into', '械学', ['tokyo']],
    ['katakana with its long mark', 'デー', ['tokyo']],
    ['two runs', '売上 静か', ['tokyo']],
    ['a run in a field', 'title:学習', []],
    ['a run in a label', '小売', ['tokyo']],
    ['Thai', 'กลับมา', ['thai']],
    ['tier', 'tier:a', ['pricing']],
    ['status, as far as typed', 'status:dr', ['pricing']],
    ['tag', 'tag:research', ['pricing']],
    ['domain, which a lifecycle is not', 'domain:launch', []],
    ['type', 'type:essay', ['session', 'tokyo']],
    ['source by its title', 'source:quarterly', ['pricing']],
    ['source by its host', 'source:tidewater', ['pricing', 'session', 'tokyo']],
    ['a facet left out', '-tier:A', ['session', 'tokyo']],
    ['a facet left out that names nothing yet', '-tier:# pricing ', ['pricing', 'session']],
    ['a facet and a word', 'tier:B pricing ', ['session']],
    ['nothing asked: all', ' ', ['onboarding', 'pricing', 'session', 'thai', 'tokyo']],
    ['signs only: all', '— !', ['onboarding', 'pricing', 'session', 'thai', 'tokyo']],
  ])('%s', (_, typed, expected) => {
    const found = keys(typed);
    expect(search(typed).isRanked ? found : found.sort()).toEqual(expected);
    expect(search(typed).mended).toEqual([]);
    expect(search(typed).missing).toEqual([]);
  });

  test.each<[string, string, string[], Record<string, string[]>]>([
    ['a letter missing', 'pricng ', ['pricing', 'session'], { pricng: ['price'] }],
    ['two letters swapped', 'reteniton ', ['onboarding', 'session'], { reteniton: ['retention'] }],
    ['two slips in a long word', 'onbaording', ['onboarding'], { onbaording: ['onboarding'] }],
    ['in a beginning', 'onbor', ['onboarding'], { onbor: ['onboarding'] }],
    [
      'the first letter, where nothing else is close',
      'wewcomers ',
      ['session'],
      { wewcomers: ['newcomers'] },
    ],
    ['in a phrase', '"opning session"', ['session'], { opning: ['opening'] }],
    ['known words, but never together', 'store lint ', ['onboarding'], { lint: ['line'] }],
  ])('mends %s', (_, typed, expected, mended) => {
    const { hits, missing, mended: said } = search(typed);
    expect(hits.map(({ key }) => key)).toEqual(expected);
    expect(Object.fromEntries(said.map((word) => [word.typed, word.words]))).toEqual(mended);
    expect(missing).toEqual([]);
  });

  test.each([
    ['short words', 'ond '],
    ['numbers', '2025 '],
    ['words far off', 'qwertyuiop '],
    ['runs of characters', '東京駅'],
  ])('does not mend %s', (_, typed) => {
    expect(search(typed)).toEqual({
      hits: [],
      isRanked: true,
      asksNothing: false,
      mended: [],
      missing: [typed.trim()],
    });
  });

  test('an unknown word is said to be missing, and what has most of the others is found', () => {
    const one = search('zebra retention onboarding ');
    expect(one.missing).toEqual(['zebra']);
    expect(one.hits.map(({ key }) => key)).toEqual(['onboarding']);
    const begun = search('newco session');
    expect(begun.missing).toEqual(['newco']);
    const none = search('zebra decides regulated ');
    expect(none.hits.map(({ key }) => key).sort()).toEqual(['pricing', 'session']);
  });

  test('exact before completed before mended, the title before the claim before the rest', () => {
    const index = buildIndex([
      aDocument('rest', { title: 'One plan', evidence: 'A harbour.' }),
      aDocument('claim', { title: 'One plan', claim: 'A harbour.' }),
      aDocument('title', { title: 'One harbour' }),
      aDocument('completed', { title: 'One plan', claim: 'A harbourmaster.' }),
    ]);
    const found = (typed: string) =>
      searchInsights(index, parseQuery(typed)).hits.map(({ key }) => key);
    expect(found('harbour')).toEqual(['title', 'claim', 'completed', 'rest']);
    expect(found('harbuor ')).toEqual(['title', 'claim', 'rest']);
  });

  test('gives the words that matched as they are written', () => {
    const words = (typed: string) => search(typed).hits[0]?.words;
    expect(words('pric')).toEqual(['price']);
    expect(words('pricing trust ')).toEqual(['pricing', 'trust']);
    expect(words('"opening session"')).toEqual(['opening session']);
    expect(words('"end of the line"')).toEqual(['end', 'line']);
    expect(words('newcomrs ')).toEqual(['newcomers']);
    expect(words('京の店')).toEqual(['京の店']);
    expect(words('doubled ')).toEqual(['doubled']);
  });

  test('says whether there is anything to rank by', () => {
    expect(search('tier:A -x ').isRanked).toBe(false);
    expect(search('').isRanked).toBe(false);
    expect(search('tier:A price').isRanked).toBe(true);
  });

  test.each([
    ['🙂', true],
    ['% ', true],
    ['*', true],
    ['-🙂 "…" ', true],
    ['the ', true],
    ['', false],
    ['tier:', false],
    ['tier:A 🙂', false],
    ['* price', false],
    ['qwertyuiop ', false],
  ])('says whether anything of it can be searched for: %s', (typed, asksNothing) => {
    expect(search(typed).asksNothing).toBe(asksNothing);
    if (asksNothing) expect(keys(typed)).toHaveLength(5);
  });

  test('an empty index finds nothing', () => {
    expect(searchInsights(emptyIndex(), parseQuery('anything'))).toMatchObject({ hits: [] });
  });

  test('sees what was changed since the last search', () => {
    const index = buildIndex([aDocument('a', { title: 'Harbour' })]);
    const found = () => searchInsights(index, parseQuery('harb')).hits.map(({ key }) => key);
    expect(found()).toEqual(['a']);
    addInsight(index, aDocument('b', { title: 'Harbinger' }));
    expect(found()).toEqual(['a', 'b']);
    removeInsight(index, 'a');
    expect(found()).toEqual(['b']);
  });

  test('finds an insight by its title and by every word of it, whatever the script', () => {
    const written = (units: string) =>
      fc.array(fc.constantFrom(...units.split(' ')), { minLength: 1, maxLength: 6 });
    const word = fc.oneof(
      fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 9 })),
      written("a b c é ' - ß ﬁ Å i"),
      written('а б в ё'),
      written('א ב ג'),
      written('東 京 の 店 デ ー タ'),
      written('กา ลู ค้า'),
      written('한 국 어'),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (made) => {
        // Nothing that Markdown or the query would take for a mark.
        const plain = made.map((units) => units.join('')).join(' ');
        const title = `Named ${plain.replace(/["*_`~#>[\]|\\<]/g, '')}`;
        const index = buildIndex([aDocument('one', { title })]);
        for (const one of title.split(/\s+/)) {
          const { hits, isRanked } = searchInsights(index, parseQuery(`"${one}" `));
          if (isRanked) expect(hits).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('however the index came about', () => {
  // Each word in one written form: the word list keeps a form as long as its term is in use.
  const words = [
    'harbour', 'harvest', 'lantern', 'ledger', 'market', 'meadow', 'mirror', 'needle', 'orchard',
    'pricing', 'the', 'front-end', '東京', 'データ',
  ]; // prettier-ignore
  const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(' '));
  const fields = fc.record({ title: text, claim: text, evidence: text });
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), key, fields }),
    fc.record({ kind: fc.constant('remove' as const), key }),
    fc.record({ kind: fc.constant('save' as const) }),
    fc.record({ kind: fc.constant('together' as const), keys: fc.array(key), fields }),
  );
  const queries = [
    '', 'har', 'harbour market ', 'harbuor ', 'markte lantern', '"harbour market"', '"meadow the ned',
    'title:orchard ', 'needle -mirror ', '-harbour ', 'frontend ', 'front-end ', '京', 'データ har',
    'zebra ledger ', 'lantern mirror orchard ', 'm',
  ]; // prettier-ignore

  test('the answers are those of an index built at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let index = emptyIndex();
        const kept = new Map<string, MatchDocument>();
        for (const made of steps) {
          if (made.kind === 'add') {
            kept.set(made.key, aDocument(made.key, made.fields));
            addInsight(index, aDocument(made.key, made.fields));
          } else if (made.kind === 'remove') {
            kept.delete(made.key);
            removeInsight(index, made.key);
          } else if (made.kind === 'together') {
            const documents = made.keys.map((one) => aDocument(one, made.fields));
            for (const one of documents) kept.set(one.key, one);
            changeInsights(index, [], documents);
          } else index = loadIndex(saveIndex(index)) ?? emptyIndex();
          searchInsights(index, parseQuery('har'));
        }
        const fresh = buildIndex([...kept.values()].sort((a, b) => (a.key < b.key ? 1 : -1)));
        for (const typed of queries) {
          const query = parseQuery(typed);
          expect(searchInsights(index, query), typed).toEqual(searchInsights(fresh, query));
        }
      }),
      { numRuns: 150 },
    );
  });
});
