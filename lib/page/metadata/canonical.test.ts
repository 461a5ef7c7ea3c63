import { expect, test } from 'vitest';
import { ld, read } from '@/test/support/page-metadata';

const link = (href: string) => `<link rel="canonical" href="${href}">`;
const openGraph = (href: string) => `<meta property="og:url" content="${href}">`;
const at = (path: string) => `https://ledger.example${path}`;

test.each<readonly [string, string, string, string | undefined]>([
  ['the folder above', link('/notes'), '/notes/weigh', undefined],
  ['the page of an AMP form', link('/notes/weigh'), '/notes/weigh/amp', '/notes/weigh'],
  ['the first page of several', link('/notes/weigh'), '/notes/weigh/2', '/notes/weigh'],
  [
    'another article, while two statements name this one',
    link('/notes/other') +
      openGraph(at('/notes/weigh')) +
      ld({ '@type': 'Article', url: at('/notes/weigh') }),
    '/notes/weigh',
    '/notes/weigh',
  ],
  [
    'a better address that nothing speaks against',
    link('/notes/weigh-twice') + openGraph(at('/notes/weigh-twice')),
    '/n/17',
    '/notes/weigh-twice',
  ],
  ['two links that differ, one of them this page', link('/a') + link('/b'), '/b', '/b'],
  ['an AMP form that is silent', '', '/notes/weigh/amp/', '/notes/weigh'],
  ['a print form that is silent', '', '/notes/weigh?print=1&id=3', '/notes/weigh?id=3'],
  ['a page that is silent', '', '/notes/weigh?id=3', undefined],
])('canonical: %s', (_name, head, path, canonical) => {
  expect(read(head, '', at(path)).canonicalUrl?.value).toBe(canonical && at(canonical));
});
