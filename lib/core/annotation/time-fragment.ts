/** Media times as selectors: Media Fragments URI 1.0, section 4.2.1 (https://www.w3.org/TR/media-frags/#naming-time). */
import type { FragmentSelector } from './selector';

export interface TimeFragment {
  /** Seconds since the start of the media resource. */
  readonly start: number;
  readonly end?: number;
}

/** To the millisecond and never in exponent form, which the grammar does not know. */
function npt(seconds: number): string {
  return String(Number(Math.max(0, seconds).toFixed(3)));
}

/** `t=start`, or `t=start,end` for a stretch. Seconds are kept to the millisecond. */
export function writeTimeFragment(start: number, end?: number): FragmentSelector {
  // The grammar wants a stretch to end after it starts.
  const stretch = end !== undefined && Number(npt(end)) > Number(npt(start));
  return {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: `t=${npt(start)}${stretch ? `,${npt(end)}` : ''}`,
  };
}

const clock = /^(?:(?:(\d+):)?([0-5]?\d):)?(\d+(?:\.\d*)?)$/;

function readNpt(text: string): number | undefined {
  const match = clock.exec(text.replace(/s$/, ''));
  if (match === null) return undefined;
  const [, hours, minutes, seconds] = match;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
}

/**
 * The time of a fragment, whether in seconds or in clock form, with or without `npt:`; `t=,end`
 * starts at 0. Undefined when it carries no valid time.
 */
export function readTimeFragment(selector: FragmentSelector): TimeFragment | undefined {
  const part = selector.value
    .replace(/^#/, '')
    .split('&')
    .findLast((each) => each.startsWith('t='));
  const [from = '', to, ...rest] = part?.slice(2).replace(/^npt:/, '').split(',') ?? [];
  if (rest.length > 0 || (from === '' && to === undefined)) return undefined;
  const start = from === '' ? 0 : readNpt(from);
  if (start === undefined) return undefined;
  if (to === undefined) return { start };
  const end = readNpt(to);
  return end === undefined || end <= start ? undefined : { start, end };
}
