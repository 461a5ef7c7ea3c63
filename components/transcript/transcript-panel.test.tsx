import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findInCues } from '../../lib/core/transcript/find-in-cues';
import { formatTime } from '../../lib/core/transcript/format-time';
import { pressComposing } from '../../test/support/composing';
import { expectAccessible, render } from '../../test/support/render';
import type { CueSelection } from './selected-places';
import { TranscriptPanel, type TranscriptPanelProps } from './transcript-panel';
import { TranscriptSearch } from './transcript-search';

/** A cue every two seconds: four hours and more. */
const cues = Array.from({ length: 7_500 }, (_, n) => ({
  start: n * 2,
  end: n * 2 + 2,
  text: n % 50 === 7 ? `שורה ${n} של הפרק` : `Line ${n} of the episode.`,
  speaker: Math.floor(n / 5) % 2 === 0 ? 'Ivo Tarn' : 'SPEAKER_01',
}));
const find = findInCues(cues);

interface Asked {
  readonly clips: CueSelection[];
  readonly seeks: number[];
  readonly named: string[][];
  readonly moves: ((cue: number) => void)[];
}

function Host({ asked, over }: { asked: Asked; over: Partial<TranscriptPanelProps> }) {
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    asked.moves.push(setCurrent);
  }, [asked]);
  const nothing = () => undefined;
  return (
    <main>
      <h1>Page</h1>
      <TranscriptPanel
        isReading={false}
        cues={cues}
        chapters={[{ start: 600, title: 'The second part' }]}
        origin="Kept."
        timeOf={formatTime}
        find={find}
        current={current}
        clipped={new Set([2])}
        insights={[{ key: 'k', title: 'Price by seat', cue: 3 }]}
        moments={0}
        voices={[{ label: 'SPEAKER_01', name: '', clips: 0 }]}
        suggestions={['Mira Oyelaran']}
        problem={undefined}
        playerNote={undefined}
        said=""
        choices={[]}
        fetching={undefined}
        onFetch={nothing}
        onCancel={nothing}
        onText={nothing}
        onFile={nothing}
        undo={undefined}
        marking={undefined}
        onSeekCue={(cue) => asked.seeks.push(cue)}
        onSeekTime={(seconds) => asked.seeks.push(seconds)}
        onClip={(selection) => asked.clips.push(selection)}
        onFill={nothing}
        onName={(...given) => asked.named.push(given)}
        onNameClips={nothing}
        onOpenInsight={nothing}
        onForget={undefined}
        {...over}
      />
    </main>
  );
}

function show(over: Partial<TranscriptPanelProps> = {}): Asked {
  const asked: Asked = { clips: [], seeks: [], named: [], moves: [] };
  render(<Host asked={asked} over={over} />);
  return asked;
}

const list = page.getByRole('listbox', { name: 'What is said' });
const drawn = () => document.querySelectorAll('[role=option]').length;
const isInView = (place: number) => {
  const box = document.querySelector(`[data-place="${place}"]`)?.getBoundingClientRect();
  const room = list.element().getBoundingClientRect();
  return box !== undefined && box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
};

test('four hours: only what is in view is in the document, and it follows the player', async () => {
  const asked = show();
  await expect.element(list).toBeVisible();
  await expect.poll(drawn).toBeGreaterThan(3);
  expect(drawn()).toBeLessThan(80);
  asked.moves[0]?.(6_000);
  await expect.poll(() => isInView(6_000)).toBe(true);
  expect(drawn()).toBeLessThan(120);
});

test('whoever looks elsewhere is left alone until they follow again', async () => {
  const asked = show();
  await userEvent.type(page.getByRole('searchbox'), 'line 5000 of');
  await expect.element(page.getByText('1 of 1')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => isInView(5_000)).toBe(true);
  asked.moves[0]?.(40);
  await expect.element(page.getByRole('button', { name: 'Follow the player' })).toBeVisible();
  expect(isInView(5_000)).toBe(true);
  await userEvent.click(page.getByRole('button', { name: 'Follow the player' }));
  await expect.poll(() => isInView(40)).toBe(true);
});

test('keys that an input method takes are none of the search', async () => {
  const asked: unknown[] = [];
  const note = (value: unknown) => asked.push(value);
  render(<TranscriptSearch query="第" count={2} at={0} onQuery={note} onStep={note} />);
  const search = page.getByRole('searchbox');
  await userEvent.click(search);
  for (const key of ['Enter', 'Escape']) pressComposing(search.element(), key);
  expect(asked).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual([1]);
});

test('words do not move away under the pointer that selects them', async () => {
  const asked = show();
  await expect.poll(drawn).toBeGreaterThan(3);
  const row = document.querySelector('[data-place="1"]')!;
  const text = row.querySelector('[data-text]')!.firstChild!;
  row.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  asked.moves[0]?.(3_000);
  await expect.poll(() => document.querySelector('[aria-current]')).not.toBeNull();
  await expect.poll(() => document.querySelector('[data-place="3000"]')).not.toBeNull();
  expect(isInView(1)).toBe(true);
  getSelection()!.setBaseAndExtent(text, 0, text, 6);
  row.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  row.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
  await expect.element(page.getByRole('button', { name: 'Clip the selection' })).toBeVisible();
  asked.moves[0]?.(3_001);
  await expect.poll(() => document.querySelector('[data-place="3001"]')).not.toBeNull();
  expect(isInView(1)).toBe(true);
  await userEvent.click(page.getByRole('button', { name: 'Clip the selection' }));
  await expect.poll(() => isInView(3_001)).toBe(true);
});

test('words selected with the pointer across cues are clipped to the letter', async () => {
  const asked = show();
  await expect.poll(drawn).toBeGreaterThan(3);
  const text = (place: number) =>
    document.querySelector(`[data-place="${place}"] [data-text]`)!.firstChild!;
  getSelection()!.setBaseAndExtent(text(0), 5, text(1), 6);
  list.element().dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  await userEvent.click(page.getByRole('button', { name: 'Clip the selection' }));
  expect(asked.clips).toEqual([{ from: { cue: 0, offset: 5 }, to: { cue: 1, offset: 6 } }]);
});

test('back from before the first place is the last', async () => {
  show();
  await userEvent.fill(page.getByRole('searchbox'), 'שורה');
  await expect.element(page.getByText('1 of 150')).toBeVisible();
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  await expect.element(page.getByText('150 of 150')).toBeVisible();
});

test('a voice is named once', async () => {
  const asked = show();
  await userEvent.click(page.getByText('1 voice'));
  await userEvent.fill(page.getByLabelText('SPEAKER_01').first(), 'Mira Oyelaran');
  await userEvent.keyboard('{Enter}');
  expect(asked.named).toEqual([['SPEAKER_01', 'Mira Oyelaran']]);
});

test.each(['ltr', 'rtl'])('is narrow, %s, and for everybody', async (direction) => {
  await page.viewport(320, 700);
  document.documentElement.dir = direction;
  show();
  await expect.poll(drawn).toBeGreaterThan(3);
  for (const each of document.querySelectorAll('details')) each.open = true;
  const wide = [...document.querySelectorAll('main *')].filter((each) => {
    const { left, right } = each.getBoundingClientRect();
    return left < -0.5 || right > 320.5;
  });
  expect(wide.map(({ outerHTML }) => outerHTML.slice(0, 120))).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible();
  document.documentElement.dir = '';
});

test('without a transcript it says what one is good for and how to get it', async () => {
  show({ cues: undefined });
  await expect.element(page.getByText('No transcript here yet')).toBeVisible();
  await expect.element(page.getByLabelText('Paste a transcript')).toBeVisible();
  await expectAccessible();
});
