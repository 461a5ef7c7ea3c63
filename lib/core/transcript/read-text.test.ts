import { describe, expect, it } from 'vitest';
import { readHtml } from './read-html';
import { readRows } from './read-rows';
import { readText } from './read-text';
import { timeAbove } from './time-above';

const read = (text: string) =>
  readText(text).cues.map(({ start, end, text: words, speaker }) => [start, end, words, speaker]);

describe('readText', () => {
  it.each([
    [
      'names with times, times alone, and marks that are neither',
      'Ivo Tarn (00:00:05):\nWelcome back.\n\nSanne Wirth (00:01:10):\nWe sold three [inaudible 00:01:12] plans.\n\n(00:01:30):\nThen: none.\nIvo Tarn (00:02:00): Oh.',
      [
        [5, 70, 'Welcome back.', 'Ivo Tarn'],
        [70, 90, 'We sold three [inaudible 00:01:12] plans.', 'Sanne Wirth'],
        [90, 120, 'Then: none.', 'Sanne Wirth'],
        [120, undefined, 'Oh.', 'Ivo Tarn'],
      ],
    ],
    [
      'times in brackets before names',
      '[0:05] Ivo: Welcome\n[1:02:03] Sanne: Hi\nthere',
      [
        [5, 3723, 'Welcome', 'Ivo'],
        [3723, undefined, 'Hi\nthere', 'Sanne'],
      ],
    ],
    [
      'times in brackets right before the words',
      '[00:05.20]Welcome back\n(1:02:03)Sanne: Hi',
      [
        [5, 3723, 'Welcome back', undefined],
        [3723, undefined, 'Hi', 'Sanne'],
      ],
    ],
    [
      'lines of a panel, copied',
      '0:00\nwelcome back\n0:04\nto the long wave\n0:07\nso',
      [
        [0, 4, 'welcome back', undefined],
        [4, 7, 'to the long wave', undefined],
        [7, undefined, 'so', undefined],
      ],
    ],
    [
      'names and times on a line of their own',
      'Ivo Tarn  0:05\nWelcome back.\n\nSanne Wirth  0:09\nHi.\nThere.',
      [
        [5, 9, 'Welcome back.', 'Ivo Tarn'],
        [9, undefined, 'Hi.\nThere.', 'Sanne Wirth'],
      ],
    ],
    [
      'names alone, and times before the words',
      'Ivo Tarn\n(0:05) Welcome back to all.\nSanne Wirth\n(0:09) Yes.\nIvo Tarn\n(0:12) Why?\nSanne Wirth\n(0:20) So it goes.',
      [
        [5, 9, 'Welcome back to all.', 'Ivo Tarn'],
        [9, 12, 'Yes.', 'Sanne Wirth'],
        [12, 20, 'Why?', 'Ivo Tarn'],
        [20, undefined, 'So it goes.', 'Sanne Wirth'],
      ],
    ],
    [
      'names without times',
      'Ivo: Welcome back.\n\nHow are you?\n\nSanne: There are two ways: good and bad.',
      [
        [undefined, undefined, 'Welcome back.\nHow are you?', 'Ivo'],
        [undefined, undefined, 'There are two ways: good and bad.', 'Sanne'],
      ],
    ],
    [
      'marks of Markdown',
      '**Ivo Tarn** (00:05): Welcome\n**Sanne Wirth** [00:09]\nHi',
      [
        [5, 9, 'Welcome', 'Ivo Tarn'],
        [9, undefined, 'Hi', 'Sanne Wirth'],
      ],
    ],
    [
      'stretches',
      '[00:05 - 00:08] so\n[00:10 – 00:12] it goes',
      [
        [5, 8, 'so', undefined],
        [10, 12, 'it goes', undefined],
      ],
    ],
    [
      'prose with a time in it',
      'We met at noon.\n12:30 is when they came.\nNobody spoke.\nNot one.',
      [
        [
          undefined,
          undefined,
          'We met at noon.\n12:30 is when they came.\nNobody spoke.\nNot one.',
          undefined,
        ],
      ],
    ],
    [
      'times on a line of their own above names and words',
      '[00:00:05]\nIvo: a\n[00:00:09]\nSanne: b\n[00:00:12]\nSanne: c\n[00:00:14]\nd',
      [
        [5, 9, 'a', 'Ivo'],
        [9, 12, 'b', 'Sanne'],
        [12, 14, 'c', 'Sanne'],
        [14, undefined, 'd', 'Sanne'],
      ],
    ],
    [
      'names alone behind their times',
      '[00:00:05.12] - Ivo Tarn\nWelcome back.\n\n[00:00:09.30] - Speaker 2\nHi.\nThere.\n\n[00:00:12.00] - Ivo Tarn\nSo.\n\n[00:00:14.00] - Speaker 2\nNo.',
      [
        [5, 9, 'Welcome back.', 'Ivo Tarn'],
        [9, 12, 'Hi.\nThere.', 'Speaker 2'],
        [12, 14, 'So.', 'Ivo Tarn'],
        [14, undefined, 'No.', 'Speaker 2'],
      ],
    ],
    [
      'words behind their times that look like a name',
      '0:05 Big Brother\n0:09 is here\n0:12 Big Brother\n0:14 goes.',
      [
        [5, 9, 'Big Brother', undefined],
        [9, 12, 'is here', undefined],
        [12, 14, 'Big Brother', undefined],
        [14, undefined, 'goes.', undefined],
      ],
    ],
    ['nothing', ' \n', []],
  ])('reads %s', (_, text, cues) => {
    expect(read(text)).toEqual(cues);
  });

  it('reads chapters that stand above who speaks', () => {
    const reading = readText(
      '00:00:00 – Opening\nIvo Tarn\nWelcome back.\nSanne Wirth\nHi.\n00:10:00 – Plans\nIvo Tarn\nSo.\nSanne Wirth\nNo.',
    );
    expect(reading.chapters).toEqual([
      { start: 0, title: 'Opening' },
      { start: 600, title: 'Plans' },
    ]);
    expect(reading.cues.map(({ start, text, speaker }) => [start, text, speaker])).toEqual([
      [0, 'Welcome back.', 'Ivo Tarn'],
      [undefined, 'Hi.', 'Sanne Wirth'],
      [600, 'So.', 'Ivo Tarn'],
      [undefined, 'No.', 'Sanne Wirth'],
    ]);
  });

  it('takes no chapter for a name, though it comes twice', () => {
    const part = (from: number) =>
      `00:${from}:00 – Big Questions\nIvo Tarn\nSo it goes.\nSanne Wirth\nHi.\n`;
    const { chapters, cues } = readText(part(10) + part(20));
    expect(chapters.map(({ title }) => title)).toEqual(['Big Questions', 'Big Questions']);
    expect(cues.map(({ speaker }) => speaker)).not.toContain('Big Questions');
  });

  it('takes no heading for a name in a long text', () => {
    const text = `Pricing: a story\n${'So it goes. And on.\n'.repeat(20)}`;
    expect(readText(text).cues.map(({ speaker }) => speaker)).toEqual([undefined]);
  });
});

describe('readHtml', () => {
  it('reads the names, times and paragraphs of a page, and leaves out the rest', () => {
    const html =
      '<head><title>No</title><style>p { }</style></head><h1>Transcript</h1><!-- <p>no</p> --><script>var a = "<p>no</p>"</script>' +
      '<p><cite>Ivo:</cite> <time datetime="PT5S">0:05</time> Welcome<br>back &amp; <b>hi</b> 3 < 4</p><p>So.</p><cite>Sanne</cite><time>soon</time><p>No.';
    expect(readHtml(html)).toEqual({
      cues: [
        { start: 5, text: 'Welcome\nback & hi 3 < 4\nSo.', speaker: 'Ivo' },
        { text: 'No.', speaker: 'Sanne' },
      ],
      chapters: [],
      problems: [{ line: 2, reason: 'bad-time' }],
    });
  });

  it.each(['<title>Sorry</title><div></div>', '<SCRIPT>x</SCRIPT ><style>p {}</style>'])(
    'finds no words in %s',
    (html) => {
      expect(readHtml(html).cues).toEqual([]);
    },
  );

  it('reads a page of paragraphs as text', () => {
    expect(readHtml('<div><p><b>Ivo Tarn</b> (00:05): a</p><p>(00:09) b</p></div>').cues).toEqual([
      { start: 5, end: 9, text: 'a', speaker: 'Ivo Tarn' },
      { start: 9, text: 'b', speaker: 'Ivo Tarn' },
    ]);
  });

  it('reads a page as text whose only time is the day it was put there', () => {
    const day = '<time datetime="2024-01-05">January 5, 2024</time>';
    const page = `${day}<p><b>Ivo Tarn</b> (00:05): a</p><p><b>Sanne Wirth</b> (00:09): b</p>`;
    expect(readHtml(page).cues.slice(-2)).toEqual([
      { start: 5, end: 9, text: 'a', speaker: 'Ivo Tarn' },
      { start: 9, text: 'b', speaker: 'Sanne Wirth' },
    ]);
  });
});

describe('readRows', () => {
  it('reads the rows of a panel with its chapters', () => {
    expect(
      readRows([
        { text: 'Opening', isHeading: true },
        { time: '0:00', text: ' welcome\nback ' },
        { time: '0:04', text: '' },
        { text: 'to the long wave' },
        { time: '1:02:03', text: 'so', speaker: 'Ivo' },
      ]),
    ).toEqual({
      cues: [
        { start: 0, end: 3723, text: 'welcome back to the long wave' },
        { start: 3723, text: 'so', speaker: 'Ivo' },
      ],
      chapters: [{ start: 0, title: 'Opening' }],
      problems: [
        { line: 3, reason: 'empty-entry' },
        { line: 4, reason: 'bad-time' },
      ],
    });
  });
});

describe('timeAbove', () => {
  const text = 'Ivo (00:12:34): so\n[1:02:03] it goes. At 9:99 nothing. v1:20x';
  it.each([
    ['below a time', text.indexOf('so'), 754],
    ['below another', text.length, 3723],
    ['above all', 3, undefined],
  ])('finds the nearest %s', (_, offset, seconds) => {
    expect(timeAbove(text, offset)).toBe(seconds);
  });
});
