import { afterEach, describe, expect, test } from 'vitest';
import { episodeSchema, positionSchema } from '../../core/transcript/episode';
import { answerEpisode } from './answer-episode';
import { readEpisode } from './read-episode';

const url = 'https://podcast.example/episodes/12';
const captions = `WEBVTT

00:00.000 --> 00:02.000
<v Ida Voss>Weigh it twice &amp; write it down.</v>

10:00.000 --> 10:02.000
<v Odo Marsh>Why twice?</v>
`;
const chapters = `WEBVTT

00:00.000 --> 05:00.000
Intro: scales

05:00.000 --> 10:02.000
Weights
`;

afterEach(() => {
  document.head.querySelectorAll('[data-test]').forEach((each) => each.remove());
  document.body.innerHTML = '';
});

function file(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/vtt' }));
}

async function parsed() {
  const episode = await readEpisode(document, url);
  expect(episodeSchema.parse(episode)).toEqual(episode);
  return episode;
}

function inHead(html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const element of template.content.children) element.setAttribute('data-test', '');
  document.head.append(template.content);
}

describe('a page with a player of its own', () => {
  test('whole text tracks, loaded and put back; chapters', async () => {
    document.body.innerHTML = `<audio src="data:audio/wav,">
      <track kind="captions" srclang="en" src="${file(captions)}">
      <track kind="chapters" src="${file(chapters)}"></audio>`;
    const episode = await parsed();
    expect(episode.transcript).toEqual({
      cues: [
        { start: 0, end: 2, text: 'Weigh it twice & write it down.', speaker: 'Ida Voss' },
        { start: 600, end: 602, text: 'Why twice?', speaker: 'Odo Marsh' },
      ],
      chapters: [],
      clock: 'played',
      language: 'en',
      origin: { form: 'vtt', kind: 'track' },
    });
    expect(episode.chapters).toEqual([
      { start: 0, end: 300, title: 'Intro: scales' },
      { start: 300, end: 602, title: 'Weights' },
    ]);
    const [audio] = document.querySelectorAll('audio');
    expect(Array.from(audio!.textTracks, ({ mode }) => mode)).toEqual(['disabled', 'disabled']);
  });

  test('linked transcripts, feeds and the audio address, nothing fetched', async () => {
    inHead(`<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/rss+xml" title="Scales" href="/feed.xml">
      <link rel="alternate" type="application/srt" hreflang="en" href="/12.srt">`);
    document.body.innerHTML = `<audio preload="none" src="https://media.example/12.mp3">
      <track kind="subtitles" srclang="de" src="https://media.example/12.vtt"></audio>
      <a href="/12/transcript.txt">Text</a> <a href="/transcripts/">All</a>
      <a href="javascript:transcript.vtt">No</a>`;
    const episode = await parsed();
    const here = (path: string) => new URL(path, document.baseURI).href;
    expect(episode.linked).toEqual([
      {
        url: 'https://media.example/12.vtt',
        type: 'text/vtt',
        language: 'de',
        from: 'track',
        clock: 'played',
      },
      {
        url: here('/12.srt'),
        type: 'application/srt',
        language: 'en',
        from: 'link',
        clock: 'transcript',
      },
      { url: here('/12/transcript.txt'), type: 'txt', from: 'link', clock: 'transcript' },
    ]);
    expect(episode.feeds).toEqual([
      { url: here('/feed.xml'), title: 'Scales' },
      { url: here('/comments/feed'), title: 'Comments' },
    ]);
    expect(episode.audioUrl).toBe('https://media.example/12.mp3');
  });

  test('where the player is, and moving it', async () => {
    expect(await answerEpisode(document, url, { at: true })).toEqual({});
    expect(await answerEpisode(document, url, { seek: 3 })).toEqual({ done: false });
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const audio = frame.contentDocument!.createElement('audio');
    audio.src = 'data:audio/wav,';
    audio.playbackRate = 1.5;
    frame.contentDocument!.body.append(audio);
    expect(await answerEpisode(document, url, { seek: 3 })).toEqual({ done: true });
    const { position } = (await answerEpisode(document, url, { at: true })) as {
      position: unknown;
    };
    expect(positionSchema.parse(position)).toMatchObject({ playing: false, rate: 1.5 });
  });
});

test('a printed transcript with a place for a name that is left empty', async () => {
  document.body.innerHTML = `<div id="transcript"><cite>Ida Voss:</cite><time>0:01</time><p>Who?</p>
    <cite>:</cite><time>0:05</time><p>Nobody knows.</p></div>`;
  expect((await parsed()).transcript?.cues).toEqual([
    { start: 1, end: 5, text: 'Who?', speaker: 'Ida Voss' },
    { start: 5, text: 'Nobody knows.' },
  ]);
});

test('a printed speech that is longer than one cue may be, with all of its words', async () => {
  const lines = Array.from({ length: 2_000 }, (_, n) => `Weigh it twice, ${n} times and on.`);
  document.body.innerHTML = `<div id="transcript"><p>Ida Voss (0:01): Who weighs it?</p>
    <p>Odo Marsh (0:05): ${lines.join('</p><p>')}</p><p>Ida Voss (50:00): Oh.</p></div>`;
  const { transcript } = await parsed();
  const said = transcript?.cues.filter(({ speaker }) => speaker === 'Odo Marsh');
  expect(said?.map(({ text }) => text).join('\n')).toBe(lines.join('\n'));
});

test('who is in it, by JSON-LD and the head', async () => {
  inHead(`<meta property="og:site_name" content="Site">
    <script type="application/ld+json">{"@type":"PodcastEpisode","name":"Weigh twice","url":"${url}",
    "author":{"@type":"Person","name":"Ida Voss"},"actor":[{"@type":"Person","name":"Odo Marsh"}],
    "partOfSeries":{"@type":"PodcastSeries","name":"Scales"},"description":"<p>On scales.</p>",
    "associatedMedia":{"@type":"MediaObject","contentUrl":"https://media.example/e.mp3"}}</script>`);
  const { evidence, audioUrl } = await parsed();
  expect(evidence).toEqual({
    authors: ['Ida Voss'],
    actors: ['Odo Marsh'],
    title: 'Weigh twice',
    show: 'Scales',
    description: 'On scales.',
  });
  expect(audioUrl).toBe('https://media.example/e.mp3');
});

test('players in frames of another origin are named', async () => {
  document.body.innerHTML = `<iframe sandbox src="https://share.transistor.fm/e/abc"></iframe>
    <iframe sandbox src="https://player.simplecast.com/0b"></iframe>
    <iframe sandbox src="https://www.youtube.com/embed/a"></iframe>
    <iframe sandbox src="https://maps.example/embed"></iframe>
    <iframe srcdoc="<p>ours</p>"></iframe>`;
  const { playersElsewhere } = await parsed();
  expect(playersElsewhere).toEqual(['share.transistor.fm', 'player.simplecast.com', 'youtube.com']);
});
