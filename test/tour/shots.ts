/** Pictures of what the tour saw, in .output/tour. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface ShotOptions {
  /** The whole document, not only what is in view. */
  readonly whole?: boolean;
  /** CSS pixels to lay the page out in; what it had before comes back. */
  readonly width?: number;
}

export type Shoot = ReturnType<typeof photographer>['shoot'];

/** Returns a function that takes a picture of a page, light and dark, under a name. */
export function photographer(folder: string) {
  const names: string[] = [];
  const shoot = async (page: Page, name: string, { whole = false, width }: ShotOptions = {}) => {
    const before = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    if (width !== undefined) await page.setViewportSize({ width, height: before.height });
    for (const colorScheme of ['light', 'dark'] as const) {
      const file = `${name}-${colorScheme}.png`;
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, file), fullPage: whole, animations: 'disabled' });
      names.push(file);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (width !== undefined) await page.setViewportSize(before);
  };
  return { shoot, names };
}
