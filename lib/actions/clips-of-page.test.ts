import { expect, test } from 'vitest';
import { aClip, anId, anInsight } from '../../test/support/builders';
import { clipsOfPage } from './clips-of-page';

test('what has words is painted under the title of its insight, or its claim where it has none', () => {
  const titled = anInsight({ key: anId(1), card: { title: 'A title' } });
  const untitled = anInsight({
    key: anId(2),
    card: { title: '', sections: { claim: 'A claim.' } },
  });
  const clips = [
    aClip({ id: anId(3), insightKey: titled.key }),
    aClip({ id: anId(4), insightKey: untitled.key, role: 'counter-evidence' }),
    aClip({ id: anId(5), insightKey: titled.key, quote: '' }),
  ];
  const painted = clipsOfPage({ clips, insights: [untitled, titled] });
  expect(painted.map(({ id, insight, role }) => [id, insight, role])).toEqual([
    [anId(3), 'A title', 'evidence'],
    [anId(4), 'A claim.', 'counter-evidence'],
  ]);
});

test('a clip whose insight is nowhere is painted all the same', () => {
  expect(clipsOfPage({ clips: [aClip()], insights: [] })[0]?.insight).toBe('');
});
