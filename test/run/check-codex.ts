/** `npm run check-codex -- FOLDER`: what the rules say about a folder of cards, for a terminal or a CI job. */
import { statSync } from 'node:fs';
import { printTable } from '../bench/print-table';
import { useEnglishMessages } from '../support/messages';
import { checkFolder, type FileFinding } from './check-folder';

/**
 * Prints a line for each finding, `path:line rule severity sentence`, a blank line between two files,
 * then how often each rule is broken. The process ends with 1 when there are errors, with 2 when it was
 * not given one folder.
 */
export function run(args: readonly string[], today = localDay()): void {
  const [folder] = args;
  if (folder === undefined || args.length > 1 || !isFolder(folder)) {
    console.error('usage: npm run check-codex -- FOLDER (of Markdown cards)');
    process.exitCode = 2;
    return;
  }
  useEnglishMessages();
  const { cards, documents, broken, others, findings } = checkFolder(folder, today);
  let last: string | undefined;
  for (const { path, line, rule, severity, sentence } of findings) {
    if (last !== undefined && last !== path) console.log('');
    last = path;
    console.log(oneLine(`${path}:${line} ${rule} ${severity} ${sentence}`));
  }
  if (findings.length > 0) console.log('');
  printTable(['rule', 'severity', 'findings'], countRules(findings));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  console.log(
    `\n${cards} cards, ${documents} documents, ${broken} broken files, ${others} other Markdown files: ` +
      `${errors} errors, ${findings.length - errors} warnings`,
  );
  process.exitCode = errors > 0 ? 1 : 0;
}

function countRules(findings: readonly FileFinding[]): string[][] {
  const counts = new Map<string, { severity: string; count: number }>();
  for (const { rule, severity } of findings) {
    const count = (counts.get(rule)?.count ?? 0) + 1;
    counts.set(rule, { severity, count });
  }
  return [...counts]
    .toSorted(([a, { count: one }], [b, { count: other }]) => other - one || (a < b ? -1 : 1))
    .map(([rule, { severity, count }]) => [rule, severity, String(count)]);
}

/** A file may hold what would part the line in two, or move the terminal's cursor. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The calendar day here, `YYYY-MM-DD`. */
function localDay(): string {
  const now = new Date();
  const part = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
