/** The rules the codex sets for one card, each as a row: what it looks at, when it objects. */
import type { Card } from './card';
import type { Finding } from './check-finding';
import { readConditions } from './conditions';
import { hasWords } from './has-words';
import { quotesWithAttribution } from './quotes';
import { readBullet } from './lists';
import { proposeTier } from './tier';

interface Rule extends Pick<Finding, 'rule' | 'severity' | 'field'> {
  /** The values for the message when the card breaks the rule. */
  readonly check: (card: Card, today?: string) => readonly string[] | undefined;
}

const when = (broken: boolean, ...values: (string | number)[]): readonly string[] | undefined =>
  broken ? values.map(String) : undefined;

const empty =
  (read: (card: Card) => string) =>
  (card: Card): readonly string[] | undefined =>
    when(read(card).trim() === '');

/** Longer than nearly every claim of the public codex: mostly two claims, or claim and mechanism. */
const longClaim = 120;

/**
 * The rules that one card alone can break, errors first, in the order of the card's reading. `today`
 * is the person's calendar day, `YYYY-MM-DD`; without it no date is taken for a future one.
 */
export const cardRules: readonly Rule[] = [
  { rule: 'title_empty', severity: 'error', field: 'title', check: empty((card) => card.title) },
  {
    rule: 'claim_empty',
    severity: 'error',
    field: 'claim',
    check: empty((card) => card.sections.claim),
  },
  {
    rule: 'mechanism_empty',
    severity: 'error',
    field: 'mechanism',
    check: empty((card) => card.sections.mechanism),
  },
  {
    rule: 'evidence_without_quote',
    severity: 'error',
    field: 'evidence',
    check: ({ sections }) => when(quotesWithAttribution(sections.evidence).length === 0),
  },
  {
    rule: 'operator_empty',
    severity: 'error',
    field: 'operator',
    check: empty((card) => card.operator),
  },
  {
    rule: 'source_url_empty',
    severity: 'error',
    field: 'sourceUrl',
    check: empty((card) => card.sourceUrl),
  },
  {
    rule: 'source_url_invalid',
    severity: 'error',
    field: 'sourceUrl',
    check: ({ sourceUrl }) =>
      when(sourceUrl.trim() !== '' && sourceUrl !== 'unknown' && !isWebUrl(sourceUrl), sourceUrl),
  },
  {
    rule: 'source_date_empty',
    severity: 'error',
    field: 'sourceDate',
    check: empty((card) => card.sourceDate),
  },
  {
    rule: 'source_date_invalid',
    severity: 'error',
    field: 'sourceDate',
    check: ({ sourceDate }) =>
      when(sourceDate.trim() !== '' && sourceDate !== 'unknown' && !isDate(sourceDate), sourceDate),
  },
  {
    rule: 'domain_empty',
    severity: 'error',
    field: 'domain',
    check: ({ domain }) => when(domain.every((tag) => tag.trim() === '')),
  },
  {
    rule: 'tier_missing',
    severity: 'error',
    field: 'tier',
    check: ({ tier }) => when(tier === undefined),
  },
  {
    rule: 'operator_role_empty',
    severity: 'warning',
    field: 'operatorRole',
    check: empty((card) => card.operatorRole),
  },
  {
    rule: 'fails_when_missing',
    severity: 'warning',
    field: 'conditions',
    check: ({ sections }) => {
      const { failsWhen, prose } = readConditions(sections.conditions);
      return when(failsWhen.length === 0 && !/\bfail(s|ed|ing)?\b/i.test(prose));
    },
  },
  {
    rule: 'counter_evidence_missing',
    severity: 'warning',
    field: 'counterEvidence',
    check: ({ tier, sections }) => when(tier === 'A' && sections.counterEvidence.trim() === ''),
  },
  {
    rule: 'score_missing',
    severity: 'warning',
    field: 'score',
    check: ({ score }) => when(score === undefined),
  },
  {
    rule: 'score_low',
    severity: 'warning',
    field: 'score',
    check: ({ score }) => {
      const proposal = score && proposeTier(score);
      return proposal && when(proposal.tier === undefined, proposal.sum);
    },
  },
  {
    rule: 'tier_differs',
    severity: 'warning',
    field: 'tier',
    check: ({ score, tier }) => {
      const proposal = score && proposeTier(score);
      if (tier === undefined || proposal?.tier === undefined) return undefined;
      return when(proposal.tier !== tier, proposal.sum, proposal.tier, tier);
    },
  },
  {
    rule: 'quote_without_time',
    severity: 'warning',
    field: 'evidence',
    check: ({ sourceType, sections }) => {
      const quotes = quotesWithAttribution(sections.evidence);
      const untimed = quotes.filter(({ text, after }) => !time.test(`${text}\n${after}`));
      return when(sourceType === 'podcast' && untimed.length > 0, untimed.length);
    },
  },
  {
    rule: 'quote_without_attribution',
    severity: 'warning',
    field: 'evidence',
    check: ({ operator, sections }) => {
      const quotes = quotesWithAttribution(sections.evidence);
      const bare = quotes.filter(({ text, after }) => !isAttributed(text, after, operator));
      return when(bare.length > 0, bare.length);
    },
  },
  {
    rule: 'source_url_site_root',
    severity: 'warning',
    field: 'sourceUrl',
    check: ({ sourceUrl }) => when(isSiteRoot(sourceUrl)),
  },
  {
    rule: 'source_date_unknown',
    severity: 'warning',
    field: 'sourceDate',
    check: ({ sourceDate }) => when(sourceDate === 'unknown'),
  },
  {
    rule: 'date_in_future',
    severity: 'warning',
    field: 'sourceDate',
    check: ({ sourceDate }, today) => when(isAfter(sourceDate, today), sourceDate),
  },
  {
    rule: 'date_in_future',
    severity: 'warning',
    field: 'capturedDate',
    check: ({ capturedDate }, today) => when(isAfter(capturedDate, today), capturedDate),
  },
  {
    rule: 'signals_empty',
    severity: 'warning',
    field: 'signals',
    check: empty((card) => card.sections.signals),
  },
  {
    rule: 'several_claims',
    severity: 'warning',
    field: 'claim',
    check: ({ sections }) => {
      const lines = sections.claim.split('\n');
      return when(lines.filter((line) => readBullet(line) !== undefined).length > 1);
    },
  },
  {
    rule: 'claim_long',
    severity: 'warning',
    field: 'claim',
    check: ({ sections }) => {
      const words = sections.claim.split(/\s+/).filter((word) => word !== '').length;
      return when(words > longClaim, words);
    },
  },
];

/** `mm:ss` or `hh:mm:ss`, as an attribution gives it. */
const time = /(?<![\d:])\d{1,3}:[0-5]\d(:[0-5]\d)?(?![\d:])/;

function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

function isSiteRoot(text: string): boolean {
  if (!isWebUrl(text)) return false;
  const { pathname, search, hash } = new URL(text);
  return pathname === '/' && search === '' && hash === '';
}

/** `YYYY-MM-DD` or `YYYY-MM` that the calendar has. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** Whether a day or month lies after today; a text that is no date does not. */
function isAfter(date: string, today: string | undefined): boolean {
  return today !== undefined && isDate(date) && date > today.slice(0, date.length);
}

/** A line that begins as an attribution does, or, beside the quote's own words, the operator's name. */
function isAttributed(text: string, after: string, operator: string): boolean {
  const surname = operator.trim().split(/\s+/).at(-1) ?? '';
  const beside = /["”“»]([^"”“»]*)$/.exec(text)?.[1] ?? '';
  return (
    /^[ \t]*(?:[—–·~]|--|-[ \t])[ \t]*\S/m.test(`${text}\n${after}`) ||
    hasWords(`${beside}\n${after}`, surname)
  );
}
