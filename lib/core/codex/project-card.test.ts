import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isSubsequence } from '../../../test/support/any-card';
import { growth } from '../../../test/support/growth';
import {
  instant,
  someCard,
  someClip,
  someDraft,
  someLink,
  uuid,
} from '../../../test/support/notes';
import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import type { Link } from '../insight/link';
import { sourceSchema, type Source } from '../source/source';
import { blockQuote, clipMarkdown } from './clip-markdown';
import { projectCard } from './project-card';
import { readCard } from './read-card';
import { writeCard } from './write-card';

const episode = sourceSchema.parse({
  key: 'https://www.youtube.com/watch?v=abc',
  url: 'https://www.youtube.com/watch?v=abc',
  metadata: {
    authors: { value: ['Ada Example', 'Bo Example'], from: 'test' },
    site: { value: 'Some Site', from: 'test' },
    show: { value: 'Some Show', from: 'test' },
    published: { value: '2026-04-28', from: 'test' },
  },
  firstSeenAt: instant(0),
  lastSeenAt: instant(0),
});

const clip = (over: Partial<Clip> = {}): Clip =>
  someClip({ sourceKey: episode.key, quote: 'We were four.', ...over });
const at754 = { start: 754.5, end: 760, from: 'cue' } as const;

test.each<[string, string, string]>([
  ['plain words', 'We were four.', '> "We were four."'],
  ['words in quotes', '“We were four.”', '> “We were four.”'],
  ['quotes within', 'He said "four".', '> “He said "four".”'],
  ['paragraphs', 'One.\nTwo.', '> "One.\n>\n> Two."'],
  ['a tag', 'a <img src=x onerror=y> b </p>', '> "a &lt;img src=x onerror=y> b &lt;/p>"'],
  [
    'a link and an image',
    '[this](javascript:alert(1)) ![](https://tracker.example/p.png)',
    '> "[this\\](javascript:alert(1)) !\\[\\](https://tracker.example/p.png)"',
  ],
  ['a link behind a backslash', 'a [b\\](c:d)', '> "a [b\\\\\\](c:d)"'],
  ['a link by name', '[b][c]\n[c]: d:e', '> "[b\\][c]\n>\n> [c\\]: d:e"'],
  ['plain brackets', 'a […] b [1]', '> "a […] b [1]"'],
  ['less than', 'a < b and 3 <4', '> "a < b and 3 <4"'],
])('quotes %s', (_, quote, markdown) => {
  expect(blockQuote(quote)).toBe(markdown);
});

test('a quote of nothing but backslashes takes no longer than its length asks', async () => {
  const grown = await growth(20_000, (slashes) => {
    const quote = `${'\\'.repeat(slashes)}x`;
    return () => blockQuote(quote);
  });
  expect(grown).toBeLessThan(10);
});

test.each<[string, Partial<Clip>, Source | undefined, string]>([
  [
    'the speaker, the show, the date and the time',
    { speaker: 'Cy Example', time: at754 },
    episode,
    '— Cy Example on Some Show, 2026-04-28, [00:12:34](https://www.youtube.com/watch?v=abc&t=754s)',
  ],
  [
    'the authors without a speaker',
    {},
    episode,
    '— Ada Example, Bo Example on Some Show, 2026-04-28',
  ],
  [
    'the plain time where the host has no known form',
    { time: at754 },
    { ...episode, url: 'https://pod.example/1' },
    '— Ada Example, Bo Example on Some Show, 2026-04-28, 00:12:34',
  ],
  ['the host alone', {}, { ...episode, metadata: {} }, '— youtube.com'],
  [
    'nothing that a backslash could let through',
    {},
    { ...episode, metadata: { authors: { value: ['[z\\](a:b)'], from: '' } } },
    '— \\[z\\\\\\](a:b) on youtube.com',
  ],
  [
    'nothing that a page could run',
    {},
    { ...episode, metadata: { authors: { value: ['[x](javascript:y)\n<b>'], from: '' } } },
    '— \\[x\\](javascript:y) &lt;b> on youtube.com',
  ],
])('attributes to %s', (_, over, source, line) => {
  expect(clipMarkdown(clip(over), source)).toBe(`> "We were four."\n\n${line}`);
});

test('without a source the quote stands alone', () => {
  expect(clipMarkdown(clip(), undefined)).toBe('> "We were four."');
});

test('a moment is a line with its time and note', () => {
  expect(
    clipMarkdown(clip({ quote: '', time: at754, note: 'Hear how\nhe says it.' }), episode),
  ).toBe(
    '[00:12:34](https://www.youtube.com/watch?v=abc&t=754s), Ada Example, Bo Example on Some Show, 2026-04-28: Hear how he says it.',
  );
});

function project(insight: Insight, clips: Clip[], links: Link[] = []) {
  const ids = new Map([
    [uuid(0xd1), 'ins_other'],
    [uuid(0xd2), 'ins_third'],
  ]);
  return projectCard({
    insight,
    clips,
    sources: new Map([[episode.key, episode]]),
    links,
    idOf: (key) => ids.get(key),
  });
}

const draft = someDraft({ card: someCard({ id: 'ins_x', sourceUrl: episode.url }) });

test('clips go to the section of their role, in the order they were captured, trash aside', () => {
  const { sections } = project(draft, [
    clip({ id: uuid(2), quote: 'Second.', capturedAt: instant(2), note: 'So.' }),
    clip({ id: uuid(1), quote: 'First.', capturedAt: instant(1) }),
    clip({ id: uuid(3), quote: 'Against.', role: 'counter-evidence' }),
    clip({ id: uuid(4), quote: 'Gone.', deletedAt: instant(3) }),
  ]);
  const by = '— Ada Example, Bo Example on Some Show, 2026-04-28';
  expect(sections.evidence).toBe(`> "First."\n\n${by}\n\n> "Second."\n\n${by}\n\nSo.`);
  expect(sections.counterEvidence).toBe(`> "Against."\n\n${by}`);
});

test('a clip from another source names its address', () => {
  const other = { ...draft, card: { ...draft.card, sourceUrl: 'https://example.org/a' } };
  expect(project(other, [clip()]).sections.evidence).toMatch(
    /2026-04-28, https:\/\/www\.youtube\.com\/watch\?v=abc$/,
  );
});

test('an address leaves without tracking, and with nothing a page could run', () => {
  const source = { ...episode, url: 'https://example.org/![a](b)?utm_source=mail&x=[1]' };
  expect(clipMarkdown(clip({ quote: '' }), source, { address: true })).toMatch(
    /, https:\/\/example\.org\/!%5Ba%5D\(b\)\?x=%5B1%5D$/,
  );
});

test('links are written at both ends', () => {
  const links = [
    someLink({ from: draft.key, to: uuid(0xd1), type: 'contradicts', why: 'It says no.' }),
    someLink({ from: uuid(0xd2), to: draft.key, type: 'limits', why: '' }),
    someLink({ from: uuid(0xd1), to: uuid(0xd2) }),
    someLink({ from: draft.key, to: uuid(0xdf) }),
  ];
  const card = project(draft, [], links);
  expect(card.related).toEqual(['ins_other', 'ins_third']);
  expect(card.sections.crossReferences).toBe(
    '- `ins_other` — contradicts: It says no.\n- `ins_third` — limited by',
  );
  expect(card.sections.counterEvidence).toBe(
    'Contradicts `ins_other`: It says no.\n\nLimited by `ins_third`.',
  );
});

test.each(['- (none in current corpus)', '(none yet).', '* (None)'])(
  'the first reference stands for %j, which is true without one only',
  (placeholder) => {
    const sections = { ...draft.card.sections, crossReferences: placeholder };
    const insight = { ...draft, card: { ...draft.card, sections } };
    expect(project(insight, [], []).sections.crossReferences).toBe(placeholder);
    const links = [someLink({ from: draft.key, to: uuid(0xd1), why: '' })];
    expect(project(insight, [], links).sections.crossReferences).toMatch(/^- `ins_other`[^(]*$/);
  },
);

test('projecting twice adds nothing', () => {
  const clips = [
    clip({ quote: 'One.\n"Two."', note: 'N' }),
    clip({ id: uuid(5), quote: 'He said "four" <b>.' }),
    clip({ id: uuid(8), quote: '[a](b:c) ![d\\](e)' }),
    clip({ id: uuid(6), quote: '', time: at754 }),
    clip({ id: uuid(7), quote: '“Quoted.”', role: 'counter-evidence' }),
  ];
  const links = [someLink({ from: draft.key, to: uuid(0xd1) })];
  const once = project(draft, clips, links);
  expect(project({ ...draft, card: once }, clips, links)).toEqual(once);
  const read = readCard(writeCard(once));
  expect(read.ok && project({ ...draft, card: read.value }, clips, links)).toEqual(once);
});

test('in the file it came from a clip is only inserted', () => {
  const original =
    '---\nid: ins_x\n---\n\n# T\n\n## Claim\nC.\n\n## Evidence\n> "A."\n\n— Ada\n\n## Signals\n- s\n';
  const read = readCard(original);
  if (!read.ok) throw new Error(read.error.reason);
  const written = writeCard(project({ ...draft, card: read.value, original }, [clip()]), original);
  expect(isSubsequence(original.split('\n'), written.split('\n'))).toBe(true);
  expect(written).toContain('> "We were four."');
});

const folder = '../shared/data/codex/cards';
test.skipIf(!existsSync(folder))(
  'a link only adds to a real card, but for a “none”, and nothing the second time',
  () => {
    for (const name of readdirSync(folder)) {
      const original = readFileSync(`${folder}/${name}`, 'utf8');
      const read = readCard(original);
      if (!read.ok) continue;
      const insight = someDraft({ card: read.value });
      for (const ends of [
        { from: insight.key, to: uuid(0xd1) },
        { from: uuid(0xd1), to: insight.key },
      ]) {
        const links = [someLink({ ...ends, type: 'contradicts', why: 'why' })];
        const card = project(insight, [], links);
        const text = writeCard(card, original);
        const kept = original.replace(/^- \(none [^()]*\)$/m, '');
        expect(isSubsequence(Array.from(kept), Array.from(text)), name).toBe(true);
        for (const line of text.split('\n').filter((each) => !original.includes(each))) {
          expect(line, name).toMatch(/ins_other|^## (Counter-evidence|Cross-references)$/);
        }
        expect(card.sections.counterEvidence, name).toContain('ontradict');
        expect(project({ ...insight, card }, [], links), name).toEqual(card);
      }
    }
  },
);
