/** The Conditions section as two lists and the prose beside them. */
import { foldSpace, readBullet } from './lists';

export interface Conditions {
  readonly holdsWhen: readonly string[];
  readonly failsWhen: readonly string[];
  /** What stands under neither label, as it is written. */
  readonly prose: string;
}

const label = /^\s*(?:[*_]{1,3})?(holds|fails)\s+when(?::(?:[*_]{1,3})?|(?:[*_]{1,3}):?)?[ \t]*/i;
const labelWithin = /(?<=[.;!?]\s)(?=(?:Holds|Fails) when:\s)/;

/** A stretch of the section, as offsets into it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One condition and the words it stands in. */
export interface ConditionItem extends Stretch {
  readonly text: string;
  /** Its lines, or what of them is not another list's. */
  readonly lines: Stretch;
  /** The bullet with its indentation and space; undefined for a sentence. */
  readonly bullet?: string;
  /** Whether it stands on its label's own line. */
  readonly inline: boolean;
}

/** One of the two lists; `label` is the first that names it. */
export interface ConditionList {
  readonly label?: Stretch;
  readonly items: readonly ConditionItem[];
}

/** A line of prose; without a place where it is only the gap between two paragraphs. */
export interface ProseLine extends Partial<Stretch> {
  readonly text: string;
}

export interface ConditionsLayout {
  readonly holdsWhen: ConditionList;
  readonly failsWhen: ConditionList;
  readonly prose: readonly ProseLine[];
}

/** The text without the space around it, as it stands from that offset on. */
function trimmed(text: string, offset: number): Stretch {
  const from = offset + text.length - text.trimStart().length;
  return { from, to: Math.max(from, offset + text.trimEnd().length) };
}

interface Label extends Stretch {
  readonly fails: boolean;
  readonly rest: Stretch;
}

/** A line that begins with a label; without a colon only where nothing follows on the line. */
function readLabel(line: string, offset: number): Label | undefined {
  const match = label.exec(line);
  if (match === null) return undefined;
  const [written] = match;
  const rest = trimmed(line.slice(written.length), offset + written.length);
  if (rest.to > rest.from && !written.includes(':')) return undefined;
  return { ...trimmed(written, offset), fails: match[1]?.toLowerCase() === 'fails', rest };
}

/** The pieces of the section: its lines, parted where a label stands within one. */
function pieces(markdown: string): { line: string; offset: number }[] {
  let offset = 0;
  return markdown.split('\n').flatMap((whole) => {
    const parts = whole.split(labelWithin).map((line) => {
      offset += line.length;
      return { line, offset: offset - line.length };
    });
    offset += 1;
    return parts;
  });
}

/**
 * The bullets below `Holds when:` and `Fails when:`, or the sentence on the label's own line, each
 * with its place. A paragraph after the bullets, and a section without labels, is prose.
 */
export function readConditionsLayout(markdown: string): ConditionsLayout {
  type Draft = { label?: Stretch; items: ConditionItem[] };
  const holdsWhen: Draft = { items: [] };
  const failsWhen: Draft = { items: [] };
  const prose: ProseLine[] = [];
  let list: Draft | undefined;
  /** Whether the line before belongs to an item that a further line may continue. */
  let open = false;
  for (const { line, offset } of pieces(markdown)) {
    const lines = { from: offset, to: offset + line.length };
    const add = (stretch: Stretch, inline: boolean, bullet?: string): boolean => {
      const text = markdown.slice(stretch.from, stretch.to);
      if (text === '') return false;
      list?.items.push({
        ...stretch,
        text,
        lines,
        inline,
        ...(bullet !== undefined && { bullet }),
      });
      return true;
    };
    const named = readLabel(line, offset);
    const words = readBullet(line);
    const last = list?.items.at(-1);
    if (named !== undefined) {
      list = named.fails ? failsWhen : holdsWhen;
      list.label ??= { from: named.from, to: named.to };
      open = add(named.rest, true);
    } else if (list === undefined) prose.push({ text: line, ...lines });
    else if (line.trim() === '') open = false;
    else if (words !== undefined) {
      const to = offset + line.trimEnd().length;
      const from = words === '' ? to : to - words.length;
      open = add({ from, to }, false, markdown.slice(offset, from));
    } else if (open && last !== undefined) {
      const { to } = trimmed(line, offset);
      const text = `${last.text} ${line.trim()}`;
      list.items[list.items.length - 1] = {
        ...last,
        to,
        text,
        lines: { from: last.lines.from, to: lines.to },
      };
    } else if (list.items.length === 0) open = add(trimmed(line, offset), false);
    else {
      list = undefined;
      if (prose.length > 0 && prose.at(-1)?.text !== '') prose.push({ text: '' });
      prose.push({ text: line, ...lines });
    }
  }
  return { holdsWhen, failsWhen, prose };
}

/** The conditions of a section as `readConditionsLayout` finds them, each on one line. */
export function readConditions(markdown: string): Conditions {
  const { holdsWhen, failsWhen, prose } = readConditionsLayout(markdown);
  return {
    holdsWhen: holdsWhen.items.map(({ text }) => foldSpace(text)),
    failsWhen: failsWhen.items.map(({ text }) => foldSpace(text)),
    prose: prose
      .map(({ text }) => text)
      .join('\n')
      .trim(),
  };
}
