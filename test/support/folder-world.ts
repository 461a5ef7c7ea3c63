/** A folder and a library beside it, and what other programs do in the folder meanwhile. */
import { expect } from 'vitest';
import type { Folder, FolderStore } from '../../lib/actions/folder-ports.ts';
import { editCard } from '../../lib/actions/edit-card.ts';
import type { NoteStore, OneAtATime } from '../../lib/actions/ports.ts';
import {
  syncFolder,
  type FolderPorts,
  type SyncOptions,
  type SyncReport,
} from '../../lib/actions/sync-folder.ts';
import type { Card } from '../../lib/core/codex/card.ts';
import type { Insight } from '../../lib/core/insight/insight.ts';
import { instant, uuid } from './notes.ts';

/** The files as any program sees them. */
export interface PlainFiles {
  put(path: string, text: string): Promise<void>;
  /** Undefined when there is no such file. */
  get(path: string): Promise<string | undefined>;
  remove(path: string): Promise<void>;
  /** All paths, those that begin with a dot too, in order. */
  paths(): Promise<string[]>;
}

export interface WorldParts {
  readonly folder: Folder;
  readonly files: PlainFiles;
  readonly store: NoteStore;
  readonly folderStore: FolderStore;
}

export interface World extends WorldParts {
  readonly ports: FolderPorts;
  /** Brings both together; a failure throws. */
  sync(options?: SyncOptions): Promise<SyncReport>;
  /** What the sync did, as `change path`. */
  changes(options?: SyncOptions): Promise<string[]>;
  /** The insight of this card id outside the trash. */
  insight(id: string): Promise<Insight | undefined>;
  /** The insight in the trash. */
  trashed(id: string): Promise<Insight | undefined>;
  edit(id: string, change: (card: Card) => Card): Promise<void>;
  swap(path: string, from: string, to: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Moves the clock, which is otherwise the day of the tests, before any file was written. */
  setClock(seconds: number): void;
}

export function createWorld(parts: WorldParts, inTurn: OneAtATime = (work) => work()): World {
  const { files, folder, store, folderStore } = parts;
  let seconds = 0;
  let made = 0x1000;
  const clock = {
    now: () => instant((seconds += 1)),
    today: () => instant(seconds).slice(0, 10),
  };
  const ports: FolderPorts = {
    store,
    folderStore,
    clock,
    newId: () => uuid((made += 1)),
    archives: { archivesAt: () => Promise.resolve([]) },
    inTurn,
  };
  const find = (all: readonly Insight[], id: string) => all.find(({ card }) => card.id === id);
  const insight = async (id: string) => find(await store.allInsights(), id);
  const keyOf = async (id: string) => {
    const found = await insight(id);
    if (!found) throw new Error(`no insight ${id}`);
    return found.key;
  };
  const world: World = {
    ...parts,
    ports,
    insight,
    trashed: async (id) => find(await store.trashedInsights(), id),
    async sync(options) {
      const done = await syncFolder(ports, folder, options);
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return done.value;
    },
    changes: async (options) =>
      (await world.sync(options)).changes.map(({ change, path }) => `${change} ${path}`),
    async edit(id, change) {
      const edited = await editCard(ports, await keyOf(id), change);
      if (!edited.ok || !edited.value) throw new Error(`not edited: ${id}`);
    },
    async swap(path, from, to) {
      const text = await files.get(path);
      if (!text?.includes(from)) throw new Error(`${path} does not say ${from}`);
      await files.put(
        path,
        text.replace(from, () => to),
      );
    },
    async remove(id) {
      await store.trashInsights([await keyOf(id)], clock.now());
    },
    setClock(next) {
      seconds = next;
    },
  };
  return world;
}

/** Where the two cards of `agreedWorld` lie. */
export const [one, two] = ['ins_one.md', 'insights/ins_two.md'] as const;

/** A world with two cards that folder and library agree on. */
export async function agreedWorld(parts: WorldParts): Promise<World> {
  const world = createWorld(parts);
  await world.files.put(one, cardText('ins_one'));
  await world.files.put(two, cardText('ins_two'));
  expect(await world.changes()).toEqual([`added ${one}`, `added ${two}`]);
  expect(await world.changes()).toEqual([]);
  return world;
}

/** What must hold after any sync: nothing is left to do, and what is there is what was said. */
export async function expectAtRest(world: World): Promise<void> {
  const before = await world.files.paths();
  const texts = await Promise.all(before.map((path) => world.files.get(path)));
  expect(await world.changes()).toEqual([]);
  expect(await world.files.paths()).toEqual(before);
  expect(await Promise.all(before.map((path) => world.files.get(path)))).toEqual(texts);
}

/** A card's text of its own. */
export function cardText(id: string, over: { readonly claim?: string } = {}): string {
  return `---
id: ${id}
operator: Mira Oyelaran
operator_role: Head of growth, Tidewater Maps
source_url: https://essays.tidewater.example/${id}
source_type: essay
source_title: 'Ten minutes: what they are for'
source_date: 2026-01
captured_date: 2026-03-02
domain: [onboarding, retention]
tier: B
related: []
---

# The title of ${id}

## Claim
${over.claim ?? `The claim of ${id}.`}

## Mechanism
First line.
Second line.
Third line.

## Evidence
> "We counted first results."

— Mira Oyelaran, essay, 2026-01-14

## Signals
- a first result
`;
}
