import type { RuleCount } from '@/components/library/check-counts';
import type { CheckedFinding } from '@/lib/core/codex/check-collection';
import { t } from '@/lib/i18n';

/** How often each rule is broken: what must be mended first, then the most frequent. */
export function countRules(findings: readonly CheckedFinding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { finding } of findings) {
    const { rule, severity: level } = finding;
    const count = (counts.get(rule)?.count ?? 0) + 1;
    counts.set(rule, { rule, level, name: t(`rule_name_${rule}`), count });
  }
  return [...counts.values()].sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.name < b.name ? -1 : 1),
  );
}

function rank({ level }: RuleCount): number {
  return level === 'error' ? 0 : 1;
}
