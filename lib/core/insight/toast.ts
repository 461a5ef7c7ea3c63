/** What the toast shows and what a person can ask of it: plain data, both ways across the wall. */
import { z } from '../z';
import { clipRoleSchema, type ClipRole } from './clip';

export interface ToastState {
  readonly tone: 'saved' | 'undone' | 'notice';
  /** The headline: "Saved", or why nothing was. */
  readonly message: string;
  /** The clip the buttons speak of; absent on a notice. */
  readonly clip?: ToastClip;
  /** Where the clip can belong besides an insight of its own; empty until matching is done. */
  readonly candidates: readonly ToastCandidate[];
  readonly labels: ToastLabels;
  /** Put the keyboard into the toast: the person asked for it. */
  readonly focus?: boolean;
  /** BCP 47 tag and direction of the labels. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** What the background wants of a page's toast. */
export type ToastRequest =
  | { readonly show: ToastState }
  | { readonly offer: { readonly clipId: string; readonly candidates: readonly ToastCandidate[] } };

export interface ToastCandidate {
  readonly key: string;
  readonly title: string;
}

export interface ToastClip {
  readonly id: string;
  readonly quote: string;
  /** Time and speaker in words, or empty. */
  readonly detail: string;
  readonly note: string;
  /** The draft that the clip started; it can be gone back to. */
  readonly draftKey: string;
  /** The insight the clip belongs to now. */
  readonly insightKey: string;
  readonly role: ClipRole;
}

export interface ToastLabels {
  readonly region: string;
  readonly saved: string;
  readonly undone: string;
  readonly undo: string;
  readonly redo: string;
  readonly note: string;
  readonly notePlaceholder: string;
  readonly belongs: string;
  readonly newInsight: string;
  readonly evidenceFor: string;
  readonly counterEvidenceTo: string;
  readonly openInLibrary: string;
  readonly close: string;
  /** Said when the background cannot be reached at all. */
  readonly unreachable: string;
}

const clipId = z.uuid();

/** What the toast asks of the background. It comes out of a page, so it is checked on arrival. */
export const toastActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undo'), clipId }),
  z.object({ kind: z.literal('redo'), clipId }),
  z.object({ kind: z.literal('note'), clipId, note: z.string().max(20_000) }),
  z.object({
    kind: z.literal('move'),
    clipId,
    insightKey: z.string().min(1).max(200),
    role: clipRoleSchema,
  }),
  z.object({ kind: z.literal('open'), clipId }),
]);

export type ToastAction = z.infer<typeof toastActionSchema>;

/** Whether what was asked is on disk, and what to say about it. */
export interface ToastAnswer {
  readonly done: boolean;
  readonly message: string;
}
