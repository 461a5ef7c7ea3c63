/** What the library's components show in their tests: a source, clips, links, findings, facets. */
import type { ShownClip, ShownFinding, ShownLink } from '../../components/library/shown.ts';
import type { Facets } from '../../lib/core/insight/count-facets.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { Source } from '../../lib/core/source/source.ts';
import { aClip, anId, anInsight } from './builders.ts';

export const podcast: Source = {
  key: 'https://radio.tidewater.example/episodes/12',
  url: 'https://radio.tidewater.example/episodes/12',
  metadata: {
    title: { value: 'Episode 12: What newcomers do first', from: 'json-ld:name' },
    authors: { value: ['Mira Oyelaran'], from: 'json-ld:author' },
    published: { value: '2026-02-20', from: 'meta:article:published_time' },
  },
  firstSeenAt: '2026-03-02T10:00:00.000Z',
  lastSeenAt: '2026-03-02T10:00:00.000Z',
};

export const evidence: ShownClip = {
  clip: aClip({
    quote: 'We stopped counting sign-ups and counted first results instead.',
    speaker: 'Mira Oyelaran',
    note: 'Ask how they count a first result.',
    paragraph:
      'That spring we changed one number. We stopped counting sign-ups and counted first results instead. Nobody missed the old chart.',
    time: { start: 751, end: 781, from: 'cue' },
    origin: 'transcript',
  }),
  source: podcast,
  time: '00:12:31',
  href: 'https://radio.tidewater.example/episodes/12#t=751',
};

export const counterEvidence: ShownClip = {
  clip: aClip({ id: anId(102), quote: 'חזרו אלינו רק מי שראו תוצאה.', role: 'counter-evidence' }),
};

export const links: readonly ShownLink[] = [
  {
    id: anId(201),
    key: anId(201),
    type: 'contradicts',
    direction: 'in',
    title: 'Where a buyer chooses the tool, the first session decides nothing',
    href: '#/insight/other',
    why: 'They measured teams whose tool was chosen for them.',
  },
  {
    key: 'ins_small-wins',
    type: 'related',
    direction: 'out',
    title: 'ins_small-wins',
    why: '',
  },
];

export const findings: readonly ShownFinding[] = [
  { key: 'mechanism', level: 'error', message: 'Say why it works.', field: 'mechanism' },
  { key: 'domain', level: 'error', message: 'Name at least one domain.', field: 'domain' },
  { key: 'signals', level: 'warning', message: 'No signals yet.', field: 'signals' },
];

export const noFacets: Facets = {
  collection: [],
  status: [],
  tier: [],
  operator: [],
  domain: [],
  sourceType: [],
};

/** `count` insights with titles that tell them apart, every third of them a draft. */
export function manyInsights(count: number): Insight[] {
  return Array.from({ length: count }, (_, n) =>
    anInsight({
      key: anId(n + 1000),
      status: n % 3 === 2 ? 'draft' : 'ready',
      card: { title: `Insight number ${n + 1}` },
    }),
  );
}
