/** What the extension promises before anybody uses it: what it asks for and what it leaves alone. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadedFiles } from '../run/budgets.mjs';
import { extensionId, launchExtension, type Extension } from '../support/extension.ts';
import { sampleHosts, samplePages } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';

const built = '.output/chrome-mv3';

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >;

  it('asks for exactly what is needed', () => {
    expect(manifest.permissions).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      'sidePanel',
    ]);
  });

  it.each(['host_permissions', 'content_scripts', 'web_accessible_resources'])('has no %s', (key) =>
    expect(manifest[key]).toBeUndefined(),
  );

  it('asks for hosts one at a time, when a codex is loaded from them', () => {
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    expect(manifest.optional_permissions).toBeUndefined();
  });

  it('lets no page and no other extension connect', () => {
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });

  it('lets its pages run only its own scripts, and connect only where a codex may lie', () => {
    const { extension_pages: policy } = manifest.content_security_policy as {
      extension_pages: string;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self' https: http:;");
    expect(policy.replace(/connect-src [^;]*/, '')).not.toMatch(/unsafe|https?:|\*/);
  });
});

it('can ask the network in one place, which only the library and the open transcript load', () => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(js|html)$/.test(name),
  );
  const calls = files.filter((name) =>
    /\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/.test(
      readFileSync(join(built, name), 'utf8'),
    ),
  );
  // The bundler names a chunk after any of the modules in it.
  expect(calls).toEqual([expect.stringMatching(/^chunks\//)]);
  const text = readFileSync(join(built, calls[0] ?? ''), 'utf8');
  expect(text.match(/\bfetch\(|XMLHttpRequest|sendBeacon/g)).toEqual(['fetch(']);
  const pages = ['popup.html', 'sidepanel.html', 'background.js', 'matcher.js', 'toast.js'];
  for (const page of pages)
    expect([...loadedFiles(resolve(built), resolve(built, page))]).not.toContain(
      resolve(built, calls[0] ?? ''),
    );
});

describe('a page that nobody asked about', () => {
  let server: FixtureServer;
  let extension: Extension;

  beforeAll(async () => {
    server = await serve(sampleHosts());
    extension = await launchExtension({ server });
  });

  afterAll(async () => {
    await extension.close();
    await server.close();
  });

  it('has no script of ours in it, and cannot find out that we are here', async () => {
    const page = await extension.open(samplePages.article);
    const session = await extension.context.newCDPSession(page);
    const worlds: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
    await session.send('Runtime.enable');
    expect(worlds.filter((origin) => origin.includes(extensionId))).toEqual([]);
    const reached = await page.evaluate(
      (id) =>
        Promise.all(
          [
            'manifest.json',
            'popup.html',
            'toast.js',
            'page-reader.js',
            'page-passages.js',
            'page-metadata.js',
            'icon/128.png',
          ].map((path) =>
            fetch(`chrome-extension://${id}/${path}`).then(
              () => path,
              () => undefined,
            ),
          ),
        ),
      extensionId,
    );
    expect(reached.filter(Boolean)).toEqual([]);
    await page.close();
  });

  it('hears nothing of being read', async () => {
    const page = await extension.open(samplePages.article);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
      new MutationObserver((records) => heard.push(...records.map(({ type }) => type))).observe(
        document,
        {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        },
      );
    });
    const popup = await extension.clickToolbar(page);
    await popup.getByText('Your library is empty').waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual(
      [],
    );
    await popup.close();
    await page.close();
  });

  it('and our own pages break no rule of their policy', async () => {
    const library = await extension.openOwn('library.html');
    const broken: string[] = [];
    library.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text());
    });
    await library.reload();
    await library.getByRole('main').waitFor();
    expect(broken).toEqual([]);
    await library.close();
    expect(server.strays()).toEqual([]);
  });
});
