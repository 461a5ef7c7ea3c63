import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SharedTerm } from '@/lib/core/match/match';
import type { LinkType } from '@/lib/core/insight/link';
import { aMatch, anId, anInsight, passagesOf } from '../../test/support/builders';
import { expectAccessible, render } from '../../test/support/render';
import { fakeSurface, nothingSurfaced } from '../../test/support/surface-api';
import { draft, fullSurfacing, severalRelated } from '../../test/support/surfaced';
import { SurfaceApp } from './surface-app';

const part = (name: string) => page.getByRole('region', { name, exact: true });
const item = (title: string) =>
  part('Related')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title }) });

/** The marked words of each side that is shown in a part. */
const marksIn = (name: string) =>
  [...part(name).element().querySelectorAll('figure')].map((side) =>
    [...side.querySelectorAll('mark')].map((mark) => mark.textContent),
  );

function open(surfacing: Partial<typeof nothingSurfaced>) {
  const fake = fakeSurface({ surfacing: { ...nothingSurfaced, ...surfacing } });
  render(<SurfaceApp api={fake.api} />);
  return fake;
}

describe('a link to another match', () => {
  test('is a chip that names the other one, a match or an insight of this page', async () => {
    const { onThisPage } = fullSurfacing;
    const named = { ...draft, card: { ...draft.card, title: 'A draft of this page' } };
    const own = onThisPage.map((group) => ({ ...group, insight: named }));
    open({ onThisPage: own, related: severalRelated });
    await expect.element(item('Two').getByText('Linked as a limit: One')).toBeVisible();
    await expect.element(item('Two').getByText('Linked to: A draft of this page')).toBeVisible();
    await expectAccessible();
  });

  test('is not spoken of where the other one is not shown', async () => {
    open({ related: severalRelated.slice(1) });
    await expect.element(item('Two')).toBeVisible();
    expect(page.getByText(/^Linked/u).elements()).toEqual([]);
  });

  test.each<[LinkType, string]>([
    ['related', 'Linked to: One'],
    ['supports', 'Linked as support: One'],
    ['contradicts', 'Linked as contradicting: One'],
    ['limits', 'Linked as a limit: One'],
    ['duplicates', 'Linked as a duplicate: One'],
  ])('says what kind it is: %s', async (type, words) => {
    const [one, two] = severalRelated;
    if (!one || !two) throw new Error('there are two matches');
    const reasons = [...aMatch().reasons, { kind: 'linked' as const, key: one.insight.key, type }];
    open({ related: [one, { ...two, match: { ...two.match, reasons } }] });
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test.each(['ltr', 'rtl'])('a long title is cut for the eye only (%s)', async (direction) => {
    document.documentElement.dir = direction;
    await page.viewport(320, 600);
    try {
      const title = 'חזרו אלינו רק מי שראו תוצאה בפגישה הראשונה '.repeat(4).trim();
      const [one, ...others] = severalRelated;
      const related = [
        { insight: anInsight({ key: anId(11), card: { title } }), match: one?.match ?? aMatch() },
        ...others,
      ];
      open({ related });
      const about = item('Two').getByTitle(title);
      await expect.element(about).toHaveTextContent(title);
      const box = about.element();
      expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
      expect(getComputedStyle(box).direction).toBe('rtl');
      expect(getComputedStyle(box).textOverflow).toBe('ellipsis');
      expect(document.documentElement.scrollWidth).toBe(320);
    } finally {
      document.documentElement.dir = '';
    }
  });
});

describe('shared terms', () => {
  const [passage] = passagesOf('A buyer who runs the shop\u2019s front-end looks at prices.');
  const text = 'Pricing decides; a shop without a frontend has none.';
  const terms: readonly SharedTerm[] = [
    { term: 'prices', inInsight: 'Pricing', weight: 0.5 },
    { term: 'shop\u2019s', inInsight: 'shop', weight: 0.3 },
    { term: 'front-end', inInsight: 'frontend', weight: 0.2 },
  ];
  if (!passage) throw new Error('there is a passage');
  const both = [
    ['shop\u2019s', 'front-end', 'prices'],
    ['Pricing', 'shop', 'frontend'],
  ];

  test('are marked on either side in the form they have there', async () => {
    const match = aMatch({
      reasons: [{ kind: 'passage', passage, field: 'claim', sentence: text, terms }],
    });
    open({ related: [{ insight: anInsight(), match }] });
    await expect.element(part('Related')).toBeVisible();
    expect(marksIn('Related')).toEqual(both);
  });

  test('are marked in what is recorded and in what may challenge, too', async () => {
    const insight = anInsight();
    const { key } = insight;
    open({
      counterEvidence: [
        {
          insight,
          titled: text,
          counter: { kind: 'recorded', key, field: 'counterEvidence', text, passage, terms },
        },
        { insight, titled: text, counter: { kind: 'may-challenge', key, passage, text, terms } },
      ],
    });
    await expect.element(part('Counter-evidence')).toBeVisible();
    expect(marksIn('Counter-evidence')).toEqual([...both, ...both]);
  });

  test('are not looked for in what many insights say in the same words, which is said', async () => {
    const insight = anInsight();
    const counter = {
      kind: 'recorded',
      key: insight.key,
      field: 'counterEvidence',
      text: 'Nothing recorded so far.',
      isBoilerplate: true,
      terms: [],
    } as const;
    open({ counterEvidence: [{ insight, counter, titled: counter.text }] });
    const shown = part('Counter-evidence');
    await expect.element(shown.getByText(/Nothing recorded so far/)).toBeVisible();
    await expect.element(shown.getByText(/in the same words/)).toBeVisible();
  });

  test('choose the sentences of a long text that are shown', async () => {
    const filler = 'Nothing of this kind is said in these words here. '.repeat(12);
    const sentence = `${filler}Pricing decides. ${filler}`;
    const match = aMatch({
      reasons: [
        {
          kind: 'passage',
          passage,
          field: 'claim',
          sentence,
          terms: [{ term: 'prices', inInsight: 'Pricing', weight: 1 }],
        },
      ],
    });
    open({ related: [{ insight: anInsight(), match }] });
    await expect.element(part('Related').getByText(/Pricing decides\./u)).toBeVisible();
  });
});
