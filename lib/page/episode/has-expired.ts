/**
 * Whether a signed address says of itself that it is past its time, as the signatures of CloudFront
 * (`Expires`, seconds since 1970) and of S3 (`X-Amz-Date` and `X-Amz-Expires`) do. `now` is in seconds
 * since 1970. An address without such a parameter never has.
 */
export function hasExpired(address: string, now: number): boolean {
  const { searchParams } = new URL(address);
  const until = searchParams.get('Expires') ?? '';
  if (/^\d{9,12}$/.test(until)) return Number(until) <= now;
  const signed = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(
    searchParams.get('X-Amz-Date') ?? '',
  );
  const [, year, month, day, hour, minute, second] = signed?.map(Number) ?? [];
  const lasts = Number(searchParams.get('X-Amz-Expires') ?? '');
  if (year === undefined || month === undefined || !(lasts > 0)) return false;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + lasts <= now;
}
