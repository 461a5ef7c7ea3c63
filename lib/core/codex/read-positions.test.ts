import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPositions } from './read-positions';

const document = `---
id: con_early-or-late
---

# Early or late

## Position A, Early is better
- Operator: Ada Example, Bo Example
- Card: \`ins_early\`, \`ins_first-mover\`
- Claim: Go first.
  And do not wait for \`ins_late\`.

## Position B: Late is better
- **Operators**: Cy Example (\`ins_late\`), Di Example
- **Claim:** Let others pay.

## Position C
- Cards:
  - ins_never
  - ins_early

## Conditions distinguishing them
- Card: \`ins_other\`
`;

it('reads each side with its people, its claim and the cards that stand for it', () => {
  expect(readPositions(document)).toEqual([
    {
      name: 'A',
      title: 'Early is better',
      operator: 'Ada Example, Bo Example',
      claim: 'Go first. And do not wait for `ins_late`.',
      cards: ['ins_early', 'ins_first-mover'],
    },
    {
      name: 'B',
      title: 'Late is better',
      operator: 'Cy Example (`ins_late`), Di Example',
      claim: 'Let others pay.',
      cards: ['ins_late'],
    },
    { name: 'C', title: '', operator: '', claim: '', cards: ['ins_never', 'ins_early'] },
  ]);
});

it.each([document.replaceAll('\n', '\r\n'), document.slice(document.indexOf('## Position'))])(
  'reads the same whatever the line ends and whatever stands before',
  (text) => expect(readPositions(text)).toEqual(readPositions(document)),
);

it.each([
  '',
  '# Early or late\n\n## The contradiction\n- Card: `ins_a`\n',
  '## Positions\n- Card: ins_a',
])('finds none where there are none: %j', (text) => expect(readPositions(text)).toEqual([]));

const folder = '../shared/data/codex/contradictions';
it.skipIf(!existsSync(folder))('reads the positions of the public codex', () => {
  const counts = readdirSync(folder).map((name) => {
    const positions = readPositions(readFileSync(`${folder}/${name}`, 'utf8'));
    for (const { title, operator, claim, cards } of positions) {
      expect(
        [title, operator, claim].every((words) => words.length > 3),
        name,
      ).toBe(true);
      expect(cards.length, name).toBeGreaterThan(0);
    }
    return positions.length;
  });
  // Two of the nine are prose and have none; one has three.
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 2, 2, 2, 2, 2, 2, 3]);
});
