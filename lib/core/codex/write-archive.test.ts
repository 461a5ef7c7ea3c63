import { expect, it } from 'vitest';
import { emptyCard } from './card';
import { cuesMarkdown, passagesMarkdown, writeArchive } from './write-archive';

const card = {
  ...emptyCard(),
  operator: 'Mira Oyelaran',
  sourceUrl: 'https://longwave.example/12',
  sourceType: 'podcast',
  sourceTitle: 'Episode 12: Fewer plans',
  sourceDate: '2026-04-27',
  capturedDate: '2026-05-01',
};

it('names the file by kind, operator, title and day, and says where it comes from', () => {
  const { path, text } = writeArchive(card, 'Words.');
  expect(path).toBe('raw/podcasts/mira-oyelaran--episode-12-fewer-plans--2026-04-27.md');
  expect(text).toBe(`---
title: 'Episode 12: Fewer plans'
operator: Mira Oyelaran
source_url: https://longwave.example/12
source_type: podcast
source_date: 2026-04-27
captured_date: 2026-05-01
---

# Episode 12: Fewer plans

Words.
`);
});

it('says unknown for what is not known, and takes the day of capture', () => {
  const { path, text } = writeArchive({ ...emptyCard(), capturedDate: '2026-05-01' }, 'x');
  expect(path).toBe('raw/sources/unknown--untitled--2026-05-01.md');
  expect(text).toContain('source_date: unknown');
});

it('keeps a path portable, whatever the names are written in', () => {
  const { path } = writeArchive(
    { ...card, operator: '宮本 武蔵', sourceTitle: 'a'.repeat(300) },
    '',
  );
  expect(path).toMatch(/^raw\/podcasts\/[a-z0-9-]+--[a-z0-9-]+--2026-04-27\.md$/);
  expect(path.length).toBeLessThan(180);
});

it.each(['2026-05-01T10:00:00', '2026/05/01', '../05'])(
  'leaves a day out that no file could be named after: %s',
  (capturedDate) => {
    const { path } = writeArchive({ ...card, sourceDate: 'unknown', capturedDate }, '');
    expect(path).toBe('raw/podcasts/mira-oyelaran--episode-12-fewer-plans.md');
  },
);

it('writes a page as paragraphs that mean what they say', () => {
  expect(
    passagesMarkdown([{ text: '# Not a *title*\n here' }, { text: ' ' }, { text: '1. Two' }]),
  ).toBe('\\# Not a \\*title\\* here\n\n1\\. Two');
});

it('writes an episode in turns, with voice and second', () => {
  const cues = [
    { start: 0, text: 'Welcome back.', speaker: 'Ivo Tarn' },
    { start: 4, text: 'We stopped\ncounting', speaker: 'Mira Oyelaran' },
    { start: 8, text: 'sign-ups.', speaker: 'Mira Oyelaran' },
    { text: 'A voice nobody named.' },
  ];
  expect(cuesMarkdown(cues)).toBe(
    '**Ivo Tarn** (00:00:00): Welcome back.\n\n' +
      '**Mira Oyelaran** (00:00:04): We stopped counting sign-ups.\n\n' +
      'A voice nobody named.',
  );
});
