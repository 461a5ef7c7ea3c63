/** Whether "may challenge" is right where it is shown, on pages and on sections of known stance. */
import { counterEvidence, type OpposingLink } from '../../lib/core/match/counter-evidence';
import { explain } from '../../lib/core/match/explain';
import type { CounterEvidence, MatchDocument } from '../../lib/core/match/match';
import { buildIndex } from '../../lib/core/match/match-index';
import { matchPage } from '../../lib/core/match/match-page';
import { plainText } from '../../lib/core/match/plain-text';
import { pageOf, readCorpus, readQueries } from './match-data';

interface StanceQuery {
  readonly id: string;
  readonly against: string;
  readonly support: string;
}

function percent(part: number, of: number): string {
  return of === 0 ? 'none' : `${((100 * part) / of).toFixed(1)} % of ${of}`;
}

/** The first and the second half of a text by sentences; undefined for fewer than four. */
function halves(text: string): [string, string] | undefined {
  const sentences = text.split(/(?<=[.!?]["”’)]*)\s+/);
  if (sentences.length < 4) return undefined;
  const half = Math.ceil(sentences.length / 2);
  return [sentences.slice(0, half).join(' '), sentences.slice(half).join(' ')];
}

/** t3s: a page that holds the card's mechanism and a text against it; does it point at the latter? */
function benchSections(folder: string, documents: ReadonlyMap<string, MatchDocument>): void {
  const queries = readQueries(folder, 't3s') as unknown as StanceQuery[];
  const tallies = { whole: [0, 0, 0], 'unseen half': [0, 0, 0] };
  for (const { id, against, support } of queries) {
    const document = documents.get(id.replace(/^t3s:/, ''));
    if (!document) continue;
    const split = halves(against);
    for (const name of ['whole', 'unseen half'] as const) {
      if (name === 'unseen half' && !split) continue;
      const counter = name === 'whole' ? against : (split?.[0] ?? '');
      const shown = name === 'whole' ? against : (split?.[1] ?? '');
      const changed = { ...document, fields: { ...document.fields, counterEvidence: counter } };
      // The rest of the library gives the words their rarity.
      const others = [...documents.values()].filter(({ key }) => key !== document.key).slice(0, 60);
      const index = buildIndex([...others, changed]);
      const found = counterEvidence({
        index,
        page: pageOf(`${support}\n${shown}`),
        matches: [{ key: document.key }],
        documents: new Map([[document.key, changed]]),
        links: [],
      }).find((each) => each.kind === 'may-challenge');
      const tally = tallies[name];
      tally[0] = (tally[0] ?? 0) + 1;
      if (!found || found.kind !== 'may-challenge') continue;
      tally[1] = (tally[1] ?? 0) + 1;
      if (shown.includes(found.passage.text)) tally[2] = (tally[2] ?? 0) + 1;
    }
  }
  for (const [name, [asked = 0, shown = 0, right = 0]] of Object.entries(tallies)) {
    console.log(`t3s (${name}): shown on ${percent(shown, asked)}, right ${percent(right, shown)}`);
  }
}

/** t3p: on pages that oppose some cards, may challenge those and no others. */
function benchPages(folder: string, documents: ReadonlyMap<string, MatchDocument>): void {
  const index = buildIndex([...documents.values()]);
  const count = { shown: 0, right: 0, withText: 0, recorded: 0, recurring: 0, matched: 0 };
  const pages = ['t3p', 't1a', 't1b', 't1c'].flatMap((task) =>
    readQueries(folder, task).map((query) => ({ task, ...query })),
  );
  const all = { pages: 0, shown: 0 };
  for (const { task, text, rel } of pages) {
    const page = pageOf(text);
    const matches = matchPage(index, page, { limit: 8 });
    const found: CounterEvidence[] = counterEvidence({
      index,
      page,
      matches,
      documents,
      links: [],
    });
    const challenged = found.filter(({ kind }) => kind === 'may-challenge');
    if (task === 't3p') {
      count.shown += challenged.length;
      count.right += challenged.filter(({ key }) => (rel[key] ?? 0) > 0).length;
      continue;
    }
    all.pages += 1;
    all.shown += challenged.length;
    count.matched += matches.length;
    const has = matches.filter(({ key }) => documents.get(key)?.fields.counterEvidence);
    const onRecord = new Set(
      found.flatMap((each) =>
        each.kind === 'recorded' && each.field === 'counterEvidence' ? each.key : [],
      ),
    );
    count.withText += has.length;
    count.recurring += found.filter(
      (each) => each.kind === 'recorded' && each.isBoilerplate === true,
    ).length;
    count.recorded += has.filter(({ key }) => onRecord.has(key)).length;
  }
  console.log(
    `t3p: may challenge ${count.shown} shown, right ${percent(count.right, count.shown)}`,
  );
  console.log(`t1: may challenge shown ${all.shown} times on ${all.pages} pages`);
  console.log(
    `t1: recorded text shown for ${percent(count.recorded, count.withText)} matches that have it, ${percent(count.recurring, count.recorded)} of it said to recur in many cards`,
  );
}

/** The opposing pairs that the queries of t3 name, as the links a person would have drawn. */
function opposingLinks(folder: string): OpposingLink[] {
  return readQueries(folder, 't3').flatMap(({ id, rel }) =>
    Object.keys(rel).map((to) => ({
      from: id.replace(/^t3:/, ''),
      to,
      type: 'contradicts',
      why: '',
    })),
  );
}

/** t3p: with those links stored, are the opposed insights shown, and are those shown right? */
function benchLinked(folder: string, documents: ReadonlyMap<string, MatchDocument>): void {
  const index = buildIndex([...documents.values()]);
  const links = opposingLinks(folder);
  const count = { pages: 0, found: 0, shown: 0, right: 0 };
  for (const { text, rel, exclude = [] } of readQueries(folder, 't3p')) {
    // Some of the links that made these pages' lists are not in this folder's part of t3.
    const own = new Set(exclude);
    const isStored = links.some(
      ({ from, to }) =>
        (own.has(from) && (rel[to] ?? 0) > 0) || (own.has(to) && (rel[from] ?? 0) > 0),
    );
    if (!isStored) continue;
    const page = pageOf(text);
    const matches = matchPage(index, page, { limit: 8 });
    const shown = new Set(
      counterEvidence({ index, page, matches, documents, links }).flatMap((each) =>
        each.kind === 'contradicting' ? each.otherKey : [],
      ),
    );
    const isRight = (key: string) => (rel[key] ?? 0) > 0;
    count.pages += 1;
    count.shown += shown.size;
    count.right += [...shown].filter(isRight).length;
    if ([...shown].some(isRight)) count.found += 1;
  }
  console.log(
    `t3p: linked opposite shown on ${percent(count.found, count.pages)} pages whose own insights have one stored, right ${percent(count.right, count.shown)} shown`,
  );
}

/** Whether every reason is true: the passage stands in the page, the sentence in the insight. */
function benchReasons(folder: string, documents: ReadonlyMap<string, MatchDocument>): void {
  const index = buildIndex([...documents.values()]);
  const count = { matches: 0, explained: 0, inPage: 0, inInsight: 0 };
  for (const task of ['t1a', 't1b', 't1c', 't3p']) {
    for (const { text } of readQueries(folder, task)) {
      const page = pageOf(text);
      for (const { key } of matchPage(index, page, { limit: 8 })) {
        const document = documents.get(key);
        if (!document) continue;
        count.matches += 1;
        const [reason] = explain(index, page, document);
        if (reason?.kind !== 'passage') continue;
        count.explained += 1;
        const { passage, field, sentence } = reason;
        if (text.slice(passage.start, passage.end) === passage.text) count.inPage += 1;
        if (plainText(document.fields[field] ?? '').includes(sentence)) count.inInsight += 1;
      }
    }
  }
  const { matches, explained, inPage, inInsight } = count;
  console.log(
    `reasons: ${percent(explained, matches)} matches have one (a match without is not shown); the passage stands in the page for ${percent(inPage, explained)}, the sentence in the insight for ${percent(inInsight, explained)}`,
  );
}

/** Prints what is shown against the insights a page touches, and how often it is right. */
export function benchCounterEvidence(folder: string): void {
  const documents = new Map(readCorpus(folder, 'codex').map((each) => [each.key, each]));
  benchSections(folder, documents);
  benchPages(folder, documents);
  benchLinked(folder, documents);
  benchReasons(folder, documents);
}
