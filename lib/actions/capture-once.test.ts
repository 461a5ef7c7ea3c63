import { expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import { someDraft } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import { captureOnce } from './capture-once';

const request = {
  snapshot: aSnapshot({ selection: aSelection('We stopped counting sign-ups') }),
  what: { kind: 'selection' },
} as const;

it('stores one clip and one draft when it is asked twice at once', async () => {
  const ports = testPorts();
  const [first, second] = await Promise.all([
    captureOnce(ports, request),
    captureOnce(ports, request),
  ]);
  expect(first).toMatchObject({ ok: true, value: { again: false } });
  expect(second).toMatchObject({ ok: true, value: { again: true } });
  expect(await ports.store.allClips()).toHaveLength(1);
  expect(await ports.store.allInsights()).toHaveLength(1);
});

it('lets the write say what is wrong when the look before it is refused', async () => {
  const ports = testPorts();
  ports.store.failWith({ kind: 'storage-failed', detail: 'UnknownError' });
  ports.store.clipsOfSource = () => Promise.reject(new Error('UnknownError'));
  expect(await captureOnce(ports, request)).toEqual({
    ok: false,
    error: { kind: 'storage-failed', detail: 'UnknownError' },
  });
});

it('answers when the insight that was named cannot be read', async () => {
  const ports = testPorts();
  ports.store.getInsight = () => Promise.reject(new Error('UnknownError'));
  const into = { insightKey: 'any', role: 'evidence' } as const;
  expect(await captureOnce(ports, { ...request, into })).toMatchObject({
    ok: false,
    error: { kind: 'storage-failed' },
  });
});

it('gives words that are clipped already to an insight that was named', async () => {
  const ports = testPorts();
  await captureOnce(ports, request);
  const insight = someDraft();
  await ports.store.saveInsight(insight);
  const into = { insightKey: insight.key, role: 'counter-evidence' } as const;
  expect(await captureOnce(ports, { ...request, into })).toMatchObject({
    value: { again: false, clip: into },
  });
});

it('goes on after a failure', async () => {
  const ports = testPorts();
  ports.store.failWith({ kind: 'storage-full' });
  expect(await captureOnce(ports, request)).toMatchObject({ error: { kind: 'storage-full' } });
  ports.store.failWith(undefined);
  expect(await captureOnce(ports, request)).toMatchObject({ value: { again: false } });
});
