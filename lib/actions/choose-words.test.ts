import { expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import { chooseWords } from './choose-words';

const words = 'We stopped counting sign-ups and counted first results instead.';
const chosen = (exact: string | undefined, text: string | undefined) =>
  chooseWords(aSnapshot(exact === undefined ? {} : { selection: aSelection(exact) }), text);

it.each([
  ['the menu says nothing', words, undefined],
  ['the menu says nothing but white space', words, ' \n '],
  ['the menu says the same', words, words],
  ['white space differs', `${words}\nIt took a year.`, `${words} It took a year.`],
  ['the style writes capitals', words, words.toUpperCase()],
  ['a hidden mark stands between', words, words.replace('sign-ups', 'sign-ups[1]')],
  ['the menu cuts it off', words.repeat(100), words.repeat(50)],
  ['it has no letters', '…!?', '…!?'],
])('takes the selection in the page when %s', (_, exact, text) => {
  expect(chosen(exact, text)).toEqual({ kind: 'selection' });
});

it('takes the selection in the page when it is longer than a clip may be, and the menu has all of it', () => {
  const selection = { ...aSelection(words.repeat(10)), cut: true } as const;
  const all = `${words.repeat(20)} `;
  expect(chooseWords(aSnapshot({ selection }), all)).toEqual({ kind: 'selection' });
});

it.each([
  ['nothing is selected in the page', undefined, words],
  ['other words are selected in the page', 'It took a year.', words],
  ['they are among those selected in the page', words, 'counting sign-ups'],
  ['they hold those selected in the page', 'counting sign-ups', words],
])('takes the words of the menu when %s', (_, exact, text) => {
  expect(chosen(exact, ` ${text} `)).toEqual({ kind: 'typed', quote: text });
});
