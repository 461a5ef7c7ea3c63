/** Text directives as they stand in an address: https://wicg.github.io/scroll-to-text-fragment/#syntax. */

/** `prefix-,start,end,-suffix`, decoded. Without `end` the words are all in `start`. */
export interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** Beyond what `encodeURIComponent` writes: what parts a directive, and what Markdown could take amiss. */
const special = /[-!'()*~]/g;

function encode(term: string): string {
  return encodeURIComponent(term).replace(
    special,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The directive, `text=…`; undefined where a term holds half a character, which no address can. */
export function writeDirective(directive: TextDirective): string | undefined {
  const { prefix, start, end, suffix } = directive;
  const terms = [prefix, start, end, suffix].filter((term) => term !== undefined);
  if (terms.some((term) => /\p{Surrogate}/u.test(term))) return undefined;
  return `text=${[
    ...(prefix === undefined ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === undefined ? [] : [encode(end)]),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ].join(',')}`;
}

/** Reads `text=…`; undefined for what the specification calls invalid. */
export function readDirective(written: string): TextDirective | undefined {
  if (!written.startsWith('text=')) return undefined;
  const terms = written.slice('text='.length).split(',');
  const prefix = terms[0]?.endsWith('-') ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()?.slice(1) : undefined;
  const [start, end, ...rest] = terms;
  if (start === undefined || rest.length > 0) return undefined;
  const all = [prefix, start, end, suffix];
  if (all.some((term) => term === '' || term?.includes('-') || term?.includes('&'))) {
    return undefined;
  }
  try {
    const decoded = all.map((term) => term && decodeURIComponent(term));
    return {
      start: decoded[1] ?? '',
      ...(prefix !== undefined && { prefix: decoded[0] ?? '' }),
      ...(end !== undefined && { end: decoded[2] ?? '' }),
      ...(suffix !== undefined && { suffix: decoded[3] ?? '' }),
    };
  } catch {
    // A stray percent sign.
    return undefined;
  }
}

/** The address with the directive behind it, and behind a fragment that it has already. */
export function withDirective(address: string, written: string): string {
  return `${address}${address.includes('#') ? '' : '#'}:~:${written}`;
}
