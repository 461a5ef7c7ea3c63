import { describe, expect, test } from 'vitest';
import { article, ld, read, url } from '@/test/support/page-metadata';
import { metadataSteps, readMetadata } from './read-metadata';

describe('JSON-LD in all its shapes', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['one author', { ...article, author: { '@type': 'Person', name: 'Ida Voss' } }, ['Ida Voss']],
    ['a string', { ...article, author: 'Ida Voss' }, ['Ida Voss']],
    [
      'a list',
      { ...article, author: [{ name: 'Ida Voss' }, { name: 'Odo Marsh' }] },
      ['Ida Voss', 'Odo Marsh'],
    ],
    [
      'nested lists',
      { ...article, author: [[{ name: 'Ida Voss' }], 'Odo Marsh'] },
      ['Ida Voss', 'Odo Marsh'],
    ],
    ['@list', { ...article, author: { '@list': [{ name: 'Ida Voss' }] } }, ['Ida Voss']],
    ['@value', { ...article, author: { name: { '@value': 'Ida Voss' } } }, ['Ida Voss']],
    [
      'names in a list',
      { ...article, author: { name: ['Ida Voss', 'Odo Marsh'] } },
      ['Ida Voss', 'Odo Marsh'],
    ],
    [
      'names joined',
      { ...article, author: { name: 'Ida Voss and Odo Marsh' } },
      ['Ida Voss', 'Odo Marsh'],
    ],
    ['creator', { ...article, creator: 'Ida Voss' }, ['Ida Voss']],
    [
      'a name that is a byline’s word too',
      { ...article, author: { '@type': 'Person', name: 'Di Wu' } },
      ['Di Wu'],
    ],
    [
      'accents spelt out',
      { ...article, author: '&Oslash;da Vo&szlig; and Ren&eacute;e &Aring;&ntilde;o' },
      ['Øda Voß', 'Renée Åño'],
    ],
    ['emphasis', { ...article, author: { name: '<b class="x">Ida</b> Voss' } }, ['Ida Voss']],
    [
      '@graph with a reference',
      {
        '@graph': [
          { ...article, author: { '@id': '#ida' } },
          { '@id': '#ida', '@type': 'Person', name: 'Ida Voss' },
        ],
      },
      ['Ida Voss'],
    ],
    [
      'a top-level list',
      [
        { '@type': 'WebSite', name: 'Ledger' },
        { ...article, author: 'Ida Voss' },
      ],
      ['Ida Voss'],
    ],
    [
      'mainEntity',
      { '@type': 'WebPage', mainEntity: { ...article, author: 'Ida Voss' } },
      ['Ida Voss'],
    ],
    [
      'full type address',
      { '@type': 'https://schema.org/BlogPosting', headline: 'Weigh twice', author: 'Ida Voss' },
      ['Ida Voss'],
    ],
    [
      'several types',
      { ...article, '@type': ['NewsArticle', 'Article'], author: 'Ida Voss' },
      ['Ida Voss'],
    ],
    [
      'an organisation beside a person',
      {
        ...article,
        author: [
          { '@type': 'Organization', name: 'Ledger Desk' },
          { '@type': 'Person', name: 'Ida Voss' },
        ],
      },
      ['Ida Voss'],
    ],
  ])('%s', (_name, value, authors) => {
    const metadata = read(ld(value));
    expect(metadata.authors).toMatchObject({ value: authors });
    expect(metadata.authors?.from).toMatch(/^json-ld:/);
    expect(metadata.title).toMatchObject({ value: 'Weigh twice', from: 'json-ld:headline' });
  });

  test('line breaks in strings, CDATA and references are read', () => {
    const source = `<script type="application/ld+json">//<![CDATA[
    {"@type":"Article","headline":"Weigh\n twice &amp; write","author":"Ida Voss"}
    //]]></script>`;
    expect(read(source.replaceAll('//', '')).title?.value).toBe('Weigh twice & write');
  });

  test('a broken or oversized script is no description', () => {
    const huge = `<script type="application/ld+json">${JSON.stringify({ ...article, x: 'x'.repeat(1_100_000) })}</script>`;
    expect(read(`<script type="application/ld+json">{"@type":</script>${huge}`)).toEqual({});
  });

  test('a list of articles describes none of them, unless one is this page', () => {
    const list = ['One', 'Two'].map((headline) => ({
      '@type': 'Article',
      headline,
      url: `/notes/${headline}`,
    }));
    expect(read(ld(list)).title).toBeUndefined();
    expect(read(ld([...list, { ...article, url }])).title?.value).toBe('Weigh twice');
  });

  test('nested deeper than a call stack', () => {
    const deep = (open: string, close: string) =>
      `<script type="application/ld+json">{"@type":"Article","headline":"Weigh twice","author":${open.repeat(60_000)}"x"${close.repeat(60_000)}}</script>`;
    const types = `<script type="application/ld+json">{"@type":${'['.repeat(60_000)}"x"${']'.repeat(60_000)}}</script>`;
    expect(read(deep('[', ']')).title?.value).toBe('Weigh twice');
    expect(read(deep('{"@list":', '}')).title?.value).toBe('Weigh twice');
    expect(read(types)).toEqual({});
  });

  test('the name of a person is one name, whatever words are in it', () => {
    const name = 'Ilario de la Vela y Tarn de Orr';
    const person = { '@type': 'Person', name };
    expect(read(ld({ ...article, author: person })).authors?.value).toEqual([name]);
    expect(
      read(
        '',
        `<p itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span></p>`,
      ).authors?.value,
    ).toEqual([name]);
  });

  test('what a page put on Object.prototype is not read', () => {
    Reflect.defineProperty(Object.prototype, 'author', {
      configurable: true,
      value: 'Mallory Null',
    });
    try {
      expect(read(ld(article)).authors).toBeUndefined();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'author');
    }
  });

  test('an episode with its show', () => {
    const episode = {
      '@type': 'PodcastEpisode',
      name: 'The second weighing',
      datePublished: '2026-03-05T23:30:00-08:00',
      partOfSeries: { '@type': 'PodcastSeries', name: 'Scale Talk' },
    };
    expect(read(ld(episode))).toMatchObject({
      title: { value: 'The second weighing' },
      show: { value: 'Scale Talk', from: 'json-ld:partOfSeries' },
      published: { value: '2026-03-05', from: 'json-ld:datePublished' },
      sourceType: { value: 'podcast' },
    });
  });
});

describe('authors', () => {
  test.each<readonly [string, string, string, readonly string[] | undefined]>([
    ['meta', '<meta name="author" content="By Ida Voss">', '', ['Ida Voss']],
    [
      'several citation authors',
      '<meta name="citation_author" content="Voss, Ida"><meta name="citation_author" content="Marsh, Odo">',
      '',
      ['Ida Voss', 'Odo Marsh'],
    ],
    ['Dublin Core', '<meta name="DC.creator" content="Ida Voss">', '', ['Ida Voss']],
    [
      'article:author that is an address',
      '<meta property="article:author" content="https://social.example/ida">',
      '',
      undefined,
    ],
    ['a handle is nobody', '<meta name="author" content="@idavoss">', '', undefined],
    [
      'the site is nobody',
      '<meta property="og:site_name" content="The Ledger"><meta name="author" content="the ledger">',
      '',
      undefined,
    ],
    ['admin is nobody', '<meta name="author" content="admin">', '', undefined],
    [
      'microdata',
      '',
      '<p itemprop="author"><span itemprop="name">Ida Voss</span>, baker</p>',
      ['Ida Voss'],
    ],
    ['rel=author', '', '<a rel="author" href="/ida">Ida Voss</a>', ['Ida Voss']],
    [
      'byline',
      '',
      '<p class="byline">By <a href="/ida">Ida Voss</a> and <a href="/odo">Odo Marsh</a></p>',
      ['Ida Voss', 'Odo Marsh'],
    ],
    [
      'a comment is no byline',
      '',
      '<div class="comments"><p class="author">Ida Voss</p></div>',
      undefined,
    ],
    [
      'a list of articles has no byline',
      '',
      '<p class="byline">A. Aal</p><p class="byline">B. Bee</p><p class="byline">C. Cee</p><p class="byline">D. Dee</p><p class="byline">E. Eel</p><p class="byline">F. Fox</p>',
      undefined,
    ],
    ['no author at all', '', '<p>Words</p>', undefined],
  ])('%s', (_name, head, body, authors) => {
    expect(read(head, body).authors?.value).toEqual(authors);
  });
});

describe('title, site, address, language and type', () => {
  test.each([
    [
      'suffix',
      '<meta property="og:site_name" content="The Ledger"><title>Weigh twice | The Ledger</title>',
      '',
      'Weigh twice',
    ],
    [
      'prefix',
      '<meta property="og:site_name" content="The Ledger"><title>The Ledger – Weigh twice</title>',
      '',
      'Weigh twice',
    ],
    [
      'unknown site, known heading',
      '<title>Weigh twice - Notes</title>',
      '<h1>Weigh twice</h1>',
      'Weigh twice',
    ],
    [
      'a dash of its own',
      '<title>Weigh twice - then write</title>',
      '',
      'Weigh twice - then write',
    ],
    [
      'a later one that the heading repeats',
      '<meta property="og:title" content="Notes on scales"><title>Weigh twice</title>',
      '<h1>Weigh twice</h1>',
      'Weigh twice',
    ],
    ['control and bidi characters', '<title>Weigh\u202e twice\u0007</title>', '', 'Weigh twice'],
  ])('title: %s', (_name, head, body, title) => {
    expect(read(head, body).title?.value).toBe(title);
  });

  test.each<readonly [string, string, string | undefined]>([
    ['kept', 'https://ledger.example/notes/weigh', 'https://ledger.example/notes/weigh'],
    ['relative', '/notes/weigh#top', 'https://ledger.example/notes/weigh'],
    [
      'a sister host',
      'https://www.ledger.example/notes/weigh',
      'https://www.ledger.example/notes/weigh',
    ],
    ['another site', 'https://thief.example/notes/weigh', undefined],
    ['script', 'javascript:alert(1)', undefined],
    ['data', 'data:text/html,x', undefined],
    ['the front page for an inner page', 'https://ledger.example/', undefined],
    ['no address at all', 'https://', undefined],
  ])('canonical: %s', (_name, href, canonical) => {
    expect(read(`<link rel="canonical" href="${href}">`).canonicalUrl?.value).toBe(canonical);
  });

  test('another site under one country registry is another site', () => {
    const at = 'https://ledger.co.uk/notes/weigh';
    const head = '<link rel="canonical" href="https://thief.co.uk/notes/weigh">';
    expect(read(head, '', at).canonicalUrl).toBeUndefined();
  });

  test.each<readonly [string, string, string | undefined]>([
    ['a bare article', '<meta property="og:type" content="article">', 'essay'],
    [
      'a paper',
      '<meta name="citation_doi" content="10.1/x"><meta property="og:type" content="article">',
      'research',
    ],
    ['a book', ld({ '@type': 'Book', name: 'Weights' }), 'book'],
    ['a forum', ld({ '@type': 'DiscussionForumPosting', headline: 'Weights' }), 'thread'],
    ['a video', '<meta property="og:type" content="video.other">', 'talk'],
    ['a page that does not say', '<meta property="og:type" content="website">', undefined],
  ])('type: %s', (_name, head, type) => {
    expect(read(head).sourceType?.value).toBe(type);
  });

  test('type: an audio file on a page that calls itself an episode', () => {
    expect(
      read('<title>Episode 4: Scales</title>', '<audio src="x.mp3"></audio>').sourceType,
    ).toMatchObject({
      value: 'podcast',
      from: 'audio',
    });
    expect(read('<title>Scales</title>', '<audio src="x.mp3"></audio>').sourceType).toBeUndefined();
  });

  test('language and site', () => {
    const html =
      '<html lang="pt-BR"><head><meta property="og:site_name" content="Livro"></head></html>';
    const metadata = readMetadata(new DOMParser().parseFromString(html, 'text/html'), url);
    expect(metadata).toMatchObject({
      language: { value: 'pt-BR', from: 'html:lang' },
      site: { value: 'Livro', from: 'meta:og:site_name' },
    });
    expect(read('<meta property="og:locale" content="de_AT">').language?.value).toBe('de-AT');
  });
});

test('what a page says is read in many steps, and in one go says the same', () => {
  const html = `<title>Weigh twice</title><p class="byline">By Ida Voss</p>${'<p>Some words.</p>'.repeat(2_000)}`;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const steps = metadataSteps(page, url);
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(15);
  expect(step.value).toEqual(readMetadata(page, url));
});
