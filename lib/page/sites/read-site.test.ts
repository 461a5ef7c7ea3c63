import { expect, test } from 'vitest';
import arxiv from '@/test/fixtures/sites/arxiv.html?raw';
import generic from '@/test/fixtures/sites/generic.html?raw';
import github from '@/test/fixtures/sites/github.html?raw';
import hackerNews from '@/test/fixtures/sites/hacker-news.html?raw';
import linkedinArticle from '@/test/fixtures/sites/linkedin-article.html?raw';
import linkedin from '@/test/fixtures/sites/linkedin.html?raw';
import medium from '@/test/fixtures/sites/medium.html?raw';
import substack from '@/test/fixtures/sites/substack.html?raw';
import wikipedia from '@/test/fixtures/sites/wikipedia.html?raw';
import wordpress from '@/test/fixtures/sites/wordpress.html?raw';
import x from '@/test/fixtures/sites/x.html?raw';
import { finish } from '../../core/annotation/finish';
import { pageMetadataSchema, type PageMetadata } from '../../core/source/metadata';
import { readCanonical } from '../metadata/canonical';
import { pageHeadSteps } from '../metadata/page-head';
import { readMetadata } from '../metadata/read-metadata';

/** The values alone. */
type Values = {
  readonly [Name in Exclude<keyof PageMetadata, 'roles'>]?: string | readonly string[] | undefined;
};

function metadataOf(html: string, url: string): PageMetadata {
  const metadata = readMetadata(new DOMParser().parseFromString(html, 'text/html'), url);
  expect(pageMetadataSchema.parse(metadata)).toEqual(metadata);
  return metadata;
}

const role = { name: 'Jane Example', role: 'Pricing lead at Sample Scales' };
const post = 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000000/';

test.each<readonly [string, string, string, Values]>([
  [
    'LinkedIn, a post among others, reshared and with a quotation',
    linkedin,
    'https://www.linkedin.com/posts/jane-example_weigh-activity-7300000000000000000-AbCd?rcm=1',
    {
      title: undefined,
      authors: ['Jane Example'],
      published: '2025-02-25',
      site: 'LinkedIn',
      canonicalUrl: post,
      sourceType: 'thread',
    },
  ],
  [
    'LinkedIn, an article',
    linkedinArticle,
    'https://www.linkedin.com/pulse/weigh-your-prices-twice-jane-example-abcde',
    {
      title: 'Weigh your prices twice',
      authors: ['Jane Example'],
      published: '2025-02-24',
      site: 'LinkedIn',
      sourceType: 'essay',
    },
  ],
  [
    'X, an answer that was reposted',
    x,
    'https://x.com/jane_example/status/1765000000000000000?s=20',
    {
      title: 'Weigh it twice, then write the number down.',
      authors: ['Jane Example'],
      published: '2024-03-05',
      site: 'X',
      sourceType: 'thread',
    },
  ],
  [
    'Substack, under a name of its own',
    substack,
    'https://letters.example/p/second-weighing',
    {
      title: 'The second weighing',
      authors: ['Jane Example', 'Otto Other'],
      published: '2024-03-05',
      site: 'Sample Letters',
      sourceType: 'podcast',
    },
  ],
  [
    'Medium, under a name of its own',
    medium,
    'https://stories.example/weighing-in-public-0123456789ab',
    {
      title: 'Weighing in public',
      authors: ['Jane Example'],
      published: '2024-03-05',
      site: 'Sample Scales',
    },
  ],
  [
    'WordPress',
    wordpress,
    'https://bench.example/a-weight-a-day/',
    {
      title: 'A weight a day',
      authors: ['Jane Example'],
      published: '2024-03-05',
      site: undefined,
    },
  ],
  [
    'GitHub, an issue',
    github,
    'https://github.com/sample/scales/issues/7',
    {
      title: 'Scales drift after restart',
      authors: ['jane-example'],
      published: '2024-03-05',
      site: 'GitHub',
      sourceType: 'thread',
    },
  ],
  [
    'GitHub, a repository',
    github,
    'https://github.com/sample/scales',
    { title: 'sample/scales', authors: ['sample'], published: undefined, sourceType: undefined },
  ],
  [
    'Hacker News',
    hackerNews,
    'https://news.ycombinator.com/item?id=1',
    {
      title: 'Weigh twice, write once',
      authors: ['janeexample'],
      published: '2024-03-05',
      site: 'Hacker News',
      sourceType: 'thread',
    },
  ],
  [
    'arXiv, a later version',
    arxiv,
    'https://arxiv.org/abs/2403.01234v3',
    {
      title: 'On the second weighing',
      authors: ['Jane Example', 'Otto Other'],
      published: '2024-03-02',
      site: 'arXiv',
      canonicalUrl: 'https://arxiv.org/abs/2403.01234',
      sourceType: 'research',
    },
  ],
  [
    'Wikipedia',
    wikipedia,
    'https://en.wikipedia.org/wiki/Weighing_scale',
    {
      title: 'Weighing scale',
      authors: undefined,
      published: undefined,
      modified: '2024-03-05',
      site: 'Wikipedia',
    },
  ],
  [
    'a site of its own, which states nothing',
    generic,
    'https://www.das-waagenblatt.example/zweimal',
    {
      title: 'Warum man zweimal wiegt',
      authors: ['Jane Example', 'Otto Muster'],
      published: '2024-03-05',
      site: 'Das Waagenblatt',
      language: 'de',
    },
  ],
])('%s', (_name, html, url, expected) => {
  const metadata = metadataOf(html, url);
  const names = Object.keys(expected) as (keyof Values)[];
  expect(Object.fromEntries(names.map((name) => [name, metadata[name]?.value]))).toEqual(expected);
});

test.each<readonly [string, string, string, unknown]>([
  [
    'a headline of LinkedIn',
    linkedin,
    post,
    {
      ...role,
      role: 'Pricing lead at Sample Scales | Writes about weights',
      from: 'linkedin:headline',
    },
  ],
  [
    'a profile on an article',
    linkedinArticle,
    'https://www.linkedin.com/pulse/weigh',
    { ...role, from: 'linkedin:headline' },
  ],
  [
    'a bio of Substack',
    substack,
    'https://letters.example/p/second-weighing',
    { ...role, from: 'substack:bio' },
  ],
  [
    'a sentence about the author',
    wordpress,
    'https://bench.example/a-weight-a-day/',
    {
      name: 'Jane Example',
      role: 'scale maker at Sample Scales and the author of two books',
      from: 'bio',
    },
  ],
])('offers the role in %s', (_name, html, url, offer) => {
  expect(metadataOf(html, url).roles?.[0]).toEqual(offer);
});

test('the data of another post on Substack is not this one’s', () => {
  const metadata = metadataOf(substack, 'https://letters.example/p/another');
  expect(metadata.published?.from).not.toBe('substack:post_date');
  expect(metadata.roles).toBeUndefined();
});

test('a post of LinkedIn that is not on the page has its day, and nobody’s name', () => {
  const url = 'https://www.linkedin.com/feed/update/urn:li:activity:7400000000000000000/';
  expect(metadataOf(linkedin, url)).toMatchObject({ published: { from: 'linkedin:id' } });
  expect(metadataOf(linkedin, url).authors).toBeUndefined();
});

test.each<readonly [string, string, string, string | undefined]>([
  [
    'a post of LinkedIn',
    linkedin,
    'https://www.linkedin.com/posts/jane-example_weigh-activity-7300000000000000000-AbCd',
    post,
  ],
  [
    'a post of LinkedIn in a list',
    linkedin,
    'https://linkedin.com/feed/?highlightedUpdateUrn=urn%3Ali%3Aactivity%3A7300000000000000000',
    post,
  ],
  [
    'a paper as a web page',
    arxiv,
    'https://arxiv.org/html/2403.01234v2',
    'https://arxiv.org/abs/2403.01234',
  ],
  ['a list of papers', '', 'https://arxiv.org/list/cs.CL/recent', undefined],
])('the head and the address alone tell what %s is kept under', (_name, html, url, kept) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect(readMetadata(page, url).canonicalUrl?.value).toBe(kept);
  // What the companion reads, which knows no site's form.
  expect(readCanonical(finish(pageHeadSteps(page, url, undefined)))?.value).toBe(kept);
});
