import { parseClock } from './parse-clock';

const time = '(\\d{1,6}(?:\\s?:\\s?\\d{1,6}){1,2}(?:\\s?[.,]\\s?\\d{1,9})?)';
/** The comma that SubViewer has between times with a full stop, on a line where nothing else stands. */
const comma = '(?<=:\\d\\d\\.\\d{1,3}),(?=\\d{1,6}:\\d\\d:\\d\\d\\.\\d{1,3}\\s{0,20}$)';
/** Behind the times that an arrow of any length parts may stand coordinates. */
const timing = new RegExp(
  `^\\s{0,20}${time}(?:\\s{0,20}-{1,3}>\\s{0,20}|${comma})${time}(?=\\s|$)`,
);

/**
 * The times of a caption in seconds as people and programs write them: with a comma or a full stop,
 * without hours or thousandths, of any number of digits. Undefined where a line begins with none.
 */
export function readWrittenTiming(line: string): { start: number; end: number } | undefined {
  const match = timing.exec(line.slice(0, 200));
  const [start, end] = [match?.[1], match?.[2]].map((each) =>
    parseClock(each?.replace(/\s/g, '') ?? ''),
  );
  return start === undefined || end === undefined ? undefined : { start, end };
}
