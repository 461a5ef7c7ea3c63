/** Links that lead nowhere, and links that lead one way only. */
import type { Finding } from './check-finding';
import { mentionedIds } from './lists';
import type { Codex } from './prepare-codex';
import type { CardReading } from './read-for-check';

/**
 * By `related`: each id that no card bears, and each card of the codex that lists this one without
 * being listed here, which is mended by listing it. By the text: each further id that leads nowhere.
 */
export function checkLinks({ key, card }: CardReading, codex: Codex): Finding[] {
  const { id, related, sections } = card;
  const findings: Finding[] = [];
  const seen = new Set([id, '']);
  for (const listed of related) {
    if (seen.has(listed) || codex.ids.has(listed)) continue;
    seen.add(listed);
    const to = mendedId(listed, codex);
    findings.push({
      rule: 'link_dead',
      severity: 'warning',
      field: 'related',
      values: [listed],
      ...(to !== undefined && { fix: { kind: 'replace', field: 'related', from: listed, to } }),
    });
  }
  for (const field of ['counterEvidence', 'crossReferences'] as const) {
    for (const named of mentionedIds(sections[field])) {
      const plain = named.replace(/\.md$/i, '');
      if (seen.has(plain) || codex.ids.has(named) || codex.ids.has(plain)) continue;
      seen.add(plain);
      findings.push({ rule: 'mention_dead', severity: 'warning', field, values: [plain] });
    }
  }
  for (const other of id === '' ? [] : (codex.listers.get(id) ?? [])) {
    const from = codex.readings.get(other)?.card.id ?? '';
    if (other === key || from === '' || from === id || related.includes(from)) continue;
    findings.push({
      rule: 'link_one_way',
      severity: 'warning',
      field: 'related',
      values: [from],
      fix: { kind: 'add-related', id: from },
      other,
    });
  }
  return findings;
}

/** The card that is meant where the id is written with marks, a folder, an ending or capitals. */
function mendedId(listed: string, codex: Codex): string | undefined {
  const bare = listed.replace(/[`"'[\]()<>\s]/g, '').replace(/^.*[\\/]|\.md$/gi, '');
  return [bare, bare.toLowerCase()].find((each) => each !== listed && codex.ids.has(each));
}
