/** How a folder of cards survives: read, left alone, one field changed, one clip added. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCard } from '../../lib/core/codex/read-card';
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

/** Whether exactly one line differs, and none was added or lost. */
function differsInOneLine(before: string, after: string): boolean {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return old.length === now.length && old.filter((line, i) => line !== now[i]).length === 1;
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

/** Prints the figures for the folder given; Markdown files below it, other than cards, are broken. */
export function run([folder]: readonly string[]): void {
  if (folder === undefined || !existsSync(folder)) {
    console.error('usage: npm run bench:cards -- FOLDER (of Markdown cards)');
    process.exitCode = 2;
    return;
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted();
  const files = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const counts = { identical: 0, oneLine: 0, inserted: 0, asNew: 0 };
  const broken: string[] = [];
  const failed: string[] = [];
  const count = (what: keyof typeof counts, name: string, holds: boolean): void => {
    if (holds) counts[what] += 1;
    else failed.push(`${name}: not ${what}`);
  };

  const started = performance.now();
  for (const { name, bytes } of files) {
    const text = bytes.toString('utf8');
    const read = readCard(text);
    if (!read.ok) {
      const { line, reason, detail } = read.error;
      broken.push(`${name}:${line} ${reason} ${JSON.stringify(detail)}`);
      continue;
    }
    const card = read.value;
    const tiered: Card = { ...card, tier: card.tier === 'A' ? 'B' : 'A' };
    const clipped = writeCard(withClip(card), text);
    count('identical', name, Buffer.from(writeCard(card, text)).equals(bytes));
    count('oneLine', name, differsInOneLine(text, writeCard(tiered, text)));
    count(
      'inserted',
      name,
      clipped.length > text.length && isSubsequence(text.split('\n'), clipped.split('\n')),
    );
    count('asNew', name, survivesAsNew(card));
  }
  const seconds = (performance.now() - started) / 1000;

  console.log(`cards           ${files.length - broken.length} of ${files.length} files`);
  console.log(`identical       ${counts.identical} left alone, byte for byte`);
  console.log(`one line        ${counts.oneLine} given another tier`);
  console.log(`insertion only  ${counts.inserted} given a clip`);
  console.log(`as new          ${counts.asNew} in the codex form: equal, valid YAML 1.2 and 1.1`);
  console.log(`broken          ${broken.length}`);
  for (const line of [...broken, ...failed]) console.log(`  ${line}`);
  console.log(`seconds         ${seconds.toFixed(2)}`);
}
