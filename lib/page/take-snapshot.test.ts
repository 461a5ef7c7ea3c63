import { afterEach, expect, test } from 'vitest';
import { growth } from '@/test/support/growth';
import { pageSnapshotSchema, type PageSnapshot } from '../core/source/snapshot';
import { metadataSteps } from './metadata/read-metadata';
import { takeSnapshot } from './take-snapshot';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.innerHTML = '';
});

const address = 'https://ledger.example/notes/weigh-twice';

async function snapshot(): Promise<PageSnapshot> {
  const taken = await takeSnapshot(document, address, metadataSteps);
  const plain: unknown = JSON.parse(JSON.stringify(taken));
  expect(pageSnapshotSchema.parse(plain)).toEqual(plain);
  return taken as PageSnapshot;
}

test('a whole look at a page, which is left as it was', async () => {
  document.body.innerHTML =
    '<article><h1>Weigh twice</h1><p id="p">The first weighing is a guess, the second is a fact.</p></article>' +
    '<div id="host"><span>slotted</span></div><iframe></iframe>';
  document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML =
    '<p>Shade</p><slot></slot>';
  const text = document.querySelector('#p')!.firstChild!;
  getSelection()!.setBaseAndExtent(text, 4, text, 19);
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, options);
  const before = document.documentElement.outerHTML;
  const taken = await snapshot();
  expect(document.documentElement.outerHTML).toBe(before);
  expect([...changes, ...observer.takeRecords()]).toEqual([]);
  observer.disconnect();
  expect(getSelection()!.toString()).toBe('first weighing ');
  expect(taken.url).toBe(address);
  expect(taken.selection?.exact).toBe('first weighing');
  expect(taken.text).toContain('Shade\nslotted');
  expect(taken.passages.map((passage) => passage.text)).toEqual([
    'Weigh twice',
    'The first weighing is a guess, the second is a fact.',
  ]);
});

test('a page of plain text is read, its paragraphs parted', async () => {
  const frame = document.createElement('iframe');
  const text =
    'Keeping a Lighthouse\n\n   It was sold twice in one winter,\n   and nobody was told.\n';
  frame.src = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument!;
  expect(page.contentType).toBe('text/plain');
  const taken = await takeSnapshot(page, address, metadataSteps);
  expect(taken).toMatchObject({
    passages: [
      { text: 'Keeping a Lighthouse' },
      { text: 'It was sold twice in one winter, and nobody was told.' },
    ],
  });
});

test('what is no web page is refused', async () => {
  const other = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'image/svg+xml',
  );
  expect(await takeSnapshot(other, address, metadataSteps)).toEqual({ refused: 'not-a-page' });
});

test('an empty page', async () => {
  expect(await snapshot()).toMatchObject({ text: '', passages: [] });
});

test('a page that sets traps is read all the same', async () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument!;
  const names = 'children attributes textContent childNodes parentNode querySelectorAll body title';
  page.body.innerHTML =
    `<form>${names
      .split(' ')
      .map((name) => `<input name="${name}" id="${name}">`)
      .join('')}</form>` +
    names
      .split(' ')
      .map((name) => `<img name="${name}"><form name="${name}"></form>`)
      .join('') +
    '<p onclick="boom()">Still <script>window.ran = true</script>here, in spite of it all.</p>' +
    '<a href="javascript:boom()">x</a>';
  const polluted = ['value', 'text', 'start', 'author', 'headline'];
  for (const key of polluted) {
    Reflect.defineProperty(Object.prototype, key, {
      configurable: true,
      writable: true,
      value: { name: 'x' },
    });
  }
  try {
    const taken = await takeSnapshot(page, address, metadataSteps);
    expect(taken).toMatchObject({
      text: expect.stringContaining('Still here, in spite of it all.'),
    });
  } finally {
    for (const key of polluted) Reflect.deleteProperty(Object.prototype, key);
  }
});

test('the time a page takes grows with its nodes, not with their square', async () => {
  const grown = await growth(5_000, (blocks) => {
    document.body.innerHTML = '<div><p>Some <b>words</b> here.</p></div>'.repeat(blocks);
    return async () => {
      const taken = (await takeSnapshot(document, address, metadataSteps)) as PageSnapshot;
      expect(taken.text.length).toBeGreaterThan(blocks * 15);
    };
  });
  expect(grown).toBeLessThan(10);
});

test('says whose players stand in frames that tell no time', async () => {
  document.body.innerHTML =
    '<p>Listen here.</p><iframe sandbox src="https://player.simplecast.com/0b1c"></iframe>';
  const taken = await snapshot();
  expect(taken.playback).toBeUndefined();
  expect(taken.playersElsewhere).toEqual(['player.simplecast.com']);
});
