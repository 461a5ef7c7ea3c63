/** Draws a component into the test's own page and takes it away again. Browser tests only. */
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished } from 'vitest';
import '../../components/theme.css';
import { useEnglishMessages } from './messages.ts';

/** Renders until the test is finished; words come from the English messages. */
export function render(content: ReactNode): HTMLElement {
  useEnglishMessages();
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  root.render(content);
  onTestFinished(() => {
    root.unmount();
    host.remove();
  });
  return host;
}

/** Axe finds nothing in the page as it stands, neither in light nor in dark. */
export async function expectAccessible(): Promise<void> {
  const root = document.documentElement;
  for (const scheme of ['light', 'dark']) {
    root.style.colorScheme = scheme;
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    const { violations } = await axe.run(document.body);
    const found = violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes[0]?.html}`);
    expect(found).toEqual([]);
  }
  root.style.colorScheme = '';
}
