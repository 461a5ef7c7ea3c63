/** The day, in UTC, at which an id was made whose upper bits count the milliseconds since `epoch`. */
export function snowflakeDay(id: string, epoch = 0): string | undefined {
  // 22 bits of the id are no time; what a double rounds away lies within them.
  const made = Number(id) / 2 ** 22 + epoch;
  const isReal = /^\d{15,20}$/.test(id) && made > Date.UTC(2006, 0) && made < Date.UTC(2100, 0);
  return isReal ? new Date(made).toISOString().slice(0, 10) : undefined;
}
