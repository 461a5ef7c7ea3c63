/** Who speaks in an episode, from everything that is known about it. */
import { foldText } from '../annotation/fold-text';
import { namesOfDescription } from './description-names';
import { personName } from './person-name';
import { isNameLike } from './speaker-label';
import { guestsOfTitle, hostsOfShow } from './title-names';

export interface NameEvidence {
  /** `podcast:person` of the item, or of the channel where the item has none; the role is host by default. */
  readonly persons?:
    | readonly {
        readonly name: string;
        readonly role?: string | undefined;
        readonly group?: string | undefined;
      }[]
    | undefined;
  /** From JSON-LD. */
  readonly authors?: readonly string[] | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly title?: string | undefined;
  readonly show?: string | undefined;
  readonly description?: string | undefined;
  /** What the transcript calls its voices. */
  readonly labels?: readonly string[] | undefined;
}

export interface EpisodeName {
  readonly name: string;
  readonly role: 'host' | 'guest' | 'unknown';
  /** Where the name was found first, in the order of trust. */
  readonly from: 'podcast:person' | 'json-ld' | 'title' | 'show' | 'description' | 'transcript';
}

/** Voices that do not speak for themselves. */
const offStage =
  /^(?:announcer|narrator|voice-?over|host|guest|interviewer|interviewee|audience|caller|unknown|multiple|everyone|all|both|male|female|man|woman|speaker|participant|moderator|q|a)\b/i;

/**
 * The hosts and guests of an episode, guests first, each once: a first name or a name in capitals is
 * the same person as the full name. A name that several sources give has the role of the first that
 * knows one. Names that are not those of a person are left out.
 */
export function namesOf(evidence: NameEvidence): EpisodeName[] {
  const { persons = [], authors = [], actors = [], title = '', show = '' } = evidence;
  const { description = '', labels = [] } = evidence;
  const described = namesOfDescription(description);
  const found: EpisodeName[] = [
    ...persons.flatMap(({ name, role = 'host', group = 'cast' }) =>
      group.trim().toLowerCase() === 'cast' ? named([name], roleOf(role), 'podcast:person') : [],
    ),
    ...named(authors, 'host', 'json-ld'),
    ...named(actors, 'unknown', 'json-ld'),
    ...named(hostsOfShow(show), 'host', 'show'),
    ...named(guestsOfTitle(title, show), 'guest', 'title'),
    ...named(described.hosts, 'host', 'description'),
    ...named(described.guests, 'guest', 'description'),
    ...named(
      labels.filter((label) => !offStage.test(label)),
      'unknown',
      'transcript',
    ),
  ];
  const once: EpisodeName[] = [];
  for (const each of found) {
    const at = once.findIndex(({ name }) => isSame(name, each.name));
    const known = once[at];
    if (!known) once.push(each);
    else if (known.role === 'unknown' && each.role !== 'unknown')
      once[at] = { ...known, role: each.role };
  }
  const order = { guest: 0, unknown: 1, host: 2 };
  return once.sort((a, b) => order[a.role] - order[b.role]);
}

/**
 * The full name for each label that is part of exactly one known name: `JANE` or `Doe` for Jane Doe.
 * Codes such as `SPEAKER_01` have none; a person names them.
 */
export function namesOfLabels(
  labels: readonly string[],
  names: readonly Pick<EpisodeName, 'name'>[],
): Record<string, string> {
  const given: Record<string, string> = {};
  for (const label of labels) {
    const matches = names.filter(({ name }) => name !== label && isPartOf(label, name));
    if (matches.length === 1 && matches[0]) given[label] = matches[0].name;
  }
  return given;
}

function named(
  names: readonly string[],
  role: EpisodeName['role'],
  from: EpisodeName['from'],
): EpisodeName[] {
  return names.flatMap((each) => {
    const given = inOneCase(each.replace(/\s+/g, ' ').trim()).slice(0, 400);
    // A feed says that it is a person, and so does whoever labels a voice.
    const isCertain =
      from === 'podcast:person' ||
      (from === 'transcript' && isNameLike(given) && !/\d/.test(given));
    const name = personName(given) || (isCertain ? given : '');
    return name === '' ? [] : [{ name, role, from }];
  });
}

/** `ADA KING` as `Ada King`; anything else as it is. */
function inOneCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase() || name.length < 4) return name;
  return name.toLowerCase().replace(/(^|[\s'\u2019-])\p{L}/gu, (letter) => letter.toUpperCase());
}

function roleOf(role: string): EpisodeName['role'] {
  const wanted = role.trim().toLowerCase();
  if (wanted.includes('guest')) return 'guest';
  return wanted === '' || wanted.includes('host') ? 'host' : 'unknown';
}

function partsOf(name: string): string[] {
  return name
    .split(/\s+/)
    .map((part) => foldText(part))
    .filter((part) => part !== '');
}

function isSame(a: string, b: string): boolean {
  return (
    foldText(a) === foldText(b) ||
    (partsOf(a).length > 1 && isPartOf(b, a)) ||
    (partsOf(b).length > 1 && isPartOf(a, b))
  );
}

/** Whether all parts of the shorter stand in the longer, in order. */
function isPartOf(shorter: string, longer: string): boolean {
  const parts = partsOf(longer);
  const wanted = partsOf(shorter);
  let at = 0;
  for (const part of wanted) {
    const next = parts.indexOf(part, at);
    if (next === -1) return false;
    at = next + 1;
  }
  return wanted.length > 0;
}
