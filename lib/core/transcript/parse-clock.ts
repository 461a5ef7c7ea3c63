const clock = /^(?:(?:(\d{1,6}):)?(\d{1,6}):)?(\d{1,9})(?:[.,](\d{1,9})\d*)?s?$/;

/**
 * Seconds of a time as files write it, `1:02:03,5`, `02:03.500` or `3.5`: of any number of digits,
 * with a comma or a full stop. Undefined for anything else, and for minutes or seconds over 59 behind
 * a larger unit.
 */
export function parseClock(text: string): number | undefined {
  const match = clock.exec(text.trim());
  if (match === null) return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  if (minutes !== undefined && Number(seconds) > 59) return undefined;
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  // Summed in whole millionths, so that 2.571 is 2.571.
  return (whole * 1e6 + Number((fraction ?? '').slice(0, 6).padEnd(6, '0'))) / 1e6;
}
