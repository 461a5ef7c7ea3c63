import type { Suggestions } from '@/components/library/source-fields';
import type { Insight } from '@/lib/core/insight/insight';

const fields = [
  'operator',
  'operatorRole',
  'coOperators',
  'sourceTitle',
  'sourceType',
  'domain',
  'lifecycle',
  'maturity',
  'artifactClass',
] as const satisfies readonly (keyof Suggestions)[];

/** What the codex itself uses, so that an empty library suggests something too. */
const usual: Suggestions = {
  sourceType: ['essay', 'thread', 'book', 'podcast', 'research', 'post', 'talk', 'newsletter'],
  maturity: ['applied', 'frontier', 'foundational'],
  artifactClass: ['framework', 'playbook', 'template', 'workflow', 'metric-model', 'case-study'],
};

/** More than this no one reads through. */
const most = 200;

/** The values that the insights use, by field, the most used first. */
export function suggestionsOf(insights: readonly Insight[]): Suggestions {
  return Object.fromEntries(
    fields.map((field) => {
      const counts = new Map<string, number>();
      for (const value of usual[field] ?? []) counts.set(value, 0);
      for (const { card } of insights) {
        for (const value of [card[field]].flat()) {
          if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
      }
      const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
      return [field, values.slice(0, most)];
    }),
  );
}
