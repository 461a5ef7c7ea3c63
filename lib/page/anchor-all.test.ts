import { afterEach, describe, expect, test } from 'vitest';
import type { Selector } from '../core/annotation/selector';
import { anchorAll, anchorOne } from './anchor-all';
import { describeRange } from './describe-range';
import { inSlices } from './in-slices';
import { watchPageText, type PageTexts } from './page-text';

let texts: PageTexts | undefined;

afterEach(() => {
  texts?.stop();
  texts = undefined;
  document.body.replaceChildren();
});

const sentences = [
  'The harbour office keeps a ledger of every crate that leaves.',
  'Twice a year somebody reads it from end to end.',
  'Most delays come from one missing signature.',
  'The weather gets the blame at dinner all the same.',
];

function showPage(html = sentences.map((sentence) => `<p>${sentence}</p>`).join('')): PageTexts {
  document.body.innerHTML = html;
  return (texts ??= watchPageText(document));
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

function rangeOf(words: string, root: Node = document.body): Range {
  const node = textNodes(root).find(({ data }) => data.includes(words))!;
  const range = node.ownerDocument.createRange();
  range.setStart(node, node.data.indexOf(words));
  range.setEnd(node, node.data.indexOf(words) + words.length);
  return range;
}

function describeWords(words: string, root?: Node): readonly Selector[] {
  return describeRange(document, texts!, rangeOf(words, root))!.selector;
}

/** What many selectors lead to, several ranges of one joined by a bar. */
async function wordsAt(targets: readonly (readonly Selector[])[]): Promise<(string | null)[]> {
  const found = await anchorAll(document, targets, { texts });
  return found.map((place) => place && place.ranges.map(String).join('|'));
}

describe('many quotes at once', () => {
  test('on the page as it was, changed, and gone', async () => {
    showPage();
    const targets = sentences.map((sentence) => describeWords(sentence));
    expect(await wordsAt(targets)).toEqual(sentences);
    showPage(
      `<div>News.</div><ul><li>${sentences[2]!.replace('one missing', 'a single missing')}</li></ul>` +
        `<p>${sentences[0]!.toUpperCase()} ${sentences[1]!}</p>`,
    );
    expect(await wordsAt(targets)).toEqual([
      sentences[0]!.toUpperCase(),
      sentences[1],
      'Most delays come from a single missing signature.',
      null,
    ]);
  });

  test('in the light of what the page is when the work ends, not when it began', async () => {
    showPage();
    const target = describeWords(sentences[2]!);
    const work = anchorAll(document, [target], { texts, slice: 0 });
    document.body.prepend(document.createElement('hr'), 'Something new stands here.');
    const [found] = await work;
    expect(String(found?.ranges[0])).toBe(sentences[2]);
    expect(texts!.read().map.text.startsWith('Something new')).toBe(true);
  });

  test('a page that never stands still is answered too', async () => {
    showPage();
    const target = describeWords(sentences[1]!);
    const timer = setInterval(() => document.body.setAttribute('data-tick', String(Math.random())));
    try {
      const [found] = await anchorAll(document, [target], { texts, slice: 0 });
      expect(String(found?.ranges[0])).toBe(sentences[1]);
    } finally {
      clearInterval(timer);
    }
  });

  test('stops when it is told to', async () => {
    showPage();
    const target = describeWords(sentences[0]!);
    const control = new AbortController();
    const work = anchorAll(document, [target, target], { texts, slice: 0, signal: control.signal });
    control.abort();
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    await expect(anchorAll(document, [target], { signal: control.signal })).rejects.toBeTruthy();
  });
});

describe('where quotes may stand', () => {
  test('in an open shadow root and in a frame of the same origin', async () => {
    showPage(
      '<div id="host"></div><iframe srcdoc="<p>A sentence inside of a frame.</p>"></iframe>',
    );
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>A sentence inside of a shadow.</p>';
    const frame = document.querySelector('iframe')!;
    await expect.poll(() => frame.contentDocument?.body.textContent).toContain('inside of a frame');
    const inner = frame.contentDocument!;
    const targets = [
      describeWords('sentence inside of a shadow', root),
      describeWords('sentence inside of a frame', inner.body),
    ];
    root.querySelector('p')!.before('New.');
    inner.body.prepend('New.');
    expect(await wordsAt(targets)).toEqual([
      'sentence inside of a shadow',
      'sentence inside of a frame',
    ]);
    const places = await anchorAll(document, targets, { texts });
    expect(places[1]?.ranges[0]?.startContainer.ownerDocument).toBe(inner);
  });

  test('in two places, when its paragraphs were moved apart', async () => {
    showPage();
    const range = rangeOf(sentences[1]!);
    const last = rangeOf(sentences[2]!);
    range.setEnd(last.endContainer, last.endOffset);
    const target = describeRange(document, texts!, range)!.selector;
    const moved = [2, 0, 1, 3].map((number) => `<p>${sentences[number]!}</p>`);
    showPage(moved.join(''));
    expect(await wordsAt([target])).toEqual([`${sentences[2]!}|${sentences[1]!}`]);
  });

  test.each([
    ['folded to no height', 'height:0;overflow:hidden;position:absolute'],
    ['faded out', 'opacity:0'],
    ['left of the page', 'position:absolute;left:-9999px'],
  ])('in what is %s now, which is described only when it is seen', async (_name, style) => {
    showPage();
    const target = describeWords(sentences[2]!);
    const paragraphs = sentences.map((sentence, number) =>
      number === 2 ? `<p style="${style}">${sentence}</p>` : `<p>${sentence}</p>`,
    );
    showPage(paragraphs.join(''));
    expect(texts!.read().map.text).not.toContain(sentences[2]);
    expect(await wordsAt([target])).toEqual([sentences[2]]);
    expect(String(anchorOne(document, texts!, target)?.ranges[0])).toBe(sentences[2]);
  });

  test('not in what is not displayed at all', async () => {
    showPage();
    const target = describeWords(sentences[2]!);
    showPage(`<p>${sentences[0]!}</p><p style="display:none">${sentences[2]!}</p>`);
    expect(await wordsAt([target])).toEqual([null]);
  });

  test('a teaser with the same words right beside it is told from it by its elements', async () => {
    showPage(`<article>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</article>`);
    const target = describeWords(sentences[1]!);
    const teaser = document.createElement('blockquote');
    teaser.innerHTML = `<p>${sentences[1]!}</p>`;
    const [, second] = document.querySelectorAll('article > p');
    second!.before(teaser);
    const [found] = await anchorAll(document, [target], { texts });
    expect(found?.ranges[0]?.startContainer.parentNode).toBe(second);
  });
});

describe('the text of a page', () => {
  test('is read once until the page changes', async () => {
    const own = showPage();
    const before = own.read();
    expect(own.read()).toBe(before);
    expect(await own.readInSlices()).toBe(before);
    document.querySelector('p')!.firstChild!.nodeValue = 'Another first sentence.';
    expect(own.read().map.text).toContain('Another first sentence.');
  });

  test('is read anew when a shadow root changes', () => {
    showPage('<div id="host"></div>');
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.textContent = 'Old words.';
    expect(texts!.read().map.text).toBe('Old words.');
    root.textContent = 'New words.';
    expect(texts!.read().map.text).toBe('New words.');
  });
});

test('work is cut where a slice is used up', async () => {
  let turns = 0;
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => (turns += 1));
  channel.port1.start();
  function* steps(): Generator<void, string> {
    for (let i = 0; i < 5; i += 1) {
      channel.port2.postMessage(i);
      yield;
    }
    return 'done';
  }
  expect(await inSlices(steps(), { slice: 0 })).toBe('done');
  await expect.poll(() => turns).toBe(5);
  channel.port1.close();
});

test('five hundred quotes on a page of a million characters, in slices', async () => {
  const paragraphs = Array.from({ length: 1_000 }, (_, i) => {
    const words = Array.from({ length: 140 }, (_unused, k) => `word${(i * 31 + k * 7) % 977}`);
    return `<p>Paragraph ${i} says: ${words.join(' ')} and so on.</p>`;
  });
  showPage(paragraphs.join(''));
  const map = texts!.read().map;
  expect(map.text.length).toBeGreaterThan(1_000_000);
  const elements = document.querySelectorAll('p');
  const picked = Array.from({ length: 500 }, (_, i) => elements[i * 2]!);
  const targets = picked.map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return describeRange(document, texts!, range)!.selector;
  });
  elements[0]!.before(...Array.from({ length: 9 }, () => document.createElement('section')));
  picked.forEach((element, i) => {
    const text = element.firstChild as Text;
    if (i % 5 === 0) text.data = text.data.replace('says:', 'has said:');
  });
  let turns = 0;
  const nextTurn = (): void => {
    turns += 1;
    timer = setTimeout(nextTurn);
  };
  let timer = setTimeout(nextTurn);
  const found = await anchorAll(document, targets, { texts });
  clearTimeout(timer);
  expect(turns).toBeGreaterThan(5);
  expect(found.map((place) => place?.ranges[0]?.startContainer.parentNode)).toEqual(picked);
}, 120_000);
