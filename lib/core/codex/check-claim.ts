/** Claims that another card of the codex makes already. */
import type { Finding } from './check-finding';
import { closest } from './likeness';
import type { Codex } from './prepare-codex';
import type { CardReading } from './read-for-check';

/** One finding at most: the card that says the same word for word, or else the closest one. */
export function checkClaim(reading: CardReading, codex: Codex): Finding[] {
  const { key, claim } = reading;
  if (claim === undefined) return [];
  const about = (other: string): Pick<Finding, 'severity' | 'field' | 'other'> => ({
    severity: 'warning',
    field: 'claim',
    other,
  });
  const name = (other: string): string => {
    const card = codex.readings.get(other)?.card;
    return card?.id || card?.title || '';
  };
  const same = codex.claims.get(claim)?.find((other) => other !== key);
  if (same !== undefined) return [{ rule: 'claim_repeated', values: [name(same)], ...about(same) }];
  const near =
    closest(codex.likeClaims, key, reading.terms) ??
    closest(codex.likeTitles, key, reading.titleTerms);
  if (near === undefined) return [];
  return [{ rule: 'claim_close', values: [name(near.key)], ...about(near.key) }];
}
