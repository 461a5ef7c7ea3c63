/** Ports to test actions with: a clock that stands still until it is moved, and ids in a row. */
import type { Clock, NewId, OneAtATime } from '../../lib/actions/ports.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { instant, uuid } from './notes.ts';

export interface TestPorts {
  readonly store: MemoryStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly oneAtATime: OneAtATime;
  /** Moves the clock to so many seconds into the tests' day. */
  setClock(seconds: number): void;
}

export function testPorts(): TestPorts {
  let seconds = 0;
  let made = 0;
  let before: Promise<unknown> = Promise.resolve();
  return {
    store: createMemoryStore(),
    clock: { now: () => instant(seconds), today: () => instant(seconds).slice(0, 10) },
    newId: () => uuid((made += 1)),
    oneAtATime(work) {
      const turn = before.then(work, work);
      before = turn;
      return turn;
    },
    setClock(next) {
      seconds = next;
    },
  };
}
