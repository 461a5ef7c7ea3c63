import type { PickedInsight } from '@/components/library/insight-picker';
import type { ShownClip, ShownFinding, ShownLink, ShownNaming } from '@/components/library/shown';
import { titleOf } from '@/components/library/title-of';
import { linkToWords } from '@/lib/core/annotation/link-to-words';
import type { Card } from '@/lib/core/codex/card';
import { checkCard } from '@/lib/core/codex/check-card';
import { findingMessageKey, type Finding, type Fix } from '@/lib/core/codex/check-finding';
import { citation } from '@/lib/core/codex/citation';
import type { Codex } from '@/lib/core/codex/prepare-codex';
import { projectCard } from '@/lib/core/codex/project-card';
import type { Clip } from '@/lib/core/insight/clip';
import { filterInsights } from '@/lib/core/insight/filter-insights';
import type { Insight } from '@/lib/core/insight/insight';
import { promoteDraft } from '@/lib/core/insight/promote-draft';
import { timedLink } from '@/lib/core/source/timed-link';
import { formatTime } from '@/lib/core/transcript/format-time';
import { mayShift } from '@/lib/core/transcript/may-shift';
import { t } from '@/lib/i18n';
import { collectionName } from './collection-name';
import { showLinks, showNamings } from './shown-links';
import type { LibraryData } from './use-library';

/** Everything the open insight shows besides its own card. */
export interface ShownInsight {
  readonly clips: readonly ShownClip[];
  readonly links: readonly ShownLink[];
  readonly namings: readonly ShownNaming[];
  readonly findings: readonly ShownFinding[];
  readonly citation: string;
}

/** What the open insight is checked against, and what its fixes do. */
export interface Checking {
  /** Undefined until it is ready. */
  readonly codex: Codex | undefined;
  /** The person's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onFix: (fix: Fix) => void;
}

/** Works out what one insight shows; `card` is the one under edit. */
export function showInsight(
  stored: Insight,
  card: Card,
  data: LibraryData,
  checking?: Checking,
): ShownInsight {
  const insight = { ...stored, card };
  const clips = data.clipsOf.get(insight.key) ?? [];
  const projected = projectCard({
    insight,
    clips,
    sources: data.sourceOf,
    links: data.links,
    idOf: (key) => data.insightOf.get(key)?.card.id,
  });
  return {
    clips: clips.map((clip) => showClip(clip, data)),
    links: showLinks(insight.key, data),
    namings: showNamings(insight.key, data),
    findings: findingsOf(insight, projected, checking).map((found) =>
      showFinding(found, checking?.onFix),
    ),
    citation: citation(projected),
  };
}

/** The errors that would refuse promotion, and the advice. */
function findingsOf(insight: Insight, projected: Card, checking?: Checking): Finding[] {
  const { key } = insight;
  const found = checkCard({ key, card: projected }, checking?.codex, checking?.today);
  if (insight.status === 'ready') return found;
  const promoted = promoteDraft(insight, projected, new Set(), insight.updatedAt);
  return [
    ...(promoted.ok ? [] : promoted.error),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
}

function showFinding(finding: Finding, onFix?: (fix: Fix) => void): ShownFinding {
  const { rule, severity, field, values, fix } = finding;
  return {
    key: [rule, field, ...values].join(' '),
    onFix: fix && onFix && (() => onFix(fix)),
    level: severity,
    message: t(findingMessageKey(finding), ...values),
    // The conditions are two lists on the page.
    field: rule === 'fails_when_missing' ? 'failsWhen' : field,
  };
}

function showClip(clip: Clip, { sourceOf }: LibraryData): ShownClip {
  const source = sourceOf.get(clip.sourceKey);
  const wordsHref = linkToWords(clip.target);
  if (!clip.time) return { clip, source, wordsHref };
  const { start } = clip.time;
  const href = source && (timedLink(source.url, start) ?? source.url);
  const moment = formatTime(start);
  const time = mayShift(clip.time) ? t('clip_time_may_shift', moment) : moment;
  return { clip, source, time, moment, href, wordsHref };
}

/** The first few insights for what was typed, without the one that is open. */
export function findInsights(query: string, openKey: string, data: LibraryData): PickedInsight[] {
  return filterInsights(data.listed, { query })
    .filter(({ insight }) => insight.key !== openKey)
    .slice(0, 8)
    .map(({ insight }) => ({
      key: insight.key,
      title: titleOf(insight, data.quoteOf(insight.key)),
      operator: insight.card.operator,
      from: collectionName(insight, data),
    }));
}
