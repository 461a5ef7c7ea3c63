import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, render } from '../../test/support/render';
import type { CardPatch } from './card-patch';
import { fieldsOf, patchOf } from './kept-field';
import { KeptWords, type ShownKept } from './kept-words';

/** What is asked for, as it is. */
function show(fields: ShownKept['fields'], refused = false): string[] {
  const asked: string[] = [];
  const kept = { name: 'one', title: 'The first session decides', href: '#/insight/one', fields };
  render(
    <main>
      <h1>Library</h1>
      <KeptWords
        kept={[{ ...kept, refused }]}
        onTake={(name) => asked.push(`take ${name}`)}
        onCopy={(text) => asked.push(`copy ${text}`)}
        onDiscard={(name) => asked.push(`discard ${name}`)}
      />
    </main>,
  );
  return asked;
}

test('shows what was typed, field by field, and lets the person choose', async () => {
  const asked = show([
    { field: 'title', value: 'Mine', expected: [] },
    { field: 'tier', value: null, expected: [] },
    { field: 'domain', value: ['pricing', 'onboarding'], expected: [] },
  ]);
  await expect.element(page.getByText('Mine', { exact: true })).toBeVisible();
  await expect.element(page.getByText('(empty)')).toBeVisible();
  await expect.element(page.getByText('pricing, onboarding')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /^Use what I typed/ }));
  await userEvent.click(page.getByRole('button', { name: /^Discard/ }));
  expect(asked).toEqual(['take one', 'discard one']);
  await expectAccessible();
});

test('words that do not fit can be copied, and not be taken', async () => {
  const asked = show(
    [
      { field: 'sections.claim', value: 'Much', expected: [] },
      { field: 'title', value: 'More', expected: [] },
    ],
    true,
  );
  await expect.element(page.getByText('it could not be stored', { exact: false })).toBeVisible();
  expect(page.getByRole('button', { name: /^Use what I typed/ }).elements()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: /^Copy what I typed/ }));
  await userEvent.click(page.getByRole('button', { name: /^Discard/ }));
  expect(asked).toEqual(['copy Much\n\nMore', 'discard one']);
  await expectAccessible();
});

test.each<CardPatch>([
  {},
  { tier: undefined, score: undefined },
  { title: '', domain: [], sections: { claim: 'x', counterEvidence: '' } },
])('a patch comes back from its fields, through JSON: %j', (patch) => {
  const fields = JSON.parse(JSON.stringify(fieldsOf(patch))) as ReturnType<typeof fieldsOf>;
  expect(patchOf(fields)).toStrictEqual(patch);
});
