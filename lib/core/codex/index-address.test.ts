import { expect, it } from 'vitest';
import { indexAddress, nameOfAddress } from './index-address';

it.each([
  ['https://codex.example/INDEX.json', 'https://codex.example/INDEX.json'],
  ['  codex.example/a/  ', 'https://codex.example/a/INDEX.json'],
  ['codex.example:8080/x.json#top', 'https://codex.example:8080/x.json'],
  ['http://codex.example', 'http://codex.example/INDEX.json'],
  [
    'https://github.com/somebody/codex/blob/main/deep/INDEX.json',
    'https://raw.githubusercontent.com/somebody/codex/main/deep/INDEX.json',
  ],
  ['github.com/somebody/codex', 'https://raw.githubusercontent.com/somebody/codex/HEAD/INDEX.json'],
  [
    'https://github.com/somebody/codex.git/tree/main/cards',
    'https://raw.githubusercontent.com/somebody/codex/main/cards/INDEX.json',
  ],
])('%s means %s', (typed, address) => expect(indexAddress(typed)).toBe(address));

it.each(['', 'two words', 'javascript:alert(1)', 'file:///etc/x.json', 'https://a:b@c.example/'])(
  '%j is no address',
  (typed) => expect(indexAddress(typed)).toBeUndefined(),
);

it.each([
  ['https://codex.example/builders/INDEX.json', 'builders'],
  ['https://codex.example/INDEX.json', 'codex.example'],
  ['https://raw.githubusercontent.com/somebody/their-codex/HEAD/INDEX.json', 'their-codex'],
  ['https://codex.example/a%20b/%zz/INDEX.json', '%zz'],
])('%s may be called %s', (address, name) => expect(nameOfAddress(address)).toBe(name));
