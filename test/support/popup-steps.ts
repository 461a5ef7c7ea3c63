/** What a person does in the popup or the side panel, and what they read there. */
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** Clips with the button of that name; resolves once the popup says that the clip is on disk. */
export async function clipWith(
  popup: Page,
  button: 'Clip selection' | 'Clip what was just said' | 'Save this page',
): Promise<void> {
  await popup.getByRole('button', { name: button }).click();
  await savedCard(popup).waitFor();
}

/** The part that speaks of the clip just made. */
export function savedCard(popup: Page): Locator {
  return popup.getByRole('region', { name: 'Saved', exact: true });
}

/** One insight the page touches, as shown. */
export interface SeenMatch {
  readonly title: string;
  /** Operator, tier, state and chips such as “Same operator: …”. */
  readonly facts: readonly string[];
  readonly reasons: readonly SeenReason[];
}

/** A passage of the page and a sentence of the insight, side by side. */
export interface SeenReason {
  readonly page: string;
  /** For example `In the insight: claim`. */
  readonly where: string;
  readonly insight: string;
  readonly marked: readonly string[];
}

export interface SeenCounterEvidence extends SeenMatch {
  readonly kind: string;
  /** What it says against the insight, for kinds that have no two sides. */
  readonly text: string;
}

export interface SeenSurface {
  readonly onThisPage: readonly string[];
  readonly related: readonly SeenMatch[];
  readonly counterEvidence: readonly SeenCounterEvidence[];
  /** The words that say that nothing is related. */
  readonly nothing: string | undefined;
}

/** Waits until the matches are there, then reads what is shown. */
export async function readSurface(popup: Page): Promise<SeenSurface> {
  const parts = popup.getByRole('region', { name: /^(On this page|Related|Counter-evidence)$/ });
  const nothing = popup.getByText('Nothing in your library touches this page.');
  await until('the matches', async () => {
    if ((await popup.getByText('Reading the page').count()) > 0) return false;
    return (await parts.count()) > 0 || (await nothing.count()) > 0;
  });
  return popup.evaluate(() => {
    const textOf = (element: Element | null | undefined) =>
      element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const all = (within: Element, selector: string) => [...within.querySelectorAll(selector)];
    const named = (name: string) =>
      all(document.body, 'section[aria-labelledby]').find(
        (section) =>
          textOf(document.getElementById(section.getAttribute('aria-labelledby') ?? '')) === name,
      );
    const itemsOf = (within: Element | undefined) =>
      within ? [...within.querySelectorAll('ul')].flatMap((list) => [...list.children]) : [];
    const readItem = (item: Element) => {
      const sides = all(item, 'figure[aria-labelledby]').map((figure) => ({
        label: textOf(figure.querySelector('figcaption')),
        text: textOf(figure.querySelector('blockquote')),
        marked: all(figure, 'mark').map(textOf),
      }));
      const reasons = [];
      for (let i = 0; i + 1 < sides.length; i += 2) {
        const [page, insight] = [sides[i], sides[i + 1]];
        if (!page || !insight) continue;
        reasons.push({
          page: page.text,
          where: insight.label,
          insight: insight.text,
          marked: [...new Set([...page.marked, ...insight.marked])],
        });
      }
      const facts = item.querySelector('h3, h4')?.nextElementSibling;
      return {
        title: textOf(item.querySelector('h3, h4')),
        facts: facts ? [...facts.children].map(textOf) : [],
        reasons,
      };
    };
    const counter = named('Counter-evidence');
    const groups = counter ? all(counter, 'h3') : [];
    const calm = 'Nothing in your library touches this page.';
    return {
      onThisPage: itemsOf(named('On this page'))
        .filter((item) => item.querySelector('h3'))
        .map((item) => textOf(item.querySelector('h3'))),
      related: itemsOf(named('Related')).map(readItem),
      counterEvidence: groups.flatMap((heading) =>
        itemsOf(heading.parentElement ?? undefined).map((item) => ({
          ...readItem(item),
          kind: textOf(heading),
          text: all(item, 'blockquote').map(textOf).join(' '),
        })),
      ),
      nothing: textOf(document.body).includes(calm) ? calm : undefined,
    };
  });
}
