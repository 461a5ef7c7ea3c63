import { afterEach, describe, expect, test } from 'vitest';
import { pointAt } from './point-at';
import { lazyIndex } from './lazy-index';
import { readPassages } from './passages';
import { readSelection } from './read-selection';
import { readTextMap } from './text-map';
import { isRegistered, registerScript } from './register-script';

afterEach(() => {
  CSS.highlights.clear();
  document.adoptedStyleSheets = [];
  document.body.innerHTML = '';
});

function painted(view: typeof globalThis = globalThis): string[] {
  const highlight = view.CSS.highlights.get('counterpoint-passage');
  return highlight ? Array.from(highlight, (range) => (range as Range).toString()) : [];
}

const tall = '<div style="height: 5000px"></div>';

describe('a passage', () => {
  test('is scrolled to and painted, and the DOM stays as it was', () => {
    document.body.innerHTML = `${tall}<p>Weigh it <b>twice</b>, then write.</p>${tall}`;
    const map = readTextMap(document);
    const [passage] = readPassages(map);
    const before = document.documentElement.outerHTML;
    const { start, end, text } = passage!;
    expect(pointAt(document, { start, end, exact: text })).toEqual({ found: true });
    expect(document.documentElement.outerHTML).toBe(before);
    expect(painted()).toEqual(['Weigh it twice, then write.']);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  test('is found where it has moved to; a second call replaces the first', () => {
    document.body.innerHTML =
      '<h2>First</h2><p>Weigh it twice, then write.</p><h2>Second</h2><p>The other one stays put.</p>';
    const [, first, , second] = readPassages(readTextMap(document));
    expect(pointAt(document, { ...second!, exact: second!.text }).found).toBe(true);
    document.body.prepend(document.createElement('h1'));
    document.querySelector('h1')!.textContent = 'A new heading';
    expect(pointAt(document, { ...first!, exact: first!.text })).toEqual({ found: true });
    expect(painted()).toEqual(['Weigh it twice, then write.']);
    expect(document.adoptedStyleSheets).toHaveLength(1);
  });

  test('that is gone is not found, and nothing is painted', () => {
    document.body.innerHTML = '<p>Something else entirely, about other things.</p>';
    const request = { start: 0, end: 20, exact: 'Weigh it twice, then write.' };
    expect(pointAt(document, request)).toEqual({ found: false });
    expect(painted()).toEqual([]);
  });
});

test.each([
  ['a part of the page that scrolls by itself', 'height: 300px; overflow: auto'],
  ['one within another', 'height: 200px; overflow-y: scroll'],
])('words far down in a long text are brought into view within %s', (_name, style) => {
  const lines = Array.from({ length: 400 }, (_, at) => `Line ${at} of the log.`);
  document.body.innerHTML = `<div style="height: 300px; overflow: auto">${tall}<div style="${style}"><pre></pre></div>${tall}</div>`;
  document.querySelector('pre')!.textContent = lines.join('\n');
  expect(pointAt(document, { locate: 'Line 371 of the log.' }).found).toBe(true);
  const [range] = CSS.highlights.get('counterpoint-passage')!;
  const { top, bottom } = (range as Range).getBoundingClientRect();
  for (const box of document.querySelectorAll('div[style*=overflow]')) {
    expect(top).toBeGreaterThanOrEqual(box.getBoundingClientRect().top);
    expect(bottom).toBeLessThanOrEqual(box.getBoundingClientRect().bottom);
  }
});

test('a clip in a shadow root is painted with the style its tree needs', () => {
  document.body.innerHTML = '<p>Before</p><div id="host"></div>';
  const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>Inside the shadow tree.</p>';
  const text = root.querySelector('p')!.firstChild!;
  getSelection()!.setBaseAndExtent(text, 7, text, 17);
  const map = readTextMap(document);
  const selection = readSelection(document, map, lazyIndex(map.text))!;
  expect(pointAt(document, { selector: selection.selector })).toEqual({ found: true });
  expect(painted()).toEqual(['the shadow']);
  expect(root.adoptedStyleSheets).toHaveLength(1);
  pointAt(document, { locate: 'Before' });
  expect(root.adoptedStyleSheets).toHaveLength(0);
});

test('a clip in a same-origin frame is painted by that frame', () => {
  document.body.innerHTML = '<iframe></iframe>';
  const frame = document.querySelector('iframe')!;
  frame.contentDocument!.body.innerHTML = '<p>Inside the frame.</p>';
  expect(pointAt(document, { locate: 'inside the frame' }).found).toBe(true);
  expect(painted(frame.contentWindow as Window & typeof globalThis)).toEqual(['Inside the frame']);
});

describe('typed words', () => {
  test('are given back as the page writes them', () => {
    document.body.innerHTML = '<p>“Weigh it <b>twice</b>,” she said — “then write.”</p>';
    const { found, selection } = pointAt(document, {
      locate: ' weigh it twice, she said - then write',
    });
    expect(found).toBe(true);
    expect(selection?.exact).toBe('Weigh it twice,” she said — “then write');
    expect(selection?.paragraph).toBe('“Weigh it twice,” she said — “then write.”');
    expect(selection?.selector[0]?.type).toBe('RangeSelector');
  });

  test('that the page does not say are not found', () => {
    document.body.innerHTML = '<p>Weigh it twice.</p>';
    expect(pointAt(document, { locate: 'cut it once' })).toEqual({ found: false });
    expect(pointAt(document, { locate: '  ' })).toEqual({ found: false });
  });
});

test('a registered script comes before a page’s element of its name', () => {
  document.body.innerHTML = '<a id="counterpoint-page-pointer">x</a>';
  expect(isRegistered(globalThis, 'page-pointer')).toBe(false);
  registerScript(globalThis, 'page-pointer', () => 'old');
  registerScript(globalThis, 'page-pointer', () => 'new');
  expect(isRegistered(globalThis, 'page-pointer')).toBe(true);
  const run = Reflect.get(globalThis, 'counterpoint-page-pointer') as () => string;
  expect(run()).toBe('new');
});
