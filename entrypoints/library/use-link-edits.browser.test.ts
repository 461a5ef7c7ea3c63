import { beforeEach, expect, it, vi } from 'vitest';
import { ports } from '@/lib/wire';
import { useEnglishMessages } from '../../test/support/messages';
import { someLink, uuid } from '../../test/support/notes';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { useLinkEdits } from './use-link-edits';

vi.mock('@/lib/wire', async () => {
  const { testPorts } = await import('../../test/support/ports');
  return { ports: testPorts() };
});
vi.mock('@/lib/wire-links', () => ({ linkPorts: {} }));

const link = someLink();
const { store } = ports;

/** The links in the open library, and what is said there, with the undo of it. */
function anEdit(links = [link]) {
  const said: { message: string; undo?: (() => Promise<void>) | undefined }[] = [];
  const done: Done = {
    notice: null,
    say: (message, undo) => said.push({ message, undo }),
    refuse: (message) => said.push({ message }),
    check: ({ ok }) => ok,
  };
  const edits = useLinkEdits({ links } as unknown as LibraryData, done);
  const edit = () =>
    edits.edit(link.from, link.id, { type: 'supports', direction: 'out', why: 'It goes on.' });
  return { said, edit };
}

beforeEach(async () => {
  useEnglishMessages();
  await store.saveLink(link);
});

it('an edited link says again what it said, by Undo', async () => {
  const { said, edit } = anEdit();
  await edit();
  expect(await store.allLinks()).toEqual([{ ...link, type: 'supports', why: 'It goes on.' }]);
  await said[0]?.undo?.();
  expect(await store.allLinks()).toEqual([link]);
  expect(said).toHaveLength(1);
});

it('a link that was removed elsewhere stays removed, and both edit and Undo say so', async () => {
  const { said, edit } = anEdit();
  await edit();
  await store.removeLink(link.id);
  await said[0]?.undo?.();
  await edit();
  expect(said.map(({ message }) => message)).toEqual([
    'Link changed.',
    expect.stringMatching(/^This link was removed elsewhere/),
    expect.stringMatching(/^This link was removed elsewhere/),
  ]);
  expect(await store.allLinks()).toEqual([]);
});

it('a link is not edited into one that is there already', async () => {
  const other = { ...link, id: uuid(99), type: 'supports' as const, why: 'It went on before.' };
  await store.saveLink(other);
  const { said, edit } = anEdit([link, other]);
  expect(await edit()).toBe(false);
  expect(said.map(({ message }) => message)).toEqual(['These two are linked so already.']);
  expect(await store.allLinks()).toEqual(expect.arrayContaining([link, other]));
});
