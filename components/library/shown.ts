/** What the open insight shows besides its card, worked out by whoever mounts the page. */
import type { Clip } from '@/lib/core/insight/clip';
import type { LinkType } from '@/lib/core/insight/link';
import type { Source } from '@/lib/core/source/source';

/** A clip with its source and its time in words. */
export interface ShownClip {
  readonly clip: Clip;
  readonly source?: Source | undefined;
  /** `hh:mm:ss`, where the clip has a time. */
  readonly time?: string | undefined;
  /** The source's address, starting at the clip's time where its host allows that. */
  readonly href?: string | undefined;
}

/** A link as seen from the open insight. */
export interface ShownLink {
  /** Set on the person's own links, which can be removed; links of imported cards live in the card. */
  readonly id?: string | undefined;
  /** Names the link in the list. */
  readonly key: string;
  readonly type: LinkType;
  /** `out` when it starts at the open insight. */
  readonly direction: 'out' | 'in';
  /** The other insight's title, or its card id where it is not in the library. */
  readonly title: string;
  readonly href?: string | undefined;
  /** The loaded codex that the other insight belongs to; undefined for one's own. */
  readonly from?: string | undefined;
  readonly why: string;
}

/** A rule the card does not meet, in words, with the field that mends it. */
export interface ShownFinding {
  readonly key: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** The name of a card field or section. */
  readonly field: string;
  /** Mends it; only where that is safe. */
  readonly onFix?: (() => void) | undefined;
}
