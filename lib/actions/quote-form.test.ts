/** Cards that leave in the form a person chose, and come in again. */
import { describe, expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import {
  cardFile,
  fullCard,
  importInto,
  nothingImported,
  valueOf,
} from '../../test/support/importing';
import { uuid } from '../../test/support/notes';
import { testPorts, type TestPorts } from '../../test/support/ports';
import { captureClip } from './capture-clip';
import { exportCards } from './export-cards';

describe('in the form a person chose', () => {
  const forms = [
    { link: true, verified: false },
    { link: false, verified: true },
    { link: true, verified: true },
  ];

  async function clipped(ports: TestPorts) {
    await importInto(ports, [cardFile('ins_one'), cardFile('ins_two')]);
    const one = (await ports.store.allInsights()).find(({ card }) => card.id === 'ins_one')!;
    const plain = aSelection('They read one of them aloud.');
    const selection = {
      ...plain,
      selector: plain.selector.map((each) =>
        each.type === 'TextQuoteSelector' ? { ...each, directive: 'text=a,b' } : each,
      ),
    };
    const snapshot = aSnapshot({ selection });
    const into = { insightKey: one.key, role: 'evidence' } as const;
    valueOf(await captureClip(ports, { snapshot, what: { kind: 'selection' }, into }));
    return one.key;
  }

  it.each(forms)('a clip leaves with it, and an untouched card as it came (%o)', async (form) => {
    const ports = testPorts();
    const key = await clipped(ports);
    const keys = (await ports.store.allInsights()).map((insight) => insight.key);
    const files = await exportCards(ports.store, keys, form);
    expect(files.find(({ name }) => name === 'ins_two.md')!.text).toBe(cardFile('ins_two').text);
    const [{ text } = { text: '' }] = await exportCards(ports.store, [key], form);
    expect(text.includes('#:~:text=a,b')).toBe(form.link);
    expect(/, (verbatim|not found on the page)/.test(text)).toBe(form.verified);
  });

  it.each(forms)('what left so is known when it comes in again (%o)', async (form) => {
    const ports = testPorts();
    const key = await clipped(ports);
    const before = await ports.store.allInsights();
    const [left] = await exportCards(ports.store, [key], form);
    const report = await importInto(ports, [{ path: 'insights/ins_one.md', text: left!.text }]);
    expect(report).toEqual({ ...nothingImported, unchanged: 1 });
    expect(await ports.store.allInsights()).toEqual(before);
  });

  it.each(forms)('an edit of such a file comes in without the clip (%o)', async (form) => {
    const ports = testPorts();
    const key = await clipped(ports);
    const [left] = await exportCards(ports.store, [key], form);
    const text = left!.text.replace(/^source_type: .*$/m, 'source_type: memo');
    const report = await importInto(ports, [{ path: 'insights/ins_one.md', text }]);
    expect(report).toEqual({ ...nothingImported, updated: 1 });
    const after = (await ports.store.getInsight(key))!;
    expect(after.card.sourceType).toBe('memo');
    expect(after.card.sections.evidence).toBe(fullCard.sections.evidence);
    const [plain] = await exportCards(ports.store, [key]);
    expect(plain!.text).not.toMatch(/#:~:|verbatim|not found/);
  });

  it.each(forms)('and with the line ends of another system (%o)', async (form) => {
    const ports = testPorts();
    const key = await clipped(ports);
    const [left] = await exportCards(ports.store, [key], form);
    const text = left!.text.replaceAll('\n', '\r\n');
    const report = await importInto(ports, [{ path: 'insights/ins_one.md', text }]);
    expect(report).toEqual({ ...nothingImported, updated: 1 });
    expect((await exportCards(ports.store, [key], form))[0]!.text).toBe(text);
  });

  it('what was heard and then attached to words with a link is known as well', async () => {
    const ports = testPorts();
    const key = await clipped(ports);
    const [clip] = await ports.store.allClips();
    const { verified, ...heard } = clip!;
    expect(verified).toBeDefined();
    const [source] = await ports.store.allSources();
    await ports.store.undoCapture(clip!.id, ports.clock.now());
    valueOf(await ports.store.saveCapture({ source: source!, clip: { ...heard, id: uuid(9) } }));
    const [left] = await exportCards(ports.store, [key], forms[0]);
    expect(left!.text).toContain('#:~:text=a,b');
    const report = await importInto(ports, [{ path: 'insights/ins_one.md', text: left!.text }]);
    expect(report).toEqual({ ...nothingImported, unchanged: 1 });
  });

  it('a linked quote beside one that no link was found for is known after an edit', async () => {
    const ports = testPorts();
    const key = await clipped(ports);
    const snapshot = aSnapshot({ selection: aSelection('And the other one twice.') });
    const into = { insightKey: key, role: 'evidence' } as const;
    valueOf(await captureClip(ports, { snapshot, what: { kind: 'selection' }, into }));
    const [left] = await exportCards(ports.store, [key], forms[0]);
    const text = left!.text.replace(/^source_type: .*$/m, 'source_type: memo');
    await importInto(ports, [{ path: 'insights/ins_one.md', text }]);
    expect((await exportCards(ports.store, [key], forms[0]))[0]!.text).toBe(text);
  });
});
