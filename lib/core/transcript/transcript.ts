/**
 * What was said in an episode, by whom and when: one model for caption files, panels and text on a
 * page. Plain data; the schema validates it where it comes from a page or from storage.
 */
import { z } from '../z';

/** Seconds. */
const seconds = z.number().nonnegative();
const name = z.string().min(1).max(400);
/** A BCP 47 tag, as written. */
const language = z.string().min(1).max(40);

/** A stretch of speech by one voice. */
export const transcriptCueSchema = z.object({
  /** Absent where the transcript gives no time. */
  start: seconds.optional(),
  end: seconds.optional(),
  /** Plain text; a line break stands where the caption breaks its lines. */
  text: z.string().max(50_000),
  /** As the transcript names them, be it `SPEAKER_01`. */
  speaker: name.optional(),
  /** Where it differs from the transcript's. */
  language: language.optional(),
  /**
   * Set where this is a further voice in the caption of the cue before: the white space that parts
   * the two. Such cues share the caption's time by their letters.
   */
  joint: z.enum(['', ' ', '\n']).optional(),
});

export const chapterSchema = z.object({
  start: seconds,
  end: seconds.optional(),
  title: z.string().min(1).max(2_000),
});

/** The forms a transcript is written in; `rows` is a panel that a player shows beside the video. */
export const transcriptFormSchema = z.enum(['vtt', 'srt', 'json', 'html', 'rows', 'text']);

export const transcriptSchema = z.object({
  /** In the order they are spoken, where they have times. */
  cues: z.array(transcriptCueSchema).max(100_000),
  chapters: z.array(chapterSchema).max(2_000),
  /**
   * What the times count: `played`, the media as this player plays it, adverts and all; `transcript`,
   * the recording the transcript was made from, which adverts put into the episode shift; `unknown`
   * also where there are no times.
   */
  clock: z.enum(['transcript', 'played', 'unknown']),
  language: language.optional(),
  origin: z.object({
    form: transcriptFormSchema,
    /** The element's own text track, a linked file, the player's panel, the page's text, a person. */
    kind: z.enum(['track', 'file', 'panel', 'page', 'pasted']),
    url: z.string().max(8_000).optional(),
  }),
});

export type TranscriptCue = z.infer<typeof transcriptCueSchema>;
export type Chapter = z.infer<typeof chapterSchema>;
export type TranscriptForm = z.infer<typeof transcriptFormSchema>;
export type Transcript = z.infer<typeof transcriptSchema>;
