import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceKey } from '../../core/source/canonical-url';
import type { CompanionMessage } from '../../core/insight/companion';
import { readMetadata } from '../metadata/read-metadata';
import { startCompanion } from './start-companion';

const home = location.href;
let head: Node[] = [];

beforeEach(() => {
  head = [];
});

afterEach(() => {
  for (const node of head) node.parentNode?.removeChild(node);
  history.replaceState(null, '', home);
});

function state(markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  head = [...template.content.childNodes];
  document.head.append(template.content);
}

/** The key under which the companion asks for a page's clips. */
function askedKey(): string | undefined {
  const told: CompanionMessage[] = [];
  startCompanion(
    document,
    (message) => (told.push(message), Promise.resolve(undefined)),
    () => undefined,
  );
  const [message] = told;
  if (message?.kind !== 'companion-arrived') return undefined;
  return sourceKey(message.url, message.canonical);
}

test.each([
  ['a canonical address', '/quay/story?page=2', '<link rel="canonical" href="/quay/story">'],
  ['one that its scripts left behind', '/quay/second', '<link rel="canonical" href="/quay/first">'],
  ['a folder for what is in it', '/quay/story', '<link rel="canonical" href="/quay">'],
  ['another form of it alone', '/quay/story/amp', ''],
  [
    'two of them, one confirmed',
    '/quay/story?from=mail',
    '<link rel="canonical" href="/other"><link rel="canonical" href="/quay/story"><meta property="og:url" content="/quay/story">',
  ],
  [
    'only what it gives to networks',
    '/quay/story?from=mail',
    '<meta property="og:url" content="/quay/story?from=mail">',
  ],
  [
    'only what it gives to search engines',
    '/quay/story?from=mail&x=1',
    '<script type="application/ld+json">{"@type":"Article","headline":"Q","url":"/quay/story?from=mail"}</script>',
  ],
])('a page that states %s is asked for under the key its clips have', (_name, path, markup) => {
  history.replaceState(null, '', path);
  state(markup);
  const { canonicalUrl } = readMetadata(
    document,
    document.URL,
    performance.getEntriesByType('navigation')[0]!.name,
  );
  expect(askedKey()).toBe(sourceKey(document.URL, canonicalUrl?.value));
});

test('a page that is shown again as it was left tells where it is once more, and clears what was painted', () => {
  const told: string[] = [];
  startCompanion(
    document,
    ({ kind }) => (told.push(kind), Promise.resolve(undefined)),
    () => told.push('left'),
  );
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(told).toEqual(['companion-arrived']);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(told).toEqual(['companion-arrived', 'left', 'companion-arrived']);
});
