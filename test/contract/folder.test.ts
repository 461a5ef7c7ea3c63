/** The folder's cases over Node's files, where Git can look at what was written. */
import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createDatabase } from '../../lib/storage/database';
import { createFolderStore } from '../../lib/storage/folder-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { cardText, createWorld } from '../support/folder-world';
import { nodeFiles, nodeFolder } from '../support/node-folder';
import { folderContract } from './folder.contract';
import { folderFailuresContract } from './folder-failures.contract';

const made: string[] = [];
afterAll(() => {
  for (const top of made) rmSync(top, { recursive: true, force: true });
});

async function open(top = mkdtempSync(join(tmpdir(), 'codex-'))) {
  made.push(top);
  const db = createDatabase(`folder-${made.length}-`);
  const [store, folderStore] = [createNoteStore(db), createFolderStore(db)];
  return { folder: nodeFolder(top), files: nodeFiles(top), store, folderStore };
}

folderContract('of plain files', () => open());
folderFailuresContract('of plain files', () => open());

it('one field edited here is one line in Git, and a branch that is checked out is taken in', async () => {
  const top = mkdtempSync(join(tmpdir(), 'codex-git-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=Test', '-c', 'user.email=t@t', ...args], {
      encoding: 'utf8',
    });
  const world = createWorld(await open(top));
  git('init', '-q', '-b', 'main');
  const crlf = cardText('ins_two').replaceAll('\n', '\r\n');
  await world.files.put('insights/ins_one.md', cardText('ins_one'));
  await world.files.put('insights/ins_two.md', crlf);
  git('add', '-A');
  git('-c', 'core.autocrlf=false', 'commit', '-qm', 'cards');
  await world.sync();
  expect(git('status', '--porcelain')).toBe('');

  await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
  await world.edit('ins_two', (card) => ({ ...card, operatorRole: 'Adviser' }));
  await world.sync();
  expect(git('diff', '--numstat').trim().split('\n')).toEqual([
    '1\t1\tinsights/ins_one.md',
    '1\t1\tinsights/ins_two.md',
  ]);
  git('commit', '-qam', 'edited here');

  git('checkout', '-qb', 'theirs', 'HEAD~1');
  await world.swap('insights/ins_one.md', 'Second line.', '2nd line.');
  git('commit', '-qam', 'edited there');
  git('checkout', '-q', 'main');
  git('merge', '-q', '-m', 'both', 'theirs');
  expect((await world.changes()).length).toBe(1);
  const one = await world.insight('ins_one');
  expect(one?.card).toMatchObject({ tier: 'A' });
  expect(one?.card.sections.mechanism).toContain('2nd line.');
  expect(git('status', '--porcelain')).toBe('');
});
