import * as fc from 'fast-check';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { describe, expect, test } from 'vitest';
import { plainLetters } from '../lib/core/plain-letters';
import { MarkedText } from './marked-text';

function mark(text: string, terms: readonly string[]): HTMLElement {
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() => root.render(<MarkedText text={text} terms={terms} />));
  const copy = host.cloneNode(true) as HTMLElement;
  root.unmount();
  return copy;
}

const marksIn = (host: HTMLElement) => [...host.querySelectorAll('mark')].map((m) => m.textContent);

describe('MarkedText', () => {
  test.each([
    ['a whole word', 'The price is priced in.', ['ice'], []],
    ['whatever the case', 'First results first.', ['first'], ['First', 'first']],
    ['whatever the accents', 'Le café and the CAFÉS', ['cafe'], ['café', 'CAFÉS']],
    ['decomposed letters too', 'the cafe\u0301 next door', ['café'], ['cafe\u0301']],
    [
      'whatever the English ending',
      'They returned; people return.',
      ['returning'],
      ['returned', 'return'],
    ],
    [
      'a term of several words, as one',
      'the first session decides',
      ['first session', 'first'],
      ['first session'],
    ],
    ['across a hyphen', 'a first-session rule', ['first session'], ['first-session']],
    ['a script without spaces', '第一印象很重要', ['印象'], ['印象']],
    ['a long vowel before Latin letters', 'サーバーAPIを使う', ['サーバー'], ['サーバー']],
    ['voiced kana apart from others', 'バスのパス', ['パス'], ['パス']],
    ['Burmese', 'မြန်မာဘာသာစကား', ['ဘာသာ'], ['ဘာသာ']],
    ['vowel signs apart from others', 'मत, माता और मती', ['मत'], ['मत']],
    ['Arabic letters apart from others', 'سأل سال', ['سال'], ['سال']],
    ['Hebrew and Arabic with or without points', 'שָׁלוֹם كَتَبَ', ['שלום', 'كتب'], ['שָׁלוֹם', 'كَتَبَ']],
    ['a y that an ending turns into an i', 'She eyed it, eying more.', ['eyed'], ['eyed', 'eying']],
    ['words with soft hyphens', 'Ent\u00adscheidung', ['entscheidung'], ['Ent\u00adscheidung']],
    ['words with joiners', 'می\u200cخواهم', ['میخواهم'], ['می\u200cخواهم']],
    ['words on both sides of a zero-width space', 'zero\u200bwidth', ['width'], ['width']],
    ['letters of two', 'Straße und Œuvre', ['strasse', 'oeuvre'], ['Straße', 'Œuvre']],
    ['barred letters', 'Łódź, Smørrebrød', ['lodz', 'smorrebrod'], ['Łódź', 'Smørrebrød']],
    ['right-to-left words', 'חזרו אלינו', ['אלינו'], ['אלינו']],
    ['markup as plain text', 'a <b>bold</b> claim', ['bold'], ['bold']],
    ['nothing for terms without words', 'a . b', ['.', '', ' '], []],
  ])('marks %s', (_name, text, terms, expected) => {
    const host = mark(text, terms);
    expect(marksIn(host)).toEqual(expected);
    expect(host.textContent).toBe(text);
  });

  test('takes the same letters apart as the core does', () => {
    for (let code = 0x80; code < 0x250; code += 1) {
      const letter = String.fromCharCode(code).toLowerCase();
      const plain = plainLetters(letter);
      if (plain !== letter)
        expect(marksIn(mark(`x${letter}`, [`x${plain}`]))).toEqual([`x${letter}`]);
    }
  });

  test('never changes the text and never makes another element', () => {
    const words = fc.array(
      fc.constantFrom('first', 'Sessions', 'é', '<b>', '&amp;', '印', 'ـ', '\n'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          words.map((w) => w.join(' ')),
        ),
        words,
        (text, terms) => {
          const host = mark(text, terms);
          expect(host.textContent).toBe(text);
          expect(host.querySelectorAll(':not(mark)')).toHaveLength(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
