import { expect, test } from 'vitest';
import { aClip, anId } from '../../../test/support/builders';
import { clipSchema } from '../insight/clip';
import { dismissalSchema } from './dismissal';

test('an insight can be called not related wherever a clip can be kept', () => {
  const sourceKey = `https://long.example/?q=${'a'.repeat(7_900)}`;
  expect(clipSchema.safeParse(aClip({ sourceKey })).success).toBe(true);
  const at = '2026-03-02T10:00:00.000Z';
  const dismissal = { id: anId(1), insightKey: anId(2), sourceKey, terms: [], at };
  expect(dismissalSchema.safeParse(dismissal).success).toBe(true);
});
