/** Kept transcripts as React sees them; see `hooks.ts`. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { KeptTranscript } from '../core/transcript/kept-transcript';
import { openDatabase } from './database';

/** The transcript kept for a source; null when there is none. */
export function useTranscript(sourceKey: string): KeptTranscript | null | undefined {
  return useLiveQuery(
    async () => (await openDatabase().transcripts.get(sourceKey)) ?? null,
    [sourceKey],
  );
}
