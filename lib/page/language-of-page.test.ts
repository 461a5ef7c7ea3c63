import { expect, test } from 'vitest';
import { withLanguageOfText } from './language-of-page';

const english =
  'The harbour keeps two ledgers, and only one of them is ever read aloud to the people that come. '.repeat(
    8,
  );
const german =
  'Der Hafen führt zwei Bücher, und nur das eine von den beiden ist nicht für die Leute, die sich auf den Weg machen. '.repeat(
    8,
  );

function languageOf(body: string, stated?: string): string | undefined {
  const page = new DOMParser().parseFromString(body, 'text/html');
  const language = stated ? { value: stated, from: 'html:lang' } : undefined;
  return withLanguageOfText(page, { ...(language && { language }) }).language?.value;
}

test.each<readonly [string, string, string | undefined, string | undefined]>([
  ['paragraphs', `<p>${german}</p>`, undefined, 'de'],
  ['a page without paragraphs', `<div><div>${english}</div></div>`, undefined, 'en'],
  ['a list', `<ul><li>${german}</li></ul>`, undefined, 'de'],
  ['a theme that says English', `<p>${german}</p>`, 'en', 'de'],
  ['the language it states, with its region', `<p>${english}</p>`, 'en-GB', 'en-GB'],
  ['too few words', '<p>Two ledgers.</p>', undefined, undefined],
  [
    'a program is no text',
    `<div>${'<script>for (in of the and is it)</script>'.repeat(9)}</div>`,
    undefined,
    undefined,
  ],
])('%s', (_name, body, stated, language) => {
  expect(languageOf(body, stated)).toBe(language);
});
