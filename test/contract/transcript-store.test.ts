import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeTimeFragment } from '../../lib/core/annotation/time-fragment.ts';
import { ok } from '../../lib/core/result.ts';
import type { KeptTranscript } from '../../lib/core/transcript/kept-transcript.ts';
import { createDatabase, type NoteDatabase } from '../../lib/storage/database.ts';
import { createNoteStore } from '../../lib/storage/note-store.ts';
import { createTranscriptStore } from '../../lib/storage/transcript-store.ts';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes.ts';

const sourceKey = 'https://longwave.test/12';
const kept: KeptTranscript = {
  sourceKey,
  transcript: {
    cues: [{ start: 0, end: 4, text: 'Weigh it twice.', speaker: 'SPEAKER_01' }],
    chapters: [],
    clock: 'transcript',
    origin: { form: 'vtt', kind: 'file' },
  },
  speakers: {},
  persons: [{ name: 'Ines Amadi', role: 'guest' }, { name: 'Ivo Tarn' }],
  savedAt: instant(1),
};

let made = 0;
let db: NoteDatabase;
beforeEach(() => {
  db = createDatabase(`transcripts-${(made += 1)}-`);
});

/** A clip of the voice in a draft of its own. */
async function clipOf(n: number, over: Parameters<typeof someClip>[0], operator = '') {
  const insightKey = uuid(0x100 + n);
  await createNoteStore(db).saveCapture({
    source: someSource({ key: sourceKey, url: sourceKey }),
    clip: someClip({ id: uuid(n), sourceKey, insightKey, ...over }),
    draft: someDraft({ key: insightKey, card: someCard({ operator }) }),
  });
  return { id: uuid(n), insightKey };
}

describe('a kept transcript', () => {
  it('is given back as it came, replaced by a newer one, and dropped', async () => {
    const store = createTranscriptStore(db);
    expect(await store.getTranscript(sourceKey)).toBeUndefined();
    await store.keepTranscript(kept);
    const named = { ...kept, speakers: { SPEAKER_01: 'Ines Amadi' } };
    expect(await store.keepTranscript(named)).toEqual(ok(undefined));
    expect(await store.getTranscript(sourceKey)).toEqual(named);
    await store.dropTranscript(sourceKey);
    expect(await store.dropTranscript(sourceKey)).toEqual(ok(undefined));
    expect(await store.getTranscript(sourceKey)).toBeUndefined();
  });

  it('that breaks its schema is refused with the field that does', async () => {
    const broken = { ...kept, sourceKey: '' };
    const refused = await createTranscriptStore(db).keepTranscript(broken);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'storage-failed' } });
  });

  it('outlives the trash of its clips', async () => {
    const store = createTranscriptStore(db);
    await store.keepTranscript(kept);
    const { id } = await clipOf(1, {});
    await createNoteStore(db).undoCapture(id, instant(3));
    expect(await store.getTranscript(sourceKey)).toEqual(kept);
  });
});

describe('a clip without words', () => {
  const time = { start: 3, end: 9, from: 'cue' as const, clock: 'transcript' as const };
  const words = { quote: 'Weigh it twice.', speaker: 'Ines Amadi', time, origin: 'typed' as const };
  const times = [writeTimeFragment(3, 9)];

  it('takes them later, with time and speaker, and the index is told', async () => {
    const { id, insightKey } = await clipOf(1, { quote: '', origin: 'moment' });
    const store = createTranscriptStore(db);
    expect(await store.fillClip(id, { ...words, times })).toEqual(ok(true));
    const clip = await db.clips.get(id);
    expect(clip).toMatchObject(words);
    expect(clip?.target.selector.filter(({ type }) => type === 'FragmentSelector')).toEqual(times);
    expect((await db.stale.toArray()).at(-1)?.keys).toEqual([insightKey]);
  });

  it('keeps the words it has, and the second they were said at', async () => {
    const { id } = await clipOf(1, { quote: 'As it was.' });
    const before = await db.clips.get(id);
    const filled = await createTranscriptStore(db).fillClip(id, { ...words, times });
    expect(filled).toEqual(ok(false));
    expect(await db.clips.get(id)).toEqual(before);
  });

  it('is not there', async () => {
    const gone = await createTranscriptStore(db).fillClip(uuid(9), { ...words, times });
    expect(gone).toEqual(ok(false));
  });
});

describe('a voice that is named', () => {
  it('is named in its clips of this source, and in drafts that wait for a name', async () => {
    const speaker = 'SPEAKER_01';
    const one = await clipOf(1, { speaker });
    const two = await clipOf(2, { speaker }, 'Odo Marsh');
    await clipOf(3, { speaker: 'SPEAKER_00' });
    const store = createTranscriptStore(db);
    const voice = { from: speaker, to: 'Ines Amadi' };
    expect(await store.nameVoice(sourceKey, voice, instant(5))).toEqual(ok(2));
    expect((await db.clips.toArray()).map((clip) => clip.speaker)).toEqual([
      'Ines Amadi',
      'Ines Amadi',
      'SPEAKER_00',
    ]);
    expect((await db.insights.get(one.insightKey))?.card.operator).toBe('Ines Amadi');
    expect((await db.insights.get(two.insightKey))?.card.operator).toBe('Odo Marsh');

    const back = { from: voice.to, to: voice.from };
    expect(await store.nameVoice(sourceKey, back, instant(6))).toEqual(ok(2));
    expect((await db.insights.get(one.insightKey))?.card.operator).toBe('');
  });
});

it('archives a source under its path', async () => {
  const store = createTranscriptStore(db);
  const archive = {
    path: 'raw/essays/a--b--2026-05-01.md',
    sourceKey,
    text: 'x',
    keptAt: instant(0),
  };
  expect(await store.saveArchive(archive)).toEqual(ok(true));
  const theirs = { ...archive, sourceKey: 'https://other.example/', text: 'Theirs.' };
  expect(await store.saveArchive(theirs)).toEqual(ok(false));
  expect(await store.getArchive(archive.path)).toEqual(archive);
  expect(await store.archivesAt([archive.path, 'raw/none.md'])).toEqual([archive]);
});
