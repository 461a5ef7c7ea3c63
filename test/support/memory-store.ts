/**
 * The note store in plain maps: what the port promises, said once more without a database. Action
 * tests run on it, and the contract compares the real one with it.
 */
import type { NoteStore, StorageFailure } from '../../lib/actions/ports.ts';
import { applyChange } from '../../lib/core/insight/apply-change.ts';
import { clipSchema, type Clip } from '../../lib/core/insight/clip.ts';
import { insightSchema, ownCollection, type Insight } from '../../lib/core/insight/insight.ts';
import { linkSchema, type Link } from '../../lib/core/insight/link.ts';
import { reattach } from '../../lib/core/insight/reattach.ts';
import { isUntouchedDraft } from '../../lib/core/insight/is-untouched-draft.ts';
import { dismissalSchema, type Dismissal } from '../../lib/core/match/dismissal.ts';
import { err, ok } from '../../lib/core/result.ts';
import { mergeSource } from '../../lib/core/source/merge-source.ts';
import { sourceSchema, type Source } from '../../lib/core/source/source.ts';

export interface MemoryStore extends NoteStore {
  /** Makes every following write fail with this, or none with undefined. */
  failWith(failure: StorageFailure | undefined): void;
}

interface Trashable {
  deletedAt?: string | undefined;
}

const readOnly = err({ kind: 'read-only-collection' } as const);
const invalid = (detail: string) => err({ kind: 'storage-failed', detail } as const);

export function createMemoryStore(): MemoryStore {
  const sources = new Map<string, Source>();
  const clips = new Map<string, Clip>();
  const insights = new Map<string, Insight>();
  const links = new Map<string, Link>();
  const dismissals = new Map<string, Dismissal>();
  let failure: StorageFailure | undefined;

  const live = (record: Trashable) => record.deletedAt === undefined;
  const copies = <T>(records: Iterable<T>) => structuredClone([...records]);
  const clipsOf = (key: string) => [...clips.values()].filter((clip) => clip.insightKey === key);
  const byTime = (records: Clip[]) =>
    copies(records).sort((a, b) =>
      `${a.capturedAt} ${a.id}` < `${b.capturedAt} ${b.id}` ? -1 : 1,
    );
  const oldestFirst = (records: Clip[]) => byTime(records.filter(live));

  const bearerOf = ({ collection, card }: Insight) =>
    card.id === ''
      ? undefined
      : [...insights.values()].find(
          (other) => other.collection === collection && other.card.id === card.id,
        );

  function trash(insight: Insight, at: string): void {
    for (const clip of clipsOf(insight.key).filter(live)) clip.deletedAt = at;
    insight.deletedAt = at;
  }

  function restore(insight: Insight): void {
    if (live(insight)) return;
    for (const clip of clipsOf(insight.key)) {
      if (clip.deletedAt === insight.deletedAt) delete clip.deletedAt;
    }
    delete insight.deletedAt;
  }

  function trashIfAbandoned(key: string, at: string): void {
    const insight = insights.get(key);
    if (!insight || !live(insight) || clipsOf(key).some(live)) return;
    if (isUntouchedDraft(insight)) trash(insight, at);
  }

  function bringBack(clip: Clip): void {
    const insight = insights.get(clip.insightKey);
    if (insight) restore(insight);
    delete clip.deletedAt;
  }

  return {
    failWith(next) {
      failure = next;
    },

    async saveCapture(capture) {
      if (failure) return err(failure);
      const { source, clip, draft } = structuredClone(capture);
      if (!sourceSchema.safeParse(source).success) return invalid('source');
      if (!clipSchema.safeParse(clip).success) return invalid('clip');
      if (!insightSchema.optional().safeParse(draft).success) return invalid('draft');
      if (clips.has(clip.id)) return ok(undefined);
      if (!insights.has(clip.insightKey)) {
        if (draft?.key !== clip.insightKey) return invalid('no such insight');
        insights.set(draft.key, draft);
      }
      const seen = sources.get(source.key);
      sources.set(source.key, seen ? mergeSource(seen, source) : source);
      clips.set(clip.id, clip);
      const { deletedAt } = clip;
      bringBack(clip);
      if (deletedAt !== undefined) clip.deletedAt = deletedAt;
      return ok(undefined);
    },

    async undoCapture(clipId, at) {
      if (failure) return err(failure);
      const clip = clips.get(clipId);
      if (!clip) return ok(false);
      if (live(clip)) {
        clip.deletedAt = at;
        trashIfAbandoned(clip.insightKey, at);
      }
      return ok(true);
    },

    async redoCapture(clipId) {
      if (failure) return err(failure);
      const clip = clips.get(clipId);
      if (clip) bringBack(clip);
      return ok(clip !== undefined);
    },

    async reattachClip(clipId, target, at) {
      if (failure) return err(failure);
      const place = clipSchema.shape.target.safeParse(target);
      if (!place.success) return invalid('target');
      const clip = clips.get(clipId);
      if (clip) clips.set(clipId, reattach(clip, place.data, at));
      return ok(clip !== undefined);
    },

    async setNote(clipId, note) {
      if (failure) return err(failure);
      if (!clipSchema.shape.note.safeParse(note).success) return invalid('note');
      const clip = clips.get(clipId);
      if (clip) clip.note = note;
      return ok(clip !== undefined);
    },

    async moveClip(clipId, to, role, at) {
      if (failure) return err(failure);
      const clip = clips.get(clipId);
      if (!clip || !insights.has(to)) return ok(false);
      const from = clip.insightKey;
      clip.insightKey = to;
      clip.role = role;
      bringBack(clip);
      if (from !== to) trashIfAbandoned(from, at);
      return ok(true);
    },

    async saveInsight(insight) {
      if (failure) return err(failure);
      if (!insightSchema.safeParse(insight).success) return invalid('insight');
      if (insight.collection !== ownCollection) return readOnly;
      if (!insights.has(insight.key)) insights.set(insight.key, structuredClone(insight));
      return ok(undefined);
    },

    async updateInsight(key, change, at) {
      if (failure) return err(failure);
      const stored = insights.get(key);
      if (!stored) return ok(undefined);
      if (stored.collection !== ownCollection) return readOnly;
      const next = applyChange(structuredClone(stored), change, at);
      if (!insightSchema.safeParse(next).success) return invalid('insight');
      if (next.card.id !== stored.card.id && bearerOf(next)) return ok(structuredClone(stored));
      insights.set(key, structuredClone(next));
      return ok(next);
    },

    async importInsights(plan) {
      if (failure) return err(failure);
      const added = plan.added.map((after) => ({ before: undefined, after }));
      const planned = [...added, ...plan.updated];
      if (!planned.every(({ after }) => insightSchema.safeParse(after).success)) {
        return invalid('insight');
      }
      const stamps = (insight?: Insight) => `${insight?.updatedAt} ${insight?.deletedAt}`;
      const inTheWay: Insight[] = [];
      for (const { before, after } of planned) {
        const found = insights.get(after.key) ?? bearerOf(after);
        if (JSON.stringify(found) === JSON.stringify(after)) continue;
        if (found && stamps(found) !== stamps(before)) inTheWay.push(found);
        else {
          if (found && live(after)) restore(found);
          insights.set(after.key, structuredClone(after));
        }
      }
      return ok(copies(inTheWay));
    },

    async trashInsights(keys, at) {
      if (failure) return err(failure);
      const named = keys.flatMap((key) => insights.get(key) ?? []);
      if (named.some(({ collection }) => collection !== ownCollection)) return readOnly;
      for (const insight of named) if (live(insight)) trash(insight, at);
      return ok(undefined);
    },

    async restoreInsights(keys) {
      if (failure) return err(failure);
      for (const key of keys) {
        const insight = insights.get(key);
        if (insight) restore(insight);
      }
      return ok(undefined);
    },

    async saveLink(link) {
      if (failure) return err(failure);
      if (!linkSchema.safeParse(link).success) return invalid('link');
      links.set(link.id, structuredClone(link));
      return ok(undefined);
    },

    async updateLink(link) {
      if (failure) return err(failure);
      if (!links.has(link.id)) return ok(false);
      links.set(link.id, structuredClone(link));
      return ok(true);
    },

    async removeLink(id) {
      if (failure) return err(failure);
      links.delete(id);
      return ok(undefined);
    },

    async dismiss(dismissal) {
      if (failure) return err(failure);
      if (!dismissalSchema.safeParse(dismissal).success) return invalid('dismissal');
      for (const { id, insightKey, sourceKey } of dismissals.values()) {
        const isSame = insightKey === dismissal.insightKey && sourceKey === dismissal.sourceKey;
        if (isSame) dismissals.delete(id);
      }
      dismissals.set(dismissal.id, structuredClone(dismissal));
      return ok(undefined);
    },

    async undismiss(id) {
      if (failure) return err(failure);
      dismissals.delete(id);
      return ok(undefined);
    },

    getInsight: async (key) => structuredClone(insights.get(key)),
    allInsights: async () => copies(insights.values()).filter(live),
    trashedInsights: async () =>
      copies(insights.values())
        .filter((insight) => !live(insight))
        .sort((a, b) => ((a.deletedAt ?? '') > (b.deletedAt ?? '') ? -1 : 1)),
    allClips: async () => oldestFirst([...clips.values()]),
    clipsTrashedWith: async (named) =>
      byTime(
        named.flatMap(({ key, deletedAt }) =>
          clipsOf(key).filter((clip) => !live(clip) && clip.deletedAt === deletedAt),
        ),
      ),
    trashedClips: async () =>
      copies(clips.values())
        .filter((clip) => {
          const insight = insights.get(clip.insightKey);
          return !live(clip) && insight !== undefined && live(insight);
        })
        .sort((a, b) => {
          const [first, second] = [a.deletedAt ?? '', b.deletedAt ?? ''];
          if (first === second) return a.id < b.id ? -1 : 1;
          return first > second ? -1 : 1;
        }),
    getClip: async (id) => structuredClone(clips.get(id)),
    clipsOfInsights: async (keys) =>
      oldestFirst([...clips.values()].filter(({ insightKey }) => keys.includes(insightKey))),
    clipsOfSource: async (key) =>
      oldestFirst([...clips.values()].filter(({ sourceKey }) => sourceKey === key)),
    allSources: async () => copies(sources.values()),
    allLinks: async () => copies(links.values()),
    allDismissals: async () => copies(dismissals.values()),
  };
}
