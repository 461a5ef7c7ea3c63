/** What a page has of an insight's title and claim, and whether it names the operator. */
import { shareOfTier } from './background';
import { boilerplateBit, sentenceAt } from './documents';
import { rarity } from './features';
import { librarySize, type MatchIndex } from './match-index';
import { getPair } from './pair-table';
import { withFeatures, type Reading } from './read-page';
import { createScratch } from './scratch';
import { newNumbers } from './typed-arrays';
import { claimField, operatorField, titleField } from './weigh-document';

/**
 * What a whole title counts for, the whole first sentence of a claim, and the operator's name: with what
 * `matchPage` makes of closeness, the round figures that keep most of the right cards of three libraries of
 * 30, 300 and 1,000 insights while 96 % of what is shown is right (bench:match).
 */
const wholeTitle = 5;
const wholeClaim = 2;
const named = 2;
/** In place of the first two where there is no title, and of the third where there is no operator. */
const untitled = 2.8;
const nobody = 0.5;

/** So much of every title and claim is taken for half said: a title of one word does not count whole. */
const unsaid = 10;

/** By feature of the page: the number of the last window looked at that has it; others do not matter. */
const stampsOf = createScratch(newNumbers);
let stamp = 0;

/** Gives what `weighFirstWords` gives for a candidate by its place. */
function weigher(
  index: MatchIndex,
  { analysis, rarity: rarities, scores }: Reading,
  featureOfTerm: Int32Array,
): (place: number) => number {
  const { documents, vocabulary } = index;
  const { pairs, sequence, sentenceStarts, windowStarts } = analysis;
  const size = librarySize(index);
  const stamps = stampsOf(analysis.features);
  /** A term's feature, or -1. */
  const featureOf = (term = -1): number => Math.abs(featureOfTerm[term] ?? 0) - 1;

  /** The share of these terms, by what they tell, that the best of the three closest windows has. */
  const shareOf = (said: readonly number[], place: number): number => {
    let all = 0;
    const tells = said.map((term) => {
      const { holding, tiers } = vocabulary;
      const tell =
        rarities[featureOf(term)] ??
        rarity(holding[term] ?? 0, size, shareOfTier(tiers[term] ?? 0));
      all += tell * tell;
      return tell * tell;
    });
    let most = 0;
    for (const window of scores.windows.subarray(3 * place, 3 * place + 3)) {
      stamp += 1;
      const end = sentenceStarts[windowStarts[window + 1] ?? 0] ?? 0;
      for (let at = sentenceStarts[windowStarts[window] ?? 0] ?? 0; at < end; at += 1) {
        stamps[sequence[at] ?? 0] = stamp;
      }
      let has = 0;
      said.forEach((term, at) => {
        if (stamps[featureOf(term)] === stamp) has += tells[at] ?? 0;
      });
      most = Math.max(most, has);
    }
    return (most + unsaid / 2) / (all + unsaid);
  };

  /** Whether two terms of a name stand side by side in the page as in it; of a name of one term, that one. */
  const isNamed = (name: readonly number[]): boolean =>
    name.length === 1
      ? featureOf(name[0]) >= 0
      : name.some((term, at) => getPair(pairs, featureOf(name[at - 1]), featureOf(term)) >= 0);

  return (place) => {
    const slot = scores.slots[place] ?? 0;
    const title: number[] = [];
    let claim: readonly number[] = [];
    let sum: number | undefined;
    for (let at = documents.starts[slot] ?? 0; at < (documents.starts[slot + 1] ?? 0);) {
      const { marks, terms, end } = sentenceAt(documents, at);
      const field = marks & ~boilerplateBit;
      // A name with a full stop in it is cut like sentences: its beginning tells most.
      if (field === operatorField) sum ??= isNamed(terms) ? named : 0;
      else if (field === titleField) title.push(...terms);
      else {
        if (field === claimField) claim = terms;
        break;
      }
      at = end;
    }
    const said =
      title.length === 0
        ? untitled
        : wholeTitle * shareOf(title, place) + wholeClaim * shareOf(claim, place);
    return said + (sum ?? nobody);
  };
}

/**
 * What speaks for each of the candidates in these places beside how close the page is, in the logarithm of
 * the odds: a passage that says what the title says, or the first sentence of the claim, is about that
 * insight and not only about its subject, and so is a page that names its operator.
 */
export function weighFirstWords(
  index: MatchIndex,
  reading: Reading,
  places: readonly number[],
): number[] {
  return withFeatures(index, reading.terms, (featureOfTerm) =>
    places.map(weigher(index, reading, featureOfTerm)),
  );
}
