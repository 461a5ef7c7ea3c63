import { afterEach, describe, expect, test } from 'vitest';
import { readTextMap } from './text-map';
import { endOffset, pointsOf, rangesOf, startOffset } from './text-points';

afterEach(() => {
  document.body.innerHTML = '';
});

function textOf(html: string): string {
  document.body.innerHTML = html;
  return readTextMap(document).text;
}

describe('the visible text in reading order', () => {
  test.each([
    ['blocks are parted', '<p>One</p><p>Two</p>', 'One\nTwo'],
    ['inline elements are not', '<p>One<b>and</b>a half</p>', 'Oneanda half'],
    ['source line breaks are spaces', '<p>One\n\ttwo</p>', 'One  two'],
    ['br is a line break', '<p>One<br>two</p>', 'One\ntwo'],
    ['pre keeps its lines', '<pre>a\nb</pre>', 'a\nb'],
    ['style keeps lines', '<p style="white-space: pre-line">a\nb</p>', 'a\nb'],
    ['styled blocks are parted', '<p><span style="display:block">A</span>B</p>', 'A\nB'],
    [
      'drop caps and footnote marks do not part',
      '<p><span style="float:left">W</span>e stopped<span style="position:absolute">1</span> it.</p>',
      'We stopped1 it.',
    ],
    ['a button in a line does not part', '<p>One<button>two</button>three</p>', 'Onetwothree'],
    [
      'highlighted pre keeps its lines',
      '<pre><code><b>a</b>\n<b>b</b> <i>c</i>\n\n<b>d</b></code></pre>',
      'a\nb c\n\nd',
    ],
    ['no opacity', '<div style="opacity:0"><p>x</p></div><p>A</p>', 'A'],
    ['no size', '<p style="font-size:0">x<b style="font-size:1rem">A</b></p>', 'A'],
    [
      'clipped to a pixel',
      '<p>A<span style="position:absolute;width:1px;height:1px;overflow:hidden"><i>x</i></span></p>',
      'A',
    ],
    [
      'clipped away',
      '<p>A<span style="position:absolute;clip:rect(0,0,0,0)">x</span><span style="position:absolute;clip-path:inset(50%)">y</span></p>',
      'A',
    ],
    [
      'left of the page or above it',
      '<p>A<span style="position:absolute;left:-9999px">x</span><span style="position:fixed;top:-999px">y</span></p>',
      'A',
    ],
    [
      'a box without size whose words stick out is seen',
      '<div style="position:absolute;width:0;height:0"><p>A</p></div>',
      'A',
    ],
    ['white space between blocks is none', '<div>\n  <p>A</p>\n  <p>B</p>\n</div>', 'A\nB'],
    ['text beside a block', '<div>A<p>B</p>C</div>', 'A\nB\nC'],
    ['scripts and styles are no text', '<p>A</p><script>x</script><style>y</style>', 'A'],
    ['noscript and template', '<noscript>x</noscript><template>y</template><p>A</p>', 'A'],
    ['hidden', '<p hidden>x</p><p>A</p>', 'A'],
    ['not displayed', '<div style="display:none"><p>x</p></div><p>A</p>', 'A'],
    ['not visible', '<p style="visibility:hidden">x <b style="visibility:visible">A</b></p>', 'A'],
    ['display: contents has a text', '<div style="display:contents">A</div>', 'A'],
    ['closed details', '<details><summary>S</summary>x</details>', 'S'],
    ['fields hold no page text', '<textarea>x</textarea><select><option>y</option></select>A', 'A'],
    ['fallback content', '<video>x</video><canvas>y</canvas><p>A</p>', 'A'],
    ['a form with a length', '<form><input name="length"><p>A</p></form>', 'A'],
  ])('%s', (_name, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  test('what is scrolled out of view is not out of the page', () => {
    document.body.innerHTML =
      '<div id="box" style="height:100px;overflow:auto;position:relative"><div style="height:3000px">' +
      '<p style="position:absolute;top:0">A</p></div></div><div style="height:5000px"></div>' +
      '<p style="position:absolute;top:0">B</p>';
    document.querySelector('#box')!.scrollTop = 2_000;
    scrollTo(0, 3_000);
    expect(readTextMap(document).text).toBe('A\nB');
    scrollTo(0, 0);
  });

  test('shadow trees stand in place of their host, assigned nodes in place of their slot', () => {
    document.body.innerHTML = '<p>Before</p><div id="host"><i>light</i><b slot="b">bold</b></div>';
    const host = document.querySelector('#host')!;
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<p>top</p><slot name="b"></slot><p>middle</p><slot></slot><slot name="c">fallback</slot>';
    expect(readTextMap(document).text).toBe('Before\ntop\nbold\nmiddle\nlightfallback');
  });

  test('same-origin frames are read in place, others are left out', () => {
    document.body.innerHTML =
      '<p>A</p><iframe id="f"></iframe><iframe sandbox id="g"></iframe><p>C</p>';
    document.querySelector<HTMLIFrameElement>('#f')!.contentDocument!.body.innerHTML = '<p>B</p>';
    expect(readTextMap(document).text).toBe('A\nB\nC');
  });

  test('a document that is not shown has all its text', () => {
    const other = new DOMParser().parseFromString('<p>A</p><p>B</p>', 'text/html');
    expect(readTextMap(other).text).toBe('A\nB');
  });
});

describe('offsets lead to the DOM and back', () => {
  test('for every offset of a mixed page', () => {
    document.body.innerHTML =
      '<p>One <b>bold</b> word</p><div id="host"></div><iframe></iframe><ul><li>עברית</li><li>日本</li></ul>';
    document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML =
      '<p>in <i>it</i></p>';
    document.querySelector('iframe')!.contentDocument!.body.innerHTML = '<p>framed</p>';
    const map = readTextMap(document);
    for (const run of map.runs) {
      for (let at = run.start; at < run.end; at += 1) {
        const points = pointsOf(map, at, at + 1)!;
        expect(startOffset(map, points.start)).toBe(at);
        expect(endOffset(map, points.end)).toBe(at + 1);
        expect(rangesOf(map, at, at + 1).map(String)).toEqual([map.text[at]]);
      }
    }
    expect(rangesOf(map, 0, map.text.length).map(String)).toEqual([
      'One bold word',
      'in it',
      'framed',
      'עברית日本',
    ]);
  });

  test('element boundaries', () => {
    document.body.innerHTML = '<div id="a"><p>One</p><p>Two</p><p hidden>no</p></div><p>Three</p>';
    const map = readTextMap(document);
    const node = document.querySelector('#a')!;
    expect(startOffset(map, { node, offset: 0 })).toBe(0);
    expect(endOffset(map, { node, offset: 1 })).toBe(3);
    expect(startOffset(map, { node, offset: 1 })).toBe(4);
    expect(endOffset(map, { node, offset: 3 })).toBe(7);
    expect(endOffset(map, { node: document.body, offset: 2 })).toBe(map.text.length);
  });
});

describe('hostile pages', () => {
  test('elements named like properties hide nothing', () => {
    const names =
      'children childNodes firstChild nextSibling parentNode attributes textContent nodeType localName ownerDocument shadowRoot assignedSlot length';
    document.body.innerHTML = `<form>${names
      .split(' ')
      .map((name) => `<input name="${name}"><img name="${name}">`)
      .join('')}<p>Still here</p></form>`;
    expect(readTextMap(document).text).toBe('Still here');
  });

  test('a polluted Object.prototype and getters that throw change nothing', () => {
    document.body.innerHTML = '<div id="a"><p>One</p></div><p>Two</p>';
    const hostile = {
      configurable: true,
      get: () => {
        throw new Error('page');
      },
    };
    for (const key of ['shadowRoot', 'childNodes', 'firstChild', 'nodeType']) {
      Object.defineProperty(document.querySelector('#a'), key, hostile);
    }
    const polluted = ['list', 'next', 'block', 'linked', 'from'];
    for (const key of polluted) {
      Reflect.defineProperty(Object.prototype, key, {
        configurable: true,
        writable: true,
        value: 'x',
      });
    }
    try {
      expect(readTextMap(document).text).toBe('One\nTwo');
    } finally {
      for (const key of polluted) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  test('limits stop the walk and are told', () => {
    document.body.innerHTML = '<p>12345</p>'.repeat(50);
    expect(readTextMap(document, { characters: 20, nodes: 1_000 })).toMatchObject({
      text: '12345\n12345\n12345\n',
      truncated: 'characters',
    });
    expect(readTextMap(document, { characters: 1_000, nodes: 20 }).truncated).toBe('nodes');
  });

  test('a tree deeper than a call stack', () => {
    let inner: Element = document.body;
    for (let i = 0; i < 20_000; i += 1) {
      const next = document.createElement('i');
      next.style.display = 'contents';
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    const detached = document.implementation.createHTMLDocument();
    detached.body.append(document.body.firstChild!);
    expect(readTextMap(detached).text).toBe('deep');
  });
});
