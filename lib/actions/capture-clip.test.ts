import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import { instant, someDraft, uuid } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import type { Playback, PageSnapshot } from '../core/source/snapshot';
import type { Transcript } from '../core/transcript/transcript';
import { captureClip, type CaptureRequest } from './capture-clip';
import type { Capture } from './ports';

const words = 'We stopped counting sign-ups';

const cues: Transcript['cues'] = [
  { start: 60, end: 64, text: 'So what did you do?', speaker: 'Ivo Tarn' },
  { start: 64, end: 70, text: 'We stopped counting sign-ups.', speaker: 'Mira Oyelaran' },
  { start: 70, end: 76, text: 'It took a year.', speaker: 'Mira Oyelaran' },
];

const said: Transcript = {
  cues,
  chapters: [],
  clock: 'transcript',
  origin: { form: 'vtt', kind: 'file' },
};

function playing(over: Partial<Playback> = {}): PageSnapshot {
  const playback: Playback = { kind: 'audio', currentTime: 76, playing: true, ...over };
  return aSnapshot({ playback, selection: aSelection(words) });
}

async function capture(request: CaptureRequest, ports = testPorts()): Promise<Capture> {
  const result = await captureClip(ports, request);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

describe('captureClip', () => {
  it('stores the selection with its source and a draft before it resolves', async () => {
    const ports = testPorts();
    const selection = aSelection(words);
    const { source, clip, draft } = await capture(
      { snapshot: aSnapshot({ selection }), what: { kind: 'selection' }, note: 'Ask.' },
      ports,
    );
    expect(clip).toEqual({
      verified: 'exact',
      id: uuid(2),
      sourceKey: aSnapshot().url,
      insightKey: uuid(1),
      role: 'evidence',
      quote: words,
      paragraph: words,
      origin: 'selected',
      target: { source: aSnapshot().url, selector: selection.selector },
      note: 'Ask.',
      capturedAt: instant(0),
    });
    expect(draft).toMatchObject({ key: uuid(1), status: 'draft', createdAt: instant(0) });
    expect(await ports.store.allClips()).toEqual([clip]);
    expect(await ports.store.allInsights()).toEqual([draft]);
    expect(await ports.store.allSources()).toEqual([source]);
  });

  it('keys the source by its canonical address and keeps no trace of how one came there', async () => {
    const url = 'https://essays.tidewater.example/first-session?utm_source=mail#top';
    const canonicalUrl = { value: `${aSnapshot().url}?fbclid=x`, from: 'link:canonical' };
    const { source, clip, draft } = await capture({
      snapshot: aSnapshot({ url, metadata: { canonicalUrl } }),
      what: { kind: 'page' },
    });
    expect(JSON.stringify([source, clip, draft])).not.toMatch(/utm_|fbclid|#top/);
    expect(source).toMatchObject({ key: aSnapshot().url, url: aSnapshot().url });
    expect(clip).toMatchObject({
      sourceKey: aSnapshot().url,
      quote: '',
      origin: 'page',
      target: { source: aSnapshot().url, selector: [] },
    });
    const file = await capture({
      snapshot: aSnapshot({ url: 'file:///notes.html' }),
      what: { kind: 'page' },
    });
    expect(file.source).toMatchObject({ key: 'file:///notes.html', url: 'file:///notes.html' });
    expect(file.clip.target.source).toBe('file:///notes.html');
  });

  it.each([
    ['located', { kind: 'located', selection: aSelection(words) }, words],
    ['typed', { kind: 'typed', quote: `  ${words} ` }, words],
  ] as const)('takes %s words', async (origin, what, quote) => {
    const { clip } = await capture({ snapshot: aSnapshot(), what });
    expect(clip).toMatchObject({ origin, quote });
    expect(clip.target.selector).toHaveLength(origin === 'located' ? 1 : 0);
  });

  it.each([
    ['selection', { kind: 'selection' }, 'nothing-selected'],
    ['empty words', { kind: 'typed', quote: ' \n' }, 'nothing-selected'],
    ['player', { kind: 'recent', seconds: 30 }, 'nothing-playing'],
  ] as const)('says so when there is no %s, and stores nothing', async (_, what, kind) => {
    const ports = testPorts();
    const result = await captureClip(ports, { snapshot: aSnapshot(), what });
    expect(result).toEqual({ ok: false, error: { kind } });
    expect(await ports.store.allSources()).toEqual([]);
  });

  it('says that the words may be in a frame that cannot be read', async () => {
    const snapshot = aSnapshot({ focusElsewhere: true });
    const result = await captureClip(testPorts(), { snapshot, what: { kind: 'selection' } });
    expect(result).toEqual({ ok: false, error: { kind: 'selection-elsewhere' } });
  });

  it('passes on why the store did not take it', async () => {
    const ports = testPorts();
    ports.store.failWith({ kind: 'storage-full' });
    const result = await captureClip(ports, { snapshot: aSnapshot(), what: { kind: 'page' } });
    expect(result).toEqual({ ok: false, error: { kind: 'storage-full' } });
  });

  it('gives the clip to an insight, with no draft', async () => {
    const ports = testPorts();
    const insight = someDraft();
    await ports.store.saveInsight(insight);
    const into = { insightKey: insight.key, role: 'counter-evidence' } as const;
    const { clip, draft } = await capture(
      { snapshot: aSnapshot(), what: { kind: 'page' }, into },
      ports,
    );
    expect(clip).toMatchObject(into);
    expect(draft).toBeUndefined();
    expect(await ports.store.allInsights()).toEqual([insight]);
  });

  it('starts a draft when the insight is gone: the clip is not lost', async () => {
    const into = { insightKey: 'nobody', role: 'counter-evidence' } as const;
    const { clip, draft } = await capture({ snapshot: aSnapshot(), what: { kind: 'page' }, into });
    expect(clip).toMatchObject({ insightKey: draft?.key, role: 'evidence' });
  });

  it('stores a capture that is sent again with the same ids once', async () => {
    const one = testPorts();
    await capture({ snapshot: playing(), what: { kind: 'selection' } }, one);
    const again = { ...testPorts(), store: one.store };
    await capture({ snapshot: playing(), what: { kind: 'selection' } }, again);
    expect(await one.store.allClips()).toHaveLength(1);
    expect(await one.store.allInsights()).toHaveLength(1);
  });
});

describe('the time of a clip', () => {
  const what = { kind: 'selection' } as const;

  it('is that of the cue that holds the words, with who says them and where the player was', async () => {
    const { clip, draft } = await capture({ snapshot: playing(), what, transcript: said });
    expect(clip).toMatchObject({
      time: {
        start: 64,
        end: expect.closeTo(70, 0),
        from: 'cue',
        clock: 'transcript',
        playedAt: 76,
      },
      speaker: 'Mira Oyelaran',
    });
    expect(draft?.card.operator).toBe('Mira Oyelaran');
    expect(clip.target.selector.at(-1)).toMatchObject({
      type: 'FragmentSelector',
      value: expect.stringMatching(/^t=64,69\.\d+$/),
    });
  });

  it('is found though the words differ a little', async () => {
    const selection = aSelection('We stopped counting the sign-ups. It took us a year');
    const snapshot = { ...playing(), selection };
    const { clip } = await capture({ snapshot, what, transcript: said });
    expect(clip.time).toMatchObject({ start: 64, from: 'cue' });
  });

  it.each([
    ['no cue holds the words', { ...said, cues: cues.slice(2) }],
    ['there is no transcript', undefined],
  ])('is the player’s when %s', async (_, transcript) => {
    const { clip } = await capture({ snapshot: playing(), what, transcript });
    expect(clip.time).toEqual({ start: 76, end: 76, from: 'player', clock: 'played' });
    expect(clip.target.selector.at(-1)).toMatchObject({ value: 't=76' });
  });

  it.each([
    ['is paused', { playing: false }],
    ['is muted', { muted: true }],
  ])('is none when no cue holds the words and the player %s', async (_, over) => {
    const snapshot = playing({ currentTime: 2400, ...over });
    const { clip } = await capture({ snapshot, what });
    expect(clip.time).toBeUndefined();
    expect(clip.target.selector).toHaveLength(1);
  });

  it.each([
    ['is paused', { playing: false }],
    ['is muted', { muted: true }],
  ])('is that of the cue even when the player %s elsewhere', async (_, over) => {
    const snapshot = playing({ currentTime: 2400, ...over });
    const { clip } = await capture({ snapshot, what, transcript: said });
    const end: unknown = expect.closeTo(70, 0);
    expect(clip.time).toEqual({ start: 64, end, from: 'cue', clock: 'transcript' });
  });

  it('is what an episode’s page prints above the words when nothing is heard', async () => {
    const text = `[00:12:34] ${words} in the second year.`;
    const at = { type: 'TextPositionSelector', start: 11, end: 11 + words.length } as const;
    const selection = { ...aSelection(words), selector: [...aSelection(words).selector, at] };
    const sourceType = { value: 'podcast', from: 'test' };
    const printed = aSnapshot({ text, selection, metadata: { sourceType } });
    const { clip } = await capture({ snapshot: printed, what });
    expect(clip.time).toEqual({ start: 754, end: 754, from: 'page', clock: 'unknown' });
    const essay = await capture({ snapshot: { ...printed, metadata: {} }, what });
    expect(essay.clip.time).toBeUndefined();
  });

  it('never pushes a selector out of the eight there is room for, itself included', async () => {
    const [one] = aSelection(words).selector;
    const selection = { ...aSelection(words), selector: Array.from({ length: 8 }, () => one!) };
    const { clip } = await capture({ snapshot: { ...playing(), selection }, what });
    expect(clip.target.selector).toHaveLength(8);
    expect(clip.target.selector.at(-1)?.type).toBe('FragmentSelector');
  });
});

describe('the operator of a draft', () => {
  const sourceType = { value: 'podcast', from: 'test' };
  const authors = { value: ['Host of the Show'], from: 'test' };
  const what = { kind: 'selection' } as const;
  const operator = async (transcript?: Transcript) => {
    const snapshot = { ...playing(), metadata: { sourceType, authors } };
    return (await capture({ snapshot, what, transcript })).draft?.card.operator;
  };

  it('is who speaks the words, and nobody where that is not known', async () => {
    expect(await operator(said)).toBe('Mira Oyelaran');
    expect(await operator()).toBe('');
    const coded = cues.map((cue) => ({ ...cue, speaker: 'SPEAKER_01' }));
    expect(await operator({ ...said, cues: coded })).toBe('');
  });
});

describe('the last seconds', () => {
  it('take their words from the transcript, cut at sentences, and their time from the words', async () => {
    const { clip, draft } = await capture({
      snapshot: playing({ currentTime: 74 }),
      what: { kind: 'recent', seconds: 12 },
      transcript: said,
    });
    expect(clip).toMatchObject({
      quote: 'We stopped counting sign-ups. It took a year.',
      origin: 'transcript',
      speaker: 'Mira Oyelaran',
      time: { start: 64, end: 76, from: 'cue', clock: 'transcript', playedAt: 74 },
    });
    expect(clip.target.selector).toMatchObject([{ type: 'FragmentSelector', value: 't=64,76' }]);
    expect(draft).toBeDefined();
  });

  it.each([
    ['without a transcript', undefined],
    ['where nothing is said', { ...said, cues: [{ start: 0, end: 1, text: 'Hm.' }] }],
    ['without times', { ...said, cues: [{ text: 'Hm, said nobody at any time.' }] }],
  ])('are a moment %s', async (_, transcript) => {
    const { clip } = await capture({
      snapshot: playing(),
      what: { kind: 'recent', seconds: 30 },
      transcript,
    });
    expect(clip).toMatchObject({
      quote: '',
      origin: 'moment',
      time: { start: 46, end: 76, from: 'player', clock: 'played', playedAt: 76 },
    });
  });

  it.each([
    ['from a mark to now', 60],
    ['from now to a mark that lies ahead', 92],
  ])('may be those %s', async (_, mark) => {
    const { clip } = await capture({ snapshot: playing(), what: { kind: 'since', mark } });
    expect(clip.time).toMatchObject({ start: Math.min(mark, 76), end: Math.max(mark, 76) });
  });

  it('never start before the episode does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.001, max: 20_000, noNaN: true }),
        fc.double({ min: 0, max: 600, noNaN: true }),
        async (currentTime, seconds) => {
          const { clip } = await capture({
            snapshot: playing({ currentTime }),
            what: { kind: 'recent', seconds },
          });
          expect(clip.time?.start).toBeGreaterThanOrEqual(0);
          expect(clip.time?.end).toBe(currentTime);
        },
      ),
      { numRuns: 50 },
    );
  });
});
