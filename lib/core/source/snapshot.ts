/** A snapshot is one look at a page: plain data, read in the page and validated on arrival. */
import { selectorSchema } from '../annotation/selector';
import { z } from '../z';
import { pageMetadataSchema } from './metadata';

/** One block of readable text and where it stands in the page's text map. */
export const passageSchema = z.object({
  text: z.string().min(1).max(50_000),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** What a media element on the page was doing. */
export const playbackSchema = z.object({
  kind: z.enum(['audio', 'video']),
  /** Seconds since the start of the media resource. */
  currentTime: z.number().nonnegative(),
  /** Absent for a live stream. */
  duration: z.number().positive().optional(),
  playing: z.boolean(),
  /** How fast, where it is not as recorded: 1.5 plays 30 seconds of the episode in 20. */
  rate: z.number().positive().optional(),
  /** True where nobody can hear it: muted, or at volume zero. */
  muted: z.boolean().optional(),
  /** True where it has played to its end. */
  ended: z.boolean().optional(),
  /** True while the player shows an advert: the times are the advert's own. */
  advert: z.boolean().optional(),
});

export const pageSelectionSchema = z.object({
  /** The visible words, white space folded to single spaces, paragraphs parted by a line break. */
  exact: z.string().min(1).max(100_000),
  selector: z.array(selectorSchema).min(1).max(8),
  /** The block or blocks of text the selection lies in, so that the quote stands alone later. */
  paragraph: z.string().max(20_000),
  /** The address of the same-origin frame the words stand in, when it is not the page itself. */
  frameUrl: z.string().max(8_000).optional(),
  /** True where more was selected than a clip may hold: these are the first of the words. */
  cut: z.literal(true).optional(),
});

export const pageSnapshotSchema = z.object({
  url: z.string().max(8_000),
  metadata: pageMetadataSchema,
  /** The text map's text: every offset in this snapshot points into it. */
  text: z.string().max(6_000_000),
  /** The readable blocks in reading order, without navigation, menus and the like. */
  passages: z.array(passageSchema).max(50_000),
  selection: pageSelectionSchema.optional(),
  /** True where nothing is selected and the focus is in a frame of another origin. */
  focusElsewhere: z.literal(true).optional(),
  playback: playbackSchema.optional(),
  /** Hosts whose players stand in frames of another origin: no time can be read there. */
  playersElsewhere: z.array(z.string().max(400)).max(20).optional(),
});

export type Passage = z.infer<typeof passageSchema>;
export type Playback = z.infer<typeof playbackSchema>;
export type PageSelection = z.infer<typeof pageSelectionSchema>;
export type PageSnapshot = z.infer<typeof pageSnapshotSchema>;
