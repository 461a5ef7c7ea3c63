/** A contradiction document about two cards, in the codex's own form, its resolution still to be written. */
import { plainText } from '../match/plain-text';
import { alignConditions, type AlignedCondition, type PlacedCondition } from './align-conditions';
import type { Card } from './card';
import { cardId } from './card-id';
import { readConditions } from './conditions';
import { foldSpace } from './lists';
import { writeScalar } from './scalar';

export interface NewContradiction {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * The document about two cards that have ids: each card is a position with its operator, its id and
 * its claim on one line, and what tells the two apart is filled in from their conditions. `taken` are
 * the ids that other documents have; `today` is the day it is captured, `YYYY-MM-DD`.
 */
export function writeContradiction(
  left: Card,
  right: Card,
  taken: ReadonlySet<string>,
  today: string,
): NewContradiction {
  const [a, b] = [titleOf(left), titleOf(right)];
  const title = `${a} vs. ${b}`;
  const taught = new Set([...taken].map((id) => id.replace(/^con_/, 'ins_')));
  const id = cardId(`${shortened(a)} vs ${shortened(b)}`, taught).replace(/^ins_/, 'con_');
  const aligned = alignConditions(
    readConditions(left.sections.conditions),
    readConditions(right.sections.conditions),
  );
  const text = [
    '---',
    `id: ${id}`,
    `title: ${writeScalar(title)}`,
    `captured_date: ${today}`,
    '---',
    '',
    `# ${title}`,
    '',
    ...position('A', a, left),
    ...position('B', b, right),
    '## Conditions distinguishing them',
    ...aligned.map(condition),
    '',
    '## Resolution / synthesis',
    '',
  ].join('\n');
  return { id, title, text };
}

/** The first words of a title, so that the id says something of both. */
function shortened(title: string): string {
  return title.split(' ').slice(0, 5).join(' ');
}

function titleOf({ title, id }: Card): string {
  return foldSpace(title) || id;
}

function position(name: string, title: string, card: Card): string[] {
  const operators = [card.operator, ...card.coOperators].filter((each) => each.trim() !== '');
  return [
    `## Position ${name}, ${title}`,
    `- Operator: ${foldSpace(operators.join(', ')) || 'unknown'}`,
    `- Card: \`${card.id}\``,
    `- Claim: ${foldSpace(plainText(card.sections.claim)) || title}`,
    '',
  ];
}

const verbs = { holdsWhen: 'holds when', failsWhen: 'fails when' } as const;

function says(name: string, { list, text }: PlacedCondition): string {
  return `${name} ${verbs[list]} ${foldSpace(text).replace(/[.;,]+$/, '')}`;
}

function condition({ kind, left, right }: AlignedCondition): string {
  const said = [left && says('A', left), right && says('B', right)].filter(Boolean).join('; ');
  const label = { opposed: 'Opposed', same: 'Shared', left: 'Only A', right: 'Only B' }[kind];
  return `- **${label}**: ${said}.`;
}
