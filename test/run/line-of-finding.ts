/** Where in a card's file a finding points at. */
import { sectionNames, type SectionName } from '../../lib/core/codex/card';
import { cardKeys, sectionOfHeading } from '../../lib/core/codex/card-layout';
import { parseCardText } from '../../lib/core/codex/card-text';
import type { Finding } from '../../lib/core/codex/check-finding';

/**
 * The line, counted from 1: of the list item or of the id in the text where the finding names one,
 * else of the key or the section's heading, and of the id's key where the card has none of that.
 */
export function lineOfFinding(
  text: string,
  { field, values }: Pick<Finding, 'field' | 'values'>,
): number {
  const parsed = parseCardText(text);
  if (!parsed.ok) return parsed.error.line;
  const { lines, entries, sections, titleLine } = parsed.value;
  const named = values[0] ?? '';
  if (sectionNames.includes(field as SectionName)) {
    const section = sections.find(({ heading }) => sectionOfHeading(heading) === field);
    if (section) {
      const at = lines
        .slice(section.line, section.end)
        .findIndex((line) => named.startsWith('ins_') && line.includes(named));
      return section.line + Math.max(at, 0) + 1;
    }
  }
  if (field === 'title' && titleLine !== undefined) return titleLine + 1;
  const key = cardKeys.find((each) => each.field === field)?.key ?? 'id';
  const entry = entries.get(key) ?? entries.get('id');
  const item = entry?.more.find((each) => named !== '' && each.text.includes(named));
  return (item?.line ?? entry?.line ?? 0) + 1;
}
