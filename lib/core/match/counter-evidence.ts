/**
 * What argues against the insights a page touches. Words alone do not tell for from against (measured
 * near chance), so nothing here is called contradicting but what somebody linked as such; what a card
 * records against itself is shown as recorded, and a page passage close to it only "may challenge".
 */
import { readConditions } from '../codex/conditions';
import { sentencesOfPage } from './analyse-page';
import {
  closenessOf,
  closestStretch,
  closestWindows,
  sharedTerms,
  vectorOf,
  type PageVector,
  type Stretch,
} from './common-ground';
import type { CounterEvidence, MatchDocument, MatchPage } from './match';
import { sentenceHash, slotOf } from './documents';
import { boilerplateOf, type MatchIndex } from './match-index';
import { plainText } from './plain-text';
import { readSentences } from './read-document';
import { readPage, type Reading, type Softened } from './read-page';

/** A link as counter-evidence needs it: `from` contradicts or limits `to`. */
export interface OpposingLink {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly why: string;
  /** The title of the contradiction document that says so. */
  readonly document?: string | undefined;
}

export interface CounterEvidenceInput {
  readonly index: MatchIndex;
  readonly page: MatchPage;
  /** The insights the page touches, most important first. */
  readonly matches: readonly { readonly key: string }[];
  readonly documents: ReadonlyMap<string, MatchDocument>;
  readonly links: readonly OpposingLink[];
  /** As for matchPage. */
  readonly softened?: Softened | undefined;
}

/** How close a passage must be to a recorded text to count as meeting it. */
const meets = 0.3;
/** The same for a challenge, and how much closer than to the claim and mechanism. */
const challenges = 0.25;
const margin = 1.6;
/** One shared word is chance; a challenge rests on several that the claim does not share. */
const leastShared = 2;
const leastOwn = 3;

type Recorded = Extract<CounterEvidence, { kind: 'recorded' }>;
type MayChallenge = Extract<CounterEvidence, { kind: 'may-challenge' }>;

interface RecordedText {
  readonly field: Recorded['field'];
  readonly text: string;
  readonly isBoilerplate: boolean;
  readonly vector: PageVector;
  /** Where the page comes closest to it; not looked for in boilerplate. */
  readonly meeting: Meeting | undefined;
}

/**
 * What an insight records against itself, in plain text: its section, and each fails-when that says
 * something about it.
 */
function recordedTexts(
  index: MatchIndex,
  reading: Reading,
  document: MatchDocument,
): RecordedText[] {
  const slot = slotOf(index.documents, document.key, reading.scores.slots);
  const boilerplate = boilerplateOf(index, slot);
  const { counterEvidence: section = '', conditions = '' } = document.fields;
  const texts = [
    { field: 'counterEvidence' as const, text: plainText(section).trim() },
    ...[...new Set(readConditions(conditions).failsWhen)].map((condition) => ({
      field: 'conditions' as const,
      text: plainText(condition).trim(),
    })),
  ];
  return texts
    .filter(({ text }) => text !== '')
    .map(({ field, text }) => {
      const sentences = readSentences('claim', text);
      // Every sentence of it stands in many insights: it says nothing about this one.
      const isBoilerplate = sentences.every((each) => boilerplate.has(sentenceHash(each.text)));
      const found = vectorOf(reading, sentences);
      const meeting = isBoilerplate ? undefined : closestOnPage(reading, found);
      return { field, text, isBoilerplate, vector: found, meeting };
    })
    .filter(({ field, isBoilerplate }) => field === 'counterEvidence' || !isBoilerplate);
}

interface Meeting {
  readonly stretch: Stretch;
  readonly closeness: number;
}

/** Only in so many of the windows closest to a text is its closest stretch looked for. */
const windowsLookedAt = 3;

/** The stretch of the page closest to a text, and how close: 0 to 1. */
function closestOnPage(reading: Reading, text: PageVector): Meeting | undefined {
  let best: Meeting | undefined;
  for (const { from, to } of closestWindows(reading, text, windowsLookedAt)) {
    const sentences = sentencesOfPage(reading.analysis, from, to);
    const stretch = closestStretch(reading, sentences, text);
    if (!stretch) continue;
    const closeness = closenessOf(reading, stretch.features, text);
    if (closeness > (best?.closeness ?? 0)) best = { stretch, closeness };
  }
  return best;
}

function sharedCount({ analysis }: Reading, stretch: Stretch, text: PageVector, not?: PageVector) {
  let count = 0;
  for (const number of stretch.features) {
    if (number < analysis.termCount && text.shared.has(number) && not?.shared.has(number) !== true)
      count += 1;
  }
  return count;
}

function recorded(
  reading: Reading,
  key: string,
  { field, text, isBoilerplate, vector: found, meeting }: RecordedText,
): Recorded | undefined {
  const bare: Recorded = { kind: 'recorded', key, field, text, terms: [] };
  if (isBoilerplate) return { ...bare, isBoilerplate };
  if (
    !meeting ||
    meeting.closeness < meets ||
    sharedCount(reading, meeting.stretch, found) < leastShared
  ) {
    return field === 'counterEvidence' ? bare : undefined;
  }
  const { passage } = meeting.stretch;
  return { ...bare, passage, terms: sharedTerms(reading, meeting.stretch, found, text) };
}

function mayChallenge(
  reading: Reading,
  document: MatchDocument,
  texts: readonly RecordedText[],
): MayChallenge | undefined {
  const { title = '', claim = '', mechanism = '' } = document.fields;
  const sentences = readSentences('claim', plainText([title, claim, mechanism].join('\n')));
  const own = vectorOf(reading, sentences);
  let best: MayChallenge | undefined;
  let most = 0;
  for (const { text, vector: found, meeting } of texts) {
    if (!meeting || meeting.closeness < challenges || meeting.closeness <= most) continue;
    if (sharedCount(reading, meeting.stretch, found, own) < leastOwn) continue;
    if (meeting.closeness < margin * closenessOf(reading, meeting.stretch.features, own)) continue;
    most = meeting.closeness;
    const { passage } = meeting.stretch;
    const terms = sharedTerms(reading, meeting.stretch, found, text);
    best = { kind: 'may-challenge', key: document.key, passage, text, terms };
  }
  return best;
}

/** The links that argue against a matched insight; each pair and type once. */
function contradicting(
  matches: CounterEvidenceInput['matches'],
  links: readonly OpposingLink[],
): CounterEvidence[] {
  const found = new Map<string, CounterEvidence>();
  for (const { key } of matches) {
    for (const { from, to, type, why, document } of links) {
      if ((type !== 'contradicts' && type !== 'limits') || from === to) continue;
      // A limit argues only against the end it leads to.
      if (to !== key && (from !== key || type === 'limits')) continue;
      const id = JSON.stringify([type, ...[from, to].sort()]);
      const otherKey = from === key ? to : from;
      if (found.has(id)) continue;
      found.set(id, {
        kind: 'contradicting',
        key,
        otherKey,
        type,
        why: plainText(why).trim(),
        ...(document !== undefined && { document }),
      });
    }
  }
  return [...found.values()];
}

/**
 * The counter-evidence to the matched insights: contradicting first, then may challenge, then recorded,
 * each in the order of the matches. Recorded counter-evidence is shown for every match that has any,
 * text that recurs in many cards last and said to be that, a fails-when condition only where the page
 * meets it. Texts are plain text (see plainText); a passage is one of the page's or whole sentences of one.
 */
export function counterEvidence(input: CounterEvidenceInput): CounterEvidence[] {
  const { index, page, matches, documents, links } = input;
  const reading = readPage(index, page, input.softened);
  const challenging: CounterEvidence[] = [];
  const own: Recorded[] = [];
  const recurring: Recorded[] = [];
  for (const { key } of matches) {
    const document = documents.get(key);
    if (!document) continue;
    const texts = recordedTexts(index, reading, document);
    const challenge = mayChallenge(reading, document, texts);
    if (challenge) challenging.push(challenge);
    for (const text of texts) {
      const found = recorded(reading, key, text);
      if (found) (found.isBoilerplate ? recurring : own).push(found);
    }
  }
  return [...contradicting(matches, links), ...challenging, ...own, ...recurring];
}
