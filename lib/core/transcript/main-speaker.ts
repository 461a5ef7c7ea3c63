interface Share {
  readonly speaker?: string | undefined;
  /** Words or seconds: any measure of how much of it is theirs. */
  readonly share: number;
}

/** Who has the largest share, the first of equals; undefined when nobody is named. */
export function mainSpeaker(shares: readonly Share[]): string | undefined {
  const total = new Map<string, number>();
  for (const { speaker, share } of shares) {
    if (speaker !== undefined) total.set(speaker, (total.get(speaker) ?? 0) + share);
  }
  let main: string | undefined;
  for (const [speaker, share] of total) {
    if (main === undefined || share > (total.get(main) ?? 0)) main = speaker;
  }
  return main;
}
