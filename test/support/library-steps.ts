/** What a person does in the library. */
import type { Download, Page } from 'playwright-core';
import { until } from './until.ts';

/** What an import said about itself. */
export interface SeenImport {
  readonly headline: string;
  /** `Added`, `Updated`, `Unchanged`, `Skipped`, `Broken`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Imports files in the import room (`library.html#/import`) and reads the report. */
export async function importFiles(library: Page, files: readonly string[]): Promise<SeenImport> {
  await library.getByTestId('import-files').setInputFiles([...files]);
  const counts = library.getByRole('main').locator('dl').filter({ hasText: 'Unchanged' });
  await until(
    'the import to end',
    async () =>
      (await counts.count()) > 0 && (await library.getByRole('progressbar').count()) === 0,
    120,
  );
  const pairs = await counts.evaluate((list) =>
    [...list.children].map((row) => [
      row.querySelector('dt')?.textContent ?? '',
      Number(row.querySelector('dd')?.textContent),
    ]),
  );
  const status = await library.getByRole('status').allTextContents();
  return { headline: status.join(' ').trim(), counts: Object.fromEntries(pairs) };
}

/** Opens an insight from the list by its title. */
export async function openInsight(library: Page, title: string | RegExp): Promise<void> {
  await library.getByRole('link', { name: title }).first().click();
  await library.getByRole('article').first().waitFor();
}

/** Fields by their labels; lists one entry per line. */
export type Filling = Readonly<Record<string, string>>;

/** Fills fields of the editor by label; resolves once everything is saved. */
export async function fillIn(library: Page, filling: Filling): Promise<void> {
  for (const [label, value] of Object.entries(filling)) {
    await library.getByLabel(label, { exact: true }).first().fill(value);
  }
  await library.locator('body').press('Tab');
  await library.getByText('Saved', { exact: true }).waitFor();
}

/** Gives the five scores in the order of the card, and takes the tier their sum proposes. */
export async function giveScore(library: Page, points: readonly number[]): Promise<void> {
  const selects = library.getByRole('group', { name: 'Score', exact: true }).getByRole('combobox');
  for (const [place, point] of points.entries()) {
    await selects.nth(place).selectOption(String(point));
  }
  await library.getByRole('button', { name: /^Use tier/ }).click();
}

/** Presses “Make it ready”; gives what is still missing, empty when the insight is ready. */
export async function promote(library: Page): Promise<string[]> {
  await library.getByRole('button', { name: 'Make it ready' }).click();
  const refused = library.getByRole('complementary', { name: 'Not ready yet' });
  const ready = library.getByText(/^Ready as ins_/);
  await until('an answer', async () => (await refused.count()) > 0 || (await ready.count()) > 0);
  if ((await ready.count()) > 0) return [];
  return refused.getByRole('list').first().getByRole('button').allTextContents();
}

/** Runs `act` and gives the file that it downloads. */
export async function downloadBy(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}
