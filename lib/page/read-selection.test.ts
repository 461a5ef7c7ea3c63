import { afterEach, describe, expect, test } from 'vitest';
import type { PageSelection } from '../core/source/snapshot';
import { pageSelectionSchema } from '../core/source/snapshot';
import { anchorSelectors } from './anchor';
import { lazyIndex } from './lazy-index';
import { focusIsElsewhere, readSelection } from './read-selection';
import { readTextMap } from './text-map';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.innerHTML = '';
});

function read(): PageSelection | undefined {
  const map = readTextMap(document);
  const selection = readSelection(document, map, lazyIndex(map.text));
  if (selection) expect(pageSelectionSchema.parse(selection)).toEqual(selection);
  return selection;
}

function select(start: Node, from: number, end: Node, to: number): void {
  const owner = start.ownerDocument!;
  owner.defaultView!.getSelection()!.setBaseAndExtent(start, from, end, to);
}

/** The selection's words, found again by each of its selectors alone and by all. */
function anchoredWords(selection: PageSelection): string[] {
  const map = readTextMap(document);
  const index = lazyIndex(map.text);
  const quote = selection.selector.find(({ type }) => type === 'TextQuoteSelector')!;
  return [selection.selector, [quote]].map((selectors) => {
    const found = anchorSelectors(document, map, index, selectors);
    return found ? found.ranges.map(String).join('|') : 'missing';
  });
}

describe('what is selected', () => {
  test('across elements, with paragraphs parted', () => {
    document.body.innerHTML =
      '<p id="a">The <em>first</em> one\n is long.</p><p id="b">The second is short.</p><p>Third</p>';
    const [a, b] = [document.querySelector('#a')!, document.querySelector('#b')!];
    select(a.firstChild!, 4, b.firstChild!, 10);
    const selection = read()!;
    expect(selection.exact).toBe('first one is long.\nThe second');
    expect(selection.paragraph).toBe('The first one is long.\nThe second is short.');
    expect(selection.selector.map(({ type }) => type)).toEqual([
      'RangeSelector',
      'TextPositionSelector',
      'TextQuoteSelector',
    ]);
    expect(selection.selector[0]).toMatchObject({
      startSelector: { value: '/html[1]/body[1]/p[1]/em[1]', refinedBy: { start: 0 } },
      endSelector: { value: '/html[1]/body[1]/p[2]', refinedBy: { end: 10 } },
    });
    for (const words of anchoredWords(selection)) expect(words).toContain('The second');
  });

  test('a triple click, which ends in the next paragraph', () => {
    document.body.innerHTML = '<p id="a">One whole line.</p><p id="b">Next.</p>';
    select(document.querySelector('#a')!.firstChild!, 0, document.querySelector('#b')!, 0);
    expect(read()!.exact).toBe('One whole line.');
  });

  test('hidden words inside it are not quoted', () => {
    document.body.innerHTML =
      '<p>Seen <span style="display:none">secret</span><span hidden>more</span>and soft\u00adly said.</p>';
    select(document.body, 0, document.body, 1);
    expect(read()!.exact).toBe('Seen and softly said.');
  });

  test('the second of two equal sentences', () => {
    document.body.innerHTML = '<p>Weigh it twice.</p><p>Weigh it twice.</p><p>Weigh it twice.</p>';
    const [, second] = document.querySelectorAll('p');
    select(second!.firstChild!, 0, second!.firstChild!, 15);
    const selection = read()!;
    const map = readTextMap(document);
    const found = anchorSelectors(document, map, lazyIndex(map.text), selection.selector)!;
    expect(found.ranges[0]!.startContainer).toBe(second!.firstChild);
    expect(found.how).toBe('range');
  });

  test.each([
    ['right to left', '<p dir="rtl">שלום. ההחלטה קודמת לתאריך. סוף.</p>', 'ההחלטה קודמת לתאריך.'],
    ['Arabic', '<p dir="rtl">القرار أولا ثم التاريخ. النهاية.</p>', 'القرار أولا ثم التاريخ.'],
    ['Japanese', '<p>計画は紙に書く。計画は人に話す。</p>', '計画は人に話す。'],
    ['Thai', '<p>ตัดสินใจก่อนแล้วค่อยกำหนดวัน</p>', 'แล้วค่อย'],
  ])('%s', (_name, html, words) => {
    document.body.innerHTML = html;
    const text = document.querySelector('p')!.firstChild as Text;
    const at = text.data.indexOf(words);
    select(text, at, text, at + words.length);
    const selection = read()!;
    expect(selection.exact).toBe(words);
    expect(anchoredWords(selection)).toEqual([words, words]);
  });

  test('inside an open shadow root', () => {
    document.body.innerHTML = '<p>Outside.</p><div id="host"></div>';
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Inside the <b>shadow</b> tree.</p>';
    const [first, last] = [
      root.querySelector('p')!.firstChild!,
      root.querySelector('p')!.lastChild!,
    ];
    select(first, 7, last, 5);
    const selection = read()!;
    expect(selection.exact).toBe('the shadow tree');
    expect(selection.selector[0]).toMatchObject({
      startSelector: { value: '/html[1]/body[1]/div[1] >>> /p[1]' },
    });
    expect(anchoredWords(selection)).toEqual(['the shadow tree', 'the shadow tree']);
  });

  test('inside a same-origin frame', () => {
    document.body.innerHTML = '<p>Outside.</p><iframe></iframe>';
    const inner = document.querySelector('iframe')!.contentDocument!;
    inner.body.innerHTML = '<p>Inside the frame.</p>';
    select(inner.querySelector('p')!.firstChild!, 0, inner.querySelector('p')!.firstChild!, 10);
    const selection = read()!;
    expect(selection.exact).toBe('Inside the');
    expect(selection.frameUrl).toBe('about:blank');
    expect(selection.selector[0]).toMatchObject({
      startSelector: { value: '/html[1]/body[1]/iframe[1] >>> /html[1]/body[1]/p[1]' },
    });
    expect(anchoredWords(selection)).toEqual(['Inside the', 'Inside the']);
  });

  test('where the person is: in the frame, whatever was selected in the page before', () => {
    document.body.innerHTML = '<p>Outside words.</p><iframe></iframe>';
    const frame = document.querySelector('iframe')!;
    const inner = frame.contentDocument!;
    inner.body.innerHTML = '<p>Inside the frame.</p>';
    select(
      document.querySelector('p')!.firstChild!,
      0,
      document.querySelector('p')!.firstChild!,
      7,
    );
    select(inner.querySelector('p')!.firstChild!, 0, inner.querySelector('p')!.firstChild!, 10);
    frame.focus();
    expect(document.activeElement).toBe(frame);
    expect(read()!.exact).toBe('Inside the');
    frame.blur();
    expect(read()!.exact).toBe('Outside');
  });

  test.each([
    '<input type="checkbox">',
    '<button>Go</button>',
    '<input type="text" value="words">',
  ])('in the page, though %s has the focus and nothing selected', (field) => {
    document.body.innerHTML = `<p>Some words here.</p>${field}`;
    const text = document.querySelector('p')!.firstChild!;
    document.querySelector<HTMLElement>('input, button')!.focus();
    select(text, 5, text, 10);
    expect(read()!.exact).toBe('words');
  });

  test('in a text field, as plain words', () => {
    document.body.innerHTML = '<textarea>One two three</textarea>';
    const field = document.querySelector('textarea')!;
    field.focus();
    field.setSelectionRange(4, 7);
    expect(read()).toEqual({
      exact: 'two',
      selector: [{ type: 'TextQuoteSelector', exact: 'two' }],
      paragraph: 'One two three',
    });
  });

  test('never in a password field', () => {
    document.body.innerHTML = '<input type="password" value="open sesame">';
    const field = document.querySelector('input')!;
    field.focus();
    field.select();
    expect(read()).toBeUndefined();
  });

  test('nothing, or only white space', () => {
    document.body.innerHTML = '<p>One</p><p> </p><p>Two</p>';
    expect(read()).toBeUndefined();
    select(document.body, 1, document.body, 2);
    expect(read()).toBeUndefined();
  });

  test('more than a clip may hold is cut', () => {
    document.body.innerHTML = `<p>${'Many words. '.repeat(20_000)}</p>`;
    select(document.body, 0, document.body, 1);
    expect(read()!.exact.length).toBeLessThanOrEqual(100_000);
    expect(read()!.cut).toBe(true);
  });
});

describe('whether the focus is in a frame that cannot be read', () => {
  const frameIn = async (html: string) => {
    document.body.innerHTML = html;
    const frame = document.querySelector('iframe')!;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.focus();
    return frame;
  };

  test('of another origin, also inside a frame of this one', async () => {
    const sealed = '<iframe sandbox srcdoc="<p>Sealed words.</p>"></iframe>';
    const frame = await frameIn(sealed);
    expect(focusIsElsewhere(document)).toBe(true);
    frame.blur();
    expect(focusIsElsewhere(document)).toBe(false);

    const outer = await frameIn(`<iframe srcdoc="${sealed.replaceAll('"', '&quot;')}"></iframe>`);
    expect(focusIsElsewhere(document)).toBe(false);
    outer.contentDocument!.querySelector('iframe')!.focus();
    expect(focusIsElsewhere(document)).toBe(true);
  });
});

describe('found again on the changed page', () => {
  test('a twin inserted before does not mislead the path', () => {
    document.body.innerHTML =
      '<p>Alpha. Weigh it twice. Beta.</p><p>Gamma. Weigh it twice. Delta.</p>';
    const text = document.querySelectorAll('p')[0]!.firstChild!;
    select(text, 7, text, 22);
    const selection = read()!;
    document.body.prepend(document.querySelectorAll('p')[1]!);
    const map = readTextMap(document);
    const found = anchorSelectors(document, map, lazyIndex(map.text), selection.selector)!;
    expect(found.ranges[0]!.startContainer).toBe(document.querySelectorAll('p')[1]!.firstChild);
  });

  test('a removed quote is missing', () => {
    document.body.innerHTML = '<p>Alpha. Weigh it twice.</p><p>Nothing of the kind.</p>';
    const text = document.querySelector('p')!.firstChild!;
    select(text, 7, text, 22);
    const selection = read()!;
    document.querySelector('p')!.remove();
    const map = readTextMap(document);
    expect(anchorSelectors(document, map, lazyIndex(map.text), selection.selector)).toBeNull();
  });
});
