/** Prints the tour in plain words, as it happens. */
import { startTicker } from '../run/progress.mjs';
import type { SeenMatch, SeenSurface } from '../support/popup-steps.ts';

let step = 0;
const ticker = startTicker('still at it', () => performance.now() / 1000, {
  inPlace: false,
  wait: 2,
});

/** A numbered step begins. */
export function begin(title: string): void {
  step += 1;
  print(`\n${step}. ${title}`);
}

/** One thing that came out of it. */
export function say(label: string, value: string): void {
  const [first = '', ...rest] = wrap(value, 84);
  print(`   ${label.padEnd(13)} ${first}`);
  for (const line of rest) print(`   ${''.padEnd(13)} ${line}`);
}

/** What the popup showed about a page. */
export function saySurface(surface: SeenSurface): void {
  for (const title of surface.onThisPage) say('on this page', title);
  for (const match of surface.related) sayMatch('related', match);
  for (const counter of surface.counterEvidence) {
    sayMatch('against', counter);
    say('  kind', counter.kind);
    if (counter.reasons.length === 0) say('  says', counter.text);
  }
  if (surface.nothing) say('says', surface.nothing);
}

function sayMatch(label: string, { title, facts, reasons }: SeenMatch): void {
  say(label, [title, ...facts].join(' · '));
  for (const { page, where, insight, marked } of reasons) {
    say('  the page', `“${page}”`);
    say(`  ${where.replace(/^In the insight: /, 'its ')}`, `“${insight}”`);
    if (marked.length > 0) say('  shared', marked.join(', '));
  }
}

/** The last words of the tour. */
export function end(words: string): void {
  ticker.stop();
  print(`\n${words}`);
}

function print(line: string): void {
  ticker.somethingShown();
  console.log(line);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
