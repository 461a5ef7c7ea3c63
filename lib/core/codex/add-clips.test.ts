import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSubsequence } from '../../../test/support/any-card';
import { growth } from '../../../test/support/growth';
import { instant, someClip, uuid } from '../../../test/support/notes';
import type { Clip } from '../insight/clip';
import { sourceSchema } from '../source/source';
import { addClips } from './add-clips';
import { quoteFormsOf, type QuoteForm } from './quote-form';

const show = sourceSchema.parse({
  key: 'https://pod.example/1',
  url: 'https://pod.example/1',
  metadata: {
    authors: { value: ['Ada Example'], from: 'test' },
    show: { value: 'Some Show', from: 'test' },
  },
  firstSeenAt: instant(0),
  lastSeenAt: instant(0),
});

const clip = (over: Partial<Clip> = {}): Clip =>
  someClip({ sourceKey: show.key, quote: 'We were four.', ...over });
const at = (start: number): Clip['time'] => ({ start, end: start, from: 'player' });

const add = (section: string, clips: readonly Clip[], sources = [show], form?: QuoteForm): string =>
  addClips(section, clips, {
    form,
    cardSource: show.key,
    sources: new Map(sources.map((source) => [source.key, source])),
  });

test('where only the words are known, the origin and the note go beneath them', () => {
  const section = '> "We were four."\n\nThey were.\n\n> "B."\n\n— Bo Example';
  expect(add(section, [clip({ note: 'Ask\nthem.', time: at(61) })])).toBe(
    '> "We were four."\n\nThey were.\n\n— Ada Example on Some Show, 00:01:01\n\nAsk\nthem.\n\n> "B."\n\n— Bo Example',
  );
});

test('where the origin is told in other words, only the note goes beneath', () => {
  const section = '> "We were four."\n— **Ada Example**, _Some Show_, 2026';
  expect(add(section, [clip()])).toBe(section);
  expect(add(section, [clip({ note: 'Ask.' })])).toBe(`${section}\n\nAsk.`);
});

test('quotes that share an attribution share what it tells', () => {
  const section = '> "We were four."\n\n> "B."\n\n— Ada Example on Some Show';
  expect(add(section, [clip()])).toBe(section);
});

test('the same words said twice leave with both times and both notes', () => {
  const clips = [
    clip({ id: uuid(1), capturedAt: instant(1), time: at(61), note: 'First.' }),
    clip({ id: uuid(2), capturedAt: instant(2), time: at(75), note: 'So.' }),
  ];
  expect(add('', clips)).toBe(
    [
      '> "We were four."',
      '— Ada Example on Some Show, 00:01:01',
      'First.',
      '— Ada Example on Some Show, 00:01:15',
      'So.',
    ].join('\n\n'),
  );
});

test('whatever form it left in, an attribution is known again', () => {
  const target: Clip['target'] = {
    source: 'https://pod.example/a_(b)?x=[1]',
    selector: [
      { type: 'TextQuoteSelector', exact: 'We were four.', directive: 'text=We%20were,four.' },
    ],
  };
  const one = clip({ target, verified: 'normalised' });
  const forms = quoteFormsOf([one]);
  const lines = forms.map((form) => add('', [one], [show], form).split('\n\n')[1]);
  expect(lines).toEqual([
    '— Ada Example on Some Show',
    '— Ada Example on [Some Show](https://pod.example/a_%28b%29?x=%5B1%5D#:~:text=We%20were,four.)',
    '— Ada Example on Some Show, verbatim but for spacing and punctuation',
    '— Ada Example on [Some Show](https://pod.example/a_%28b%29?x=%5B1%5D#:~:text=We%20were,four.), verbatim but for spacing and punctuation',
  ]);
  for (const written of forms) {
    const section = add('', [one], [show], written);
    for (const form of forms) expect(add(section, [one], [show], form)).toBe(section);
  }
});

test('nothing is said of what was not checked, and no link stands where none leads', () => {
  const form = { link: true, verified: true };
  expect(add('', [clip()], [show], form)).toBe('> "We were four."\n\n— Ada Example on Some Show');
});

test('the address of another source is no less told for the words being known', () => {
  const other = { ...show, key: 'https://other.example/a', url: 'https://other.example/a' };
  expect(
    add(
      '> "We were four."\n\n— Ada Example on Some Show',
      [clip({ sourceKey: other.key })],
      [other],
    ),
  ).toMatch(/\n\n— Ada Example on Some Show, https:\/\/other\.example\/a$/);
});

test('a note is not found in a longer word, nor below another quote', () => {
  const section = '> "We were four."\n\n— Ada Example on Some Show, soon\n\n> "B."\n\nSo';
  expect(add(section, [clip({ note: 'So' })])).toBe(
    '> "We were four."\n\n— Ada Example on Some Show, soon\n\nSo\n\n> "B."\n\nSo',
  );
});

const anyClips = fc
  .array(
    fc.record({
      quote: fc.constantFrom('We were four.', 'a', '“a”', '[x](y:z)', 'a\n\nb <i>', '', 'Ada'),
      note: fc.constantFrom(
        '',
        'So.',
        'a',
        '> a',
        'N\n> b\n\nc',
        '> "q"',
        '  \r\n- x\r\n- y ',
        '— Ada',
      ),
      time: fc.constantFrom(undefined, at(61), at(75)),
      sourceKey: fc.constantFrom(show.key, 'https://other.example/a'),
      speaker: fc.constantFrom(undefined, 'Bo'),
    }),
    { maxLength: 5 },
  )
  .map((parts) =>
    parts.map(({ time, speaker, ...rest }, index) =>
      clip({
        id: uuid(index + 1),
        capturedAt: instant(index),
        ...rest,
        ...(time && { time }),
        ...(speaker !== undefined && { speaker }),
      }),
    ),
  );
const anySection = fc
  .array(
    fc.constantFrom(
      '',
      '> "a"',
      '> We were four.',
      '— Ada Example',
      'Prose so.',
      '> b',
      '- x',
      '> Ada',
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines.join('\n').trim());

test('adding twice adds nothing, lines are only inserted, and every note and time is there', () => {
  fc.assert(
    fc.property(anySection, anyClips, (section, clips) => {
      const once = add(section, clips);
      expect(add(once, clips)).toBe(once);
      expect(isSubsequence(section.trimEnd().split('\n').filter(Boolean), once.split('\n'))).toBe(
        true,
      );
      for (const { note, quote, time } of clips) {
        if (time) expect(once).toContain(time.start === 61 ? '00:01:01' : '00:01:15');
        const lines = quote === '' ? [] : note.split(/\s*\n/).map((line) => line.trim());
        for (const line of lines) expect(once).toContain(line);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any words and any note are found again', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[a"“”«»\s>[\]\\!(:<&;lt-]{0,9}$/),
  );
  fc.assert(
    fc.property(text, text, (quote, note) => {
      const clips = [clip({ quote }), clip({ id: uuid(2), quote, note, time: at(61) })];
      const once = add('', clips);
      expect(add(once, clips)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});

test('a moment written before its link was known is not written again', () => {
  const video = sourceSchema.parse({ ...show, url: 'https://www.youtube.com/live/abc' });
  const moment = clip({ quote: '', note: 'Here.', time: at(61), sourceKey: video.key });
  const linked = add('', [moment], [video]);
  expect(linked).toContain('[00:01:01](https://www.youtube.com/watch?v=abc&t=61s)');
  const plain = linked.replace(/\[(00:01:01)\]\([^)]*\)/, '$1');
  expect(add(plain, [moment], [video])).toBe(plain);
  expect(add(linked, [moment], [video])).toBe(linked);
});

test('a moment whose words begin those of another is a moment of its own', () => {
  const long = clip({ quote: '', note: 'Price doubles in May.', time: at(61) });
  const short = clip({ id: uuid(7), quote: '', note: 'Price', time: at(61) });
  const both = add('', [long, short]);
  expect(both).toContain('Price doubles in May.');
  expect(both).toMatch(/Price$/m);
  expect(add(both, [long, short])).toBe(both);
});

test.each([
  ['a long row of dots', '> "We were four."\n\n— Ada Example on Some Show, ', '.', 'x'],
  ['thousands of quotes that nobody is named for', '', '> a\n\n', ''],
])('%s takes time by its length, not by its square', async (_name, before, unit, after) => {
  const other = { ...show, key: 'https://pod.example/2', url: 'https://pod.example/2' };
  const one = clip({ sourceKey: other.key });
  const grown = await growth(8_000, (count) => {
    const section = before + unit.repeat(count) + after;
    return () => add(section, [one], [other]);
  });
  expect(grown).toBeLessThan(10);
});

test('hundreds of clips take time by their number, not by its square', async () => {
  const grown = await growth(100, (count) => {
    const clips = Array.from({ length: count }, (_, n) =>
      clip({ quote: `${n} ${'words that were said '.repeat(10)}`, note: 'Ask them.' }),
    );
    return () => add('', clips);
  });
  expect(grown).toBeLessThan(10);
});
