/** What the open insight shows besides its card, worked out by whoever mounts the page. */
import type { DocumentKind } from '@/lib/core/codex/codex-document';
import type { Clip } from '@/lib/core/insight/clip';
import type { LinkType } from '@/lib/core/insight/link';
import type { Source } from '@/lib/core/source/source';

/** A clip with its source and its time in words. */
export interface ShownClip {
  readonly clip: Clip;
  readonly source?: Source | undefined;
  /** Where the clip has a time: `hh:mm:ss`, and that it may shift where it may. */
  readonly time?: string | undefined;
  /** The time alone. */
  readonly moment?: string | undefined;
  /** The source's address, starting at the clip's time where its host allows that. */
  readonly href?: string | undefined;
  /** The address that leads to the very words, where one was checked to. */
  readonly wordsHref?: string | undefined;
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
  readonly why: string;
  /** The two insights side by side. */
  readonly compareHref?: string | undefined;
  /** Whose the other insight is, where it is not one's own. */
  readonly collection?: string | undefined;
  /** Who says it, in words. */
  readonly origins?: readonly string[] | undefined;
  /** The documents that say it. */
  readonly documents?: readonly ShownDocument[] | undefined;
  /** Why it cannot be removed, in words; undefined where it can. */
  readonly fixed?: string | undefined;
}

/** A contradiction or pattern by name. */
export interface ShownDocument {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly href: string;
}

/** A document that names the open insight, with the other cards it is about. */
export interface ShownNaming extends ShownDocument {
  readonly others: readonly {
    readonly key: string;
    readonly title: string;
    readonly href: string;
  }[];
}

/** What a link is to say from now on, seen from the open insight. */
export interface LinkEdit {
  readonly type: LinkType;
  readonly direction: 'out' | 'in';
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
