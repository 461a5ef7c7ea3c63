/** Pages of every kind, written here, with what each should be read as. */
import { expect, test } from 'vitest';
import { ld, read } from '@/test/support/page-metadata';

interface Page {
  readonly url: string;
  readonly head: string;
  readonly body?: string;
  readonly type?: string;
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly date?: string;
  readonly site?: string;
}

const meta = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<meta property="${name}" content="${value}">`)
    .join('');
const feed = '<link rel="alternate" type="application/rss+xml" href="/feed/podcast" title="RSS">';
const prose = '<p>Scales are read twice in the morning, and once more before the doors close.</p>';
const ida = { '@type': 'Person', name: 'Ida Voss' };

test.each<readonly [string, Page]>([
  [
    'an episode that says so beside an article about it',
    {
      url: 'https://quay.example/notes/tide-tables',
      head: ld([
        { '@type': 'Article', headline: 'Tide tables', url: '/notes/tide-tables', author: ida },
        { '@type': 'PodcastEpisode', name: 'Tide tables', datePublished: '2026-01-31' },
      ]),
      type: 'podcast',
      title: 'Tide tables',
    },
  ],
  [
    'sound and nothing else',
    {
      url: 'https://quay.example/listen/tides',
      head: ld({ '@type': 'AudioObject', name: 'Tides', uploadDate: '2026-01-31', author: ida }),
      type: 'podcast',
      title: 'Tides',
      authors: ['Ida Voss'],
      date: '2026-01-31',
    },
  ],
  [
    'a news article whose own sound is counted as podcasts are',
    {
      url: 'https://ledger.example/2026/01/31/opinion/scales.html',
      head: `${meta({ 'og:type': 'article', 'og:site_name': 'The Ledger' })}${ld([
        {
          '@type': 'NewsArticle',
          headline: 'Who holds the scales',
          datePublished: '2026-01-31',
          author: { '@type': 'Person', name: '‘Weighed’' },
          audio: { '@id': '#sound', contentUrl: 'https://dts.podtrac.com/redirect.mp3/x/a.mp3' },
        },
        { '@type': 'AudioObject', transcript: 'I’m Ida Voss, and you’re listening to Weighed.' },
      ])}`,
      type: 'podcast',
      title: 'Who holds the scales',
      authors: ['Ida Voss'],
      date: '2026-01-31',
      site: 'The Ledger',
    },
  ],
  [
    'an article that is read aloud, on a site with a podcast',
    {
      url: 'https://ledger.example/2026/01/31/scales.html',
      head: `${feed}${meta({ 'og:type': 'article' })}${ld({ '@type': 'NewsArticle', headline: 'Scales', author: ida })}`,
      body: `<h1>Scales</h1><audio src="/read-aloud/scales.mp3"></audio>${prose}
        <aside class="episode"><a href="https://podcasts.apple.com/x/podcast/id1">Our podcast</a></aside>`,
      type: 'essay',
      authors: ['Ida Voss'],
    },
  ],
  [
    'an article about podcasts',
    {
      url: 'https://ledger.example/notes/start-a-podcast',
      head: `<title>How to start a podcast | Ledger</title>${feed}${meta({ 'og:type': 'article', 'article:published_time': '2026-01-31' })}`,
      body: `<h1>How to start a podcast</h1><p class="byline">By Ida Voss</p>${prose}`,
      type: 'essay',
      title: 'How to start a podcast',
      authors: ['Ida Voss'],
      date: '2026-01-31',
    },
  ],
  [
    'an episode that calls itself a song',
    {
      url: 'https://weighed.example/45-the-quay',
      head: `<title>#45 The quay | Weighed, a podcast</title>${feed}${meta({ 'og:type': 'music.song', 'og:title': '#45 The quay', 'og:site_name': 'Weighed' })}`,
      body: '<h1>#45 The quay</h1><audio src="/media/45.mp3"></audio><p>Hosted by Odo Marsh.</p>',
      type: 'podcast',
      title: '#45 The quay',
      authors: ['Odo Marsh'],
      site: 'Weighed',
    },
  ],
  [
    'a song',
    {
      url: 'https://songs.example/track/the-quay',
      head: meta({ 'og:type': 'music.song', 'og:title': 'The quay' }),
      body: '<h1>The quay</h1><audio src="/the-quay.mp3"></audio>',
      title: 'The quay',
    },
  ],
  [
    'an episode that calls itself a video, with a player and a feed',
    {
      url: 'https://weighed.example/episodes/the-quay',
      head: `${feed}${meta({ 'og:type': 'video.other', 'og:title': 'The quay' })}`,
      body: '<h1>The quay</h1><iframe src="https://share.transistor.fm/e/0a1b"></iframe><time datetime="2026-01-31T08:00" class="published">31 January</time>',
      type: 'podcast',
      title: 'The quay',
      date: '2026-01-31',
    },
  ],
  [
    'an episode on a site that calls every page an article',
    {
      url: 'https://odo.example/2026/01/the-quay/',
      head: `<title>Episode 12: The quay – Weighed</title>${feed}${meta({ 'og:type': 'article' })}${ld({ '@graph': [{ '@type': 'Article', headline: 'Episode 12: The quay', datePublished: '2026-01-31T07:00:00+00:00', author: { name: 'Odo Marsh' } }] })}`,
      body: '<h1>Episode 12: The quay</h1><div class="powerpress_player"><audio src="/12.mp3"></audio></div>',
      type: 'podcast',
      title: 'Episode 12: The quay',
      authors: ['Odo Marsh'],
      date: '2026-01-31',
    },
  ],
  [
    'people listed with where to find them',
    {
      url: 'https://weighed.example/episodes/117',
      head: '<title>117: Odo Marsh on quays | Weighed</title>',
      body: '<h1>117: Odo Marsh on quays</h1><p>Odo Marsh — <a href="#t">Twitter</a>, <a href="#w">Website</a><br>idavoss — <a href="#g">GitHub</a></p>',
      type: 'podcast',
      authors: ['Odo Marsh', 'idavoss'],
    },
  ],
  [
    'a page of all episodes',
    {
      url: 'https://ledger.example/shows',
      head: ld(
        ['One', 'Two'].map((name) => ({ '@type': 'PodcastEpisode', name, url: `/e/${name}` })),
      ),
    },
  ],
  [
    'a video',
    {
      url: 'https://films.example/v/tides',
      head: `${meta({ 'og:site_name': 'Films' })}${ld({ '@type': 'VideoObject', name: 'Tides', uploadDate: '2026-01-31', author: { name: 'Ida Voss' } })}`,
      type: 'talk',
      title: 'Tides',
      authors: ['Ida Voss'],
      date: '2026-01-31',
      site: 'Films',
    },
  ],
  [
    'a recorded talk known by its address and its player',
    {
      url: 'https://meeting.example/talks/how-to-weigh',
      head: '<title>How to weigh</title><meta name="twitter:card" content="player">',
      body: '<h1>How to weigh</h1><p>By Ida Voss</p><iframe src="https://www.youtube.com/embed/x"></iframe>',
      type: 'talk',
      title: 'How to weigh',
      authors: ['Ida Voss'],
    },
  ],
  [
    'an article with a video in it, which the page describes too',
    {
      url: 'https://odo.example/2026/01/quays/',
      head: `${meta({ 'og:type': 'article', 'og:title': 'Quays' })}${ld({ '@type': 'VideoObject', name: 'A crane at work' })}`,
      body: `<h1>Quays</h1>${prose}<iframe src="https://www.youtube.com/embed/x"></iframe>`,
      type: 'essay',
    },
  ],
  [
    'a product with a film about it',
    {
      url: 'https://shop.example/scales/brass',
      head: `${meta({ 'og:type': 'product', 'og:title': 'Brass scales' })}${ld([
        { '@type': 'Product', name: 'Brass scales' },
        { '@type': 'VideoObject', name: 'Brass scales' },
      ])}`,
      body: '<h1>Brass scales</h1><p class="byline">By Ida Voss, 31 January 2026</p>',
      title: 'Brass scales',
    },
  ],
  [
    'a forum that describes its threads',
    {
      url: 'https://forum.example/threads/scales.12/',
      head: ld({
        '@type': 'DiscussionForumPosting',
        headline: 'Which scales?',
        author: { name: 'odo' },
        datePublished: '2026-01-31',
      }),
      type: 'thread',
      title: 'Which scales?',
      authors: ['odo'],
      date: '2026-01-31',
    },
  ],
  [
    'a forum known by what made it',
    {
      url: 'https://forum.example/t/which-scales/12',
      head: '<meta name="generator" content="Discourse 3.4"><title>Which scales? - Forum</title>',
      body: '<h1>Which scales?</h1>',
      type: 'thread',
      title: 'Which scales?',
    },
  ],
  [
    'a question and its answers',
    {
      url: 'https://answers.example/questions/12/scales',
      head: ld({
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'Which scales?',
          author: { name: 'Odo Marsh' },
          datePublished: '2026-01-31',
        },
      }),
      type: 'thread',
      title: 'Which scales?',
      authors: ['Odo Marsh'],
      date: '2026-01-31',
    },
  ],
  [
    'questions a shop is asked often',
    {
      url: 'https://shop.example/help',
      head: ld({
        '@type': 'FAQPage',
        mainEntity: [
          { '@type': 'Question', name: 'Where?' },
          { '@type': 'Question', name: 'When?' },
        ],
      }),
    },
  ],
  [
    'a paper',
    {
      url: 'https://journal.example/article/12',
      head: '<meta name="citation_title" content="On scales"><meta name="citation_author" content="Voss, Ida"><meta name="citation_author" content="Marsh, Odo"><meta name="citation_doi" content="10.1/12"><meta name="citation_publication_date" content="2026/01/31"><meta name="citation_journal_title" content="Weights">',
      type: 'research',
      title: 'On scales',
      authors: ['Ida Voss', 'Odo Marsh'],
      date: '2026-01-31',
      site: 'Weights',
    },
  ],
  [
    'a talk at a conference, in print',
    {
      url: 'https://papers.example/12',
      head: '<meta name="citation_title" content="On scales"><meta name="citation_author" content="Ida Voss"><meta name="citation_conference_title" content="Scales 2026">',
      type: 'research',
      authors: ['Ida Voss'],
    },
  ],
  [
    'a chapter of a book',
    {
      url: 'https://books.example/9780000000000/ch2',
      head: '<meta name="citation_title" content="Scales"><meta name="citation_isbn" content="9780000000000"><meta name="citation_pdf_url" content="/ch2.pdf">',
      type: 'book',
    },
  ],
  [
    'a repository',
    {
      url: 'https://code.example/odo/scales',
      head: `${meta({ 'og:type': 'object' })}${ld({ '@type': 'SoftwareSourceCode', name: 'scales', author: { name: 'Odo Marsh' }, datePublished: '2026-01-31' })}`,
      title: 'scales',
      authors: ['Odo Marsh'],
    },
  ],
  [
    'a newsletter',
    {
      url: 'https://letters.example/p/scales',
      head: `${meta({ 'og:type': 'article', 'og:title': 'Scales', 'og:site_name': 'Letters on weights', 'article:published_time': '2026-01-31T05:00:00Z' })}<meta name="author" content="Ida Voss">`,
      body: `<h1>Scales</h1>${prose}`,
      type: 'essay',
      title: 'Scales',
      authors: ['Ida Voss'],
      date: '2026-01-31',
      site: 'Letters on weights',
    },
  ],
  [
    'news of somebody, with a link to what else there is of her',
    {
      url: 'https://quay.example/2026/01/31/scales',
      head: meta({ 'og:type': 'article', 'og:title': 'Ida Vosskamp’s scales, sold' }),
      body: `<article><h2>Ida Vosskamp</h2><h3>Scales sold</h3><h5>31 January 2026</h5>${prose}<footer><h5>See more:</h5> <a href="/person/ida-voss">Ida Vosskamp</a>, <a href="/news">News</a></footer></article>`,
      type: 'essay',
      authors: [],
    },
  ],
  [
    'a site stated with its owner',
    {
      url: 'https://quaynotes.example/scales',
      head: meta({ 'og:title': 'Scales', 'og:site_name': 'Quay Notes | by Ida Voss' }),
      body: `<h1>Scales</h1>${prose}`,
      site: 'Quay Notes',
    },
  ],
])('%s', (_name, page) => {
  const { url, head, body, type, title, authors, date, site } = page;
  const metadata = read(head, body, url);
  expect(metadata.sourceType?.value).toBe(type);
  if (title) expect(metadata.title?.value).toBe(title);
  if (authors) expect(metadata.authors?.value ?? []).toEqual(authors);
  if (date) expect(metadata.published?.value).toBe(date);
  if (site) expect(metadata.site?.value).toBe(site);
});
