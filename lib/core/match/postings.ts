/**
 * Who holds what: for each feature the insights (by slot) that hold it and the weight each gives it.
 * Most pairs stand in one insight only, so the first holder is kept in flat arrays and only features
 * with more holders cost an object.
 */
export interface Postings {
  /** By feature: its share of ordinary pages, and what it weighs in an insight's length. */
  readonly share: number[];
  readonly rarity: number[];
  /** By feature: one holder's slot, or -1 when nobody holds it, and the weight. */
  readonly firstSlot: number[];
  readonly firstWeight: number[];
  /** By feature: the other holders. */
  readonly others: (Holders | undefined)[];
}

export interface Holders {
  readonly slots: number[];
  readonly weights: number[];
}

export function newPostings(): Postings {
  return { share: [], rarity: [], firstSlot: [], firstWeight: [], others: [] };
}

/** A new feature that nobody holds yet; gives its number. */
export function addFeature(postings: Postings, share: number, rarity: number): number {
  postings.share.push(share);
  postings.rarity.push(rarity);
  postings.firstWeight.push(0);
  postings.others.push(undefined);
  return postings.firstSlot.push(-1) - 1;
}

/** How many insights hold a feature. */
export function holding(postings: Postings, feature: number): number {
  if ((postings.firstSlot[feature] ?? -1) < 0) return 0;
  return 1 + (postings.others[feature]?.slots.length ?? 0);
}

/** Notes that an insight holds a feature. */
export function addHolder(postings: Postings, feature: number, slot: number, weight: number): void {
  const { firstSlot, firstWeight, others } = postings;
  if ((firstSlot[feature] ?? -1) < 0) {
    firstSlot[feature] = slot;
    firstWeight[feature] = weight;
    return;
  }
  const more = others[feature];
  if (more) {
    more.slots.push(slot);
    more.weights.push(weight);
  } else others[feature] = { slots: [slot], weights: [weight] };
}

/** Takes an insight from a feature's holders; it must be one. */
export function removeHolder(postings: Postings, feature: number, slot: number): void {
  const { firstSlot, firstWeight, others } = postings;
  const more = others[feature];
  const lastSlot = more?.slots.pop() ?? -1;
  const lastWeight = more?.weights.pop() ?? 0;
  if (more?.slots.length === 0) others[feature] = undefined;
  if (firstSlot[feature] === slot) {
    firstSlot[feature] = lastSlot;
    firstWeight[feature] = lastWeight;
  } else if (more && lastSlot !== slot) {
    const at = more.slots.indexOf(slot);
    more.slots[at] = lastSlot;
    more.weights[at] = lastWeight;
  }
}
