import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { HighlightRequest, PageClip } from '../../core/insight/companion';
import { describeRange } from '../describe-range';
import { watchPageText } from '../page-text';
import { createHighlights, type Highlights } from './create-highlights';
import { clipAt, inReadingOrder, paints, type PaintedClip } from './painted-clips';

const labels = {
  region: 'Notes',
  evidence: 'Evidence',
  counterEvidence: 'Counter-evidence',
  changed: 'Changed',
  open: 'Open',
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
};

beforeEach(() => {
  document.adoptedStyleSheets = [];
});

afterEach(() => {
  CSS.highlights.clear();
  document.adoptedStyleSheets = [];
  document.body.replaceChildren();
  for (const sheet of document.querySelectorAll('style[data-test]')) sheet.remove();
});

function showParagraphs(count: number, words: number): void {
  const paragraphs = Array.from({ length: count }, (_, i) => {
    const said = Array.from({ length: words }, (_unused, k) => `word${(i * 31 + k * 7) % 977}`);
    return `<p>Paragraph ${i} says: ${said.join(' ')} and so on.</p>`;
  });
  document.body.innerHTML = paragraphs.join('');
}

function clipsOf(elements: readonly Element[]): PageClip[] {
  const texts = watchPageText(document);
  const clips = elements.map((element, at): PageClip => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { selector, exact } = describeRange(document, texts, range)!;
    const role = at % 2 === 0 ? 'evidence' : 'counter-evidence';
    return { id: String(at), selector, quote: exact, note: '', role, insight: '' };
  });
  texts.stop();
  return clips;
}

function toPaint(clips: readonly PageClip[]): HighlightRequest {
  return { paint: clips, labels, language: 'en', direction: 'ltr' };
}

/** How many turns the page gets until some work is done, counted by a task that asks for the next. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    turns += 1;
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  await work;
  port1.close();
  return turns;
}

function paintedCount(): number {
  return [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
}

function paintedWords(): string[] {
  return [...CSS.highlights.values()].flatMap((ranges) => Array.from(ranges, String));
}

test('the page gets its turn, many times, while five hundred clips are painted on a large page', async () => {
  showParagraphs(1_000, 140);
  const clips = clipsOf([...document.querySelectorAll('p')].filter((_, at) => at % 2 === 0));
  // Their words are edited, so that each has to be looked for.
  for (const text of document.querySelectorAll('p')) {
    text.firstChild!.nodeValue = text.textContent.replace('says:', 'has said:');
  }
  const highlights = createHighlights(document, () => undefined);
  expect(await turnsDuring(highlights.ask(toPaint(clips)))).toBeGreaterThan(10);
  expect(paintedCount()).toBe(500);
  await highlights.ask({ clear: true });
  expect(paintedCount()).toBe(0);
}, 120_000);

describe('walking from clip to clip', () => {
  /** The paragraph whose clip's card is shown: it stands just below. */
  const besideCard = (): string | undefined => {
    const card = document.querySelector('counterpoint-note')!.getBoundingClientRect();
    const [nearest] = [...document.querySelectorAll('p')]
      .filter((paragraph) => paragraph.getBoundingClientRect().top < card.top)
      .toReversed();
    return nearest?.textContent.slice(0, 11);
  };

  test('goes on where it was when the clips are painted anew, as each press of the key does', async () => {
    showParagraphs(3, 2);
    document.body.style.lineHeight = '4';
    const clips = clipsOf([...document.querySelectorAll('p')]);
    const highlights = createHighlights(document, () => undefined);
    const met: (string | undefined)[] = [];
    for (let press = 0; press < 4; press += 1) {
      await highlights.ask(toPaint(clips));
      await highlights.ask({ walk: true });
      met.push(besideCard());
    }
    expect(met).toEqual(['Paragraph 0', 'Paragraph 1', 'Paragraph 2', 'Paragraph 0']);
    await highlights.ask({ clear: true });
    document.body.removeAttribute('style');
  });
});

describe('on a page that goes on changing', () => {
  afterEach(async () => highlights?.ask({ clear: true }));

  let highlights: Highlights | undefined;
  async function paint(clips: readonly PageClip[]): Promise<void> {
    highlights = createHighlights(document, () => undefined);
    await highlights.ask(toPaint(clips));
  }

  test('clips are painted again where the page draws the same words anew', async () => {
    showParagraphs(2, 12);
    await paint(clipsOf([...document.querySelectorAll('p')]));
    const words = paintedWords();
    expect(words).toHaveLength(2);
    const { innerHTML } = document.body;
    document.body.innerHTML = innerHTML;
    await vi.waitFor(() => expect(paintedWords()).toEqual(words), { timeout: 5_000 });
    const [text] = document.querySelector('p')!.childNodes;
    text!.nodeValue = `${text!.nodeValue} `;
    await vi.waitFor(() => expect(paintedWords()).toEqual(words), { timeout: 5_000 });
  });

  test('a clip that comes late is found where a clock never lets the page rest', async () => {
    showParagraphs(2, 12);
    const [early, late] = document.querySelectorAll('p');
    const clips = clipsOf([early!, late!]);
    late!.remove();
    await paint(clips);
    expect(paintedWords()).toHaveLength(1);
    const clock = document.body.appendChild(document.createElement('time'));
    const ticking = setInterval(() => (clock.textContent = `${performance.now()}`), 100);
    early!.after(late!);
    await vi.waitFor(() => expect(paintedWords()).toHaveLength(2), { timeout: 8_000 });
    clearInterval(ticking);
  });

  test('a clip that comes late is found in a shadow tree and in a frame, which change by themselves', async () => {
    document.body.innerHTML = '<p>Outside.</p><div></div><iframe></iframe>';
    const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
    const frame = document.querySelector('iframe')!.contentDocument!.body;
    root.innerHTML = '<p>What the members said about it.</p>';
    frame.innerHTML = '<p>What was written below the film.</p>';
    const inside = [root.querySelector('p')!, frame.querySelector('p')!];
    const clips = clipsOf(inside);
    for (const paragraph of inside) paragraph.remove();
    await paint(clips);
    expect(paintedWords()).toEqual([]);
    root.append(inside[0]!);
    await vi.waitFor(() => expect(paintedWords()).toHaveLength(1), { timeout: 5_000 });
    frame.append(inside[1]!);
    const inFrame = (): number => frame.ownerDocument.defaultView!.CSS.highlights.size;
    await vi.waitFor(() => expect(inFrame()).toBe(1), { timeout: 5_000 });
  });
});

test.each([
  ['opens it', '<div style="display: inline-block"></div>', 1],
  [
    'inside of a link is the link’s, also where a shadow tree stands between',
    '<a href="#"><div style="display: inline-block"></div></a>',
    0,
  ],
])('a press on a clip %s', async (_name, around, opened) => {
  document.body.innerHTML = around;
  const root = document.querySelector('div')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Words in a shadow tree.</p>';
  const told: unknown[] = [];
  const highlights = createHighlights(document, (message) => told.push(message));
  await highlights.ask(toPaint(clipsOf([root.querySelector('p')!])));
  await userEvent.click(document.querySelector('div')!);
  expect(told).toHaveLength(opened);
  await highlights.ask({ clear: true });
});

test('clips in shadow trees and frames stand in the order a reader meets them', () => {
  const words = Array.from({ length: 24 }, (_, at) => `Paragraph ${at} of all.`);
  const inTree = (at: number): HTMLElement => {
    const host = document.body.appendChild(document.createElement('div'));
    if (at % 3 === 0) return host;
    if (at % 3 === 1)
      return host.attachShadow({ mode: 'open' }).appendChild(host.cloneNode() as HTMLElement);
    return host.appendChild(document.createElement('iframe')).contentDocument!.body;
  };
  const painted = words.map((text, at): PaintedClip => {
    const element = inTree(at);
    element.textContent = text;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element.firstChild!);
    const clip: PageClip = {
      id: text,
      selector: [],
      quote: text,
      note: '',
      role: 'evidence',
      insight: '',
    };
    return { clip, ranges: [range], isChanged: false, words: text };
  });
  const shuffled = painted.toSorted((a, b) => a.words.localeCompare(b.words));
  expect(inReadingOrder(shuffled).map((clip) => clip.words)).toEqual(words);
});

describe('in a frame, which counts from its own corner', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<iframe style="position: fixed; left: 90px; top: 120px; border: 5px solid"></iframe>';
  });

  const showClip = (): { clip: PageClip; range: Range } => {
    const inner = document.querySelector('iframe')!.contentDocument!;
    inner.body.innerHTML = '<p>Words in a frame.</p>';
    const [clip] = clipsOf([inner.querySelector('p')!]);
    const range = inner.createRange();
    range.selectNodeContents(inner.querySelector('p')!);
    return { clip: clip!, range };
  };

  test('a clip is where its words are seen, not where the page has others', () => {
    const { clip, range } = showClip();
    const painted = { clip, ranges: [range], isChanged: false, words: clip.quote };
    const { left, top } = range.getBoundingClientRect();
    const at = (x: number, y: number): unknown => clipAt(document, [painted], { x, y });
    expect(at(left + 2, top + 2)).toBeUndefined();
    expect(at(95 + left + 2, 125 + top + 2)).toBe(painted);
  });

  test('its card stands beside it', async () => {
    const { clip, range } = showClip();
    const highlights = createHighlights(document, () => undefined);
    await highlights.ask(toPaint([clip]));
    await highlights.ask({ walk: true });
    const card = document.querySelector('counterpoint-note')!.getBoundingClientRect();
    const words = range.getBoundingClientRect();
    expect(card.top).toBeCloseTo(125 + words.bottom + 8, 0);
    expect(card.left).toBeCloseTo(Math.min(95 + words.left, innerWidth - 320 - 8), 0);
    await highlights.ask({ clear: true });
  });
});

describe('the rules that say how clips look', () => {
  test('are not taken out and put in again when clips are painted anew', async () => {
    showParagraphs(4, 12);
    const clips = clipsOf([...document.querySelectorAll('p')]);
    const highlights = createHighlights(document, () => undefined);
    await highlights.ask(toPaint(clips));
    const first = [...document.adoptedStyleSheets];
    expect(first).toHaveLength(2);
    await highlights.ask(toPaint(clips));
    expect([...document.adoptedStyleSheets]).toEqual(first);
    expect(paintedCount()).toBe(4);
  });

  test('are not added where the companion’s style sheet stands, which has the same', async () => {
    const response = await fetch('/companion.css');
    const style = document.createElement('style');
    style.dataset['test'] = '';
    style.textContent = await response.text();
    document.head.append(style);
    const rules = Array.from(style.sheet!.cssRules, ({ cssText }) => cssText);
    const own = new CSSStyleSheet();
    own.replaceSync(
      Object.values(paints)
        .map(({ name, declarations }) => `::highlight(${name}) { ${declarations} }`)
        .join('\n'),
    );
    expect(rules).toEqual(Array.from(own.cssRules, ({ cssText }) => cssText));

    showParagraphs(4, 12);
    const clips = clipsOf([...document.querySelectorAll('p')]);
    await createHighlights(document, () => undefined).ask(toPaint(clips));
    expect(paintedCount()).toBe(4);
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });
});
