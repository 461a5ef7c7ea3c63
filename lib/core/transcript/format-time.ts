/** Times in an episode as people write them. */

/** Seconds as `hh:mm:ss`, rounded down: the words come after the moment, never before it. */
export function formatTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** The seconds that `hh:mm:ss`, `h:mm:ss` or `mm:ss` stands for; undefined for anything else. */
export function parseTime(text: string): number | undefined {
  const match = /^(?:(\d{1,3}):([0-5]?\d)|(\d{1,3})):([0-5]\d)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, hours, minutes, onlyMinutes, seconds] = match;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? onlyMinutes) * 60 + Number(seconds);
}
