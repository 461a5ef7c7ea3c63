import { describe, expect, test } from 'vitest';
import { article, ld, read } from '@/test/support/page-metadata';
import { readMetadata } from './read-metadata';

describe('a page that its scripts have moved', () => {
  const at = (query: string) => `https://ledger.example/watch${query}`;
  const head = (query: string) =>
    `<link rel="canonical" href="${at(query)}"><meta property="og:url" content="${at(query)}">` +
    '<meta property="og:title" content="The first film"><meta name="author" content="Ida Voss">' +
    '<meta property="og:site_name" content="The Ledger"><title>The second film</title>' +
    ld({ '@type': 'VideoObject', name: 'The first film', author: 'Ida Voss', url: at(query) });

  test('is not what its head was written for', () => {
    expect(read(head('?v=A'), '', at('?v=B'), at('?v=A'))).toEqual({
      title: { value: 'The second film', from: 'title', confidence: 'high' },
      site: { value: 'The Ledger', from: 'meta:og:site_name', confidence: 'high' },
    });
    expect(read(head(''), '', at('?v=B'), at('?v=A')).canonicalUrl).toBeUndefined();
  });

  test.each([
    ['where it was loaded', '?v=A', '?v=A', '?v=A'],
    ['where a tracking parameter was taken off', '?v=A', '?v=A', '?v=A&utm_source=x'],
    ['where something was added to the address', '?v=A', '?v=A&list=1', '?v=A'],
    ['whose head was written anew', '?v=B', '?v=B', '?v=A'],
  ])('but %s it is', (_name, described, here, loaded) => {
    expect(read(head(described), '', at(here), at(loaded))).toMatchObject({
      title: { value: 'The first film' },
      authors: { value: ['Ida Voss'] },
      canonicalUrl: { value: at(described) },
    });
  });

  test('a node that names the present address is believed', () => {
    const nodes = [
      { ...article, url: '/notes/a', author: 'Ida Voss' },
      { ...article, url: '/notes/b', headline: 'Once more', author: 'Odo Marsh' },
    ];
    expect(
      read(ld(nodes), '', 'https://ledger.example/notes/b', 'https://ledger.example/notes/a'),
    ).toMatchObject({ title: { value: 'Once more' }, authors: { value: ['Odo Marsh'] } });
  });

  test('a document that was loaded elsewhere has not moved here', () => {
    expect(read(head('?v=A'), '', at('?v=A'), 'https://proxy.example/').title?.value).toBe(
      'The first film',
    );
  });
});

test('another tenant of one host is another site', () => {
  const link = '<link rel="canonical" href="https://mallory.github.io/notes/weigh">';
  expect(read(link, '', 'https://alice.github.io/notes/weigh').canonicalUrl).toBeUndefined();
});

test('knows from the browser where a shown page was loaded', () => {
  const [before, path] = [location.href, '/elsewhere-in-this-app'];
  const link = document.createElement('link');
  Object.assign(link, { rel: 'canonical', href: before });
  document.head.append(link);
  try {
    expect(readMetadata(document, location.href).canonicalUrl?.value).toBeDefined();
    history.replaceState(null, '', path);
    expect(readMetadata(document, location.href).canonicalUrl).toBeUndefined();
  } finally {
    history.replaceState(null, '', before);
    link.remove();
  }
});
