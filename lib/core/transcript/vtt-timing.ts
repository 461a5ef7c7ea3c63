/** The timing line of a WebVTT cue: https://www.w3.org/TR/webvtt1/#collect-webvtt-cue-timings-and-settings */

/** Times in seconds. */
export interface VttTiming {
  readonly start: number;
  readonly end: number;
}

/** As large an hour as a player counts to. */
const mostHours = 2 ** 32 - 1;

const time = '(?:(\\d+):)?(\\d\\d):(\\d\\d)\\.(\\d{3})(?!\\d)';
// A first number of two digits up to 59 may be minutes or hours; any other is hours.
const line = new RegExp(`^[\\t\\n\\f\\r ]*${time}[\\t\\n\\f\\r ]*-->[\\t\\n\\f\\r ]*${time}`);

/** The times of a timing line; undefined where it has none as the standard wants them. */
export function readVttTiming(text: string): VttTiming | undefined {
  const match = line.exec(text);
  if (match === null) return undefined;
  const start = secondsOf(match.slice(1, 5));
  const end = secondsOf(match.slice(5, 9));
  if (start === undefined || end === undefined) return undefined;
  return { start, end };
}

function secondsOf([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]):
  number | undefined {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const whole =
    Math.min(Number(hours ?? 0), mostHours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number(thousandths)) / 1000;
}
