import { expect, it } from 'vitest';
import { someClip } from '../../../test/support/notes';
import { reattach } from './reattach';

const clip = someClip();
const target = { ...clip.target, source: 'https://elsewhere.example/' };
const at = '2026-05-02T08:00:00.000Z';

it('keeps where a clip was, and until when', () => {
  const attached = reattach(clip, target, at);
  expect(attached).toEqual({ ...clip, target, formerly: [{ target: clip.target, until: at }] });
});

it('changes nothing where the clip is attached already', () => {
  expect(reattach(clip, clip.target, at)).toBe(clip);
});

it('keeps the latest fifty places', () => {
  let moved = clip;
  for (let n = 0; n < 60; n += 1) {
    moved = reattach(moved, { ...target, source: `https://elsewhere.example/${n}` }, at);
  }
  expect(moved.formerly).toHaveLength(50);
  expect(moved.formerly?.at(-1)?.target.source).toBe('https://elsewhere.example/58');
});
