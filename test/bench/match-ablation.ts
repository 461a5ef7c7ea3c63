/** What each part of the engine carries: the same queries with one part taken away at a time. */
import { buildIndex, type MatchIndex } from '../../lib/core/match/match-index';
import { standardTuning, type Tuning } from '../../lib/core/match/tuning';
import { sampled } from './bench-pages';
import { corpusOf, hasCorpus, pageTasks, readCorpus, readQueries } from './match-data';
import { mean } from './interval';
import { scoreQueries } from './match-quality';

/** Queries a task, spread evenly: enough to tell a hundredth, and an end in sight. */
const most = 150;
const alsoShown = ['t2', 't3', 't5a'] as const;

const parts: Readonly<Record<string, Partial<Tuning>>> = {
  'all parts': {},
  'without word pairs': { pair: 0 },
  'without the page as a whole': { wholePage: 0 },
  'without passages': { wholePage: 1 },
  'best passage only': { passages: [1, 0, 0] },
  'without title and claim weights': { titleAndClaim: 1 },
  'boilerplate counts in full': { boilerplate: 1 },
  'without likeness to the closest': { likeness: 0 },
  "without an insight's own words": { ownWords: 0 },
  'without title, claim and operator': { firstWords: 0 },
  'every candidate looked at': { candidates: 1_000_000 },
};

/** Prints page mean, t2, t3 and t5a for each part taken away, and what that costs. */
export function benchAblation(folder: string): void {
  let whole = 0;
  for (const [name, change] of Object.entries(parts)) {
    const tuning = { ...standardTuning, ...change };
    const indexes = new Map<string, MatchIndex>();
    const score = (task: string): number | undefined => {
      const corpus = corpusOf[task] ?? '';
      const queries = hasCorpus(folder, corpus) ? sampled(readQueries(folder, task), most) : [];
      if (queries.length === 0) return undefined;
      const index = indexes.get(corpus) ?? buildIndex(readCorpus(folder, corpus), tuning);
      indexes.set(corpus, index);
      return mean(scoreQueries(index, queries));
    };
    const pages = pageTasks.flatMap((task) => score(task) ?? []);
    if (pages.length === 0) return;
    const pageMean = mean(pages);
    if (name === 'all parts') whole = pageMean;
    const others = alsoShown.map((task) => `${task} ${score(task)?.toFixed(3) ?? '—'}`);
    const cost =
      name === 'all parts'
        ? ''
        : `  ${pageMean - whole >= 0 ? '+' : ''}${(pageMean - whole).toFixed(4)}`;
    console.log(`${name.padEnd(34)} page mean ${pageMean.toFixed(4)}  ${others.join('  ')}${cost}`);
  }
}
