import { nameAtStart } from './person-name';

/** As far into a description as people are introduced. */
const furthest = 6_000;

const hostMarks =
  /\b(?:[Hh]osted by|[Yy]our hosts?,?|[Hh]osts?:|[Cc]o-?hosts?,?|hosts? (?=\p{Lu})|I['\u2019]m(?: your host,?)?)\s+/gu;
/** Between the words and the name may stand what the guest is: `joined by the founder of Elsewhere, Ada King`. */
const guestMarks =
  /\b(?:(?:my|our|today['\u2019]s|this week['\u2019]s)(?: special)? guests?(?: today| this week)?(?: is| are|,|:)|guests?:|is joined by|are joined by|joined by|joins? us|welcomes?|(?:sits?|sat) down with|(?:in )?conversation with|talk(?:s|ed|ing)? (?:to|with)|sp(?:eaks?|oke|eaking) (?:to|with)|chat(?:s|ted|ting)? with|interview(?:s|ed|ing)?(?: with)?)\s+/giu;
const biography =
  /^(?:is|was|are) (?:the |a |an |one of |currently |co-?founder|founder|ceo|head|chief|vp|director|professor|author)/i;

export interface DescribedNames {
  readonly hosts: readonly string[];
  readonly guests: readonly string[];
}

/** The people a description introduces by name: `hosted by …`, `my guest is …`, `Ada King is the …`. */
export function namesOfDescription(description: string): DescribedNames {
  const text = description.slice(0, furthest);
  const hosts = new Set<string>();
  const guests = new Set<string>();
  collect(text, hostMarks, hosts, false);
  collect(text, guestMarks, guests, true);
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const name = nameAtStart(sentence);
    if (name === '') continue;
    const rest = sentence
      .slice(sentence.indexOf(name.split(' ').at(-1) ?? ''))
      .replace(/^\S+\s*(?:\([^()]*\)\s*)?/, '');
    if (biography.test(rest)) guests.add(name);
  }
  for (const host of hosts) guests.delete(host);
  return { hosts: [...hosts], guests: [...guests] };
}

function collect(text: string, marks: RegExp, names: Set<string>, introduced: boolean): void {
  for (const match of text.matchAll(marks)) {
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 200);
    const name = nameAtStart(rest) || (introduced ? introducedName(rest) : '');
    if (name === '') continue;
    names.add(name);
    const second = /^[\s,]*(?:and|&)\s+/.exec(rest.slice(rest.indexOf(name) + name.length));
    const other =
      second === null
        ? ''
        : nameAtStart(rest.slice(rest.indexOf(name) + name.length + second[0].length));
    if (other !== '') names.add(other);
  }
}

/** The name at the end of an apposition, within the sentence. */
function introducedName(text: string): string {
  const [clause = ''] = text.split(/[.!?;\n]/);
  const comma = clause.indexOf(', ');
  if (comma !== -1) {
    const name = nameAtStart(clause.slice(comma + 2));
    if (name !== '') return name;
  }
  // `the author Ada King`: small words before the first capital.
  const small = /^(?:[a-z'\u2019-]+\s+){1,6}(?=\p{Lu})/u.exec(clause);
  return small === null ? '' : nameAtStart(clause.slice(small[0].length));
}
