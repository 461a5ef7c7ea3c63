import { expect, test } from 'vitest';
import { aClip, anId, anInsight } from '../../../test/support/builders';
import { matchDocument, matchPageOf } from './match-document';

const insight = anInsight({ card: { sourceUrl: 'https://essays.tidewater.example/a' } });

test('an insight is its filled sections and the quotes of its clips, by their role', () => {
  const clips = [
    aClip({ id: anId(1), insightKey: insight.key, quote: 'They came back.', role: 'evidence' }),
    aClip({ id: anId(2), insightKey: insight.key, quote: 'They left.', role: 'counter-evidence' }),
    aClip({ id: anId(3), insightKey: 'other', quote: 'Not mine.' }),
    aClip({
      id: anId(4),
      insightKey: insight.key,
      quote: 'Gone.',
      deletedAt: '2026-03-02T10:00:00.000Z',
    }),
  ];
  const { fields, sourceKeys, key } = matchDocument(insight, clips, (url) => `key of ${url}`);
  expect(key).toBe(insight.key);
  expect(fields.evidence).toBe('They came back.');
  expect(fields.counterEvidence).toMatch(/they must\.\n\nThey left\.$/);
  expect(fields).not.toHaveProperty('mechanism');
  expect(sourceKeys).toEqual([aClip().sourceKey, 'key of https://essays.tidewater.example/a']);
});

test('an address without a source key gives none', () => {
  expect(matchDocument(insight, [], () => undefined).sourceKeys).toEqual([]);
});

test('a page names its authors once each', () => {
  const page = matchPageOf({
    url: 'https://a.example/',
    metadata: {
      authors: { value: ['Ines Harrowgate', 'Tam Rowe', 'Ines Harrowgate'], from: 'html' },
    },
    text: '',
    passages: [],
  });
  expect(page.people).toEqual(['Ines Harrowgate', 'Tam Rowe']);
  expect(page.sourceKey).toBe('https://a.example/');
});
