import { cleanText } from './clean-text';
import { capital } from './letters';
import { fold } from './month-names';
import { hasWord, setOf } from './word-sets';

/** What a byline begins with, in the languages we know it in. */
const by =
  '(?:written|posted|published|reported|words|story|article|text|post|review|interview|hosted|presented)?\\s*(?:by|von|par|por|di|door|av|af|от|автор|作者|记者|記者|authors?|autor(?:/?in)?(?:es)?|auteurs?|autore|text|words|hosts?)';
const byline = new RegExp(`^\\W{0,3}${by}(?:\\s*[:：]\\s*|\\s+)`, 'i');
/** Where somebody is stated, what only one word follows is a first name: "Di Wu". */
const statedByline = new RegExp(`(?!^(?:di|von|par|por|af|av)\\s+\\S+$)${byline.source}`, 'i');
const between =
  /\s*(?:;|\||•|·|—|、|\s\/\s|\s&\s|\s\+\s|\s(?:and|und|et|и|و|en|og|och|with|mit|avec|con)\s)\s*/i;
/** Words for "and" that stand inside family names too: two names need two words on either side. */
const betweenFullNames = /(?<=^|,\s*)([^\s,]+\s[^,]*?\S)\s(?:y|e)\s(?=[^\s,]+\s[^\s,])/gi;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq|mba|cfa|rn|dds|jd)\.?$/i;
/** Written as if they were names, and nobody's: alone, at the beginning and at the end of others. */
const nobody = setOf(
  'guest,guest author,unknown,anonymous,none,null,undefined,user,n/a,wordpress,contributor,contributors,online,share,follow,subscribe,comment,comments,author,autor,posted,reuters,afp,dpa,ap,apa,ansa,efe,xinhua,associated press,the associated press',
);
const startsNobody = setOf(
  'all,alle,more,mehr,view,read,about,uber,see,show,zeige,voir,redaccion,redaction,redaktion,photo,foto,image,фото',
);
const endsNobody = setOf(
  'by,staff,editor,editorial,newsroom,newsdesk,desk,team,webmaster,redaktion,redaccion,redaction,redazione,reporter,редакция',
);
const roles = setOf(
  'ceo,cfo,cmo,coo,cpo,cto,chief,founder,cofounder,head,vp,president,partner,prof,professor,lecturer,researcher,engineer,designer,developer,editor,writer,reporter,correspondent,columnist,contributor,author,analyst,manager,lead,consultant,coach,investor,host,producer,fellow,student,adviser,advisor,strategist,expert,owner,principal,economist,creator,teacher,lawyer,attorney,physician,periodista',
);
const partOfRole =
  /scientist\b|redakt\w|leiter(?:in)?\b|gründer|geschäftsführer|\b(?:chair|direct(?:eur|rice|or)|inhaber|journalist|rédact\w|fondat\w|fundador)/;
const notInNames = setOf(
  'staff,university,institute,college,news,press,inc,ltd,llc,gmbh,agency,magazine,at,for,the,times,post,journal,tribune,herald,insider,today,bureau,desk,team,group,media,network,foundation,center,centre,school,department,freelance,phd,feb,apr,jul,aug,sep,sept,oct,nov,dec',
);
/** What may follow a name without a comma, and is none of it. */
const afterName =
  /\s+(?:(?:is|was) an?\s|(?:for|of the|at|in|on|from|via|pour|für|updated|published|posted|contributed|reports?|writes)\s|[^\s\d.,]{3,9}\.? \d|\d|\(|@).*$/i;
/** Two letters of an alphabet, or a sign that is a word or a syllable. */
const twoLetters = /[a-zA-ZÀ-ɏ]{2}|[Ͱ-\u1fff\u2c00-\uffff]/;
const longestName = 80;

/**
 * The names in a text that says who wrote something: "By Jane Doe and John Roe" gives two. A part
 * after a comma counts as a name only when it reads like one, so that roles, places and titles do
 * not become people; handles, addresses, agencies and words such as "admin" are nobody.
 */
export function splitNames(text: string): string[] {
  const line = cleanText(text)
    ?.replace(/[(<[][^)>\]]*(?:https?:|@)[^)>\]]*[)>\]]?/g, '')
    .replace(/^.*\s(?:posts|articles|stories|beiträge|artikel|artículos)\s+(?:by|von|de)\s+/i, '')
    .replace(byline, '')
    .replace(/,?\s+et\.? al\b\.?/gi, '')
    .replace(/\(\s*(?:with|avec|mit|con)\s+([^)]*)\)/gi, ' & $1');
  if (!line || /^https?:/i.test(line)) return [];
  // "Doe, Jane; Roe, John": each with the family name first.
  if (/^(?:[^,;\s]+,[^,;]+; ?)+[^,;\s]+,[^,;]+$/.test(line)) {
    return unique(line.split(/; ?/).flatMap((each) => turnCatalogueName(each) ?? []));
  }
  const names: string[] = [];
  for (const part of line.replace(betweenFullNames, '$1; ').split(between)) {
    const [first = '', ...rest] = part.split(/\s*,\s*/);
    let last = cleanName(first);
    if (last && (names.length === 0 || readsLikeAName(last) || !/\s/.test(last))) names.push(last);
    for (const other of rest) {
      if (suffix.test(other) && last) {
        names[names.length - 1] = `${last}, ${other}`;
        continue;
      }
      const name = cleanName(other.replace(/^(?:and|und|et|y)\s+/i, ''));
      if (!name || !readsLikeAName(name)) continue;
      names.push(name);
      last = name;
    }
  }
  return unique(names);
}

/** One name as it is given, without what often stands around it; undefined when it is none. */
export function cleanName(text: string): string | undefined {
  const name = cleanText(text)
    ?.replace(statedByline, '')
    .replace(/\s*[(<[][^)>\]]*[)>\]]\s*$/, '')
    .replace(/^[\s,:;.–—-]+|[\s,:;–—-]+$/g, '')
    .replace(/([^\s.]{4})\.$/, '$1');
  if (!name || name.length > longestName || name.length < 2) return undefined;
  // What stands in quotes is the name of a work.
  if (/^[‘“"«'].*[’”"»']$/.test(name)) return undefined;
  if (/^@|@\S+\.|^https?:|^www\.|\.(?:com|org|net)\b/i.test(name)) return undefined;
  if (isNobody(fold(name)) || !twoLetters.test(name) || /\d{3}/.test(name)) return undefined;
  return name;
}

function isNobody(name: string): boolean {
  const words = name.split(' ');
  return (
    nobody.has(name) ||
    /^admin\w*$|^contributors to /.test(name) ||
    startsNobody.has(words[0] ?? '') ||
    endsNobody.has(name.replace(/^.*[ -]|s$/g, ''))
  );
}

/** Whether a word makes a text, in lower case, a role. */
export function hasRole(text: string): boolean {
  return hasWord(text, roles) || partOfRole.test(text);
}

/** Whether a word keeps a text, in lower case, from being a name. A title before one does not. */
function isOfOthers(text: string): boolean {
  return (
    hasRole(text.replace(/^prof(?:essor)?\.? /, '')) ||
    hasWord(text, notInNames) ||
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/.test(text)
  );
}

/**
 * The names of one line of a page, where more than names may stand: what comes after a name is cut
 * off, and only what is written like a name counts.
 */
export function namesOfLine(line: string): string[] {
  const mayBeOneWord = byline.test(line);
  const stretches = line.replace(byline, '').split(/\s*[|•·]\s*/);
  return unique(
    stretches.flatMap((stretch, at) =>
      stretch
        .replace(/\s+(?:and|&)\s+/gi, '; ')
        .split(/\s*;\s*/)
        .flatMap((part) => splitNames(part.replace(afterName, '')))
        .filter(
          (name) =>
            readsLikeAName(name) ||
            // Behind a mark a single word is a month, a day or a part of the site.
            (mayBeOneWord && at === 0 && /^[^\s\d!-/:-@[-`{-~][^\s!-,/:-@[-^`{-~]+$/.test(name)),
        ),
    ),
  );
}

/** Whether a line begins as bylines do. */
export function startsAsByline(line: string): boolean {
  return byline.test(line);
}

/** "Doe, Jane", as catalogues write it, turned to "Jane Doe". */
export function turnCatalogueName(text: string): string | undefined {
  const parts = text.split(/\s*,\s*/);
  const [family, given] = parts;
  if (parts.length === 2 && family && given && !suffix.test(given)) {
    return cleanName(`${given} ${family}`);
  }
  return cleanName(text);
}

const startsName = new RegExp(
  `^(?:${capital}|d[aeiou]s?$|v[ao]n$|de[nrl]?$|l[ae]$|al-|bin$|ibn$|y$|e$|ter$|zu$)`,
);

/** Whether a text is written as a name of two to five words is. */
export function readsLikeAName(text: string): boolean {
  const words = text.split(' ');
  if (/^[^\0-\u058f]{2,8}$/.test(text) && /^\p{Lo}+$/u.test(text)) return true;
  if (words.length < 2 || words.length > 5 || isOfOthers(text.toLowerCase())) return false;
  return words.every((word) => startsName.test(word));
}

export function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
