import { describe, expect, it } from 'vitest';
import { readReferences } from './character-reference';

describe('readReferences', () => {
  it.each([
    ['Q&amp;A &lt;b&gt;', 'Q&A <b>'],
    ['&eacute;&eacute &hellip;', 'éé …'],
    ['&notit; &notin;', '¬it; ∉'],
    ['&ltimes; &gtrless; &divideontimes; &lti;', '⋉ ≷ ⋇ <i;'],
    ['&#233;&#xe9;&#XE9 &#150;', 'ééé –'],
    ['&#0; &#xD800; &#1114112;', '\ufffd \ufffd \ufffd'],
    [
      '& alone &; &# &#; &#x; &hellip &nowhere; AT&T',
      '& alone &; &# &#; &#x; &hellip &nowhere; AT&T',
    ],
    ['&amp;amp;', '&amp;'],
    ['&Scaron;&zcaron;&euro;&OElig;', 'Šž€Œ'],
  ])('reads %j', (text, read) => {
    expect(readReferences(text)).toBe(read);
  });
});
