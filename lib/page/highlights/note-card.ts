/** The card beside a painted clip: its note, where it belongs, what has changed. */
import { changedWords } from '../../core/annotation/changed-words';
import type { HighlightLabels } from '../../core/insight/companion';
import { cornerAround, type PaintedClip } from './painted-clips';

export interface NoteCardOptions {
  readonly labels: HighlightLabels;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly onOpen: (clipId: string) => void;
  /** The clip so many further on; only for a card with the keyboard in it. */
  readonly onStep: (by: 1 | -1) => void;
}

export interface NoteCard {
  /** Shows the card of a clip beside it; with `keyboard` it takes the focus and can be walked from. */
  show(clip: PaintedClip, keyboard: boolean): void;
  hide(): void;
  /** The clip it shows. */
  readonly shown: () => PaintedClip | undefined;
  /** Whether the keyboard is in it, or the pointer on it. */
  readonly isInUse: () => boolean;
}

/** Pixels from the words to the card, and from the card to the window's edge. */
const gap = 8;
const width = 320;

const css = `
  .card { all: initial; display: block; box-sizing: border-box; max-height: 60vh; overflow: auto;
    width: min(${width}px, calc(100vw - ${2 * gap}px)); padding: 12px 14px; border-radius: 10px;
    font: 14px/1.45 system-ui, sans-serif; color: light-dark(#1d1a10, #f1ead9);
    background: light-dark(#fffdf7, #2b2822); border: 1px solid light-dark(#b9b2a1, #6d6657);
    box-shadow: 0 4px 18px rgb(0 0 0 / 28%); }
  .card:focus { outline: 2px solid light-dark(#7a5c00, #ffd75e); outline-offset: 2px; }
  p { all: unset; display: block; margin-block-end: 6px; overflow-wrap: anywhere; }
  .role { font-weight: 600; font-size: 12px; letter-spacing: 0.02em; }
  del { opacity: 0.8; }
  .buttons { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 8px; }
  button { all: unset; box-sizing: border-box; min-height: 28px; padding: 3px 9px; cursor: pointer;
    border-radius: 6px; border: 1px solid light-dark(#b9b2a1, #6d6657); }
  button:focus-visible { outline: 2px solid light-dark(#7a5c00, #ffd75e); outline-offset: 1px; }
`;

/** Makes the card of a page, in a closed shadow root that the page can neither read nor style. */
export function createNoteCard(document: Document, options: NoteCardOptions): NoteCard {
  const { labels, language, direction, onOpen, onStep } = options;
  let host: HTMLElement | undefined;
  let shown: PaintedClip | undefined;
  let returnTo: Element | null = null;
  let hasKeyboard = false;
  let isHovered = false;

  const hide = (): void => {
    host?.remove();
    host = undefined;
    shown = undefined;
    isHovered = false;
    if (hasKeyboard && returnTo instanceof HTMLElement) returnTo.focus({ preventScroll: true });
    hasKeyboard = false;
  };

  const line = (text: string, name = ''): HTMLElement => {
    const paragraph = document.createElement('p');
    paragraph.className = name;
    paragraph.dir = 'auto';
    paragraph.textContent = text;
    return paragraph;
  };

  /** The quote and what stands there now in one line, what went and what came marked. */
  const changes = (quote: string, words: string): HTMLElement => {
    const whole = line('');
    for (const { kind, text } of changedWords(quote, words)) {
      const part = document.createElement(
        ({ same: 'span', old: 'del', new: 'ins' } as const)[kind],
      );
      part.textContent = text;
      whole.append(part);
    }
    return whole;
  };

  const button = (text: string, act: () => void): HTMLElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', (event) => {
      if (event.isTrusted) act();
    });
    return made;
  };

  const build = (painted: PaintedClip, keyboard: boolean): HTMLElement => {
    const { clip, isChanged, words } = painted;
    const card = document.createElement('div');
    card.className = 'card';
    card.tabIndex = -1;
    card.lang = language;
    card.dir = direction;
    card.setAttribute('role', keyboard ? 'dialog' : 'note');
    const role = clip.role === 'evidence' ? labels.evidence : labels.counterEvidence;
    card.setAttribute('aria-label', labels.region);
    card.append(line(clip.insight === '' ? role : `${role}: ${clip.insight}`, 'role'));
    if (clip.note !== '') card.append(line(clip.note));
    if (keyboard) card.append(line(clip.quote));
    if (isChanged) card.append(line(labels.changed), changes(clip.quote, words));
    const buttons = document.createElement('div');
    buttons.className = 'buttons';
    buttons.append(button(labels.open, () => onOpen(clip.id)));
    if (keyboard) {
      buttons.append(
        button(labels.previous, () => onStep(-1)),
        button(labels.next, () => onStep(1)),
        button(labels.close, hide),
      );
    }
    card.append(buttons);
    card.addEventListener('keydown', (event) => {
      // The page's own keys must not answer to what is meant for the card.
      event.stopPropagation();
      if (event.key === 'Escape') hide();
      if (event.key === 'ArrowDown' || event.key === 'j') onStep(1);
      if (event.key === 'ArrowUp' || event.key === 'k') onStep(-1);
    });
    return card;
  };

  return {
    show(painted, keyboard) {
      const focused = document.activeElement;
      const from = hasKeyboard ? returnTo : focused;
      host?.remove();
      shown = painted;
      host = document.createElement('counterpoint-note');
      host.style.setProperty('all', 'initial', 'important');
      host.style.setProperty('position', 'fixed', 'important');
      host.style.setProperty('z-index', '2147483647', 'important');
      host.style.setProperty('color-scheme', 'light dark', 'important');
      host.addEventListener('pointerenter', () => (isHovered = true));
      host.addEventListener('pointerleave', () => (isHovered = false));
      const root = host.attachShadow({ mode: 'closed' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      const card = build(painted, keyboard);
      root.append(card);
      document.documentElement.append(host);
      place(host, painted);
      hasKeyboard = keyboard;
      if (!keyboard) return;
      returnTo = from;
      card.focus({ preventScroll: true });
    },
    hide,
    shown: () => shown,
    isInUse: () => hasKeyboard || isHovered,
  };
}

/** Below the clip's first line, or above it where there is more room. */
function place(host: HTMLElement, { ranges }: PaintedClip): void {
  const view = host.ownerDocument.defaultView ?? window;
  const [range] = ranges;
  const words = range?.getClientRects()[0] ?? range?.getBoundingClientRect();
  const corner = range ? cornerAround(host.ownerDocument, range) : { left: 0, top: 0 };
  const { height } = host.getBoundingClientRect();
  const below = corner.top + (words?.bottom ?? 0) + gap;
  const above = corner.top + (words?.top ?? 0) - gap - height;
  const top = below + height > view.innerHeight && above > 0 ? above : below;
  const most = Math.max(gap, view.innerWidth - width - gap);
  const left = Math.min(Math.max(gap, corner.left + (words?.left ?? gap)), most);
  host.style.setProperty('left', `${left}px`, 'important');
  host.style.setProperty('top', `${Math.max(gap, top)}px`, 'important');
}
