/** The companion's reach, chosen by the person: which sites, and what of it. */

export interface CompanionReach {
  /** Match patterns of the sites it is on for, perhaps `everySite`; all of them are granted. */
  readonly sites: readonly string[];
  /** Match patterns of sites it stays away from although every site is allowed. */
  readonly excluded: readonly string[];
  /** Whether a button stands beside a selection. */
  readonly button: boolean;
}

/** Keeps the reach and asks the browser for it; the companion runs there and nowhere else. */
export interface CompanionSites {
  reach(): Promise<CompanionReach>;
  /** Asks the person for the site; only in answer to a click. False when they decline. */
  allow(pattern: string): Promise<boolean>;
  /** Gives the site back: from now on no script of ours runs there by itself. */
  disallow(pattern: string): Promise<void>;
  /** Stays away from a site although every site is allowed. */
  exclude(pattern: string): Promise<void>;
  /** No longer stays away from it. */
  include(pattern: string): Promise<void>;
  setButton(on: boolean): Promise<void>;
  /** Calls back after every change of the reach, by whichever page; returns the end of it. */
  watch(changed: () => void): () => void;
}
