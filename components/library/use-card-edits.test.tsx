import * as fc from 'fast-check';
import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyCard, type Card } from '../../lib/core/codex/card';
import { render } from '../../test/support/render';
import { applyPatch, mergePatches, unsettled, type CardPatch } from './card-patch';
import { overwritten } from './overwritten';
import { useCardEdits, type Expected } from './use-card-edits';

const anyPatch: fc.Arbitrary<CardPatch> = fc.record(
  {
    title: fc.string(),
    domain: fc.array(fc.string()),
    tier: fc.constantFrom('A', 'B', undefined),
    sections: fc.record({ claim: fc.string(), signals: fc.string() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

test('two patches merged do what one after the other does', () => {
  fc.assert(
    fc.property(anyPatch, anyPatch, (first, second) => {
      const apart = applyPatch(applyPatch(emptyCard(), first), second);
      expect(applyPatch(emptyCard(), mergePatches(first, second))).toEqual(apart);
    }),
  );
});

test('a patch is settled exactly where the card says the same', () => {
  fc.assert(
    fc.property(anyPatch, (patch) => {
      expect(unsettled(applyPatch(emptyCard(), patch), patch)).toEqual({});
      const left = unsettled(emptyCard(), patch);
      expect(applyPatch(emptyCard(), left)).toEqual(applyPatch(emptyCard(), patch));
    }),
  );
});

/** A store that a test answers by hand. */
function aStore() {
  const patches: CardPatch[] = [];
  const answers: ((saved: boolean, refused?: CardPatch) => void)[] = [];
  const expected: Expected[] = [];
  const save = (patch: CardPatch, seen: Expected) => {
    patches.push(patch);
    expected.push(seen);
    return new Promise<CardPatch>((resolve) =>
      answers.push((saved, refused = patch) => resolve(saved ? {} : refused)),
    );
  };
  const stores: ((card: Card) => void)[] = [];
  /** The database tells the page what it holds now. */
  const tell = (card: Card) => {
    for (const setStored of stores) setStored(card);
  };
  const kept: CardPatch[] = [];
  const keep = (patch: CardPatch) => kept.push(patch);
  return { patches, answers, expected, kept, save, keep, stores, tell };
}

function Form({ store }: { readonly store: ReturnType<typeof aStore> }) {
  const [stored, setStored] = useState(emptyCard());
  useEffect(() => {
    store.stores.push(setStored);
  }, [store]);
  const { card, state, edit, flush } = useCardEdits(stored, store);
  return (
    <form>
      <label>
        Title
        <input
          value={card.title}
          onChange={(event) => edit({ title: event.target.value })}
          onBlur={() => void flush()}
        />
      </label>
      <label>
        Claim
        <input
          value={card.sections.claim}
          onChange={(event) => edit({ sections: { claim: event.target.value } })}
        />
      </label>
      <output>{state}</output>
      <p>Stored: {stored.title}</p>
    </form>
  );
}

const title = page.getByLabelText('Title');
const claim = page.getByLabelText('Claim');
const state = page.getByRole('status');

test('a pause saves what was typed, once', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(claim, 'One claim');
  await expect.poll(() => store.patches).toEqual([{ sections: { claim: 'One claim' } }]);
  await expect.element(state).toHaveTextContent('saving');
  store.answers[0]!(true);
  await expect.element(state).toHaveTextContent('saved');
});

test('leaving a field saves at once; edits made meanwhile follow in a second write', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'First');
  await userEvent.type(claim, 'x');
  expect(store.patches).toEqual([{ title: 'First' }]);
  store.answers[0]!(true);
  await expect.poll(() => store.patches[1]).toEqual({ sections: { claim: 'x' } });
});

test('what was typed stays until the store says the same, then the store speaks', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'Mine');
  await expect.poll(() => store.answers.length).toBe(1);
  store.answers[0]!(true);
  await expect.element(state).toHaveTextContent('saved');
  store.tell({ ...emptyCard(), operator: 'Changed elsewhere' });
  await expect.element(title).toHaveValue('Mine');
  store.tell({ ...emptyCard(), title: 'Mine' });
  await expect.element(page.getByText('Stored: Mine')).toBeVisible();
  await expect.element(title).toHaveValue('Mine');
  store.tell({ ...emptyCard(), title: 'Edited elsewhere' });
  await expect.element(title).toHaveValue('Edited elsewhere');
});

test('a failed save loses nothing: leaving the field tries it again', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'Kept');
  await expect.poll(() => store.answers.length).toBe(1);
  store.answers[0]!(false);
  await expect.element(state).toHaveTextContent('failed');
  await expect.element(title).toHaveValue('Kept');
  await userEvent.click(claim);
  await expect.poll(() => store.patches).toEqual([{ title: 'Kept' }, { title: 'Kept' }]);
  store.answers[1]!(true);
  await expect.element(state).toHaveTextContent('saved');
});

test('of a save that was refused in part only that part is tried again, and kept', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(claim, 'Too much');
  await userEvent.type(title, 'Fits');
  await userEvent.click(claim);
  await expect.poll(() => store.patches.at(-1)).toMatchObject({ title: 'Fits' });
  const refused = { sections: { claim: 'Too much' } };
  for (const answer of store.answers) answer(false, refused);
  await expect.poll(() => store.kept.at(-1)).toEqual(refused);
  await expect.element(state).toHaveTextContent('failed');
  await userEvent.type(title, '!');
  await expect.poll(() => store.patches.at(-1)).toEqual({ title: 'Fits!', ...refused });
  await expect.element(claim).toHaveValue('Too much');
});

test('what somebody else wrote into the field meanwhile is told from what the person saw', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'Mine');
  const theirs = { ...emptyCard(), title: 'Theirs', operator: 'Ada' };
  store.tell(theirs);
  await expect.poll(() => store.answers.length).toBe(1);
  const first = [store.patches[0]!, store.expected[0]!] as const;
  expect(overwritten(theirs, ...first)).toEqual({ title: 'Theirs' });
  expect(overwritten(emptyCard(), ...first)).toEqual({});

  // The second write finds what the first one wrote, and that is nobody else's.
  await userEvent.type(title, ' too');
  store.answers[0]!(true);
  await expect.poll(() => store.answers.length).toBe(2);
  const second = [store.patches[1]!, store.expected[1]!] as const;
  expect(overwritten({ ...theirs, title: 'Mine' }, ...second)).toEqual({});
  store.answers[1]!(true);
  store.tell({ ...theirs, title: 'Mine too' });
  await expect.element(page.getByText('Stored: Mine too')).toBeVisible();

  // Settled, and edited anew: what was changed in between was seen.
  store.tell({ ...theirs, title: 'Seen' });
  await expect.element(title).toHaveValue('Seen');
  await userEvent.type(title, '!');
  await expect.poll(() => store.answers.length).toBe(3);
  const third = [store.patches[2]!, store.expected[2]!] as const;
  expect(overwritten({ ...theirs, title: 'Seen' }, ...third)).toEqual({});
  expect(overwritten({ ...theirs, title: 'Mine too' }, ...third)).toEqual({ title: 'Mine too' });
});

test('closing the page saves at once', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'Late');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await expect.poll(() => store.patches).toEqual([{ title: 'Late' }]);
});

test('what the store has not confirmed is kept beside it at once, until it is confirmed', async () => {
  const store = aStore();
  render(<Form store={store} />);
  await userEvent.type(title, 'Mine');
  await userEvent.click(claim);
  await userEvent.type(claim, 'x');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  expect(store.kept.at(-1)).toEqual({ title: 'Mine', sections: { claim: 'x' } });
  store.answers[0]!(true);
  await expect.poll(() => store.answers.length).toBe(2);
  expect(store.kept.at(-1)).toEqual({ title: 'Mine', sections: { claim: 'x' } });
  store.answers[1]!(true);
  await expect.poll(() => store.kept.at(-1)).toEqual({});
});
