/** A mended file that came in is taken back, unless its insight was edited since. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { cardFile, importInto } from '../../test/support/importing';
import { createMemoryKeptFiles } from '../../test/support/memory-kept-files';
import { instant } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import type { KeptFile } from '../core/insight/kept-file';
import { ok } from '../core/result';
import { createDatabase } from '../storage/database';
import { createFolderStore } from '../storage/folder-store';
import { createNoteStore } from '../storage/note-store';
import { editCard } from './edit-card';
import { undoBringIn, type BroughtIn } from './undo-bring-in';

let databases = 0;
let ports: ReturnType<typeof open>;

function open() {
  const db = createDatabase(`bring-in-${(databases += 1)}-`);
  return {
    ...testPorts(),
    store: createNoteStore(db),
    folderStore: createFolderStore(db),
    kept: createMemoryKeptFiles(),
  };
}

async function bringIn(title: string): Promise<BroughtIn> {
  const [before] = await ports.store.allInsights();
  const { path, text } = cardFile('ins_one', { title });
  const file: KeptFile = {
    key: 'kept-1',
    collection: 'own',
    path,
    text,
    line: 1,
    reason: 'no-frontmatter',
    detail: '',
    at: instant(0),
  };
  await importInto(ports, [{ path, text }]);
  const [insight] = await ports.store.allInsights();
  return { file, insight: insight!, before };
}

beforeEach(() => {
  ports = open();
});

it('a new insight goes into the trash, and the file is kept again', async () => {
  const brought = await bringIn('As mended');
  expect(await undoBringIn(ports, brought)).toEqual(ok(undefined));
  expect(await ports.store.allInsights()).toEqual([]);
  expect(await ports.store.trashedInsights()).toHaveLength(1);
  expect(await ports.kept.allKeptFiles()).toEqual([brought.file]);
});

it('an insight says again what it said before', async () => {
  const { insight } = await bringIn('As it was');
  const brought = await bringIn('As mended');
  expect(await undoBringIn(ports, brought)).toEqual(ok(undefined));
  const [back] = await ports.store.allInsights();
  expect(back).toEqual({ ...insight, updatedAt: back!.updatedAt });
  expect(await ports.kept.allKeptFiles()).toEqual([brought.file]);
});

it.each([
  ['a new insight', false],
  ['one that was there', true],
])('%s that was edited since stays as it is', async (_name, isThere) => {
  if (isThere) await bringIn('As it was');
  const brought = await bringIn('As mended');
  await editCard(ports, brought.insight.key, (card) => ({ ...card, title: 'Edited' }));
  expect(await undoBringIn(ports, brought)).toMatchObject({ error: { kind: 'overtaken' } });
  expect((await ports.store.allInsights()).map(({ card }) => card.title)).toEqual(['Edited']);
  expect(await ports.kept.allKeptFiles()).toEqual([]);
});
