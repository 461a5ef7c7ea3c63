import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSubsequence, readOrThrow as read } from '../../../test/support/any-card';
import { writeCard } from './write-card';

const corpus = '../shared/data/codex/cards';

describe.skipIf(!existsSync(corpus))(
  'the cards of a public codex (skipped where ../shared is absent)',
  () => {
    const files = existsSync(corpus)
      ? readdirSync(corpus).filter((name) => name.endsWith('.md'))
      : [];
    const texts = files.map((name) => readFileSync(`${corpus}/${name}`, 'utf8'));

    test('all read, and leave byte for byte', () => {
      for (const text of texts) expect(writeCard(read(text), text)).toBe(text);
      expect(texts.length).toBeGreaterThan(600);
    });

    test('all survive in the codex form', () => {
      for (const text of texts) expect(read(writeCard(read(text)))).toEqual(read(text));
    });

    test('another tier is one line, and a quote an insertion', () => {
      for (const text of texts) {
        const card = read(text);
        const tiered = writeCard({ ...card, tier: card.tier === 'A' ? 'B' : 'A' }, text).split(
          '\n',
        );
        const changed = text.split('\n').filter((line, index) => line !== tiered[index]);
        expect([changed.length, tiered.length]).toEqual([1, text.split('\n').length]);
        const evidence = `${card.sections.evidence}\n\n> "One more."\n\n— Ada Example`;
        const added = writeCard({ ...card, sections: { ...card.sections, evidence } }, text);
        expect(isSubsequence(text.split('\n'), added.split('\n'))).toBe(true);
      }
    });
  },
);
