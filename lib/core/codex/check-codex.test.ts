/** The rules that need the whole codex. */
import { expect, test } from 'vitest';
import { emptyCard, type Card } from './card';
import { checkCard } from './check-card';
import type { RuleId } from './check-finding';
import { applyFix } from './check-fix';
import { prepareCodex, type CodexCard } from './prepare-codex';

type Change = Partial<Omit<Card, 'sections'>> & { sections?: Partial<Card['sections']> };

/** A card about something of its own, so that it is close to no other. */
function card(id: string, change: Change = {}): CodexCard {
  const empty = emptyCard();
  const { sections, ...fields } = change;
  const own = `${id.replace('ins_', '')}er ${id.replace('ins_', '')}ing quite ${id}`;
  const claim = `About ${own} alone.`;
  const whole = { ...empty, id, title: `On ${own}`, operator: `Operator of ${id}`, ...fields };
  return {
    key: `key-${id}`,
    card: { ...whole, sections: { ...empty.sections, claim, ...sections } },
  };
}

/** What one rule says about each card, `id: field values → fix`. */
function found(cards: readonly CodexCard[], ...rules: RuleId[]): string[] {
  const codex = prepareCodex(cards);
  return cards.flatMap((each) =>
    checkCard(each, codex)
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, field, values, fix }) =>
        [each.card.id, rule, field, ...values, ...(fix ? ['→', ...Object.values(fix)] : [])].join(
          ' ',
        ),
      ),
  );
}

test('a link that is not answered is mended in the card that does not answer', () => {
  const cards = [
    card('ins_a', { related: ['ins_b', 'ins_c', 'ins_b'] }),
    card('ins_b', { related: ['ins_a'] }),
    card('ins_c'),
  ];
  expect(found(cards, 'link_one_way')).toEqual([
    'ins_c link_one_way related ins_a → add-related ins_a',
  ]);
  const codex = prepareCodex(cards);
  const third = cards[2]!;
  const finding = checkCard(third, codex).find(({ rule }) => rule === 'link_one_way');
  expect(finding?.other).toBe('key-ins_a');
  const mended = applyFix(third.card, finding!.fix!);
  expect(mended.related).toEqual(['ins_a']);
  expect(found([cards[0]!, cards[1]!, { ...third, card: mended }], 'link_one_way')).toEqual([]);
});

test('what leads nowhere is said once, in related before the text, and mended only where it is known', () => {
  const cards = [
    card('ins_a', {
      related: ['ins_gone', 'ins_gone', 'insights/ins_b.md', 'Ins_B', 'ins_a', 'ins_else'],
      sections: {
        crossReferences: '- `ins_gone` — why\n- ins_lost\n- ins_b.md',
        counterEvidence: 'See ins_lost and ins_b.',
      },
    }),
    card('ins_b'),
  ];
  const codex = prepareCodex(cards, { elsewhere: ['ins_else'] });
  const said = checkCard(cards[0]!, codex).filter(({ rule }) => /dead/.test(rule));
  expect(said.map(({ rule, field, values, fix }) => [rule, field, values[0], fix])).toEqual([
    ['link_dead', 'related', 'ins_gone', undefined],
    [
      'link_dead',
      'related',
      'insights/ins_b.md',
      { kind: 'replace', field: 'related', from: 'insights/ins_b.md', to: 'ins_b' },
    ],
    [
      'link_dead',
      'related',
      'Ins_B',
      { kind: 'replace', field: 'related', from: 'Ins_B', to: 'ins_b' },
    ],
    ['mention_dead', 'counterEvidence', 'ins_lost', undefined],
  ]);
});

test('the same claim, word for word or nearly, names the other card', () => {
  const claim = 'Teams that write their decisions down before the meeting decide twice as fast.';
  const cards = [
    card('ins_a', { title: 'Write first', sections: { claim } }),
    card('ins_b', {
      title: 'Decide on paper',
      sections: { claim: `**${claim.toUpperCase()}**  ` },
    }),
    card('ins_c', {
      title: 'Before the meeting',
      sections: { claim: 'A team that writes a decision down before the meeting decides fast.' },
    }),
    card('ins_d', { sections: { claim: 'Meetings are fast when nobody is hungry.' } }),
    card('ins_e', { sections: { claim: '' } }),
    card('ins_f', { sections: { claim: '' } }),
  ];
  expect(found(cards, 'claim_repeated', 'claim_close')).toEqual([
    'ins_a claim_repeated claim ins_b',
    'ins_b claim_repeated claim ins_a',
    expect.stringMatching(/^ins_c claim_close claim ins_[ab]$/) as string,
  ]);
});

test('titles that share most of their words are enough', () => {
  const cards = [
    card('ins_a', { title: 'The harness moves coding benchmarks more than models' }),
    card('ins_b', { title: 'A harness now moves coding benchmarks more than the model' }),
    card('ins_c', { title: 'A harness' }),
    card('ins_d', { title: 'A harness' }),
  ];
  expect(found(cards, 'claim_close')).toEqual([
    'ins_a claim_close claim ins_b',
    'ins_b claim_close claim ins_a',
  ]);
});

test('a name is held up against the more usual spelling; another person is only asked about', () => {
  const cards = [
    card('ins_a', { operator: 'Zoë Ångström' }),
    card('ins_b', { operator: 'Zoë Ångström' }),
    card('ins_c', { operator: 'Dr. zoe angstrom, PhD' }),
    card('ins_d', { operator: 'Z. Ångström' }),
    card('ins_e', { coOperators: ['Zoe Angstrom'] }),
  ];
  expect(found(cards, 'operator_spelling', 'operator_close')).toEqual([
    'ins_c operator_spelling operator Dr. zoe angstrom, PhD Zoë Ångström → replace operator Dr. zoe angstrom, PhD Zoë Ångström',
    'ins_d operator_close operator Z. Ångström Zoë Ångström',
    'ins_e operator_spelling coOperators Zoe Angstrom Zoë Ångström → replace coOperators Zoe Angstrom Zoë Ångström',
  ]);
});

test('a tag is held up against the more usual one, in its own field only', () => {
  const cards = [
    card('ins_a', { domain: ['growth-loops', 'monetisation'], lifecycle: ['Growth Loop'] }),
    card('ins_b', { domain: ['growth-loops', 'monetisation'] }),
    card('ins_c', { domain: ['growth-loop', 'monetization', 'growth-loops'] }),
    card('ins_d', { domain: ['atribution', 'monetisation'] }),
    card('ins_e', { domain: ['monetisation'] }),
    ...['ins_f', 'ins_g', 'ins_h', 'ins_i'].map((id) => card(id, { domain: ['attribution'] })),
  ];
  expect(found(cards, 'tag_spelling', 'tag_close')).toEqual([
    'ins_c tag_spelling domain growth-loop growth-loops → replace domain growth-loop growth-loops',
    'ins_c tag_spelling domain monetization monetisation → replace domain monetization monetisation',
    'ins_d tag_close domain atribution attribution',
  ]);
  const fix = {
    kind: 'replace',
    field: 'domain',
    from: 'growth-loop',
    to: 'growth-loops',
  } as const;
  expect(applyFix(cards[2]!.card, fix).domain).toEqual(['growth-loops', 'monetization']);
});

test('a section whose every sentence stands in three cards is boilerplate; one that names a card is not', () => {
  const conditions = 'Holds when:\n- The context matches the frame.\n\nFails when:\n- It does not.';
  const shared = { conditions, signals: '- People notice.\n- Nobody asks.' };
  const cards = [
    card('ins_a', { tier: 'A', sections: { ...shared, counterEvidence: 'No opposing view.' } }),
    card('ins_b', { tier: 'B', sections: { ...shared, counterEvidence: 'No opposing view.' } }),
    card('ins_c', {
      tier: 'A',
      sections: {
        ...shared,
        signals: '- People notice.\n- The phone rings.',
        counterEvidence: 'No  opposing view.\n',
        crossReferences: '- ins_d',
      },
    }),
    card('ins_d', {
      sections: { conditions: `${conditions}\n- More.`, crossReferences: '- ins_d' },
    }),
    card('ins_e', { sections: { crossReferences: '- ins_d', signals: '- Nobody asks.' } }),
  ];
  expect(found(cards, 'section_boilerplate', 'counter_evidence_boilerplate')).toEqual([
    'ins_a section_boilerplate conditions 4',
    'ins_a section_boilerplate signals 3',
    'ins_a counter_evidence_boilerplate counterEvidence',
    'ins_b section_boilerplate conditions 4',
    'ins_b section_boilerplate signals 3',
    'ins_b section_boilerplate counterEvidence 3',
    'ins_c section_boilerplate conditions 4',
    'ins_c counter_evidence_boilerplate counterEvidence',
    'ins_e section_boilerplate signals 3',
  ]);
});

test('the open card counts as what it says now, whatever it said when the codex was prepared', () => {
  const same = { signals: '- People notice.' };
  const cards = [
    card('ins_a', { operator: 'Swyx', sections: same }),
    card('ins_b', { operator: 'Swyx', sections: same }),
    card('ins_c', { operator: 'Someone Else', sections: { signals: '- Other.' } }),
  ];
  const codex = prepareCodex(cards);
  const rules = (edited: CodexCard) => checkCard(edited, codex).map(({ rule }) => rule);
  const third = cards[2]!;
  const boilerplate = {
    ...third,
    card: { ...third.card, sections: { ...third.card.sections, ...same } },
  };
  expect(rules(third)).not.toContain('section_boilerplate');
  expect(rules(boilerplate)).toContain('section_boilerplate');
  expect(rules({ ...third, card: { ...third.card, operator: 'swyx' } })).toContain(
    'operator_spelling',
  );
  // Its own former spelling is nobody's any more.
  const alone = [card('ins_d', { operator: 'Ada Example' })];
  const renamed = { ...alone[0]!, card: { ...alone[0]!.card, operator: 'ADA EXAMPLE' } };
  expect(checkCard(renamed, prepareCodex(alone)).map(({ rule }) => rule)).not.toContain(
    'operator_spelling',
  );
});

test('a card that did not change is not read again', () => {
  const cards = [card('ins_a'), card('ins_b')];
  const before = prepareCodex(cards);
  const edited = { ...cards[1]!, card: { ...cards[1]!.card, title: 'Another' } };
  const after = prepareCodex([structuredClone(cards[0]!), edited], { before });
  expect(after.readings.get('key-ins_a')).toBe(before.readings.get('key-ins_a'));
  expect(after.readings.get('key-ins_b')).not.toBe(before.readings.get('key-ins_b'));
});

test('a fix that comes late or twice changes nothing', () => {
  const { card: plain } = card('ins_a', { related: ['ins_b'], operator: 'Ada' });
  expect(applyFix(plain, { kind: 'add-related', id: 'ins_b' })).toBe(plain);
  expect(applyFix(plain, { kind: 'add-related', id: 'ins_a' })).toBe(plain);
  const rename = { kind: 'replace', field: 'operator', from: 'ada', to: 'Ada' } as const;
  expect(applyFix(plain, rename)).toBe(plain);
});
