import { useState } from 'react';
import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import type { Surfacing } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import type {
  Belonging,
  Candidate,
  Clipping,
  PageInView,
  SavedClip,
  SurfaceApi,
} from './surface-api';
import type { Attempts } from './use-attempts';

/** The clip just made, until the person turns to something else. */
export interface JustSaved extends SavedClip {
  readonly undone: boolean;
  readonly belongsTo: Belonging;
  /** These are the first of more words than a clip may hold. */
  readonly cut: boolean;
  /** Where it may belong besides; absent while it is being looked up. */
  readonly candidates?: readonly Candidate[] | undefined;
}

/** A clip taken back here, and where in the list it stood, so that it can be restored in place. */
export interface RemovedClip {
  readonly clip: Clip;
  readonly insight: Insight;
  readonly index: number;
  /** Brought back, and not found by a surfacing yet. */
  readonly restored?: boolean | undefined;
}

export interface ClipControl {
  readonly justSaved?: JustSaved | undefined;
  readonly removed: readonly RemovedClip[];
  /** May-challenge passages clipped here, by `challengeKey`. */
  readonly challenges: ReadonlyMap<string, SavedClip>;
  /** Clipping is under way: what is pressed does nothing, but keeps the keyboard, and clips not twice. */
  readonly busy: boolean;
  /** Whether it is on disk. */
  readonly clip: (page: PageInView, what: Clipping) => Promise<boolean>;
  readonly toggleSaved: () => Promise<void>;
  readonly moveSaved: (to: Belonging) => Promise<void>;
  readonly setNote: (clipId: string, note: string, stored: string) => Promise<boolean>;
  readonly remove: (taken: RemovedClip) => Promise<void>;
  readonly restore: (clip: Clip) => Promise<void>;
  readonly challenge: (
    page: PageInView,
    key: string,
    what: Clipping,
    to: Belonging,
  ) => Promise<void>;
  readonly unchallenge: (key: string, clipId: string) => Promise<void>;
}

/** Everything a person does to clips here. */
export function useClips(
  api: SurfaceApi,
  { attempt, say }: Attempts,
  surfacing: Surfacing | undefined,
): ClipControl {
  const [justSaved, setJustSaved] = useState<JustSaved>();
  const [removed, setRemoved] = useState<readonly RemovedClip[]>([]);
  const [challenges, setChallenges] = useState<ReadonlyMap<string, SavedClip>>(new Map());
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState(surfacing);

  // One that was brought back is held here only until a surfacing has found it again.
  if (surfacing !== seen) {
    setSeen(surfacing);
    const found = new Set(surfacing?.onThisPage.flatMap(({ clips }) => clips.map(({ id }) => id)));
    setRemoved(removed.filter(({ clip: { id }, restored }) => !restored || !found.has(id)));
  }

  const clip = async (page: PageInView, what: Clipping) => {
    if (busy) return false;
    setBusy(true);
    const saved = await attempt(api.clip(page, what));
    setBusy(false);
    if (!saved) return false;
    const own = saved.value;
    say(own.again ? t('surface_said_again') : t('surface_said_saved'));
    const belongsTo = { insightKey: own.clip.insightKey, role: own.clip.role };
    const cut = what.kind === 'selection' && page.snapshot.selection?.cut === true;
    setJustSaved({ ...own, undone: false, belongsTo, cut });
    void offerCandidates(own.clip);
    return true;
  };

  const offerCandidates = async (of: Clip) => {
    const best = await attempt<readonly Candidate[]>(api.bestFor(of).then((value) => ok(value)));
    change(of.id, () => ({ candidates: best?.value ?? [] }));
  };

  /** Only what has changed, and only while it is still this clip: more may have come in meanwhile. */
  const change = (id: string, what: (now: JustSaved) => Partial<JustSaved>) =>
    setJustSaved((now) => (now?.clip.id === id ? { ...now, ...what(now) } : now));

  const toggleSaved = async () => {
    if (!justSaved) return;
    const { id } = justSaved.clip;
    const undone = !justSaved.undone;
    const done = undone
      ? await attempt(api.undoClip(id), t('surface_said_undone'))
      : await attempt(api.redoClip(id), t('surface_said_restored'));
    if (done) change(id, () => ({ undone }));
  };

  const moveSaved = async (to: Belonging) => {
    if (!justSaved) return;
    const { id } = justSaved.clip;
    const done = await attempt(api.moveClip(id, to), t('surface_said_moved'));
    if (done) change(id, () => ({ belongsTo: to }));
  };

  const setNote = async (clipId: string, note: string, stored: string) => {
    const done = await attempt(api.setNote(clipId, note, stored));
    if (done) change(clipId, ({ clip: saved }) => ({ clip: { ...saved, note } }));
    return done !== undefined;
  };

  const remove = async (taken: RemovedClip) => {
    const done = await attempt(api.undoClip(taken.clip.id), t('surface_said_deleted'));
    if (done) setRemoved((all) => [...all.filter((o) => o.clip.id !== taken.clip.id), taken]);
  };

  const restore = async ({ id }: Clip) => {
    const done = await attempt(api.redoClip(id), t('surface_said_restored'));
    if (!done) return;
    setRemoved((all) => all.map((one) => (one.clip.id === id ? { ...one, restored: true } : one)));
  };

  const challenge = async (page: PageInView, key: string, what: Clipping, to: Belonging) => {
    if (busy) return;
    setBusy(true);
    const saved = await attempt(api.clip(page, what, to), t('surface_said_added'));
    setBusy(false);
    if (saved) setChallenges((all) => new Map(all).set(key, saved.value));
  };

  const unchallenge = async (key: string, clipId: string) => {
    if (busy) return;
    if (!(await attempt(api.undoClip(clipId), t('surface_said_undone')))) return;
    setChallenges((all) => new Map([...all].filter(([other]) => other !== key)));
  };

  return {
    justSaved,
    removed,
    challenges,
    busy,
    clip,
    toggleSaved,
    moveSaved,
    setNote,
    remove,
    restore,
    challenge,
    unchallenge,
  };
}

function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
