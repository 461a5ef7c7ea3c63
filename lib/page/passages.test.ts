import { afterEach, describe, expect, test } from 'vitest';
import { growth } from '@/test/support/growth';
import { anchorQuote } from '../core/annotation/anchor-quote';
import { readPassages } from './passages';
import { readTextMap } from './text-map';

afterEach(() => {
  document.body.innerHTML = '';
});

const long = 'A paragraph with enough words in it to stand for itself in every list of passages.';

function passagesOf(html: string): string[] {
  document.body.innerHTML = html;
  const map = readTextMap(document);
  const passages = readPassages(map);
  for (const passage of passages) {
    const found = anchorQuote(map.text, [
      { type: 'TextPositionSelector', start: passage.start, end: passage.end },
      { type: 'TextQuoteSelector', exact: passage.text },
    ]);
    expect(found).not.toBeNull();
    expect(map.text.slice(passage.start, passage.end).replace(/\s+/g, ' ').trim()).toBe(
      passage.text,
    );
  }
  return passages.map(({ text }) => text);
}

describe('readable blocks', () => {
  test('paragraphs, headings, lists, quotes, cells and code, in reading order', () => {
    expect(
      passagesOf(
        `<h2>Heading</h2><p>${long}</p><ul><li>${long} 1</li><li>${long} 2</li></ul>` +
          `<blockquote>${long} 3</blockquote><table><tr><td>Grain</td><td>4 crates</td></tr></table>` +
          `<pre>weigh --twice</pre>`,
      ),
    ).toEqual([
      'Heading',
      long,
      `${long} 1`,
      `${long} 2`,
      `${long} 3`,
      'Grain 4 crates',
      'weigh --twice',
    ]);
  });

  test('the lines of a transcript', () => {
    const lines = [1, 2, 3].map((n) => `<p><b>Ida Voss</b> 00:0${n}:00 ${long} ${n}</p>`);
    expect(passagesOf(`<section>${lines.join('')}</section>`)).toHaveLength(3);
  });

  test('paragraphs made of empty lines', () => {
    expect(passagesOf(`<div>${long} 1<br><br>${long} 2</div>`)).toEqual([`${long} 1`, `${long} 2`]);
  });

  test('not navigation, forms, buttons and lists of links', () => {
    expect(
      passagesOf(
        `<header><p>${long}</p></header><nav>${long}</nav><div role="navigation">${long}</div>` +
          `<p>${long} kept</p><p><a href="#">One link</a> <a href="#">Another link</a></p>` +
          `<form><p>${long}</p></form><button>Subscribe</button><aside>${long}</aside><footer>${long}</footer>`,
      ),
    ).toEqual([`${long} kept`]);
  });

  test('main and article stand for the page when they hold most of it', () => {
    const body = [1, 2, 3].map((n) => `<p>${long} ${n}</p>`).join('');
    expect(passagesOf(`<p>${long} outside</p><main>${body}</main>`)).toHaveLength(3);
    expect(
      passagesOf(`<p>${long} outside</p><article><header><h1>Title</h1></header>${body}</article>`),
    ).toHaveLength(4);
    expect(passagesOf(`${body}<main><p>Small</p></main>`)).toHaveLength(4);
  });

  test('long text without sentences is cut where it is long, between words, and in time', async () => {
    const textOf = (words: number) => {
      document.body.innerHTML = `<pre>${'weigh '.repeat(words)}</pre><p>${'🙂'.repeat(words * 0.3)}</p>`;
      return readTextMap(document);
    };
    const grown = await growth(50_000, (words) => {
      const text = textOf(words);
      return () => readPassages(text);
    });
    expect(grown).toBeLessThan(10);
    const map = textOf(100_000);
    const passages = readPassages(map);
    expect(passages.length).toBeLessThan(40);
    for (const { text } of passages) {
      expect(text).toMatch(/^weigh.*weigh$|^(?:🙂)+$/u);
      expect(text.length).toBeLessThanOrEqual(20_000);
    }
    expect(passages.map(({ text }) => text.replaceAll(' ', '')).join('')).toBe(
      map.text.replace(/\s/g, ''),
    );
  });

  test('a very long list of short lines is no single passage', () => {
    const lengths = passagesOf(`<ul>${'<li>One line</li>'.repeat(10_000)}</ul>`).map(
      ({ length }) => length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20_000);
  });
});
