import type { Episode, LinkedTranscript } from '../../core/transcript/episode';
import type { Chapter, Transcript } from '../../core/transcript/transcript';
import type { EpisodePage } from './episode-page';

/** What a site's own form says of an episode; what is absent is looked for as on any page. */
export interface EpisodeFields {
  readonly transcript?: Transcript | undefined;
  readonly linked?: readonly LinkedTranscript[];
  readonly chapters?: readonly Chapter[];
  readonly audioUrl?: string | undefined;
  readonly feeds?: Episode['feeds'];
  /** Stands in the place of what the page's head says, field by field. */
  readonly evidence?: Episode['evidence'];
  /** Where on the page a transcript is printed, if one is: a selector. */
  readonly printed?: string;
}

/** Reads the episodes of one site, by its own markup; the page may lie, and is only ever quoted. */
export interface EpisodeSite {
  /** Whether a page is one of the site's, by its address or by marks that only it leaves. */
  readonly reads: (page: EpisodePage) => boolean;
  /** `now` is the present moment in seconds since 1970. */
  readonly read: (page: EpisodePage, now: number) => EpisodeFields;
}
