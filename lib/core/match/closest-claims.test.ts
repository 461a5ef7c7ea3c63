import { describe, expect, test } from 'vitest';
import { closestClaims, type ClaimText } from './closest-claims';
import { buildIndex } from './match-index';

const claims: Readonly<Record<string, ClaimText>> = {
  session: {
    title: 'The first session decides whether a person stays',
    claim: 'People who reach their **first result** within one session come back; others do not.',
  },
  seats: {
    title: 'Price by seat',
    claim: 'Charging for each seat punishes small teams and is abandoned as soon as they grow.',
  },
  meetings: {
    title: 'Write before the meeting',
    claim: 'A decision that was written down beforehand takes half the meeting.',
  },
  untitled: { title: '', claim: 'Leeks want butter, time and a lid.' },
};

const index = buildIndex(
  Object.entries(claims).map(([key, fields]) => ({
    key,
    operator: '',
    sourceKeys: [],
    fields,
  })),
);
const ask = (claim: string, title = '', key = 'draft') =>
  closestClaims(index, { key, title, claim }, (other) => claims[other]);

describe('the closest claims', () => {
  test('are found whatever the order and the endings of the words, with the words both have', () => {
    const [closest, ...others] = ask(
      'Small teams are punished by charging each seat, and growing they abandon it.',
    );
    expect(closest?.key).toBe('seats');
    expect(closest?.score).toBeGreaterThan(0.3);
    expect(closest?.terms.map(({ inInsight }) => inInsight)).toEqual(
      expect.arrayContaining(['seat', 'punishes', 'small', 'teams']),
    );
    expect(others).toEqual([]);
  });

  test('are found by a title alone, and where there is no title', () => {
    expect(ask('', 'What decides whether a person stays is the first session')).toMatchObject([
      { key: 'session' },
    ]);
    expect(ask('Leeks want a lid, time and butter')).toMatchObject([{ key: 'untitled' }]);
  });

  test('the same claim is closer than one said otherwise', () => {
    const { title = '', claim = '' } = claims.meetings ?? {};
    const [same] = ask(claim, title);
    const [other] = ask('A decision written down beforehand halves the meeting.');
    expect([same?.key, other?.key]).toEqual(['meetings', 'meetings']);
    expect(same?.score).toBeGreaterThan(other?.score ?? 1);
  });

  test('are none for something else, for next to nothing, and not the draft itself', () => {
    expect(ask('Bread rises better in a warm kitchen with the window shut.')).toEqual([]);
    expect(ask('Teams')).toEqual([]);
    expect(ask('')).toEqual([]);
    expect(ask(claims.seats?.claim ?? '', claims.seats?.title, 'seats')).toEqual([]);
  });
});
