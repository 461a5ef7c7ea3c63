/** How a folder of cards survives: read, left alone, one field changed, one clip added. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isMeantAsCard } from '../../lib/core/codex/is-meant-as-card';
import { readCard } from '../../lib/core/codex/read-card';
import { readDocument } from '../../lib/core/codex/read-document';
import { projectCard } from '../../lib/core/codex/project-card';
import type { Card } from '../../lib/core/codex/card';
import { writeCard } from '../../lib/core/codex/write-card';
import { isSubsequence } from '../support/any-card';
import { someClip, someDraft } from '../support/notes';

function withClip(card: Card): Card {
  const insight = someDraft({ card });
  const clips = [someClip({ insightKey: insight.key })];
  return projectCard({ insight, clips, sources: new Map(), links: [], idOf: () => undefined });
}

/** Whether exactly one line differs, or, where the card had no tier, one was added. */
function differsInOneLine(before: string, after: string): boolean {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (now.length === old.length + 1) return isSubsequence(old, now);
  return old.length === now.length && old.filter((line, i) => line !== now[i]).length === 1;
}

/** Whether all that was there is there, in order; a file without a last line end gets one. */
function isInsertion(before: string, after: string): boolean {
  const lines = (text: string) => text.split(/\r?\n/);
  return after.length > before.length && isSubsequence(lines(before), lines(after));
}

/** The bytes as text, or the fault of bytes that are none. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether the card's own form reads back equal, and is valid for YAML 1.2 and 1.1. */
function survivesAsNew(card: Card): boolean {
  const text = writeCard(card);
  const front = text.split(/^---\n/m)[1] ?? '';
  const parsed = (['1.2', '1.1'] as const).map(
    (version) => parse(front, { version, strict: true }) as { id?: unknown },
  );
  const read = readCard(text);
  return (
    parsed.every(({ id }) => id === card.id) &&
    read.ok &&
    JSON.stringify(read.value) === JSON.stringify(card)
  );
}

/** Prints the figures for the folder given; what of it is no card is told apart from what is broken. */
export function run([folder]: readonly string[]): void {
  if (folder === undefined || !existsSync(folder)) {
    console.error('usage: npm run bench:cards -- FOLDER (of Markdown cards)');
    process.exitCode = 2;
    return;
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|markdown)$/i.test(name) && statSync(join(folder, name)).isFile())
    .toSorted();
  const files = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const counts = { identical: 0, 'one-line': 0, 'insertion-only': 0, 'as new': 0 };
  const broken: string[] = [];
  const failed: string[] = [];
  let [documents, other] = [0, 0];
  const count = (what: keyof typeof counts, name: string, holds: boolean): void => {
    if (holds) counts[what] += 1;
    else failed.push(`${name}: not ${what}`);
  };

  const started = performance.now();
  for (const { name, bytes } of files) {
    const text = decode(bytes);
    if (text === undefined) {
      broken.push(`${name}:1 not-text "not UTF-8"`);
      continue;
    }
    const read = readCard(text);
    if (!read.ok) {
      const { line, reason, detail } = read.error;
      if (readDocument(text).ok) documents += 1;
      else if (!isMeantAsCard(name, text)) other += 1;
      else broken.push(`${name}:${line} ${reason} ${JSON.stringify(detail)}`);
      continue;
    }
    const card = read.value;
    const tiered: Card = { ...card, tier: card.tier === 'A' ? 'B' : 'A' };
    count('identical', name, Buffer.from(writeCard(card, text)).equals(bytes));
    count('one-line', name, differsInOneLine(text, writeCard(tiered, text)));
    count('insertion-only', name, isInsertion(text, writeCard(withClip(card), text)));
    count('as new', name, survivesAsNew(card));
  }
  const seconds = (performance.now() - started) / 1000;

  const cards = files.length - broken.length - documents - other;
  const rest =
    documents + other > 0
      ? `; ${documents} contradictions and patterns, ${other} that are no cards`
      : '';
  console.log(`cards           ${cards} of ${files.length} files${rest}`);
  console.log(`identical       ${counts.identical} left alone, byte for byte`);
  console.log(`one-line        ${counts['one-line']} given another tier`);
  console.log(`insertion-only  ${counts['insertion-only']} given a clip`);
  console.log(
    `as new          ${counts['as new']} in the codex form: equal, valid YAML 1.2 and 1.1`,
  );
  console.log(`broken          ${broken.length}`);
  for (const line of [...broken, ...failed]) console.log(`  ${line}`);
  console.log(`seconds         ${seconds.toFixed(2)}`);
}
