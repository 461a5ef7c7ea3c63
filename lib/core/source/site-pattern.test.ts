import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everySite, holdsSite, readSite, siteName, sitePattern } from './site-pattern';

describe('the pattern of a site', () => {
  it.each([
    ['https://example.org/a/b?c#d', '*://example.org/*'],
    ['http://www.example.org:8080/', '*://www.example.org/*'],
    ['https://user:secret@example.org/', '*://example.org/*'],
    ['chrome://extensions', undefined],
    ['file:///etc/hosts', undefined],
    ['nothing', undefined],
  ])('of %s is %s', (address, pattern) => expect(sitePattern(address)).toBe(pattern));

  it.each([
    ['example.org', '*://example.org/*'],
    ['  Example.ORG/path ', '*://example.org/*'],
    ['https://example.org/path', '*://example.org/*'],
    ['*.example.org', '*://example.org/*'],
    ['localhost:3000', '*://localhost/*'],
    ['bücher.example', '*://xn--bcher-kva.example/*'],
    ['', undefined],
    ['two words', undefined],
    ['word', undefined],
    ['file:///x', undefined],
    ['javascript://example.org/', undefined],
  ])('typed as %j is %s', (typed, pattern) => expect(readSite(typed)).toBe(pattern));

  it('names the host it was made from', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        expect(siteName(sitePattern(`https://${host}/`) ?? '')).toBe(
          new URL(`https://${host}`).host,
        );
      }),
    );
  });

  it('holds the pages of its host and no others', () => {
    expect(holdsSite(['*://example.org/*'], 'http://example.org/page')).toBe(true);
    expect(holdsSite(['*://example.org/*'], 'https://www.example.org/page')).toBe(false);
    expect(holdsSite([everySite], 'https://www.example.org/page')).toBe(true);
    expect(holdsSite([everySite], 'file:///page')).toBe(false);
    expect(siteName(everySite)).toBe('');
  });
});
