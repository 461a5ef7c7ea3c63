/**
 * What a page says about the episode it plays, beside its metadata: plain data, read in the page by the
 * script `page-episode` and validated on arrival.
 */
import { z } from '../z';
import { chapterSchema, transcriptSchema } from './transcript';

const address = z.string().max(8_000);
const name = z.string().min(1).max(400);
const names = z.array(name).max(100);

/** A transcript that a page or a feed names but does not hold: fetched only when the person asks. */
export const linkedTranscriptSchema = z.object({
  url: address,
  /** What it is declared to be: a media type or a form; see `readTranscript`. */
  type: z.string().max(200).optional(),
  language: z.string().max(40).optional(),
  /** Where the address was found. */
  from: z.enum(['track', 'page-data', 'podcast:transcript', 'link']),
  clock: transcriptSchema.shape.clock,
  /** Whom the page's data says its voices are: `SPEAKER_00` and the name. */
  speakers: z.object({}).catchall(name).optional(),
  /** The address itself says until when it is good; it is past. */
  expired: z.boolean().optional(),
});

/** What `namesOf` makes hosts and guests of. */
export const nameEvidenceSchema = z.object({
  persons: z
    .array(z.object({ name, role: name.optional(), group: name.optional() }))
    .max(100)
    .optional(),
  authors: names.optional(),
  actors: names.optional(),
  title: z.string().max(2_000).optional(),
  show: z.string().max(2_000).optional(),
  description: z.string().max(20_000).optional(),
});

export const episodeSchema = z.object({
  /** What the page itself holds: its player's panel, a text track that is loaded, its own text or data. */
  transcript: transcriptSchema.optional(),
  linked: z.array(linkedTranscriptSchema).max(100),
  /** Feeds the page names, in which `podcast:transcript` and `podcast:person` may stand. */
  feeds: z.array(z.object({ url: address, title: z.string().max(2_000).optional() })).max(20),
  /** By which the episode is found in a feed. */
  audioUrl: address.optional(),
  evidence: nameEvidenceSchema,
  chapters: z.array(chapterSchema).max(2_000),
  /** Hosts whose players stand in frames of another origin: the browser tells no time from there. */
  playersElsewhere: z.array(z.string().max(400)).max(20),
});

/** Where the page's player is. */
export const positionSchema = z.object({
  /** Seconds since the start of the media resource. */
  currentTime: z.number().nonnegative(),
  duration: z.number().positive().optional(),
  playing: z.boolean(),
  /** 1 is as recorded. */
  rate: z.number().positive(),
});

export type LinkedTranscript = z.infer<typeof linkedTranscriptSchema>;
export type Episode = z.infer<typeof episodeSchema>;
export type Position = z.infer<typeof positionSchema>;
