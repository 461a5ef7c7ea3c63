import type { Clip } from '../insight/clip';
import type { Insight } from '../insight/insight';
import { pageKey } from '../source/page-key';
import type { PageSnapshot } from '../source/snapshot';
import { matchFields, type MatchDocument, type MatchField, type SourcePage } from './match';

/**
 * An insight as the engine reads it. Its clips' quotes count as evidence or counter-evidence, so that a
 * draft with nothing but a quote can already match; clips in the trash do not count.
 * `sourceKeyOf` gives the source key of an address, or undefined where it has none.
 */
export function matchDocument(
  insight: Insight,
  clips: readonly Clip[],
  sourceKeyOf: (url: string) => string | undefined,
): MatchDocument {
  const { title, operator, sourceUrl, sections } = insight.card;
  const kept = clips.filter(
    (clip) => clip.insightKey === insight.key && clip.deletedAt === undefined,
  );
  const quotes = (role: Clip['role'], section: string): string[] =>
    kept
      .filter((clip) => clip.role === role && clip.quote !== '' && !section.includes(clip.quote))
      .map((clip) => clip.quote);
  const text: Readonly<Record<MatchField, string>> = {
    title,
    claim: sections.claim,
    mechanism: sections.mechanism,
    conditions: sections.conditions,
    evidence: [sections.evidence, ...quotes('evidence', sections.evidence)].join('\n\n'),
    signals: sections.signals,
    counterEvidence: [
      sections.counterEvidence,
      ...quotes('counter-evidence', sections.counterEvidence),
    ].join('\n\n'),
  };
  const fields: Partial<Record<MatchField, string>> = {};
  for (const field of matchFields) {
    const trimmed = text[field].trim();
    if (trimmed !== '') fields[field] = trimmed;
  }
  const ownKey = sourceUrl === '' ? undefined : sourceKeyOf(sourceUrl);
  const sourceKeys = new Set(kept.map((clip) => clip.sourceKey));
  if (ownKey !== undefined) sourceKeys.add(ownKey);
  return { key: insight.key, fields, operator, sourceKeys: [...sourceKeys] };
}

/** A snapshot as the engine reads it: its passages, its key as a source, and whom the page names. */
export function matchPageOf(snapshot: PageSnapshot): SourcePage {
  const people = snapshot.metadata.authors?.value ?? [];
  return {
    passages: snapshot.passages,
    sourceKey: pageKey(snapshot),
    ...(people.length > 0 && { people: [...new Set(people)] }),
  };
}
