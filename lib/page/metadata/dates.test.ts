import { describe, expect, test } from 'vitest';
import { article, ld, read } from '@/test/support/page-metadata';

describe('dates', () => {
  test.each<readonly [string, string, string, string | undefined]>([
    [
      'published time, as written',
      '<meta property="article:published_time" content="2026-01-31T23:59:00-10:00">',
      '',
      '2026-01-31',
    ],
    [
      'an instant in UTC',
      '<meta property="article:published_time" content="2026-01-31T00:30:00Z">',
      '',
      '2026-01-31',
    ],
    [
      'no day, as computers write it, beside one',
      `${ld({ ...article, datePublished: '1970-01-01T00:00:00Z' })}<meta property="article:published_time" content="2026-01-31">`,
      '',
      '2026-01-31',
    ],
    ['citation', '<meta name="citation_publication_date" content="2026/01/31">', '', '2026-01-31'],
    ['to the month', '<meta name="dc.date" content="2026-01">', '', '2026-01'],
    [
      'time element',
      '',
      '<article><header><time datetime="2026-01-31">yesterday</time></header></article>',
      '2026-01-31',
    ],
    [
      'time in words',
      '',
      '<article><p class="byline">Ida Voss, <time>31 January 2026</time></p></article>',
      '2026-01-31',
    ],
    [
      'two different times in the header',
      '',
      '<article><header><time>31 January 2026</time> <time>2 February 2026</time></header></article>',
      undefined,
    ],
    [
      'the header of each article in a list',
      '',
      ['2026-01-30', '2026-01-31']
        .map((day) => `<article><header><time>${day}</time></header></article>`)
        .join(''),
      undefined,
    ],
    [
      'beside the time it was changed',
      '',
      '<article><header>Published <time>31 January 2026</time>, updated on <time>2 February 2026</time></header></article>',
      '2026-01-31',
    ],
    [
      'only the time it was changed',
      '',
      '<article><header>Last updated: <time>2 February 2026</time></header></article>',
      undefined,
    ],
    [
      'a time the article tells of',
      '',
      '<article><p><time>1912-04-15</time></p></article>',
      undefined,
    ],
    ['a time on the page', '', '<main><p><time>1912-04-15</time></p></main>', undefined],
    [
      'the better mark, wherever it stands',
      '',
      '<time class="published">2026-02-02</time><p class="dt-published">2026-01-31</p>',
      '2026-01-31',
    ],
    [
      'the header before a time of the text',
      '',
      '<article><div class="byline"><time>2026-02-02</time></div><header><time>2026-01-31</time></header></article>',
      '2026-01-31',
    ],
    ['microdata', '', '<span itemprop="datePublished">January 31, 2026</span>', '2026-01-31'],
    ['two ways to read it', '<meta name="date" content="03/04/2026">', '', undefined],
    ['a day that does not exist', '<meta name="date" content="2026-02-30">', '', undefined],
    [
      'modified is not published',
      '<meta property="article:modified_time" content="2026-01-31">',
      '',
      undefined,
    ],
    [
      'a comment’s time',
      '',
      '<div class="comment"><time datetime="2026-01-31">x</time></div>',
      undefined,
    ],
    ['none', '', '', undefined],
  ])('%s', (_name, head, body, day) => {
    expect(read(head, body).published?.value).toBe(day);
  });

  test('modified apart from published', () => {
    expect(
      read(ld({ ...article, datePublished: '2025-12-01', dateModified: '2026-01-31T10:00:00Z' })),
    ).toMatchObject({ published: { value: '2025-12-01' }, modified: { value: '2026-01-31' } });
  });

  test('the day in the address is the last resort', () => {
    expect(read('', '', 'https://ledger.example/2026/01/31/weigh').published).toEqual({
      value: '2026-01-31',
      from: 'url:path',
      confidence: 'low',
    });
  });
});
