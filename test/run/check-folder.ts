/** The findings for a folder of Markdown files, whatever else lies in it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { faultText } from '../../entrypoints/library/fault-text';
import type { Card } from '../../lib/core/codex/card';
import { checkCard } from '../../lib/core/codex/check-card';
import { checkDocument } from '../../lib/core/codex/check-document';
import { findingMessageKey, type Severity } from '../../lib/core/codex/check-finding';
import { prepareCodex, type CodexCard } from '../../lib/core/codex/prepare-codex';
import { readCard } from '../../lib/core/codex/read-card';
import { readDocument, type ReadDocument } from '../../lib/core/codex/read-document';
import { t } from '../../lib/i18n';
import { lineOfFinding } from './line-of-finding';

export interface FileFinding {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly sentence: string;
}

export interface FolderReport {
  readonly cards: number;
  readonly documents: number;
  /** Files that are meant as one of these and cannot be read as such. */
  readonly broken: number;
  /** Markdown that is neither and does not claim to be. */
  readonly others: number;
  /** By path, then by line. */
  readonly findings: readonly FileFinding[];
}

interface CardFile extends CodexCard {
  readonly text: string;
}

/** More than any card takes; what is larger is not even opened. */
const mostBytes = 8_000_000;

/**
 * Checks every Markdown file below the folder, hidden folders aside, as one codex. No file makes it
 * fail: one that cannot be read is a finding where it is called like a card or a document, or says
 * that it is one. `today` is a calendar day, `YYYY-MM-DD`.
 */
export function checkFolder(folder: string, today: string): FolderReport {
  const cards: CardFile[] = [];
  const documents: { path: string; text: string; document: ReadDocument }[] = [];
  const findings: FileFinding[] = [];
  let [broken, others] = [0, 0];
  for (const path of markdownIn(folder)) {
    const text = readText(join(folder, path));
    const read = readAny(path, text);
    if (read.kind === 'card') cards.push({ key: path, card: read.card, text: text ?? '' });
    else if (read.kind === 'document') {
      documents.push({ path, text: text ?? '', document: read.document });
    } else if (read.kind === 'other') others += 1;
    else {
      broken += 1;
      const { line, why } = read;
      const sentence = t('rule_broken_file', why);
      findings.push({ path, line, rule: 'broken_file', severity: 'error', sentence });
    }
  }

  // Of two cards with one id the file that is called by it counts, else the first.
  const bearer = new Map<string, string>();
  for (const { key, card } of cards) {
    if (!bearer.has(card.id) || isCalledBy(key, card)) bearer.set(card.id, key);
  }
  const unique = cards.filter(({ key, card }) => bearer.get(card.id) === key);
  for (const { key, card, text } of cards) {
    const taken = bearer.get(card.id) ?? '';
    if (taken === key) continue;
    const line = lineOfFinding(text, { field: 'id', values: [] });
    const sentence = t('rule_id_repeated', card.id, taken);
    findings.push({ path: key, line, rule: 'id_repeated', severity: 'error', sentence });
  }
  const codex = prepareCodex(unique);
  for (const { key, card, text } of cards) {
    if (!isCalledBy(key, card)) {
      const line = lineOfFinding(text, { field: 'id', values: [] });
      const sentence = t('rule_file_name', `${card.id}.md`);
      findings.push({ path: key, line, rule: 'file_name', severity: 'warning', sentence });
    }
    const isBearer = bearer.get(card.id) === key;
    for (const finding of checkCard({ key, card }, isBearer ? codex : undefined, today)) {
      findings.push({
        path: key,
        line: lineOfFinding(text, finding),
        rule: finding.rule,
        severity: finding.severity,
        sentence: t(findingMessageKey(finding), ...finding.values),
      });
    }
  }
  for (const { path, text, document } of documents) {
    for (const finding of checkDocument(document, codex)) {
      const { rule, severity, values } = finding;
      const line = text.split('\n').findIndex((each) => each.includes(values[0] ?? '')) + 1;
      const sentence = t(findingMessageKey(finding), ...values);
      findings.push({ path, line, rule, severity, sentence });
    }
  }
  findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  return { cards: cards.length, documents: documents.length, broken, others, findings };
}

function isCalledBy(path: string, { id }: Card): boolean {
  return basename(path) === `${id}.md`;
}

type Read =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'document'; readonly document: ReadDocument }
  | { readonly kind: 'broken'; readonly line: number; readonly why: string }
  | { readonly kind: 'other' };

/** What a file is; broken only where it is called like a card or a document, or bears such an id. */
function readAny(path: string, text: string | undefined): Read {
  const prefix = /^(ins|con|pat)_/i.exec(basename(path))?.[1]?.toLowerCase();
  if (text === undefined) {
    return prefix === undefined
      ? { kind: 'other' }
      : { kind: 'broken', line: 1, why: faultText('not-text') };
  }
  const card = readCard(text);
  if (card.ok) return { kind: 'card', card: card.value };
  const document = readDocument(text);
  if (document.ok) return { kind: 'document', document: document.value };
  const meant = /^id:[ \t]*["']?(ins|con|pat)_/m.exec(text.slice(0, 20_000))?.[1] ?? prefix;
  if (meant === undefined) return { kind: 'other' };
  const { line, reason, detail } = meant === 'ins' ? card.error : document.error;
  return { kind: 'broken', line, why: faultText(reason, detail) };
}

/** The Markdown files below a folder, in the order of their paths; links to folders are not followed. */
function markdownIn(folder: string): string[] {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(inner, { withFileTypes: true })) {
      const path = join(inner, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(path);
      else if (/\.(md|markdown)$/i.test(entry.name)) {
        found.push(relative(folder, path).split(sep).join('/'));
      }
    }
  };
  visit(folder);
  return found.sort();
}

/** Undefined where the file is no UTF-8 text, is too large, or cannot be opened. */
function readText(path: string): string | undefined {
  try {
    if (!statSync(path).isFile() || statSync(path).size > mostBytes) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    // Whatever the reason, there is no text to look at.
    return undefined;
  }
}
