/** A source archived with its insights, and on its way into the person's folder. */
import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeFolderArchives } from '../../lib/actions/folder-archives.ts';
import { keepArchive } from '../../lib/actions/keep-archive.ts';
import { ok } from '../../lib/core/result.ts';
import { createDatabase } from '../../lib/storage/database.ts';
import { createNoteStore } from '../../lib/storage/note-store.ts';
import { createTranscriptStore } from '../../lib/storage/transcript-store.ts';
import { aSnapshot } from '../support/builders.ts';
import { cardText } from '../support/folder-world.ts';
import { nodeFolder } from '../support/node-folder.ts';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes.ts';

const top = mkdtempSync(join(tmpdir(), 'raw-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const clock = { now: () => instant(9), today: () => '2026-05-01' };
const snapshot = aSnapshot({ passages: [{ text: 'Weigh it twice.', start: 0, end: 15 }] });
const sourceKey = snapshot.url;
let made = 0;

function open() {
  const db = createDatabase(`archives-${(made += 1)}-`);
  return { store: createNoteStore(db), transcripts: createTranscriptStore(db), clock };
}

async function clipInto(ports: ReturnType<typeof open>, n: number, rawRef = '') {
  const card = someCard({
    operator: 'Mira Okonta',
    sourceTitle: 'Scales',
    sourceType: 'essay',
    sourceDate: '2026-04-02',
    rawRef,
  });
  await ports.store.saveCapture({
    source: someSource({ key: sourceKey, url: sourceKey }),
    clip: someClip({ id: uuid(n), sourceKey, insightKey: uuid(0x100 + n) }),
    draft: someDraft({ key: uuid(0x100 + n), card }),
  });
}

it('archives a page once, for every insight of it that refers to nothing else', async () => {
  const ports = open();
  expect(await keepArchive(ports, snapshot, undefined)).toMatchObject({
    error: { kind: 'no-insight' },
  });
  await clipInto(ports, 1);
  await clipInto(ports, 2);
  await clipInto(ports, 3, 'raw/essays/another.md');
  const path = 'raw/essays/mira-okonta--scales--2026-04-02.md';
  expect(await keepArchive(ports, snapshot, undefined)).toMatchObject({
    ok: true,
    value: { archive: { path }, insights: 2 },
  });
  const refs = (await ports.store.allInsights()).map(({ card }) => card.rawRef).sort();
  expect(refs).toEqual(['raw/essays/another.md', path, path].sort());
  expect((await ports.transcripts.getArchive(path))?.text).toMatch(/Weigh it twice\.\n$/);

  const cues = [{ start: 3, text: 'Said, not written.', speaker: 'Ivo Tarn' }];
  const origin = { form: 'vtt', kind: 'file' } as const;
  const said = { cues, chapters: [], clock: 'unknown', origin } as const;
  await keepArchive(ports, snapshot, { ...said, cues: [...cues], chapters: [] });
  expect((await ports.transcripts.getArchive(path))?.text).toMatch(
    /\*\*Ivo Tarn\*\* \(00:00:03\): Said, not written\.\n$/,
  );
});

it('does not take the file of another source of the same name', async () => {
  const ports = open();
  await clipInto(ports, 1);
  const path = 'raw/essays/mira-okonta--scales--2026-04-02.md';
  const other = { path, sourceKey: 'https://other.example/', text: 'Theirs.', keptAt: instant(0) };
  await ports.transcripts.saveArchive(other);
  const kept = await keepArchive(ports, snapshot, undefined);
  expect(kept).toMatchObject({ value: { archive: { path: path.replace('.md', '-2.md') } } });
  expect(await ports.transcripts.getArchive(path)).toEqual(other);
});

it('does not take the file of another source that is archived at the same time', async () => {
  const ports = open();
  await clipInto(ports, 1);
  const path = 'raw/essays/mira-okonta--scales--2026-04-02.md';
  const other = { path, sourceKey: 'https://other.example/', text: 'Theirs.', keptAt: instant(0) };
  const transcripts: typeof ports.transcripts = {
    ...ports.transcripts,
    saveArchive: async (archive) => {
      await ports.transcripts.saveArchive(other);
      return ports.transcripts.saveArchive(archive);
    },
  };
  const kept = await keepArchive({ ...ports, transcripts }, snapshot, undefined);
  expect(kept).toMatchObject({ value: { archive: { path: path.replace('.md', '-2.md') } } });
  expect(await ports.transcripts.getArchive(path)).toEqual(other);
});

it('goes into the folder beside the cards, and leaves alone what stands there', async () => {
  const folder = nodeFolder(top);
  const [one, two] = ['raw/essays/one.md', 'raw/essays/two.md'];
  const archives = {
    archivesAt: (paths: readonly string[]) =>
      Promise.resolve(
        paths.map((path) => ({ path, sourceKey: 'x', text: `Of ${path}\n`, keptAt: instant(0) })),
      ),
  };
  const card = (id: string, ref: string) =>
    cardText(id).replace('related: []\n', `related: []\nraw_ref: ${ref}\n`);
  await folder.write(`codex/${two}`, undefined, 'Mine.\n');
  const files = new Map([
    ['codex/insights/ins_one.md', card('ins_one', one)],
    ['codex/insights/ins_two.md', card('ins_two', two)],
    [`codex/${two}`, 'Mine.\n'],
  ]);
  expect(await writeFolderArchives(folder, archives, files)).toEqual(ok(undefined));
  expect(readFileSync(join(top, 'codex', one), 'utf8')).toBe(`Of ${one}\n`);
  expect(readFileSync(join(top, 'codex', two), 'utf8')).toBe('Mine.\n');
});
