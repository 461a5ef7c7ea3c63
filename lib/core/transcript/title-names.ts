import { nameAtStart, peopleList, personName } from './person-name';

const number =
  /^(?:(?:ep(?:isode|\.)?|no\.?|folge|s\d+\s?e)\s*)?#?\s*\d{1,5}\s*(?:[:.|\u2013\u2014-]|(?=\s\p{Lu}))\s*/iu;
const guestMark =
  /(?:^|[\s([,|\u2013\u2014-])(?:with|w\/|feat\.?|ft\.?|featuring|interview(?:ing|s)?(?:\s+with)?|meet|guests?:|mit|avec|con)\s+(?:guests?\s+)?/giu;
const parts = /\s+[|\u2013\u2014\u2022\u00b7-]{1,2}\s+|\s*[|\u2014]\s*|:\s+/;
/** `Ada King (CEO of Elsewhere)`, `Ada King, founder of Elsewhere`. */
const role =
  /\s*(?:\([^()]*\)|,\s+(?:the\s+)?(?:former\s+|ex-)?(?:author|ceo|cfo|cmo|coo|cpo|cro|cto|vp|svp|chief|co-?founder|creator|director|editor|founder|head|host|lead|partner|president|professor)\b.*)$/i;
const onSubject =
  /^(.{3,50}?)\s+(?:on|explains|talks|discusses|shares|tells|reveals|answers|returns)\s/;

/**
 * The guests an episode's title names: `Title with Ada King`, `Ada King: Title`, `#12 – Ada King, CEO`,
 * `Title | Ada King (Elsewhere)`, `w/`, `Ada King on …`. `show` is left out where the title repeats it.
 */
export function guestsOfTitle(title: string, show = ''): string[] {
  const plain = title.slice(0, 500).trim().replace(number, '');
  for (const match of plain.matchAll(guestMark)) {
    const rest = plain.slice(match.index + match[0].length).split(parts)[0] ?? '';
    const names = peopleList(rest.replace(role, ''));
    if (names.length > 0) return names;
    const first = nameAtStart(rest);
    if (first !== '') return [first];
  }
  const segments = plain
    .split(parts)
    .map((segment) => segment.replace(number, '').trim())
    .filter((segment) => segment !== '' && segment.toLowerCase() !== show.trim().toLowerCase());
  for (const segment of segments) {
    // A title that is a list of names and nothing else may as well be a list of subjects.
    const names = peopleList(segment.replace(role, ''));
    if (names.length > 0 && (segments.length > 1 || role.test(segment) || names.length < 3))
      return names;
  }
  const subject = onSubject.exec(plain);
  const speaker = subject === null ? '' : personName(subject[1] ?? '');
  return speaker === '' ? [] : [speaker];
}

const called = /^(?:the\s+)?(.{3,60}?)(?:['\u2019]s)?\s+(?:show|podcast|experience|hour)\b/i;
const hostMark = /\s(?:with|w\/|mit|avec|con)\s+(?:host\s+)?/i;

/** The hosts a show is named after: `The Ada King Show`, `Elsewhere with Ada King`. */
export function hostsOfShow(show: string): string[] {
  const plain = show.slice(0, 300).trim();
  const mark = hostMark.exec(plain);
  const named = mark === null ? [] : peopleList(plain.slice(mark.index + mark[0].length));
  if (named.length > 0) return named;
  return peopleList(called.exec(plain)?.[1] ?? '');
}
