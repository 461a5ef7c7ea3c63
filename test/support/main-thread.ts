import type { Browser, Page } from 'playwright-core';
import { extensionId } from './extension.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    readonly beginData?: { readonly url?: string };
  };
}

/** A task of a page's main thread. */
export interface Task {
  /** Milliseconds by the clock, which counts what other processes took meanwhile. */
  readonly duration: number;
  /** Milliseconds of processor time: what the task takes where nothing else runs. */
  readonly worked: number;
  /** The scripts of ours that ran in it, by file name; none for the page's and the browser's own work. */
  readonly scripts: readonly string[];
  /** Whether a script of ours had run before it ended. */
  readonly isAfterOurs: boolean;
  /** What took longest in it, by the browser's names, with milliseconds. */
  readonly parts: string;
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'toplevel',
  '-*',
];
const isTask = /^(RunTask|ThreadControllerImpl::RunTask)$/;

/**
 * The tasks of a page's main thread while something is done, most processor time first, as the browser's own trace
 * has them. `address` is where the page goes meanwhile.
 */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  address: string,
  act: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const parsing = traceEvents.find(
    ({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === address,
  );
  if (!parsing) throw new Error(`the trace says nothing of ${address}`);
  const own = traceEvents.filter(
    ({ ph, pid, tid }) => ph === 'X' && pid === parsing.pid && tid === parsing.tid,
  );
  return tasksOf(own.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0)));
}

function tasksOf(events: readonly TraceEvent[]): Task[] {
  const tasks: Task[] = [];
  let isAfterOurs = false;
  for (let at = 0; at < events.length;) {
    const task = events[at];
    if (!task) break;
    at += 1;
    if (!isTask.test(task.name)) continue;
    const inner: TraceEvent[] = [];
    const end = task.ts + (task.dur ?? 0);
    for (let next = events[at]; next && next.ts < end; at += 1, next = events[at]) inner.push(next);
    const described = describeTask(task, inner);
    isAfterOurs ||= described.scripts.length > 0;
    tasks.push({ ...described, isAfterOurs });
  }
  return tasks.toSorted((a, b) => b.worked - a.worked);
}

function describeTask(task: TraceEvent, inner: readonly TraceEvent[]): Omit<Task, 'isAfterOurs'> {
  const scripts = new Set<string>();
  const own = new Map<string, number>();
  /** Events around the one at hand, the innermost last. */
  const open: { readonly name: string; readonly end: number }[] = [];
  for (const { name, ts, dur = 0, tdur = dur, args } of inner) {
    const url = args?.data?.url ?? '';
    if (url.includes(extensionId)) scripts.add(url.replace(/.*\//, ''));
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop();
    const outer = open.at(-1);
    if (outer) own.set(outer.name, (own.get(outer.name) ?? 0) - tdur);
    own.set(name, (own.get(name) ?? 0) + tdur);
    open.push({ name, end: ts + dur });
  }
  const longest = [...own]
    .filter(([name, took]) => took >= 1_000 && !isTask.test(name))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 4);
  return {
    duration: (task.dur ?? 0) / 1_000,
    worked: (task.tdur ?? task.dur ?? 0) / 1_000,
    scripts: [...scripts],
    parts: longest.map(([name, took]) => `${name} ${(took / 1_000).toFixed(0)}`).join(', '),
  };
}
