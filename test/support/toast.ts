/**
 * The toast from outside. It lives in a closed shadow root, so it is looked up in the extension's
 * own isolated world, and clicked with the real mouse at the place where it stands.
 */
import type { CDPSession, Page } from 'playwright-core';
import { extensionId } from './extension.ts';
import { until } from './until.ts';

export interface ToastHandle {
  /** Everything it says, or undefined while there is none. */
  text(): Promise<string | undefined>;
  /** Waits until it says `words`; gives all its text. */
  says(words: string | RegExp): Promise<string>;
  /** Presses the button or opens the part that `name` names, with the mouse. */
  press(name: string | RegExp): Promise<void>;
  /** Clicks into the note and types. */
  typeNote(note: string): Promise<void>;
  /** Evaluates JavaScript in the isolated world, where `body` is the toast's own body element. */
  evaluate<T>(expression: string): Promise<T>;
}

/** The toast's body: inside its frame, or in the shadow root where the page is sandboxed. */
const findBody = `(() => {
  const host = document.querySelector('counterpoint-toast');
  const root = host && chrome.dom.openOrClosedShadowRoot(host);
  if (!root) return undefined;
  return root.querySelector('iframe')?.contentDocument?.body ?? root.querySelector('.room') ?? undefined;
})()`;

interface Spot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What can be seen and pressed, by its accessible name, with its middle in the page's own pixels. */
const listSpots = `[...body.querySelectorAll('button, summary, textarea')].filter((element) =>
  element.checkVisibility(),
).map((element) => {
  element.scrollIntoView({ block: 'nearest' });
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
  return {
    name: (element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent).trim(),
    x: frame.x + box.x + box.width / 2,
    y: frame.y + box.y + box.height / 2,
  };
})`;

/** Until the page has been laid out and painted anew; a page nobody sees paints nothing. */
const twoFrames = `Promise.race([
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  new Promise((done) => setTimeout(done, 250)),
])`;

/** A handle on whatever toast `page` shows now or later. */
export function toastOn(page: Page): ToastHandle {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const session = await page.context().newCDPSession(page);
    try {
      return await evaluateIsolated<T>(session, page, expression);
    } finally {
      await session.detach();
    }
  };
  const inBody = <T>(expression: string) =>
    evaluate<T>(`(() => { const body = ${findBody}; return body && (${expression}); })()`);
  const text = () => inBody<string | undefined>('body.innerText');

  const spot = (name: string | RegExp) =>
    until(`“${String(name)}” in the toast`, async () => {
      const before = await inBody<Spot[] | undefined>(listSpots);
      const found = before?.find((each) => matches(each.name, name));
      if (!found) return undefined;
      // A toast that is still growing moves its buttons: take the place only once it rests.
      await evaluate(twoFrames);
      const after = await inBody<Spot[] | undefined>(listSpots);
      const same = after?.find((each) => matches(each.name, name));
      return same?.x === found.x && same.y === found.y ? found : undefined;
    });

  /** Holds the button down, and lets go of it where it still is. */
  const press = (name: string | RegExp) =>
    until(`“${String(name)}” under the pointer`, async () => {
      const { x, y } = await spot(name);
      await page.mouse.move(x, y);
      await page.mouse.down();
      const held = (await inBody<Spot[] | undefined>(listSpots))?.find((each) =>
        matches(each.name, name),
      );
      // What a clip may belong to came in between: the toast has grown, and stays now.
      const hasMoved = held?.x !== x || held.y !== y;
      if (hasMoved) await page.mouse.move(1, 1);
      await page.mouse.up();
      return !hasMoved;
    });

  return {
    text,
    evaluate: inBody,
    says: (words) =>
      until(`the toast to say “${String(words)}”`, async () => {
        const said = await text();
        return said !== undefined && matches(said, words, 'within') ? said : undefined;
      }),
    async press(name) {
      await press(name);
    },
    async typeNote(note) {
      await press(/note/i);
      await page.keyboard.type(note);
    },
  };
}

function matches(
  text: string,
  wanted: string | RegExp,
  how: 'whole' | 'within' = 'whole',
): boolean {
  if (wanted instanceof RegExp) return wanted.test(text);
  return how === 'whole' ? text === wanted : text.includes(wanted);
}

/** Evaluates in the extension's isolated world of the top frame; undefined when there is none. */
async function evaluateIsolated<T>(
  session: CDPSession,
  page: Page,
  expression: string,
): Promise<T> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const contexts: { id: number; origin: string; frameId: unknown }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string };
    contexts.push({ id: context.id, origin: context.origin, frameId });
  });
  await session.send('Runtime.enable');
  const world = contexts.find(
    ({ origin, frameId }) =>
      origin === `chrome-extension://${extensionId}` && frameId === frameTree.frame.id,
  );
  if (!world) return undefined as T;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: world.id,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) {
    throw new Error(
      `${page.url()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
    );
  }
  return result.value as T;
}
