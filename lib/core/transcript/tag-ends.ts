/**
 * Prepares finding the ends of tags in a text. What comes back takes where a tag begins and gives the
 * place behind its end: a `>` within the quotes of a value ends none. Undefined where there is none.
 * Linear over all tags that have an end.
 */
export function tagEnds(text: string): (open: number) => number | undefined {
  // Once the quotes left a tag without an end, they are not trusted again.
  let isTorn = false;
  return (open) => {
    const quoted = isTorn ? undefined : endOutsideQuotes(text, open);
    if (quoted !== undefined) return quoted;
    isTorn = true;
    const end = text.indexOf('>', open);
    return end === -1 ? undefined : end + 1;
  };
}

function endOutsideQuotes(text: string, open: number): number | undefined {
  let isValue = false;
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '>') return at + 1;
    if (isValue && (character === '"' || character === "'")) {
      const close = text.indexOf(character, at + 1);
      if (close !== -1) at = close;
    }
    isValue = character === '=' || (isValue && /\s/.test(character));
  }
  return undefined;
}
