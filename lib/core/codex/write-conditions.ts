/** The Conditions section as it is written: in the codex's form, or in the form it has. */
import {
  readConditions,
  readConditionsLayout,
  type ConditionItem,
  type ConditionList,
  type Conditions,
  type ProseLine,
  type Stretch,
} from './conditions';
import { foldSpace, writeBullets } from './lists';

interface Edit extends Stretch {
  readonly text: string;
}

/**
 * The section in the codex's form: prose, then each list that has items below its label. Given the
 * section as it stands, only the lines of what differs change, and a label stays where its last
 * item goes; where no such edit would read back as these conditions, it is in the codex's form too.
 */
export function writeConditions(conditions: Conditions, markdown = ''): string {
  const wanted = normal(conditions);
  const plain = inCodexForm(wanted);
  const stands = readConditions(markdown);
  if (plain === '' || markdown === inCodexForm(stands)) return plain;
  const edits = editsOf(markdown, wanted);
  if (edits === undefined) return plain;
  const edited = applyEdits(markdown, edits);
  return same(readConditions(edited), wanted) ? edited : plain;
}

function normal({ holdsWhen, failsWhen, prose }: Conditions): Conditions {
  const kept = (items: readonly string[]): string[] =>
    items.map(foldSpace).filter((item) => item !== '');
  return { holdsWhen: kept(holdsWhen), failsWhen: kept(failsWhen), prose: prose.trim() };
}

function inCodexForm({ holdsWhen, failsWhen, prose }: Conditions): string {
  const list = (name: string, items: readonly string[]): string => {
    const bullets = writeBullets(items);
    return bullets === '' ? '' : `${name} when:\n${bullets}`;
  };
  return [prose.trim(), list('Holds', holdsWhen), list('Fails', failsWhen)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function same(one: Conditions, other: Conditions): boolean {
  const flat = ({ holdsWhen, failsWhen, prose }: Conditions): string =>
    JSON.stringify([holdsWhen, failsWhen, prose]);
  return flat(one) === flat(other);
}

function applyEdits(markdown: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), markdown);
}

/** Undefined where it takes more than edits of single lines. */
function editsOf(markdown: string, wanted: Conditions): Edit[] | undefined {
  const { holdsWhen, failsWhen, prose } = readConditionsLayout(markdown);
  if (!holdsWhen.label && !failsWhen.label) return undefined;
  const ofProse = proseEdits(markdown, prose, wanted.prose);
  return (
    ofProse && [
      ...ofProse,
      ...listEdits(markdown, 'Holds', holdsWhen, failsWhen, wanted.holdsWhen),
      ...listEdits(markdown, 'Fails', failsWhen, holdsWhen, wanted.failsWhen),
    ]
  );
}

interface Difference<T> {
  /** How many are the same at the beginning. */
  readonly before: number;
  readonly old: readonly T[];
  readonly wanted: readonly string[];
}

/** What is left between the same beginning and the same end. */
function difference<T extends { readonly text: string }>(
  old: readonly T[],
  wanted: readonly string[],
): Difference<T> {
  const least = Math.min(old.length, wanted.length);
  const matches = (a: number, b: number): boolean => foldSpace(old[a]?.text ?? '') === wanted[b];
  let before = 0;
  while (before < least && matches(before, before)) before += 1;
  let after = 0;
  while (after < least - before && matches(old.length - 1 - after, wanted.length - 1 - after)) {
    after += 1;
  }
  return {
    before,
    old: old.slice(before, old.length - after),
    wanted: wanted.slice(before, wanted.length - after),
  };
}

function listEdits(
  markdown: string,
  name: 'Holds' | 'Fails',
  list: ConditionList,
  other: ConditionList,
  texts: readonly string[],
): Edit[] {
  const { before, old, wanted } = difference(list.items, texts);
  const bullet = [...list.items, ...other.items].find((item) => item.bullet)?.bullet ?? '- ';
  const sentence = list.items[before + old.length - 1] ?? list.items[0];
  if (wanted.length > old.length && sentence !== undefined && sentence.bullet === undefined) {
    // A sentence becomes a list as soon as there are two of them.
    if (list.items.length > 1 || !list.label) return [];
    const from = sentence.inline ? list.label.to : sentence.lines.from;
    const lines = texts.map((text) => bullet + text).join('\n');
    return [{ from, to: sentence.to, text: sentence.inline ? `\n${lines}` : lines }];
  }
  const edits: Edit[] = wanted
    .slice(0, old.length)
    .flatMap((text, index) => replaceItem(old[index], text));
  const gone = old.slice(wanted.length);
  const added = wanted.slice(old.length);
  if (gone.length > 0) edits.push(removeItems(markdown, list, gone));
  if (added.length === 0) return edits;

  const previous = list.items[before + old.length - 1];
  const [next] = list.items;
  if (previous?.bullet !== undefined) {
    const lines = added.map(
      (text, index) => `\n${numbered(previous.bullet ?? '', index + 1)}${text}`,
    );
    edits.push({ from: previous.lines.to, to: previous.lines.to, text: lines.join('') });
  } else if (next !== undefined) {
    const lines = added.map((text) => `${bullet}${text}\n`);
    edits.push({ from: next.lines.from, to: next.lines.from, text: lines.join('') });
  } else edits.push(firstItems(markdown, name, list, other, added, bullet));
  return edits;
}

function replaceItem(item: ConditionItem | undefined, text: string): Edit[] {
  return item === undefined || foldSpace(item.text) === text
    ? []
    : [{ from: item.from, to: item.to, text }];
}

/** `1. ` becomes `2. `; a bullet without a number stays. */
function numbered(bullet: string, plus: number): string {
  return bullet.replace(/\d+/, (number) => String(Number(number) + plus));
}

function removeItems(markdown: string, list: ConditionList, gone: readonly ConditionItem[]): Edit {
  const [first, last] = [gone[0], gone.at(-1)];
  const to = last?.lines.to ?? 0;
  if (first?.inline === true) return { from: list.label?.to ?? first.from, to, text: '' };
  return removeLines(markdown, { from: first?.lines.from ?? 0, to });
}

/** The line break goes with the lines: the one after them, or at the end the one before. */
function removeLines(markdown: string, { from, to }: Stretch): Edit {
  if (markdown[to] === '\n') return { from, to: to + 1, text: '' };
  return { from: markdown[from - 1] === '\n' ? from - 1 : from, to, text: '' };
}

/** The items of a list that has none, below its label, or below a label in the other one's form. */
function firstItems(
  markdown: string,
  name: 'Holds' | 'Fails',
  { label }: ConditionList,
  other: ConditionList,
  added: readonly string[],
  bullet: string,
): Edit {
  const lines = added.map((text) => `\n${bullet}${text}`).join('');
  if (label) {
    const inline = added.length === 1 && other.items[0]?.inline === true;
    return { from: label.to, to: label.to, text: inline ? ` ${added.join('')}` : lines };
  }
  const written = other.label ? markdown.slice(other.label.from, other.label.to) : '';
  const list = `${written.replace(/holds|fails/i, name)}${lines}`;
  const end = markdown.trimEnd().length;
  return name === 'Holds' && other.label
    ? { from: other.label.from, to: other.label.from, text: `${list}\n\n` }
    : { from: end, to: end, text: `\n\n${list}` };
}

function proseEdits(
  markdown: string,
  prose: readonly ProseLine[],
  wantedProse: string,
): Edit[] | undefined {
  const start = prose.findIndex(({ text }) => text.trim() !== '');
  const end = prose.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const lines = start < 0 ? [] : prose.slice(start, end);
  if (
    lines
      .map(({ text }) => text)
      .join('\n')
      .trim() === wantedProse
  )
    return [];
  const { before, old, wanted } = difference(
    lines,
    wantedProse === '' ? [] : wantedProse.split('\n'),
  );
  const [first, last] = [old[0], old.at(-1)];
  if (first?.from !== undefined && last?.to !== undefined) {
    const stretch = { from: first.from, to: last.to };
    const whole = old.map(({ text }) => text).join('\n');
    if (markdown.slice(stretch.from, stretch.to) !== whole) return undefined;
    if (wanted.length === 0) return [removeLines(markdown, stretch)];
    return [{ ...stretch, text: wanted.join('\n') }];
  }
  if (old.length > 0) return undefined;
  const text = wanted.join('\n');
  const previous = lines[before - 1]?.to;
  if (previous !== undefined) return [{ from: previous, to: previous, text: `\n${text}` }];
  const next = lines[before]?.from;
  if (next !== undefined) return [{ from: next, to: next, text: `${text}\n` }];
  return lines.length > 0 ? undefined : [{ from: 0, to: 0, text: `${text}\n\n` }];
}
