/** A transcript that a person fetched, pasted or named voices in, kept with its source. */
import { z } from '../z';
import { nameEvidenceSchema } from './episode';
import { transcriptSchema } from './transcript';

const name = z.string().min(1).max(400);

export const keptTranscriptSchema = z.object({
  /** Of the source it belongs to. */
  sourceKey: z.string().min(1).max(8_000),
  /** As it came. */
  transcript: transcriptSchema,
  /** Voices that the person or the page named: `SPEAKER_00` and the name. */
  speakers: z.object({}).catchall(name),
  /** Whom the podcast's feed names in the episode, where the person had it looked up. */
  persons: nameEvidenceSchema.shape.persons,
  savedAt: z.iso.datetime(),
});

export type KeptTranscript = z.infer<typeof keptTranscriptSchema>;
