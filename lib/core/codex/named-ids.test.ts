import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { someCard, someDraft } from '../../../test/support/notes';
import { emptyCard } from './card';
import { collectLinks } from './collect-links';
import { namedIds } from './named-ids';

const cardWith = (related: string[], crossReferences: string, counterEvidence: string) =>
  someCard({
    id: 'ins_own',
    related,
    sections: { ...emptyCard().sections, crossReferences, counterEvidence },
  });

it('names each card once: related, cross-references, counter-evidence', () => {
  const card = cardWith(
    ['ins_b', 'ins_a', ''],
    '- `ins_c` — why\n- [[ins_a]], `ins_own`',
    'Limited by `ins_d/old`: small teams.\n\nThis is what ins_e.v2 and ins_c say.',
  );
  expect(namedIds(card)).toEqual(['ins_b', 'ins_a', 'ins_c', 'ins_d/old', 'ins_d', 'ins_e.v2']);
  expect(namedIds(emptyCard())).toEqual([]);
});

const id = fc.constantFrom('ins_a', 'ins_b-2', 'ins_c.x', 'ins_own', 'INS_D', 'ins_');
const words = fc.constantFrom('Limits ', 'Contradicted by ', 'see ', '- ', ': why', '\n\n', '\n');
const text = fc
  .array(
    fc.oneof(
      words,
      id,
      id.map((each) => `\`${each}\``),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

it('names whatever is read as a link', () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 3 }), text, text, (related, references, counter) => {
      const card = cardWith(related, references, counter);
      const views = [...collectLinks([someDraft({ card })], []).values()].flat();
      const read = new Set(views.map((view) => view.id));
      expect(new Set(namedIds(card))).toEqual(read);
    }),
  );
});
