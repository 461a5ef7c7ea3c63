/** A clip: a verbatim quote, or a moment of audio, with its target, time and note. */
import { targetSchema } from '../annotation/selector';
import { z } from '../z';

/** What the clip argues in the insight it belongs to. */
export const clipRoleSchema = z.enum(['evidence', 'counter-evidence']);

export const clipSchema = z.object({
  /** UUID version 7, made by the sender, so that a retry cannot store the clip twice. */
  id: z.uuid(),
  sourceKey: z.string().min(1).max(8_000),
  insightKey: z.string().min(1).max(200),
  role: clipRoleSchema,
  /** The quote, verbatim; empty when the clip marks a moment or the page as a whole. */
  quote: z.string().max(100_000),
  target: targetSchema,
  /** The text around the quote, so that it can be understood when the page is gone. */
  paragraph: z.string().max(20_000).optional(),
  /** Who says it, when the page or the transcript names them. */
  speaker: z.string().max(400).optional(),
  /** Seconds into the episode; `end` is the moment of clipping where a stretch was clipped. */
  time: z
    .object({
      start: z.number().nonnegative(),
      end: z.number().nonnegative(),
      /**
       * The order of trust: a cue that holds the words, the player's position, the time that the page
       * prints above them, what the person said.
       */
      from: z.enum(['cue', 'player', 'page', 'person']),
      /** What it counts, as a transcript says; absent from clips that are older than transcripts. */
      clock: z.enum(['transcript', 'played', 'unknown']).optional(),
      /** Where the player was at that moment, by its own count. */
      playedAt: z.number().nonnegative().optional(),
    })
    .optional(),
  /** Whether the quote was read from the page, or typed and found or not found there. */
  origin: z.enum(['selected', 'located', 'typed', 'transcript', 'moment', 'page']),
  /** Whether the quote stood in the page when it was clipped; see `verifyQuote`. */
  verified: z.enum(['exact', 'normalised', 'absent']).optional(),
  /** Where it was attached before, the oldest first, each until the instant given. */
  formerly: z
    .array(z.object({ target: targetSchema, until: z.iso.datetime() }))
    .max(50)
    .optional(),
  note: z.string().max(20_000),
  capturedAt: z.iso.datetime(),
  /** Set while the clip lies in the trash. */
  deletedAt: z.iso.datetime().optional(),
});

export type ClipRole = z.infer<typeof clipRoleSchema>;
export type Clip = z.infer<typeof clipSchema>;
