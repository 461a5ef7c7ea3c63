/** Conventions that people forget and tests do not. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

const sources = tracked.filter(
  (path) => /\.(tsx?|mjs|cjs|css)$/.test(path) && !path.startsWith('test/architecture/canaries/'),
);
const shipped = sources.filter(
  (path) => /^(lib|components|entrypoints)\//.test(path) && !/\.test\.tsx?$/.test(path),
);

const read = (path: string) => readFileSync(path, 'utf8');

describe('conventions', () => {
  it('no source file is longer than 400 lines', () => {
    const long = sources.filter((path) => read(path).split('\n').length > 401);
    expect(long).toEqual([]);
  });

  it('files are named in kebab-case', () => {
    const odd = sources
      .map((path) =>
        basename(path).replace(
          /\.(test|browser\.test|contract|module|config|d)?\.?(tsx?|mjs|cjs|css)$/,
          '',
        ),
      )
      .filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name));
    expect(odd).toEqual([]);
  });

  it('nothing is switched off, and nothing waits for a fixed time in a test', () => {
    const pattern = /\b(it|test|describe)\.(only|todo)\b|@ts-(ignore|nocheck)|waitForTimeou[t]\(/;
    expect(sources.filter((path) => pattern.test(read(path)))).toEqual([]);
  });

  it('no HTML is ever parsed from a string in what ships', () => {
    const pattern =
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/;
    expect(shipped.filter((path) => pattern.test(read(path)))).toEqual([]);
  });

  it('no page can talk to us by postMessage', () => {
    // Channels of our own, which no page can reach: to a worker, and from one task to the next.
    const own = ['entrypoints/matcher/index.ts', 'lib/browser/matcher.ts', 'lib/page/in-slices.ts'];
    expect(
      shipped.filter((path) => /addEventListener\(\s*['"]message['"]/.test(read(path))).sort(),
    ).toEqual(own);
  });
});

describe('messages', () => {
  const folder = 'public/_locales';
  const keysOf = (locale: string) =>
    Object.keys(JSON.parse(read(`${folder}/${locale}/messages.json`)) as object).sort();
  const english = keysOf('en');

  it.each(readdirSync(folder))('%s has exactly the English keys', (locale) => {
    expect(keysOf(locale)).toEqual(english);
  });

  it('every key is used', () => {
    const text = [...shipped, 'wxt.config.ts'].map(read).join('\n');
    const used = (key: string) => {
      if (text.includes(key)) return true;
      const stem = key.replace(/_(one|other)$/, '');
      if (stem !== key && text.includes(stem)) return true;
      // Keys made from a closed set of names, such as `rule_${finding.rule}`.
      const family = [...text.matchAll(/`([a-z_]+_)\$\{/g)].map((match) => match[1] ?? '');
      return family.some((prefix) => key.startsWith(prefix));
    };
    expect(english.filter((key) => !used(key))).toEqual([]);
  });
});
