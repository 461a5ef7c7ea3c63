import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyCard, type Card } from './card';
import { checkCard } from './check-card';
import { findingMessageKey, type RuleId } from './check-finding';

const good: Card = {
  ...emptyCard(),
  id: 'ins_x',
  title: 'Small teams ship',
  operator: 'Ada Example',
  operatorRole: 'Founder',
  sourceUrl: 'https://example.org/size',
  sourceType: 'podcast',
  sourceDate: '2024-02-29',
  domain: ['engineering'],
  score: { originality: 5, specificity: 5, evidence: 4, transferability: 4, source: 4 },
  tier: 'A',
  sections: {
    claim: 'Small teams ship faster.',
    mechanism: 'Less to agree on.',
    conditions: 'Holds when:\n- a\n\nFails when:\n- b',
    evidence:
      '> "We were four."\n\n> "Then five."\n\n— Ada Example on Some Show, 2024-02-29, 00:12:34',
    signals: '- Fewer meetings.',
    counterEvidence: 'Large ones too.',
    crossReferences: '',
  },
};

type Change = Partial<Omit<Card, 'sections'>> & { sections?: Partial<Card['sections']> };

const broken = (change: Change): string[] =>
  checkCard(
    { card: { ...good, ...change, sections: { ...good.sections, ...change.sections } } },
    undefined,
    '2026-05-01',
  ).map(({ rule, severity, values }) => `${severity} ${[rule, ...values].join(' ')}`);

test('a good card has no findings', () => {
  expect(broken({})).toEqual([]);
});

const low = { originality: 2, specificity: 2, evidence: 2, transferability: 2, source: 2 };

test.each<[string, Change]>([
  ['error title_empty', { title: ' ' }],
  ['error claim_empty', { sections: { claim: '\n' } }],
  ['error mechanism_empty', { sections: { mechanism: '' } }],
  ['error evidence_without_quote', { sections: { evidence: 'Prose — Ada\n>\n> ' } }],
  ['error operator_empty', { operator: '', sections: {} }],
  ['error source_url_empty', { sourceUrl: '' }],
  ['error source_url_invalid ftp://example.org', { sourceUrl: 'ftp://example.org' }],
  ['error source_url_invalid javascript:alert(1)', { sourceUrl: 'javascript:alert(1)' }],
  ['error source_date_empty', { sourceDate: '' }],
  ['error source_date_invalid 2023-02-29', { sourceDate: '2023-02-29' }],
  ['error source_date_invalid 2023-13', { sourceDate: '2023-13' }],
  ['error source_date_invalid 28.4.2026', { sourceDate: '28.4.2026' }],
  ['error domain_empty', { domain: [''] }],
  ['warning operator_role_empty', { operatorRole: '' }],
  ['warning fails_when_missing', { sections: { conditions: 'Holds when:\n- a' } }],
  ['warning counter_evidence_missing', { sections: { counterEvidence: '' } }],
  ['warning score_low 10', { score: low }],
  ['warning tier_differs 22 A B', { tier: 'B' }],
  ['warning quote_without_time 1', { sections: { evidence: '> a\n\n— Ada Example' } }],
  ['warning quote_without_attribution 1', { sections: { evidence: '> a\n\nAt 1:02.' } }],
  [
    'warning quote_without_attribution 1',
    {
      operator: 'Fei-Fei Li',
      sections: { evidence: '> "People like it."\n\nAt 1:02, in public.' },
    },
  ],
  [
    'warning quote_without_attribution 1',
    { operator: 'Fei-Fei Li', sections: { evidence: '> "Li likes it."\n\nAt 1:02.' } },
  ],
  ['warning source_date_unknown', { sourceDate: 'unknown' }],
  ['warning date_in_future 2026-05-02', { sourceDate: '2026-05-02' }],
  ['warning date_in_future 2026-06', { sourceDate: '2026-06' }],
  ['warning date_in_future 2027-01-01', { capturedDate: '2027-01-01' }],
  ['warning white_space Ada Example', { operator: 'Ada  Example ' }],
  ['warning white_space pricing', { domain: [' pricing'] }],
  ['warning counter_evidence_boilerplate', { sections: { counterEvidence: 'None known.' } }],
  ['warning counter_evidence_boilerplate', { sections: { counterEvidence: 'n/a' } }],
  ['warning source_url_site_root', { sourceUrl: 'https://example.org' }],
  ['warning signals_empty', { sections: { signals: '' } }],
  ['warning several_claims', { sections: { claim: '- a\n- b' } }],
  ['warning claim_long 121', { sections: { claim: 'word '.repeat(121) } }],
])('%s', (finding, change) => {
  expect(broken(change)).toEqual([finding]);
});

test('a missing tier or score is said once', () => {
  const { tier: _tier, ...untiered } = good;
  const { score: _score, ...unscored } = good;
  expect(checkCard({ card: untiered }).map(({ rule }) => rule)).toEqual(['tier_missing']);
  expect(checkCard({ card: unscored }).map(({ rule }) => rule)).toEqual(['score_missing']);
});

test.each<Change>([
  { sourceUrl: 'unknown' },
  { sourceDate: '2026-04' },
  { sourceDate: '2026-05-01', capturedDate: '2026-05' },
  {
    tier: 'B',
    score: { ...low, originality: 5, specificity: 5, evidence: 4 },
    sections: { counterEvidence: 'None.' },
  },
  { sections: { counterEvidence: 'None of the large ones did, which took a year to show.' } },
  { sections: { conditions: 'It fails for large ones.' } },
  { operator: 'Fei-Fei Li', sections: { evidence: '> "a"\n\nAs LI’s book says, 1:02.' } },
  { operator: 'Fei-Fei Li', sections: { evidence: '> "a"\n> Fei-Fei Li, 1:02' } },
  { operator: 'Example (c++)', sections: { evidence: '> "a"\n\nExample (C++), 1:02' } },
  { sourceType: 'essay', sections: { evidence: '> a\n\n· Ada Example' } },
])('accepts %j', (change) => {
  expect(broken(change)).toEqual([]);
});

test('an empty card breaks every rule about what is missing, and each finding has its words', () => {
  const findings = checkCard({ card: emptyCard() });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule }) => rule)).toEqual<RuleId[]>([
    'title_empty',
    'claim_empty',
    'mechanism_empty',
    'evidence_without_quote',
    'operator_empty',
    'source_url_empty',
    'source_date_empty',
    'domain_empty',
    'tier_missing',
  ]);
  const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as object;
  for (const finding of findings) expect(messages).toHaveProperty(findingMessageKey(finding));
});
