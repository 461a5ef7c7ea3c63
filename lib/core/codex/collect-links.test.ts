import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { someCard, someDraft, someLink, uuid } from '../../../test/support/notes';
import type { Insight } from '../insight/insight';
import { linkTypes, type Link } from '../insight/link';
import type { Card } from './card';
import { collectLinks } from './collect-links';
import { projectCard } from './project-card';
import { readCard } from './read-card';
import { writeCard } from './write-card';

function insight(name: string, card: Partial<Card>, collection = 'codex'): Insight {
  return someDraft({
    key: `${collection}/${name}`,
    collection,
    card: someCard({ id: `ins_${name}`, ...card }),
  });
}

const sections = (over: Partial<Card['sections']>): Card['sections'] => ({
  ...someCard().sections,
  ...over,
});

test('a link the person drew is seen from both ends', () => {
  const [a, b] = [insight('a', {}), insight('b', {})];
  const link = someLink({ from: a.key, to: b.key, type: 'limits', why: 'w' });
  const rest = { type: 'limits', why: 'w', origin: 'person', linkId: link.id };
  expect(Object.fromEntries(collectLinks([a, b], [link]))).toEqual({
    [a.key]: [{ key: b.key, direction: 'from', ...rest }],
    [b.key]: [{ key: a.key, direction: 'to', ...rest }],
  });
});

test('related ids and cross-references are one link, from both ends', () => {
  const a = insight('a', {
    related: ['ins_b'],
    sections: sections({ crossReferences: '- `ins_b` — why\n- `ins_gone`, lost\n- `ins_a`' }),
  });
  const b = insight('b', {});
  const places = ['related', 'crossReferences'];
  const related = { type: 'related', origin: 'related', why: 'why', places };
  expect(Object.fromEntries(collectLinks([a, b], []))).toEqual({
    [a.key]: [
      { key: b.key, direction: 'from', namedBy: 'this', ...related },
      {
        key: undefined,
        id: 'ins_gone',
        type: 'related',
        direction: 'from',
        why: 'lost',
        origin: 'text',
        places: ['crossReferences'],
        namedBy: 'this',
      },
    ],
    [b.key]: [{ key: a.key, direction: 'to', namedBy: 'other', ...related }],
  });
});

test('cards that list each other are linked once, both ways', () => {
  const a = insight('a', { related: ['ins_b'] });
  const b = insight('b', { related: ['ins_a'] });
  const views = collectLinks([a, b], []);
  expect([views.get(a.key), views.get(b.key)]).toMatchObject([
    [{ key: b.key, direction: 'both', namedBy: 'both' }],
    [{ key: a.key, direction: 'both', namedBy: 'both' }],
  ]);
});

test('a card named in counter-evidence contradicts, which stands for a mere relation', () => {
  const a = insight('a', {
    related: ['ins_b'],
    sections: sections({ counterEvidence: 'Prose.\n\nBut `ins_b` says\notherwise.' }),
  });
  const b = insight('b', { related: ['ins_a'] });
  const said = { type: 'contradicts', why: 'But `ins_b` says\notherwise.', origin: 'text' };
  const rest = { ...said, places: ['counterEvidence'] };
  expect(Object.fromEntries(collectLinks([a, b], []))).toEqual({
    [a.key]: [{ key: b.key, direction: 'to', namedBy: 'this', ...rest }],
    [b.key]: [{ key: a.key, direction: 'from', namedBy: 'other', ...rest }],
  });
});

test('a drawn link stands for the related id, and a drawn relation leaves a contradiction', () => {
  const a = insight('a', {
    related: ['ins_b'],
    sections: sections({ counterEvidence: 'See ins_b.' }),
  });
  const b = insight('b', {});
  const types = (type: 'supports' | 'contradicts'): unknown =>
    collectLinks([a, b], [someLink({ from: a.key, to: b.key, type })])
      .get(a.key)
      ?.map((view) => view.type);
  expect(types('supports')).toEqual(['supports', 'contradicts']);
  expect(types('contradicts')).toEqual(['contradicts']);
});

/** What both insights show once their cards were written with the link, and read elsewhere. */
function afterRoundTrip(link: Link, read: readonly ('a' | 'b')[]): unknown {
  const all = { a: insight('a', {}), b: insight('b', {}) };
  const idOf = (key: string) => Object.values(all).find((each) => each.key === key)?.card.id;
  for (const name of read) {
    const projected = projectCard({
      insight: all[name],
      clips: [],
      sources: new Map(),
      links: [link],
      idOf,
    });
    const card = readCard(writeCard(projected));
    if (!card.ok) throw new Error(card.error.reason);
    all[name] = { ...all[name], card: card.value };
  }
  const views = collectLinks(Object.values(all), []);
  return Object.values(all).map(({ key }) =>
    views
      .get(key)
      ?.map(({ type, direction, why, key: other }) => ({ type, direction, why, other })),
  );
}

test('a link keeps its type, its direction and its why on the way out and in again', () => {
  const [a, b] = ['codex/a', 'codex/b'];
  const types = fc.constantFrom(...linkTypes);
  const why = fc.constantFrom('', 'It says no.', 'As ever: yes');
  const read = fc.constantFrom(['a'] as const, ['b'] as const, ['a', 'b'] as const);
  fc.assert(
    fc.property(types, why, read, fc.boolean(), (type, reason, names, turned) => {
      const [from, to] = turned ? [b, a] : [a, b];
      const view = (key: string, other: string): unknown => {
        const direction = type === 'related' ? expect.any(String) : key === from ? 'from' : 'to';
        return [{ type, direction, why: reason, other }];
      };
      const link = someLink({ from, to, type, why: reason });
      expect(afterRoundTrip(link, names)).toEqual([view(a, b), view(b, a)]);
    }),
  );
});

test('a sentence that only begins like a verb of ours is prose', () => {
  const a = insight('a', {
    sections: sections({
      crossReferences: '- `ins_b` — supports the idea',
      counterEvidence: 'Contradicts `ins_c` in part.',
    }),
  });
  const views = collectLinks([a, insight('b', {}), insight('c', {})], []).get(a.key);
  expect(views).toMatchObject([
    { key: 'codex/c', type: 'contradicts', direction: 'to' },
    { key: 'codex/b', type: 'related', why: 'supports the idea' },
  ]);
});

test('an id is looked for in the same collection first, and then anywhere', () => {
  const own = insight('b', {}, 'own');
  const [a, b] = [insight('a', { related: ['ins_b'] }), insight('b', {})];
  expect(collectLinks([own, a, b], []).get(a.key)).toMatchObject([{ key: b.key }]);
  expect(collectLinks([own, a], []).get(a.key)).toMatchObject([{ key: own.key }]);
});

test('drafts without an id do not answer to one, and a link to nobody is left out', () => {
  const draft = someDraft({ card: someCard({ id: '' }) });
  expect(collectLinks([draft], [someLink({ from: draft.key, to: uuid(9) })]).size).toBe(0);
});
