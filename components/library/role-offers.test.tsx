import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RoleOffer } from '../../lib/core/source/metadata';
import { evidence } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { RoleOffers } from './role-offers';

const roles: RoleOffer[] = [
  { name: 'Jane Example', role: 'Pricing lead at Sample Scales', from: 'byline' },
  { name: 'Otto Other', role: 'Editor', from: 'bio' },
];
const source = {
  key: 'https://ledger.example/weigh',
  url: 'https://ledger.example/weigh',
  metadata: { roles },
  firstSeenAt: '2026-03-05T10:00:00Z',
  lastSeenAt: '2026-03-05T10:00:00Z',
};

function show(operator: string, value = '') {
  const chosen: string[] = [];
  const clips = [
    { ...evidence, source },
    { ...evidence, source },
  ];
  render(
    <main>
      <h1>Library</h1>
      <RoleOffers
        clips={clips}
        operator={operator}
        value={value}
        onChoose={(role) => chosen.push(role)}
      />
    </main>,
  );
  return chosen;
}

test('offers what the page says of the operator, once, and says where', async () => {
  const chosen = show('Jane Example');
  const offers = page.getByRole('list', { name: 'Roles that the page gives' });
  await expect
    .element(offers)
    .toHaveTextContent('Use “Pricing lead at Sample Scales” Jane Example, from byline');
  expect(offers.element().children).toHaveLength(1);
  expect(chosen).toEqual([]);
  await page.getByRole('button', { name: 'Use “Pricing lead at Sample Scales”' }).click();
  expect(chosen).toEqual(['Pricing lead at Sample Scales']);
  await expectAccessible();
});

test('offers nothing that is there already, or that is somebody else’s', async () => {
  show('Jane Example', 'Pricing lead at Sample Scales');
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
  show('Rita Reader');
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
});
