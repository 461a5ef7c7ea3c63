import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanUrl, sourceKey } from './canonical-url';

test.each([
  ['https://example.org/a#part', 'https://example.org/a'],
  ['https://example.org/a#:~:text=words', 'https://example.org/a'],
  ['https://example.org/#/route/1', 'https://example.org/#/route/1'],
  ['https://me:secret@example.org:443/a', 'https://example.org/a'],
  ['http://example.org:8080/a', 'http://example.org:8080/a'],
  ['https://EXAMPLE.org/A?b=2&utm_source=x&a=1&fbclid=y', 'https://example.org/A?b=2&a=1'],
  ['https://example.org/?q=a%20b+c&x', 'https://example.org/?q=a%20b+c&x'],
  ['https://www.youtube.com/watch?v=abc&t=90s&si=x', 'https://www.youtube.com/watch?v=abc'],
  ['https://example.org/?t=5', 'https://example.org/?t=5'],
  ['https://example.org/?', 'https://example.org/'],
  ['chrome://settings', undefined],
  ['file:///a', undefined],
  ['javascript:alert(1)', undefined],
  ['not an address', undefined],
])('cleans %s', (address, clean) => {
  expect(cleanUrl(address)).toBe(clean);
});

test.each([
  ['a trailing slash', 'https://example.org/a/', undefined, 'https://example.org/a'],
  ['the root', 'https://example.org', undefined, 'https://example.org/'],
  ['a canonical', 'https://m.example.org/a?x=1', 'https://example.org/a', 'https://example.org/a'],
  ['another site', 'https://example.org/a', 'https://evil.test/a', 'https://example.org/a'],
  ['the site root', 'https://example.org/a', 'https://example.org/', 'https://example.org/a'],
  ['another registry', 'https://a.co.uk/p', 'https://b.co.uk/q', 'https://a.co.uk/p'],
  [
    'another tenant',
    'https://a.substack.com/p/1',
    'https://b.substack.com/p/1',
    'https://a.substack.com/p/1',
  ],
  ['a canonical that is none', 'https://example.org/a', 'data:,x', 'https://example.org/a'],
  [
    'a short video address',
    'https://youtu.be/abc?t=5',
    undefined,
    'https://www.youtube.com/watch?v=abc',
  ],
  [
    'a phone video address',
    'https://m.youtube.com/watch?v=abc',
    undefined,
    'https://www.youtube.com/watch?v=abc',
  ],
  [
    'a video reached in a list',
    'https://www.youtube.com/watch?list=PL1&index=2&v=abc&pp=x',
    undefined,
    'https://www.youtube.com/watch?v=abc',
  ],
  ['no web page', 'about:blank', 'https://example.org/', undefined],
])('names a source by %s', (_, address, canonical, key) => {
  expect(sourceKey(address, canonical)).toBe(key);
});

test('a clean address has the key of the address it was', () => {
  const tracked = fc.constantFrom('', 'utm_source=mail', 'fbclid=x&a=1', 'b=2&gclid=y');
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), tracked, (address, query) => {
      const url = query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;
      expect(sourceKey(cleanUrl(url) ?? url)).toBe(sourceKey(url));
    }),
  );
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const key = sourceKey(address);
      expect(key === undefined ? undefined : sourceKey(key)).toBe(key);
    }),
  );
});
