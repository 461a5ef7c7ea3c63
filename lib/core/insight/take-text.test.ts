import { describe, expect, test } from 'vitest';
import { anId, aClip, anInsight } from '../../../test/support/builders';
import type { CardProjection } from '../codex/project-card';
import { projectCard } from '../codex/project-card';
import { writeCard } from '../codex/write-card';
import type { Link } from './link';
import { takeText } from './take-text';

const at = '2026-03-05T10:00:00.000Z';
const link: Link = {
  id: anId(900),
  from: anId(1),
  to: anId(2),
  type: 'supports',
  why: 'The same team.',
  createdAt: at,
};
const parts: CardProjection = {
  insight: anInsight(),
  clips: [aClip({ id: anId(101), note: 'Said twice.' }), aClip({ id: anId(102), quote: 'Two.' })],
  sources: new Map(),
  links: [link],
  idOf: (key) => (key === anId(2) ? 'ins_other' : 'ins_first-session-decides'),
};
const leaving = (of: CardProjection) => writeCard(projectCard(of), of.insight.original);
const projected = leaving(parts);

function edited(from: string, to: string): string {
  expect(projected).toContain(from);
  return projected.replace(from, () => to);
}

/** What is taken, and the text that leaves from then on. */
function take(text: string) {
  const taken = takeText(parts, text, at);
  const clips = parts.clips.filter(({ id }) => !taken.gone.clips.includes(id));
  const links = parts.links.filter(({ id }) => !taken.gone.links.includes(id));
  return { ...taken, leaves: leaving({ ...parts, clips, links, insight: taken.insight }) };
}

describe('a text from elsewhere', () => {
  test('leaves as it came, and clips and links stay what they are', () => {
    const text = edited('tier: A', 'tier: B').replace('## Evidence\n', '## Evidence\nTheirs.\n\n');
    const { insight, gone, leaves } = take(text);
    expect(leaves).toBe(text);
    expect(gone).toEqual({ clips: [], links: [] });
    expect(insight.card).toMatchObject({ tier: 'B', related: [] });
    expect(insight.card.sections).toMatchObject({ evidence: 'Theirs.', crossReferences: '' });
    expect(insight).toMatchObject({ original: text, updatedAt: at });
  });

  test('words below a clip are the card’s own, with the clip', () => {
    const text = edited('> "Two."', '> "Two."\n\nTheirs, below the last quote.');
    const { leaves, gone } = take(text);
    expect([leaves, gone]).toEqual([text, { clips: [], links: [] }]);
  });

  test('a quote taken away takes its clip away, the others stay', () => {
    const text = edited('\n\n> "Two."', '');
    const { leaves, gone } = take(text);
    expect([leaves, gone.clips, gone.links]).toEqual([text, [anId(102)], []]);
  });

  test('a quote written otherwise is theirs', () => {
    const text = edited('> "Two."', '> "Two, or three."');
    const { leaves, gone, insight } = take(text);
    expect([leaves, gone.clips]).toEqual([text, [anId(102)]]);
    expect(insight.card.sections.evidence).toContain('Two, or three.');
  });

  test('a link taken out of the list is gone, what the text still says of it stays', () => {
    const text = edited('related: [ins_other]', 'related: []');
    const { leaves, gone } = take(text);
    expect([leaves, gone.links]).toEqual([text, [link.id]]);
  });
});
