/** Cards as others write them: left alone they stay, one edit changes its own lines, they read alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSubsequence, readOrThrow as read } from '../../../test/support/any-card';
import { otherCards, sameCard } from '../../../test/support/card-mutations';
import { someClip, someDraft } from '../../../test/support/notes';
import type { Card } from './card';
import { projectCard } from './project-card';
import { writeCard } from './write-card';

const made = `---
id: ins_small-teams-ship
operator: Ada Example
operator_role: Founder, Example Works; author of *On Size* & more
co_operators: [Bo Example, Cy Example]
source_url: https://example.org/a?b=1#c
source_type: essay
source_title: 'On size: a "short" talk — it''s long enough to be folded by a library that folds'
source_date: 2026-04
captured_date: 2026-04-28
domain: [engineering, product]
lifecycle: []
maturity: applied
artifact_class: framework
score: { originality: 3, specificity: 4, evidence: 3, transferability: 5, source: 3 }
tier: B
related: [ins_other, ins_third]
raw_ref: raw/essays/on-size.md
---

# Small teams ship

## Claim
Small teams ship.

## Mechanism
Fewer people, fewer words.

## Conditions
Holds when:
- it is one product

Fails when:
- it is ten

## Evidence
> "We shipped."

— Ada Example

## Signals
- ships weekly
`;

const corpus = '../shared/data/codex/cards';
const real = existsSync(corpus)
  ? readdirSync(corpus)
      // Every tenth tells as much as all.
      .filter((name, at) => name.endsWith('.md') && at % 10 === 0)
      .map((name) => readFileSync(`${corpus}/${name}`, 'utf8'))
  : [];
const texts = [made, ...real];

function withClip(card: Card): Card {
  const insight = someDraft({ card });
  const clips = [someClip({ insightKey: insight.key })];
  return projectCard({ insight, clips, sources: new Map(), links: [], idOf: () => undefined });
}

const linesOf = (text: string): string[] => text.split(/\r?\n/);

function survives(text: string): void {
  const card = read(text);
  expect(writeCard(card, text)).toBe(text);

  const tiered = writeCard({ ...card, tier: card.tier === 'A' ? 'B' : 'A' }, text);
  const [before, after] = [text.split('\n'), tiered.split('\n')];
  expect(after).toHaveLength(before.length);
  expect(before.filter((line, at) => line !== after[at])).toHaveLength(1);
  expect(read(tiered)).toEqual({ ...card, tier: card.tier === 'A' ? 'B' : 'A' });

  const wanted = withClip(card);
  const clipped = writeCard(wanted, text);
  expect(clipped.length).toBeGreaterThan(text.length);
  expect(isSubsequence(linesOf(text), linesOf(clipped))).toBe(true);
  expect(read(clipped).sections.evidence.split(/[\r\n]/)).toEqual(
    wanted.sections.evidence.split(/[\r\n]/),
  );
}

describe(`other ways to write a card (${real.length} real cards; none where ../shared is absent)`, () => {
  test.each(Object.entries(sameCard))('%s', (_, mutate) => {
    let mutated = 0;
    for (const text of texts) {
      const other = mutate(text);
      if (other === undefined) continue;
      mutated += 1;
      expect(read(other)).toEqual(read(text));
      survives(other);
    }
    expect(mutated).toBeGreaterThan(0);
  });

  test.each(Object.entries(otherCards))('%s', (_, mutate) => {
    for (const text of texts) {
      const other = mutate(text);
      if (other !== undefined) survives(other);
    }
  });
});
