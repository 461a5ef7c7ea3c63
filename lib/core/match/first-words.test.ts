import { expect, test } from 'vitest';
import { pageOfTexts } from '../../../test/support/match-sample';
import { weighFirstWords } from './first-words';
import type { MatchDocument, MatchPage } from './match';
import { buildIndex } from './match-index';
import { matchPage } from './match-page';
import { readPage } from './read-page';

const title = 'Harbour pilots refuse night tides';
const claim = 'Insurers reward slow docking. Fog pays nobody.';
const evidence = 'Logbooks of the estuary list groundings by hour.';
const card = {
  key: 'pilots',
  fields: { title, claim, evidence },
  operator: 'Ines Harrowgate',
  sourceKeys: [],
};
const filler = Array.from({ length: 12 }, (_, at) =>
  `Bakers number ${at} in the valley knead rye loaves before dawn. `.repeat(8),
);

/** What speaks for the card on a page, beside how close it is. */
function weigh(page: MatchPage, document: MatchDocument = card): number {
  const index = buildIndex([document]);
  const [weight = Number.NaN] = weighFirstWords(index, readPage(index, page), [0]);
  return weight;
}

const elsewhere = pageOfTexts([evidence, ...filler]);

test('a title that stands whole in a passage counts for more than half of it, and that for more than none', () => {
  const whole = weigh(pageOfTexts([`${evidence} ${title}.`, ...filler]));
  const half = weigh(pageOfTexts([`${evidence} Harbour pilots.`, ...filler]));
  expect(whole).toBeGreaterThan(half + 1);
  expect(half).toBeGreaterThan(weigh(elsewhere) + 1);
});

test('words of a title that stand all over the page count for less than those of a passage', () => {
  const apart = title.split(' ').flatMap((word, at) => [word, filler[at] ?? '']);
  const together = weigh(pageOfTexts([evidence, `${title}.`, ...filler]));
  expect(weigh(pageOfTexts([evidence, ...apart, ...filler]))).toBeLessThan(together - 1);
});

test('of a claim the first sentence counts', () => {
  const first = weigh(pageOfTexts([`${evidence} Insurers reward slow docking.`, ...filler]));
  const second = weigh(pageOfTexts([`${evidence} Fog pays nobody.`, ...filler]));
  expect(first).toBeGreaterThan(second + 1);
  expect(second).toBeCloseTo(weigh(elsewhere));
});

test.each([
  ['in the text', pageOfTexts([`${evidence} So says Ines Harrowgate.`, ...filler])],
  ['as its author', { ...elsewhere, people: ['Tam Rowe', 'Ines HARROWGATE'] }],
])('a page that names the operator %s speaks for the card', (_, page) => {
  expect(weigh(page) - weigh(elsewhere)).toBeCloseTo(2, 1);
});

test.each([
  ['with the words of the name apart', { ...elsewhere, people: ['Ines Rowe', 'Tam Harrowgate'] }],
  ['by nobody', { ...elsewhere, people: ['', '—', 'the'] }],
])('a page %s does not name the operator', (_, page) => {
  expect(weigh(page)).toBeCloseTo(weigh(elsewhere), 1);
});

test('a name of one word is named by it', () => {
  const gartner = { ...card, operator: 'Gartner' };
  const page = pageOfTexts([`${evidence} A survey by Gartner.`, ...filler]);
  expect(weigh(page, gartner) - weigh(elsewhere, gartner)).toBeCloseTo(2, 1);
});

test.each([
  ['is named by its beginning', 'Welcome to Yahoo! today', 2],
  ['is not named by its end', 'Some other Inc of note', 0],
])('a name that is cut like sentences %s', (_, said, weight) => {
  const yahoo = { ...card, operator: 'Yahoo! Inc' };
  const page = pageOfTexts([`${evidence} ${said}.`, ...filler]);
  expect(weigh(page, yahoo) - weigh(elsewhere, yahoo)).toBeCloseTo(weight, 1);
});

test('a title of one word counts for less than one of many', () => {
  const { title: _, ...fields } = card.fields;
  const short = { ...card, fields: { title: 'Harbour', ...fields } };
  expect(weigh(pageOfTexts([`${evidence} The harbour.`, ...filler]), short)).toBeLessThan(
    weigh(pageOfTexts([`${evidence} ${title}.`, ...filler])) - 0.3,
  );
});

test('an insight without title and operator is not held to what it lacks', () => {
  const draft = { ...card, fields: { evidence }, operator: '' };
  const weight = weigh(elsewhere, draft);
  expect(weight).toBeGreaterThan(weigh(elsewhere));
  expect(weight).toBeLessThan(weigh(pageOfTexts([`${evidence} ${title}.`, ...filler])));
});

test('the insight whose title the page says comes before one that is as close otherwise', () => {
  const other = { ...card, key: 'bakers', fields: { ...card.fields, title: 'Grain prices fall' } };
  const page = pageOfTexts([`${evidence} ${title}.`, ...filler]);
  const [first, second] = matchPage(buildIndex([other, card]), page, { threshold: 0 });
  expect([first?.key, second?.key]).toEqual(['pilots', 'bakers']);
  expect(first?.score).toBeGreaterThan(2 * (second?.score ?? 1));
});
