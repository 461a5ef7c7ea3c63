/** Operators and tags that other cards spell in another way. */
import type { Finding, ListField, RuleId } from './check-finding';
import { foldSpace } from './lists';
import type { Codex } from './prepare-codex';
import type { CardReading } from './read-for-check';
import { betterSpelling, type Spellings } from './spellings';

type NamedField = 'operator' | Exclude<ListField, 'related'>;

/**
 * One finding for each name and tag of which another spelling is more usual. Where only case,
 * accents, marks, endings or titles differ it is mended by taking that one; where it may be somebody
 * or something else after all, a person has to say.
 */
export function checkSpelling({ key, card }: CardReading, codex: Codex): Finding[] {
  const before = codex.readings.get(key)?.card;
  const look = (field: NamedField, spellings: Spellings, rules: readonly [RuleId, RuleId]) => {
    const fields = field === 'domain' || field === 'lifecycle' ? [field] : namedFields;
    const counted = before === undefined ? [] : fields.flatMap((each) => before[each]);
    const values = [card[field]].flat().filter((value) => value === foldSpace(value));
    return values.flatMap((from): Finding[] => {
      const better = betterSpelling(spellings, from, counted);
      if (better === undefined) return [];
      const to = better.spelling;
      const fix = { kind: 'replace', field, from, to } as const;
      const finding = { severity: 'warning', field, values: [from, to] } as const;
      return [better.same ? { rule: rules[0], ...finding, fix } : { rule: rules[1], ...finding }];
    });
  };
  const [named, tagged] = [
    ['operator_spelling', 'operator_close'],
    ['tag_spelling', 'tag_close'],
  ] as const;
  return [
    ...look('operator', codex.names, named),
    ...look('coOperators', codex.names, named),
    ...look('domain', codex.domains, tagged),
    ...look('lifecycle', codex.lifecycles, tagged),
  ];
}

/** An operator and a co-operator are the same kind of name. */
const namedFields = ['operator', 'coOperators'] as const;
