import { cleanText } from './clean-text';

const byline =
  /^(?:(?:written|posted|published|reported|words|story|article|text|post|review|interview)\s+)?(?:by|von|par|por|di|door|av|af|от|автор|author|authors|autor|auteur|autore|text)\s*:?\s+/i;
const between =
  /\s*(?:;|\||•|·|\s\/\s|\s&\s|\s\+\s|\s(?:and|und|et|en|og|och|with|mit|avec|con)\s)\s*/i;
/** Words for "and" that stand inside family names too: two names need two words on either side. */
const betweenFullNames = /(?<=^|,\s*)([^\s,]+\s[^,]*?\S)\s(?:y|e)\s(?=[^\s,]+\s[^\s,])/giu;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq|mba|cfa|rn|dds|jd)\.?$/i;
const notAPerson =
  /^(?:admin|administrator|author|editor|editors|editorial|staff|guest|guest author|unknown|anonymous|none|null|undefined|user|webmaster|team|n\/a|wordpress|contributor|contributors|online|share|follow|subscribe|comments?)$/i;
const roleWord =
  /\b(?:editor|writer|reporter|correspondent|staff|ceo|cto|founder|cofounder|professor|director|manager|columnist|contributor|analyst|head|chief|president|producer|university|institute|college|news|press|inc|ltd|llc|gmbh|agency|magazine|journalist|at|for|of the|the)\b/i;
const longestName = 80;

/**
 * The names in a text that says who wrote something: "By Jane Doe and John Roe" gives two. A part
 * after a comma counts as a name only when it reads like one, so that roles, places and titles do
 * not become people; handles, addresses and words such as "admin" are nobody.
 */
export function splitNames(text: string): string[] {
  const line = cleanText(text)
    ?.replace(/[(<[][^)>\]]*(?:https?:|@)[^)>\]]*[)>\]]?/g, '')
    .replace(byline, '')
    .replace(/\(\s*(?:with|avec|mit|con)\s+([^)]*)\)/gi, ' & $1');
  if (!line || /^https?:/i.test(line)) return [];
  const names: string[] = [];
  for (const part of line.replace(betweenFullNames, '$1; ').split(between)) {
    const [first = '', ...rest] = part.split(/\s*,\s*/);
    let last = cleanName(first);
    if (last) names.push(last);
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
    ?.replace(byline, '')
    .replace(/\s*[(<[][^)>\]]*[)>\]]\s*$/, '')
    .replace(/^[\s,:;–—-]+|[\s,:;–—-]+$/g, '');
  if (!name || name.length > longestName || name.length < 2) return undefined;
  if (/^@|@\S+\.|^https?:|^www\.|\.(?:com|org|net)\b/i.test(name)) return undefined;
  if (notAPerson.test(name) || !/\p{L}{2}|\p{Lo}/u.test(name) || /\d{3}/.test(name))
    return undefined;
  return name;
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

function readsLikeAName(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 5 || roleWord.test(text)) return false;
  return words.every((word) =>
    /^(?:\p{Lu}|\p{Lo}|d[aeiou]s?$|v[ao]n$|de[nrl]?$|la$|le$|al-|bin$|ibn$)/u.test(word),
  );
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
