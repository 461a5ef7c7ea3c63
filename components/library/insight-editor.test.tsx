import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readConditions } from '../../lib/core/codex/conditions';
import { proposeTier } from '../../lib/core/codex/tier';
import { writeConditions } from '../../lib/core/codex/write-conditions';
import { anInsight } from '../../test/support/builders';
import { counterEvidence, evidence, findings, links } from '../../test/support/library-parts';
import { expectAccessible, render } from '../../test/support/render';
import { applyPatch, mergePatches, type CardPatch } from './card-patch';
import { InsightEditor, type InsightEditorProps } from './insight-editor';

const draft = anInsight({ status: 'draft', card: { tier: undefined } });

const company = anInsight({
  status: 'draft',
  card: { coOperators: ['Acme, Inc.', 'Mira Oyelaran'] },
});

/** What the editor asked for; `patch` is all edits together. */
interface Asked {
  patch: CardPatch;
  readonly calls: string[];
}

function Host({ asked, ...props }: Partial<InsightEditorProps> & { readonly asked: Asked }) {
  const [card, setCard] = useState((props.insight ?? draft).card);
  const call =
    (name: string) =>
    (...details: unknown[]) => {
      asked.calls.push([name, ...details].join(' '));
    };
  const onEdit = (patch: CardPatch) => {
    asked.calls.push('edit');
    Object.assign(asked, { patch: mergePatches(asked.patch, patch) });
    setCard((before) => applyPatch(before, patch));
  };
  return (
    <main>
      <h1>Library</h1>
      <InsightEditor
        insight={draft}
        card={card}
        saveState="saved"
        clips={[evidence, counterEvidence]}
        links={links}
        findings={findings}
        conditions={readConditions(card.sections.conditions)}
        proposal={card.score && proposeTier(card.score)}
        suggestions={{ domain: ['pricing', 'onboarding'], operator: ['Mira Oyelaran'] }}
        listHref="#/"
        actions={undefined}
        onEdit={onEdit}
        onConditions={(conditions) =>
          onEdit({
            sections: { conditions: writeConditions(conditions, card.sections.conditions) },
          })
        }
        onFlush={() => asked.calls.push('flush')}
        onPromote={async () => false}
        onNote={async (id, note) => {
          asked.calls.push(`note ${id} ${note}`);
          return true;
        }}
        onFill={async () => undefined}
        onRole={call('role')}
        onDeleteClip={call('delete-clip')}
        findInsights={(query) =>
          [
            { key: 'one', title: 'Buyers decide renewal', operator: 'Tobias Wennerqvist' },
            { key: 'two', title: 'Busy people churn', operator: 'Ines Varga' },
          ].filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))
        }
        onAddLink={async (...link) => {
          call('add-link')(...link);
          return true;
        }}
        onEditLink={async (key, edit) => {
          call('edit-link')(key, ...Object.values(edit));
          return true;
        }}
        onRemoveLink={call('remove-link')}
        {...props}
      />
    </main>
  );
}

function show(props: Partial<InsightEditorProps> = {}): Asked {
  const asked: Asked = { patch: {}, calls: [] };
  render(<Host asked={asked} {...props} />);
  return asked;
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true });

beforeEach(() => page.viewport(1100, 900));

test('every field and section can be edited, and leaving one saves', async () => {
  const asked = show();
  await userEvent.fill(field('Title'), 'A better title');
  await userEvent.fill(field('Claim'), 'One claim.');
  await userEvent.fill(page.getByRole('combobox', { name: 'Operator', exact: true }), 'Ines Varga');
  await userEvent.fill(field('Source URL'), 'unknown');
  await userEvent.fill(field('Counter-evidence'), 'Not always.');
  expect(asked.patch).toEqual({
    title: 'A better title',
    operator: 'Ines Varga',
    sourceUrl: 'unknown',
    sections: { claim: 'One claim.', counterEvidence: 'Not always.' },
  });
  expect(asked.calls).toContain('flush');
});

test('tags are parted by commas and keep what is being typed', async () => {
  const asked = show();
  const domain = page.getByRole('combobox', { name: 'Domain' });
  await userEvent.fill(domain, 'pricing, ');
  await expect.element(domain).toHaveValue('pricing, ');
  await userEvent.type(domain, 'growth loops,,pricing');
  expect(asked.patch.domain).toEqual(['pricing', 'growth loops']);
  await userEvent.tab();
  await expect.element(domain).toHaveValue('pricing, growth loops');
  await userEvent.fill(domain, '定价，增长、تسعير، نمو');
  expect(asked.patch.domain).toEqual(['定价', '增长', 'تسعير', 'نمو']);
});

test('a tag of a file with a comma in it stays one beside what is added', async () => {
  const asked = show({ insight: company });
  const others = page.getByRole('combobox', { name: 'Co-operators' });
  await userEvent.fill(others, 'Acme, Inc., Mira Oyelaran, Ines Varga');
  expect(asked.patch.coOperators).toEqual(['Acme, Inc.', 'Mira Oyelaran', 'Ines Varga']);
  await userEvent.fill(others, 'Acme, Mira Oyelaran');
  expect(asked.patch.coOperators).toEqual(['Acme', 'Mira Oyelaran']);
  await userEvent.fill(others, 'Ines Varga, Acme, Inc.');
  expect(asked.patch.coOperators).toEqual(['Ines Varga', 'Acme, Inc.']);
});

test('a tag in use with a comma in it stays one where it is taken from the suggestions', async () => {
  const asked = show({ suggestions: { coOperators: ['Acme, Inc.', 'Ines Varga'] } });
  const others = page.getByRole('combobox', { name: 'Co-operators' });
  await userEvent.fill(others, 'Acme, Inc.');
  expect(asked.patch.coOperators).toEqual(['Acme, Inc.']);
  await userEvent.fill(others, 'Acme, Inc., Ines Varga');
  expect(asked.patch.coOperators).toEqual(['Acme, Inc.', 'Ines Varga']);
});

test('Enter parts a condition in two, Backspace takes an empty one away', async () => {
  const asked = show();
  const item = (n: number) => field(`Fails when, condition ${n}`);
  await userEvent.click(item(1));
  await userEvent.keyboard('{End}{Enter}it is  free ');
  await expect.element(item(2)).toHaveFocus();
  expect(readConditions(asked.patch.sections?.conditions ?? '').failsWhen).toEqual([
    'the product is bought for a team by somebody else',
    'it is free',
  ]);
  await userEvent.clear(item(2));
  await userEvent.keyboard('{Backspace}');
  await expect.element(item(1)).toHaveFocus();
  expect(readConditions(asked.patch.sections?.conditions ?? '').failsWhen).toHaveLength(1);
});

test('five scores propose a tier, which one press takes over', async () => {
  const asked = show();
  const names = ['Originality', 'Specificity', 'Evidence', 'Transferability', 'Source'];
  for (const name of names.slice(0, 4)) {
    await userEvent.selectOptions(page.getByRole('combobox', { name, exact: true }), '4');
  }
  expect(asked.patch.score).toBeUndefined();
  await expect.element(page.getByText('4 of 5 given', { exact: false })).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Source', exact: true }), '5');
  expect(asked.patch.score).toMatchObject({ originality: 4, source: 5 });
  await expect.element(page.getByText('Sum 21 proposes tier B.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Use tier B' }));
  expect(asked.patch.tier).toBe('B');
});

test('a finding leads to the field that mends it, and stands under it', async () => {
  show();
  await userEvent.click(page.getByRole('button', { name: 'Name at least one domain.' }));
  const domain = page.getByRole('combobox', { name: 'Domain' });
  await expect.element(domain).toHaveFocus();
  await expect.element(domain).toHaveAccessibleDescription('Name at least one domain.');
});

test('refused, the summary names what is missing and takes the focus, each time', async () => {
  show();
  const summary = page.getByRole('complementary', { name: 'Not ready yet' });
  for (let time = 0; time < 2; time += 1) {
    await userEvent.click(page.getByRole('button', { name: 'Make it ready' }));
    await expect.element(summary).toHaveFocus();
  }
  await expect.element(summary.getByText('Say why it works.')).toBeVisible();
});

test('the quote of a clip cannot be edited; its note, side and existence can', async () => {
  const asked = show();
  const { id } = evidence.clip;
  const notes = page.getByRole('textbox', { name: 'Note' });
  await userEvent.fill(notes.first(), 'Asked.');
  await expect.poll(() => asked.calls).toContain(`note ${id} Asked.`);
  await userEvent.click(page.getByRole('button', { name: 'Make it counter-evidence' }));
  await userEvent.click(page.getByRole('button', { name: 'Delete clip' }).first());
  expect(asked.calls).toEqual(
    expect.arrayContaining([`role ${id} counter-evidence`, `delete-clip ${id}`]),
  );
  for (const box of page.getByRole('textbox').elements()) {
    expect((box as HTMLInputElement).value).not.toContain(evidence.clip.quote);
  }
});

test('a link is drawn with the keyboard alone, and removed', async () => {
  const asked = show();
  await userEvent.selectOptions(
    page.getByRole('combobox', { name: 'This insight' }),
    'contradicts',
  );
  const other = page.getByRole('combobox', { name: 'Other insight' });
  await userEvent.fill(other, 'bu');
  await expect.element(page.getByRole('option', { name: /Buyers decide/ })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(other).toHaveValue('Busy people churn');
  await userEvent.fill(page.getByRole('textbox', { name: 'Why', exact: true }), 'Other trade');
  await userEvent.keyboard('{Enter}');
  expect(asked.calls).toContain('add-link contradicts two Other trade');
  await userEvent.click(page.getByRole('button', { name: /^Remove the link to Where a buyer/ }));
  expect(asked.calls.at(-1)).toBe(`remove-link ${links[0]?.id}`);
});

test('it is accessible in light and dark, refused and with the list of a picker open', async () => {
  show();
  await userEvent.click(page.getByRole('button', { name: 'Make it ready' }));
  await userEvent.click(page.getByRole('combobox', { name: 'Other insight' }));
  await expect.element(page.getByRole('option', { name: /Buyers decide/ })).toBeVisible();
  await expectAccessible();
});

test('at 320 pixels a rule that quotes one long word keeps to its box', async () => {
  await page.viewport(320, 640);
  const word = `mailto:${'weigh_'.repeat(20)}twice@ledger.example`;
  const finding = { ...findings[0]!, key: 'long', message: `Written in two ways: ${word}` };
  show({ findings: [finding, { ...finding, key: 'mended', onFix: () => {} }] });
  const rules = page.getByRole('complementary', { name: 'Card rules' });
  await expect.element(rules).toBeVisible();
  const box = rules.element();
  expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('at 320 pixels nothing is wider than the page', async () => {
  await page.viewport(320, 640);
  show();
  await expect.element(field('Title')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('a finding that can be mended has a button beside it and under its field', async () => {
  const fixed: string[] = [];
  const mended = {
    key: 'operator',
    level: 'warning',
    message: 'Others write “Ines Varga”.',
    field: 'operator',
    onFix: () => fixed.push('fixed'),
  } as const;
  show({ findings: [...findings, mended] });
  const buttons = page.getByRole('button', { name: 'Fix: Others write “Ines Varga”.' });
  await expect.element(buttons.first()).toBeVisible();
  expect(buttons.elements()).toHaveLength(2);
  for (const place of [0, 1]) {
    await buttons.nth(place).click();
    // The button goes with what it mends: the keyboard is in the field.
    await expect
      .element(page.getByRole('combobox', { name: 'Operator', exact: true }))
      .toHaveFocus();
  }
  expect(fixed).toEqual(['fixed', 'fixed']);
});
