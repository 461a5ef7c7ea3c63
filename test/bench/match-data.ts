/** Reads a folder of match data: `corpus/NAME.jsonl.gz` and `queries/TASK.jsonl.gz`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MatchDocument, MatchPage } from '../../lib/core/match/match';

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly rel: Readonly<Record<string, number>>;
  readonly exclude?: readonly string[];
  readonly kind?: string;
}

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly claim?: string;
  readonly mechanism?: string;
  readonly conditions?: string;
  readonly evidence?: string;
  readonly signals?: string;
  readonly counter?: string;
  readonly operator?: string;
  readonly text?: string;
}

/** Which corpus each task is asked of; a task that is not named here is not run. */
export const corpusOf: Readonly<Record<string, string>> = {
  t1a: 'codex',
  t1b: 'codex',
  t1c: 'codex',
  t2: 'codex',
  t3: 'codex',
  t3p: 'codex',
  t4a: 'perspectrum-claims',
  t4c: 'perspectrum-perspectives',
  t4d: 'debatewise-claims',
  t5a: 'arguana',
  t5b: 'arguana',
  t5c: 'ibm-claims',
  t5d: 'ibm-claims',
  t5e: 'speeches',
  t5f: 'idebate-claims',
  t5g: 'cranfield',
};

/** The tasks whose query is a page: their mean is the page mean. */
export const pageTasks = ['t1a', 't1b', 't1c', 't4d', 't5b', 't5c', 't5e', 't5f'] as const;

function readLines<T>(path: string): T[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The documents of a corpus; a text without fields counts as a claim. */
export function readCorpus(folder: string, name: string): MatchDocument[] {
  return readLines<Row>(join(folder, 'corpus', `${name}.jsonl.gz`)).map((row) => {
    const { title, claim, mechanism, conditions, evidence, signals, counter, text } = row;
    const fields = Object.fromEntries(
      Object.entries({
        title,
        claim: claim ?? text,
        mechanism,
        conditions,
        evidence,
        signals,
        counterEvidence: counter,
      }).filter(([, value]) => value !== undefined && value !== ''),
    );
    return { key: row.id, fields, operator: row.operator ?? '', sourceKeys: [] };
  });
}

/**
 * The queries of a task by its short name (`t1a`), whether its file is called so or has more behind it
 * (`t1a-source-page`); none where the folder lacks it.
 */
export function readQueries(folder: string, task: string): Query[] {
  const name = readdirSync(join(folder, 'queries')).find(
    (file) => file === `${task}.jsonl.gz` || file.startsWith(`${task}-`),
  );
  return name === undefined ? [] : readLines<Query>(join(folder, 'queries', name));
}

export function hasCorpus(folder: string, name: string): boolean {
  return existsSync(join(folder, 'corpus', `${name}.jsonl.gz`));
}

/** A text as a page: one passage a line. */
export function pageOf(text: string): MatchPage {
  const passages: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') passages.push({ text: line, start, end: start + line.length });
    start += line.length + 1;
  }
  return { passages };
}
