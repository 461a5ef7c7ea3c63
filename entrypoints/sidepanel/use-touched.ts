import { useEffect, useState } from 'react';
import type { PageInView, SurfaceApi } from '@/components/surface/surface-api';
import type { TouchedInsight } from '@/components/transcript/transcript-panel';
import { spokenPage } from '@/lib/core/transcript/spoken-page';
import type { Transcript } from '@/lib/core/transcript/transcript';

interface Touched {
  readonly by: Transcript;
  readonly insights: readonly TouchedInsight[];
}

const nothing: readonly never[] = [];

/** The insights that what is said touches, each with the cue that does; again after each change of them. */
export function useTouched(
  api: SurfaceApi,
  { snapshot }: PageInView,
  transcript: Transcript | undefined,
): readonly TouchedInsight[] {
  const [touched, setTouched] = useState<Touched>();
  const { url } = snapshot;
  useEffect(() => {
    if (!transcript) return undefined;
    let isGone = false;
    // An insight of somebody who speaks here is nearer.
    const voices = new Set(transcript.cues.flatMap(({ speaker }) => speaker ?? []));
    const authors = { value: [...voices].slice(0, 20), from: 'transcript' };
    const spoken = spokenPage({ url, metadata: { authors } }, transcript);
    const look = async () => {
      const { related } = await api.surface(spoken.snapshot);
      if (isGone) return;
      const insights = related.flatMap(({ insight: { key, card }, match: { reasons } }) => {
        const reason = reasons.find(({ kind }) => kind === 'passage');
        if (reason?.kind !== 'passage') return [];
        const cue = spoken.cueOf(reason.passage.start);
        return [{ key, title: card.title || card.sections.claim, cue }];
      });
      setTouched({ by: transcript, insights });
    };
    void look();
    const end = api.onDataChange(() => void look());
    return () => {
      isGone = true;
      end();
    };
  }, [api, url, transcript]);
  return touched?.by === transcript ? (touched?.insights ?? nothing) : nothing;
}
