/** The name a line of a transcript begins with: `Ada King: So we …`. */

export interface SpeakerLabel {
  readonly name: string;
  /** Where the words begin, behind the name and its colon. */
  readonly from: number;
}

/** No name with its brackets is longer. */
const longest = 60;
/** Nobody is called by more words. */
const mostWords = 5;

/** Which way the letters run: files put these before lines and beside colons, where nobody sees them. */
const direction = '\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const directions = new RegExp(`[${direction}]`, 'g');
const leading = new RegExp(`^[${direction}\\s]*`);
/** What captions put before a name to say that somebody else speaks now. */
const turn = new RegExp(`^[${direction}]*(?:>{1,3}|[-\\u2013\\u2014\\u2022])[${direction}\\s]*`);
const closing = new RegExp(`^\\s*[:\\uff1a](?=\\s|$|[${direction}\\u3000-\\u9fff\\uac00-\\ud7af])`);
const bracketed = /^[[({]([^[\](){}:]{1,40})[\])}]/;
const word = /^[\p{L}\p{M}\p{N}'\u2019.&_-]+$/u;
const capital = /^[\p{Lu}\p{Lt}\p{Lo}]/u;
const particle =
  /^(?:al|and|bin|d[aeiou]|da|del|della|den|der|di|dos|el|la|le|of|ten|ter|van|von|y|&|\d+)$/;
const code = /^[A-Za-z]+[_ -]?\d+$/;

/**
 * Words that begin a sentence with a colon, or a heading. A name that is one of them alone, or begins
 * with one that counts or points, is none.
 */
const commonWords = new Set(
  'a about action actually again all also although an and another answer announcement anyway are as at attention aside back basically because before besides best bottom but by caution chapter chapters clearly conclusion correction credits day disclaimer do e.g each edit email episode even example examples fact fair fact figure final finally first for from full fun funny funnily get good great guess having he here hers his how however i i.e idea if important in intro introduction is issue it item its just key last later lesson let like line link links listen look meaning meanwhile method more most my name namely never new news next no not note notes now number obviously ok okay on one only or other our outro overview p.s part people perhaps phase plus point possibly problem ps question questions quote read really reason related remember reminder result rule rules same say second secondly see she simple since sidenote side so solution some source sources spoiler stage step still story subject summary sure takeaway takeaways tell that the their then there therefore these they thing things think third this those three thus tip tips title to today together tomorrow topic transcript translation true truth two ultimately update us version very warning we website week well what whatever when where whereas which while who why with wow yeah year yes yesterday yet you your zero'.split(
    ' ',
  ),
);

/** The label a line begins with, by its shape alone; a caller weighs whether it is a name here. */
export function labelAt(line: string): SpeakerLabel | undefined {
  const head = line.slice(0, longest + 20);
  const lead = (turn.exec(head) ?? leading.exec(head))?.[0].length ?? 0;
  const rest = head.slice(lead);
  const brackets = bracketed.exec(rest);
  const named = brackets ? brackets[0].length : nameLength(rest);
  const colon = closing.exec(rest.slice(named));
  if (named === 0 || colon === null) return undefined;
  const name = (brackets?.[1] ?? rest.slice(0, named))
    .replace(directions, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!isNameLike(name.replace(/\s*\([^()]*\)$/, ''))) return undefined;
  const from = lead + named + colon[0].length;
  return { name, from: from + (leading.exec(line.slice(from))?.[0].length ?? 0) };
}

/** Whether a line says with a mark that somebody else speaks now, without naming anybody. */
export function beginsTurn(line: string): boolean {
  return turn.test(line);
}

function nameLength(text: string): number {
  const colon = text.search(/[:\uff1a]/);
  return colon > 0 && colon <= longest ? colon : 0;
}

/** Whether words have the shape of a name or of a code such as `SPEAKER_01`. */
export function isNameLike(name: string): boolean {
  const words = name.split(' ');
  const [first = ''] = words;
  if (words.length > mostWords || name.length > longest || /n['\u2019]t$/.test(first)) return false;
  // Interviews are written with letters for names.
  if (/^[A-HJ-Z]$/.test(name)) return true;
  if (!capital.test(first) && !code.test(name)) return false;
  if (commonWords.has(first.toLowerCase().replace(/['\u2019].*$/, ''))) return false;
  return words.every(
    (each) => word.test(each) && (capital.test(each) || particle.test(each) || code.test(name)),
  );
}
