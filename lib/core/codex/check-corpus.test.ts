/**
 * The counts that the rules of the codex give on real cards, worked out twice: by the checker, and by
 * a few lines over the text of the files that share nothing with it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOrThrow } from '../../../test/support/any-card';
import { checkCard } from './check-card';
import { checkDocument } from './check-document';
import type { RuleId } from './check-finding';
import { prepareCodex } from './prepare-codex';
import { readDocument } from './read-document';

const corpus = '../shared/data/codex';

interface Front {
  readonly id: string;
  readonly tier: string;
  readonly related: readonly string[];
  readonly score: Readonly<Record<string, number>>;
}

/** Front matter by the `yaml` package where it can, else the four lines by pattern. */
function frontOf(text: string): Front {
  const block = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
  try {
    const front = parse(block) as Front;
    return { ...front, related: front.related ?? [] };
  } catch {
    const line = (key: string) => new RegExp(`^${key}: *(.*)$`, 'm').exec(block)?.[1] ?? '';
    const list = line('related').replace(/[[\] ]/g, '');
    return {
      id: line('id'),
      tier: line('tier'),
      related: list === '' ? [] : list.split(','),
      score: Object.fromEntries(
        Array.from(line('score').matchAll(/(\w+): (\d)/g), ([, name, n]) => [
          name ?? '',
          Number(n),
        ]),
      ),
    };
  }
}

describe.skipIf(!existsSync(corpus))(
  'the rules on a public codex (skipped where ../shared is absent)',
  () => {
    const read = (folder: string) =>
      existsSync(corpus)
        ? readdirSync(`${corpus}/${folder}`)
            .filter((name) => name.endsWith('.md'))
            .map((name) => readFileSync(`${corpus}/${folder}/${name}`, 'utf8'))
        : [];
    const texts = read('cards');
    const fronts = texts.map(frontOf);
    const cards = texts.map((text, n) => ({ key: `k${n}`, card: readOrThrow(text) }));
    const codex = prepareCodex(cards);
    const findings = cards.flatMap((card) =>
      checkCard(card, codex, '2026-11-30').map((finding) => ({ id: card.card.id, ...finding })),
    );
    const of = (rule: RuleId) => findings.filter((finding) => finding.rule === rule);

    test('the tiers that disagree with their score, and the scores too low for a card', () => {
      const bands = fronts.map(({ id, tier, score }) => {
        const sum = Object.values(score).reduce((total, point) => total + point, 0);
        const band = sum >= 22 ? 'A' : sum >= 17 ? 'B' : sum >= 12 ? 'C' : 'none';
        return { id, tier, band };
      });
      const differing = bands.filter(({ tier, band }) => band !== 'none' && band !== tier);
      expect(of('tier_differs').map(({ id }) => id)).toEqual(differing.map(({ id }) => id));
      expect(of('score_low')).toHaveLength(bands.filter(({ band }) => band === 'none').length);
      console.log(`tier mismatches: ${differing.length} of ${fronts.length} cards`);
      expect(differing.length).toBeGreaterThan(100);
    });

    test('the links that go one way, and those that lead nowhere', () => {
      const listOf = new Map(fronts.map(({ id, related }) => [id, related]));
      const oneWay = new Set<string>();
      const nowhere = new Set<string>();
      for (const [id, related] of listOf) {
        for (const other of related) {
          const back = listOf.get(other);
          if (back === undefined) nowhere.add(`${id} ${other}`);
          else if (!back.includes(id)) oneWay.add(`${id} ${other}`);
        }
      }
      expect(new Set(of('link_one_way').map(({ id, values }) => `${values[0]} ${id}`))).toEqual(
        oneWay,
      );
      expect(of('link_one_way')).toHaveLength(oneWay.size);
      expect(new Set(of('link_dead').map(({ id, values }) => `${id} ${values[0]}`))).toEqual(
        nowhere,
      );
      expect(of('link_dead')).toHaveLength(nowhere.size);
      console.log(`one-way links: ${oneWay.size}, links that lead nowhere: ${nowhere.size}`);
      expect(oneWay.size).toBeGreaterThan(100);
    });

    test('what has a fix is met once it is made, and every other card reads as before', async () => {
      const { applyFix } = await import('./check-fix');
      const fixed = cards.map(({ key, card }, n) => ({
        key,
        card: findings
          .filter(({ id }) => id === cards[n]?.card.id)
          .reduce((now, { fix }) => (fix ? applyFix(now, fix) : now), card),
      }));
      const after = prepareCodex(fixed);
      const left = fixed.flatMap((card) => checkCard(card, after, '2026-11-30'));
      expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
      const others = (all: readonly { rule: RuleId; fix?: unknown }[]) =>
        all.filter(({ fix }) => fix === undefined).length;
      expect(others(left)).toBe(others(findings));
    });

    test('no contradiction and no pattern is too much', () => {
      for (const text of [...read('contradictions'), ...read('patterns')]) {
        const document = readDocument(text);
        expect(document.ok).toBe(true);
        if (!document.ok) continue;
        const known = new Set(fronts.map(({ id }) => id));
        const wanted = document.value.names.filter((id) => !known.has(id));
        expect(checkDocument(document.value, codex).map(({ values }) => values[0])).toEqual(wanted);
      }
    });
  },
);
