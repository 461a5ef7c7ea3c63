/** The Conditions section as two lists and the prose beside them. */
import { foldSpace, readBullet, writeBullets } from './lists';

export interface Conditions {
  readonly holdsWhen: readonly string[];
  readonly failsWhen: readonly string[];
  /** What stands under neither label, as it is written. */
  readonly prose: string;
}

const label = /^\s*(?:[*_]{1,3})?(holds|fails)\s+when(?::(?:[*_]{1,3})?|(?:[*_]{1,3}):?)?[ \t]*/i;
const labelWithin = /(?<=[.;!?]\s)(?=(?:Holds|Fails) when:\s)/;

/** A line that begins with a label; without a colon only where nothing follows on the line. */
function readLabel(line: string): { fails: boolean; rest: string } | undefined {
  const match = label.exec(line);
  const rest = line.slice(match?.[0].length).trim();
  if (match === null || (rest !== '' && !match[0].includes(':'))) return undefined;
  return { fails: match[1]?.toLowerCase() === 'fails', rest };
}

/**
 * The bullets below `Holds when:` and `Fails when:`, or the sentence on the label's own line.
 * A paragraph after the bullets, and a section without labels, is prose.
 */
export function readConditions(markdown: string): Conditions {
  const holdsWhen: string[] = [];
  const failsWhen: string[] = [];
  const prose: string[] = [];
  let items: string[] | undefined;
  /** Whether the line before belongs to an item that a further line may continue. */
  let open = false;
  for (const line of markdown.split('\n').flatMap((each) => each.split(labelWithin))) {
    const named = readLabel(line);
    const item = readBullet(line);
    if (named !== undefined) {
      items = named.fails ? failsWhen : holdsWhen;
      if (named.rest !== '') items.push(named.rest);
      open = named.rest !== '';
    } else if (items === undefined) prose.push(line);
    else if (line.trim() === '') open = false;
    else if (item !== undefined) {
      if (item !== '') items.push(item);
      open = item !== '';
    } else if (open) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else if (items.length === 0) {
      items.push(line.trim());
      open = true;
    } else {
      items = undefined;
      if (prose.length > 0 && prose.at(-1) !== '') prose.push('');
      prose.push(line);
    }
  }
  return {
    holdsWhen: holdsWhen.map(foldSpace),
    failsWhen: failsWhen.map(foldSpace),
    prose: prose.join('\n').trim(),
  };
}

/** The section in the codex's form: prose, then each list that has items below its label. */
export function writeConditions({ holdsWhen, failsWhen, prose }: Conditions): string {
  const list = (name: string, items: readonly string[]): string => {
    const bullets = writeBullets(items);
    return bullets === '' ? '' : `${name} when:\n${bullets}`;
  };
  return [prose.trim(), list('Holds', holdsWhen), list('Fails', failsWhen)]
    .filter((part) => part !== '')
    .join('\n\n');
}
