import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';

/** The insight's title; a draft without one is known by its claim, then by its first quote. */
export function titleOf(insight: Insight, quote?: string): string {
  const { title, sections } = insight.card;
  return (
    title.trim() || firstLine(sections.claim) || firstLine(quote ?? '') || t('library_untitled')
  );
}

/** The first line of a text, cut at 140 characters. */
export function firstLine(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  if (line.length <= 140) return line;
  // Not with half an emoji at its end.
  return `${line
    .slice(0, 139)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
