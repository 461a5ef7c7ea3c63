/** Finds the list of what was said in the JSON of transcript services, and salvages what is cut off. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Deeper and after more than this nothing is looked for. */
const deepest = 6;
const mostVisited = 20_000;

/** Lists of single words stand beside, or inside, lists of what was said. */
const wordLists = new Set(['words', 'tokens', 'timestamps']);

/**
 * The first list, from the outermost inward, whose entries `isEntry` knows; of lists equally deep one
 * that is not of single words. Undefined when there is none.
 */
export function findEntries(
  root: unknown,
  isEntry: (value: JsonObject) => boolean,
): readonly JsonObject[] | undefined {
  let level: { value: unknown; key: string }[] = [{ value: root, key: '' }];
  let visited = 0;
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const lists = level.filter(
      ({ value }) => Array.isArray(value) && value.some((each) => isObject(each) && isEntry(each)),
    );
    const list = lists.find(({ key }) => !wordLists.has(key)) ?? lists[0];
    if (Array.isArray(list?.value)) return list.value.filter(isObject);
    const below: typeof level = [];
    for (const { value, key } of level) {
      if (Array.isArray(value))
        below.push(...value.slice(0, 100).map((each: unknown) => ({ value: each, key })));
      else if (isObject(value)) {
        for (const [name, each] of Object.entries(value)) {
          if (typeof each === 'object' && each !== null) below.push({ value: each, key: name });
        }
      }
      visited += 1;
      if (visited > mostVisited) return undefined;
    }
    level = below;
  }
  return undefined;
}

/**
 * The objects of a text that is not whole JSON: one a line, or those in lists that were closed before
 * it was cut off. Each is parsed at most once for every list it stands in; linear in the text.
 */
export function salvageObjects(text: string): JsonObject[] {
  const found: JsonObject[] = [];
  /** Where each open bracket stands; lists count for depth. */
  const open: number[] = [];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') open.push(at);
    else if (character === '}' || character === ']') {
      const from = open.pop();
      // Inside an object at most, and a list in it: {"segments": [{…}, …
      if (from === undefined || character === ']' || open.length > 3) continue;
      const parent = text.charAt(open.at(-1) ?? -1);
      if (parent === '{') continue;
      const value = parsed(text.slice(from, at + 1));
      if (isObject(value)) found.push(value);
    }
  }
  return found;
}

/** The value of a JSON text; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // Nested too deeply is as broken as badly spelt.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
