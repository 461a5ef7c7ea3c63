import { beforeEach, expect, it, vi } from 'vitest';
import { ask, inject, type InjectedScript } from './inject';

interface ScriptCall {
  readonly files?: string[];
  readonly func?: (...args: unknown[]) => unknown;
  readonly args?: unknown[];
}

type Execute = (call: ScriptCall) => Promise<{ result: unknown }[]>;

const page = vi.hoisted(() => ({ executeScript: undefined as Execute | undefined }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: { executeScript: (call: ScriptCall) => page.executeScript?.(call) },
    tabs: {},
  },
}));

// A tab as the browser keeps it: a file takes longer to reach the page than a function does.
beforeEach(() => {
  page.executeScript = async ({ files, func, args = [] }) => {
    if (func) return [{ result: await func(...args) }];
    await new Promise((resolve) => setTimeout(resolve, 5));
    const name = files?.at(-1)?.replace(/^\/|\.js$/g, '') as InjectedScript;
    const { registerScript } = await import('../page/register-script');
    registerScript(globalThis, name, (request) => ({ name, request }));
    return [{ result: undefined }];
  };
});

it('gives each script its own request, also when two are sent at the same moment', async () => {
  const answers = await Promise.all([
    inject(1, 'page-reader', { one: 1 }),
    inject(1, 'page-pointer', { locate: 'words' }),
    inject(1, 'page-reader', { two: 2 }),
  ]);
  expect(answers.map((answer) => answer.ok && answer.value)).toEqual([
    { name: 'page-reader', request: { one: 1 } },
    { name: 'page-pointer', request: { locate: 'words' } },
    { name: 'page-reader', request: { two: 2 } },
  ]);
});

it('asks a script that is there without putting it there again', async () => {
  const files: string[] = [];
  const execute = page.executeScript!;
  page.executeScript = (call) => {
    files.push(...(call.files ?? []));
    return execute(call);
  };
  Reflect.deleteProperty(globalThis, 'counterpoint-page-episode');
  const first = await ask(1, 'page-episode', { at: true });
  const second = await ask(1, 'page-episode', { seek: 4 });
  expect(first).toMatchObject({ ok: true, value: { request: { at: true } } });
  expect(second).toMatchObject({ ok: true, value: { request: { seek: 4 } } });
  expect(files).toEqual(['/page-episode.js']);
});
