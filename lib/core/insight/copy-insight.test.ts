import { describe, expect, it } from 'vitest';
import { anId, anInsight } from '../../../test/support/builders';
import { projectCard } from '../codex/project-card';
import { readCard } from '../codex/read-card';
import { writeCard } from '../codex/write-card';
import type { Collection } from './collection';
import { copyInsight } from './copy-insight';

const at = '2026-04-01T08:00:00.000Z';
const collection: Collection = {
  id: 'orchards',
  name: 'Orchards',
  origin: { kind: 'index', address: 'https://orchard.example/INDEX.json' },
  createdAt: at,
};
const source = anInsight({ key: 'orchards/ins_first-session-decides', collection: 'orchards' });
const insight = { ...source, original: writeCard(source.card) };
const copy = (taken: readonly string[] = []) =>
  copyInsight({ insight, collection, taken: new Set(taken), key: anId(9), at });

describe('a copy', () => {
  it('keeps the id while it is free, and differs from the file in the line that names its origin', () => {
    const { card, original, collection: whose } = copy();
    expect([whose, card.id]).toEqual(['own', insight.card.id]);
    const [before, after] = [insight.original, writeCard(card, original)].map((text) =>
      text.split('\n'),
    );
    const added = after?.filter((line) => !before?.includes(line));
    expect(added?.filter((line) => line !== '' && !line.startsWith('## '))).toEqual([
      '- Copied from Orchards, https://orchard.example/INDEX.json',
    ]);
    expect(before?.every((line) => after?.includes(line))).toBe(true);
  });

  it('gets an id of its own where the id is taken, and then names the original', () => {
    const { card } = copy([insight.card.id]);
    expect(card.id).toBe('ins_first-session-decides-2');
    expect(card.sections.crossReferences).toBe(
      '- `ins_first-session-decides` — copied from Orchards, https://orchard.example/INDEX.json',
    );
    expect(readCard(writeCard(card, insight.original))).toMatchObject({ ok: true, value: card });
  });

  it('leaves as a card that does not refer to itself, though it is linked to a card of its id', () => {
    const own = copy();
    const link = {
      id: anId(7),
      from: own.key,
      to: insight.key,
      type: 'duplicates',
      why: 'x',
    } as const;
    const projected = projectCard({
      insight: own,
      clips: [],
      sources: new Map(),
      links: [{ ...link, createdAt: at }],
      idOf: () => insight.card.id,
    });
    expect(projected).toEqual(own.card);
  });
});
