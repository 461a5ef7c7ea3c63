import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type FacetPart, type TextPart } from './search-query';

/** A part in short: `-field:"text"*`, the star for a prefix. */
function short({ text, isPhrase, isPrefix, isExcluded, field }: TextPart): string {
  const words = isPhrase ? `"${text}"` : text;
  return `${isExcluded ? '-' : ''}${field ? `${field}:` : ''}${words}${isPrefix ? '*' : ''}`;
}
const shortFacet = ({ facet, value, isExcluded }: FacetPart) =>
  `${isExcluded ? '-' : ''}${facet}=${value}`;

describe('parseQuery', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['white space', ' \t\u3000 ', []],
    ['words, the last one a prefix', 'first sess', ['first', 'sess*']],
    ['a space ends the last word', 'first session ', ['first', 'session']],
    ['a phrase', '"first session"', ['"first session"']],
    ['a phrase in curly quotes', '“first session” stay', ['"first session"', 'stay*']],
    ['a phrase in other quotes', '«erste Sitzung» 「第一印象」', ['"erste Sitzung"', '"第一印象"']],
    ['a quote not closed', 'stay "first sess', ['stay', '"first sess"*']],
    ['a quote not closed, its last word complete', '"first session ', ['"first session"']],
    ['an empty quote', '"" ""', []],
    ['a quote just opened', 'stay "', ['stay']],
    ['quotes inside a word are the word', 'צה"ל ', ['צה"ל']],
    ['a word in a field', 'title:price', ['title:price*']],
    ['a phrase in a field', 'evidence:"first session"', ['evidence:"first session"']],
    ['a short name for a long field', 'counter:trade ', ['counterEvidence:trade']],
    ['whatever the case', 'Title:Price ', ['title:Price']],
    ['a field still without a word', 'price title:', ['price']],
    ['a name before a colon and a space is prose', 'claim: that ', ['claim:', 'that']],
    ['another name before a colon is a word', 'https://a.example/ ', ['https://a.example/']],
    ['a word to leave out', 'price -churn', ['price', '-churn']],
    ['a phrase and a field to leave out', '-"a b" -title:c', ['-"a b"', '-title:c']],
    ['a dash inside or alone is not a minus', 'front-end - x ', ['front-end', '-', 'x']],
    ['an excluded filter still without a word', 'price -title:', ['price']],
  ])('%s', (_, typed, expected) => {
    expect(parseQuery(typed).texts.map(short)).toEqual(expected);
    expect(parseQuery(typed).facets).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['facets', 'tier:A status:draft', ['tier=A', 'status=draft']],
    ['all of them', 'tag:a domain:b type:c source:d', ['tag=a', 'domain=b', 'type=c', 'source=d']],
    ['a value of several words', 'tag:"customer research" ', ['tag=customer research']],
    ['a facet to leave out', '-tag:pricing', ['-tag=pricing']],
    ['a facet without a value', 'tier:', []],
    ['a facet with an empty value', 'tier:""', []],
  ])('%s', (_, typed, expected) => {
    expect(parseQuery(typed).facets.map(shortFacet)).toEqual(expected);
    expect(parseQuery(typed).texts).toEqual([]);
  });

  test('any string parses, at most one part is a prefix, and no part is empty', () => {
    const pieces = fc.constantFrom(
      '"',
      '“',
      '”',
      '-',
      ':',
      'title:',
      'tier:',
      ' ',
      'ab',
      '第一',
      '\n',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { texts, facets } = parseQuery(text);
        expect(texts.filter(({ isPrefix }) => isPrefix).length).toBeLessThanOrEqual(1);
        for (const part of texts) expect(part.text.trim()).not.toBe('');
        for (const part of facets) expect(part.value.trim()).not.toBe('');
        expect(texts.slice(0, -1).some(({ isPrefix }) => isPrefix)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('what is written as a query is read as that query', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const part = fc.record({
      text: word,
      isPhrase: fc.boolean(),
      isPrefix: fc.constant(false),
      isExcluded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(part), (texts) => {
        expect(parseQuery(`${texts.map(short).join(' ')} `)).toEqual({ texts, facets: [] });
      }),
    );
  });
});
