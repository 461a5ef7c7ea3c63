/** Documents on the real store: made, edited, brought in, thrown away. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { addContradiction, type ContradictionPorts } from '../../lib/actions/add-contradiction';
import { importDocuments } from '../../lib/actions/import-documents';
import { editDocument } from '../../lib/core/codex/edit-document';
import { err } from '../../lib/core/result';
import { readPositions } from '../../lib/core/codex/read-positions';
import { createDatabase, type NoteDatabase } from '../../lib/storage/database';
import { createDocumentStore } from '../../lib/storage/document-store';
import { createLinkStore } from '../../lib/storage/link-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { instant, someCard, someDocument, someDraft, uuid } from '../support/notes';
import { testPorts } from '../support/ports';

let databases = 0;
let db: NoteDatabase;
let ports: ContradictionPorts;

beforeEach(() => {
  db = createDatabase(`documents-${(databases += 1)}-`);
  ports = { ...testPorts(), documents: createDocumentStore(db), links: createLinkStore(db) };
});

const own = someDocument();
const loaded = someDocument({ key: 'codex/con_seats-or-clicks', collection: 'codex' });
const textOf = (id: string, title = 'T') => `---\nid: ${id}\n---\n\n# ${title}\n\n\`ins_a\`\n`;
const file = (id: string, title?: string) => ({ path: `${id}.md`, text: textOf(id, title) });
const bring = async (...files: { path: string; text: string }[]) => {
  const result = await importDocuments(ports, files);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

test('a document is stored once, and what was edited since stays', async () => {
  const { documents } = ports;
  await documents.saveDocuments([{ after: own }]);
  expect(await documents.saveDocuments([{ after: own }])).toEqual({ ok: true, value: [] });
  const other = { ...own, key: uuid(0xf1), title: 'Same id' };
  expect(await documents.saveDocuments([{ after: other }])).toEqual({ ok: true, value: [own] });
  await documents.updateDocument(
    own.key,
    (each) => editDocument(each, `${each.text}x`),
    instant(5),
  );
  const [edited] = await documents.allDocuments();
  expect(edited).toEqual({ ...own, text: `${own.text}x`, updatedAt: instant(5) });
  const late = { before: own, after: { ...own, title: 'Late' } };
  expect(await documents.saveDocuments([late])).toEqual({ ok: true, value: [edited] });
});

test('a text that cannot be read is kept word for word, and id and title stay', async () => {
  const { documents } = ports;
  await documents.saveDocuments([{ after: own }]);
  const half = '---\nid: con_se\ntit';
  const stored = await documents.updateDocument(
    own.key,
    (each) => editDocument(each, half),
    instant(1),
  );
  expect(stored).toMatchObject({ ok: true, value: { id: own.id, title: own.title, text: half } });
});

test('an id that another document has is not taken over, the text is', async () => {
  const { documents } = ports;
  const second = { ...own, key: uuid(0xf1), id: 'con_second' };
  await documents.saveDocuments([{ after: own }, { after: second }]);
  const text = textOf(own.id);
  const stored = await documents.updateDocument(
    second.key,
    (each) => editDocument(each, text),
    instant(1),
  );
  expect(stored).toMatchObject({ ok: true, value: { id: 'con_second', text } });
});

test('documents of a loaded codex are read, never written', async () => {
  const { documents } = ports;
  await db.transaction('rw', db.documents, () => db.documents.put(loaded));
  expect(await documents.allDocuments()).toEqual([loaded]);
  const refused = { ok: false, error: { kind: 'read-only-collection' } };
  expect(await documents.saveDocuments([{ after: loaded }])).toEqual(refused);
  expect(await documents.trashDocuments([loaded.key], instant(1))).toEqual(refused);
  expect(await documents.updateDocument(loaded.key, (each) => each, instant(1))).toEqual(refused);
  // Their ids do not stand in the way of one's own.
  expect(await documents.saveDocuments([{ after: own }])).toEqual({ ok: true, value: [] });
});

test('into the trash and out of it', async () => {
  const { documents } = ports;
  await documents.saveDocuments([{ after: own }]);
  await documents.trashDocuments([own.key], instant(3));
  expect(await documents.allDocuments()).toEqual([]);
  expect(await documents.trashedDocuments()).toEqual([{ ...own, deletedAt: instant(3) }]);
  await documents.restoreDocuments([own.key]);
  expect(await documents.allDocuments()).toEqual([own]);
});

test('files come in once; a changed file is taken over, unless it was edited here', async () => {
  const readme = { path: 'README.md', text: '# Notes' };
  const torn = { path: 'con_torn.md', text: '---\nid: con_torn\nno colon\n---\n' };
  const again = { path: 'copy.md', text: textOf('con_a', 'Other') };
  expect(await bring(file('con_a'), file('pat_b'), readme, torn, again)).toEqual({
    added: 2,
    updated: 0,
    unchanged: 0,
    kept: [],
    broken: [
      { path: 'con_torn.md', line: 3, reason: 'bad-line', detail: 'no colon' },
      { path: 'copy.md', line: 1, reason: 'duplicate-id', detail: 'con_a.md' },
    ],
    others: ['README.md'],
  });
  expect(await bring(file('con_a'), file('pat_b'))).toMatchObject({ unchanged: 2, added: 0 });
  expect(await bring(file('con_a', 'New'))).toMatchObject({ updated: 1 });

  const stored = (await ports.documents.allDocuments()).find(({ id }) => id === 'con_a');
  const edit = textOf('con_a', 'Mine');
  await ports.documents.updateDocument(
    stored?.key ?? '',
    (each) => editDocument(each, edit),
    instant(9),
  );
  expect(await bring(file('con_a', 'New'))).toMatchObject({ unchanged: 1, kept: [] });
  expect(await bring(file('con_a', 'Newer'))).toMatchObject({ updated: 0, kept: ['con_a'] });
  expect(await bring({ path: 'x.md', text: edit })).toMatchObject({ unchanged: 1 });

  await ports.documents.trashDocuments([stored?.key ?? ''], instant(10));
  expect(await bring(file('con_a', 'Newer'))).toMatchObject({ added: 1 });
  const titles = (await ports.documents.allDocuments()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['Newer', 'T']);
});

const insight = (name: string) =>
  someDraft({ key: name, card: someCard({ id: `ins_${name}`, title: name }) });
const pair = [insight('a'), insight('b')] as const;

test('a contradiction of two insights is written with its link, and both are undone', async () => {
  const store = createNoteStore(db);
  const added = await addContradiction(ports, pair, false);
  if (!added.ok) throw new Error(added.error.kind);
  const { document, undo } = added.value;
  expect(readPositions(document.text).map(({ cards }) => cards)).toEqual([['ins_a'], ['ins_b']]);
  expect(document).toMatchObject({ id: 'con_a-vs-b', kind: 'contradiction' });
  expect(await store.allLinks()).toMatchObject([{ from: 'a', to: 'b', type: 'contradicts' }]);
  await undo();
  expect(await store.allLinks()).toEqual([]);
  expect(await ports.documents.allDocuments()).toEqual([]);

  const again = await addContradiction(ports, pair, true);
  expect(again).toMatchObject({ ok: true, value: { document: { id: 'con_a-vs-b-2' } } });
  expect(await store.allLinks()).toEqual([]);
  const draft = someDraft();
  expect(await addContradiction(ports, [draft, pair[0]], false)).toEqual({
    ok: false,
    error: { kind: 'no-id' },
  });
});

test('contradictions written in two pages at once are both stored, each under an id of its own', async () => {
  const added = await Promise.all([
    addContradiction(ports, pair, false),
    addContradiction(ports, pair, true),
  ]);
  const told = added.flatMap((each) => (each.ok ? [each.value.document] : []));
  expect(told.map(({ id }) => id).toSorted()).toEqual(['con_a-vs-b', 'con_a-vs-b-2']);
  const stored = await ports.documents.allDocuments();
  expect(stored).toHaveLength(2);
  expect(stored).toEqual(expect.arrayContaining(told));
});

test('of a contradiction that cannot be stored nothing is left', async () => {
  const { documents, links } = ports;
  const full = async () => err({ kind: 'storage-full' } as const);
  for (const broken of [
    { ...ports, documents: { ...documents, saveDocuments: full } },
    { ...ports, links: { ...links, changeLinks: full } },
  ]) {
    expect(await addContradiction(broken, pair, false)).toMatchObject({ ok: false });
    expect(await createNoteStore(db).allLinks()).toEqual([]);
    expect(await documents.allDocuments()).toEqual([]);
  }
});
