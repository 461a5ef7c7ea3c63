/** Accessibility faults of a page that matter, found by axe. */
import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/** Each serious or critical fault as `rule: element`, empty when there is none. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    // A colour on its way to another is neither.
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
