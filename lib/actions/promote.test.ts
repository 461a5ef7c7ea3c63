import { expect, it } from 'vitest';
import { aSelection, aSnapshot, anInsight } from '../../test/support/builders';
import { instant, someDraft, uuid } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import { checkCard } from '../core/codex/check-card';
import { captureClip } from './capture-clip';
import { editCard } from './edit-card';
import { loadProjection } from './load-projection';
import { promote } from './promote';

const { card: full, key } = anInsight();
const draft = someDraft({
  key,
  card: {
    ...full,
    id: '',
    sections: {
      ...full.sections,
      mechanism: 'A result of their own is a reason to come back.',
      evidence: '> "We counted first results instead."\n— Mira Oyelaran, 2026-01-14',
    },
  },
});

it('refuses with the rules that are broken, and changes nothing', async () => {
  const ports = testPorts();
  const bare = someDraft();
  await ports.store.saveInsight(bare);
  const result = await promote(ports, bare.key);
  expect(result).toMatchObject({ ok: false, error: { kind: 'not-ready' } });
  if (result.ok || result.error.kind !== 'not-ready') throw new Error('promoted');
  const { project } = await loadProjection(ports.store);
  const errors = checkCard({ card: project(bare) }).filter(({ severity }) => severity === 'error');
  expect(result.error.findings).not.toEqual([]);
  expect(result.error.findings.length).toBeLessThanOrEqual(errors.length);
  expect(await ports.store.getInsight(bare.key)).toEqual(bare);
});

it('makes a draft that keeps the rules ready, with an id of its own, once', async () => {
  const ports = testPorts();
  const taken = anInsight({
    key: 'taken',
    card: { id: 'ins_first-session-decides-whether-a-person-stays' },
  });
  await ports.store.saveInsight(taken);
  await ports.store.trashInsights([taken.key], instant(1));
  await ports.store.saveInsight(draft);
  ports.setClock(30);
  const result = await promote(ports, draft.key);
  expect(result).toMatchObject({
    ok: true,
    value: {
      status: 'ready',
      updatedAt: instant(30),
      card: { id: 'ins_first-session-decides-whether-a-person-stays-2' },
    },
  });
  ports.setClock(60);
  expect(await promote(ports, draft.key)).toEqual(result);
});

it('gives two promotions at once an id each', async () => {
  const ports = testPorts();
  const keys = [uuid(0xa1), uuid(0xa2), uuid(0xa3)];
  for (const each of keys) await ports.store.saveInsight({ ...draft, key: each });
  const promoted = await Promise.all(keys.map((each) => promote(ports, each)));
  expect(promoted.every(({ ok }) => ok)).toBe(true);
  const ids = (await ports.store.allInsights()).map(({ card }) => card.id);
  expect(new Set(ids).size).toBe(3);
  expect(ids).not.toContain('');
});

it('counts a clip as evidence', async () => {
  const ports = testPorts();
  await ports.store.saveInsight(draft);
  await editCard(ports, key, (card) => ({ ...card, sections: { ...card.sections, evidence: '' } }));
  expect(await promote(ports, key)).toMatchObject({ error: { kind: 'not-ready' } });
  await captureClip(ports, {
    snapshot: aSnapshot({ selection: aSelection('We counted first results instead.') }),
    what: { kind: 'selection' },
    into: { insightKey: key, role: 'evidence' },
  });
  expect(await promote(ports, key)).toMatchObject({ ok: true, value: { status: 'ready' } });
});

it('says so when there is no such insight, or the store fails', async () => {
  const ports = testPorts();
  expect(await promote(ports, 'nobody')).toMatchObject({ error: { kind: 'storage-failed' } });
  await ports.store.saveInsight(draft);
  ports.store.failWith({ kind: 'storage-full' });
  expect(await promote(ports, key)).toEqual({ ok: false, error: { kind: 'storage-full' } });
});
