import { parseCardText } from './card-text';

/** The Markdown below the front matter and the title; all of it where there is no front matter. */
export function documentBody(text: string): string {
  const parsed = parseCardText(text);
  if (!parsed.ok) return text;
  const { lines, close, titleLine } = parsed.value;
  return lines
    .filter((_, at) => at > close && at !== titleLine)
    .join('\n')
    .trim();
}
