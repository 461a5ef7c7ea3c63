import { expect, test } from 'vitest';
import { instant } from '../../../test/support/notes';
import { emptyCard } from '../codex/card';
import type { PageMetadata } from '../source/metadata';
import { draftFromSnapshot } from './draft-from-snapshot';
import { insightSchema } from './insight';

const from = 'test';

function draft(
  metadata: PageMetadata,
  speaker?: string,
  url = 'https://blog.example/a?utm_source=x#y',
) {
  const snapshot = { url, metadata, text: '', passages: [] };
  return draftFromSnapshot({
    snapshot,
    quote: 'q',
    speaker,
    key: 'k',
    at: instant(0),
    today: '2026-04-30',
  });
}

test('a page that says nothing of itself gives its address and the day of capture, and no more', () => {
  const insight = draft({});
  expect(insightSchema.parse(insight)).toEqual(insight);
  expect(insight).toMatchObject({ key: 'k', collection: 'own', status: 'draft' });
  expect(insight.card).toEqual({
    ...emptyCard(),
    sourceUrl: 'https://blog.example/a',
    capturedDate: '2026-04-30',
  });
});

test('a page that says everything fills everything that is not the claim', () => {
  const { card } = draft({
    title: { value: ' On\n size ', from },
    authors: { value: ['Ada Example', 'Bo Example'], from },
    published: { value: '2026-04', from },
    canonicalUrl: { value: 'https://blog.example/size/', from },
    sourceType: { value: 'essay', from },
  });
  expect(card).toEqual({
    ...emptyCard(),
    operator: 'Ada Example',
    coOperators: ['Bo Example'],
    sourceTitle: 'On size',
    sourceDate: '2026-04',
    sourceUrl: 'https://blog.example/size/',
    sourceType: 'essay',
    capturedDate: '2026-04-30',
  });
});

test('the speaker is the operator, not the author of the page', () => {
  const { card } = draft({ authors: { value: ['Ada Example'], from } }, 'Cy Example');
  expect([card.operator, card.coOperators]).toEqual(['Cy Example', []]);
});

test('a canonical address of another site is not taken, nor a scheme that is no web page', () => {
  const elsewhere = { canonicalUrl: { value: 'https://evil.test/', from } };
  expect(draft(elsewhere).card.sourceUrl).toBe('https://blog.example/a');
  expect(draft({}, undefined, 'file:///notes/a.html').card.sourceUrl).toBe('');
});
