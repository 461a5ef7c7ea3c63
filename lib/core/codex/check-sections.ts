/** Sections that say nothing of their own: the same sentences stand in card after card. */
import { sectionNames, type SectionName } from './card';
import type { Finding } from './check-finding';
import type { Codex } from './prepare-codex';
import type { CardReading } from './read-for-check';

/** In this many cards a sentence is boilerplate, as it is to the match engine. */
const boilerplateFrom = 3;

/** What people write where they have nothing to say. */
const placeholder =
  /^\W*(?:n\/?a|nil|tbd|todo|unknown|(?:none|nothing|no (?:known |opposing |contrary )?(?:counter-?(?:evidence|arguments?)|views?|evidence))(?: (?:known|found|yet|so far|(?:in|from) .{0,60}))*)\W*$/i;

/**
 * One finding for each section of which every sentence stands in three cards or more. In a tier A
 * card counter-evidence of that kind, or a mere placeholder there, is none at all: a rule of its own.
 */
export function checkSections(reading: CardReading, codex: Codex | undefined): Finding[] {
  const { tier, sections } = reading.card;
  return sectionNames.flatMap((field): Finding[] => {
    const cards = codex === undefined ? 0 : cardsSharing(reading, field, codex);
    if (field === 'counterEvidence' && tier === 'A') {
      const empty = cards >= boilerplateFrom || placeholder.test(sections.counterEvidence);
      if (!empty) return [];
      const rule = 'counter_evidence_boilerplate';
      return [{ rule, severity: 'warning', field, values: [] }];
    }
    if (cards < boilerplateFrom) return [];
    const values = [String(cards)];
    return [{ rule: 'section_boilerplate', severity: 'warning', field, values }];
  });
}

/** How many cards have all of the section's sentences' fellows: the rarest sentence counts. */
function cardsSharing({ key, sentences }: CardReading, name: SectionName, codex: Codex): number {
  const here = sentences.get(name) ?? [];
  const before = new Set(codex.readings.get(key)?.sentences.get(name));
  const counts = here.map(
    (hash) => (codex.sentences.get(hash) ?? 0) - (before.has(hash) ? 1 : 0) + 1,
  );
  return counts.length === 0 ? 0 : Math.min(...counts);
}
