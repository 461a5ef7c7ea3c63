import type { Card } from './card';
import type { Finding, ListField, TextField } from './check-finding';
import { foldSpace } from './lists';

const fields: readonly (TextField | ListField)[] = [
  'operator',
  'operatorRole',
  'coOperators',
  'sourceType',
  'domain',
  'lifecycle',
  'maturity',
  'artifactClass',
  'related',
];

/** White space around a name or a tag, or doubled within: nobody sees it, and no two of them meet. */
export function checkWhiteSpace(card: Card): Finding[] {
  return fields.flatMap((field) =>
    [card[field]].flat().flatMap((from): Finding[] => {
      const to = foldSpace(from);
      if (to === from || to === '') return [];
      const fix = { kind: 'replace', field, from, to } as const;
      return [{ rule: 'white_space', severity: 'warning', field, values: [to], fix }];
    }),
  );
}
