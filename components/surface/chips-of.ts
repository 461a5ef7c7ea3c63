import type { LinkType } from '@/lib/core/insight/link';
import type { Reason } from '@/lib/core/match/match';
import { t, type MessageKey } from '@/lib/i18n';

/** A short remark beside an insight, already worded. */
export interface Chip {
  readonly key: string;
  readonly text: string;
  /** The title of another insight that the remark is about; cut where it is long. */
  readonly about?: string | undefined;
}

/** Worded for both ends of a link: the reason does not say which end the match is. */
const links: Record<LinkType, MessageKey> = {
  related: 'surface_linked_related',
  supports: 'surface_linked_supports',
  contradicts: 'surface_linked_contradicts',
  limits: 'surface_linked_limits',
  duplicates: 'surface_linked_duplicates',
};

/**
 * The reasons that need no passage, as chips. The operator's name stands above them; a link to an insight
 * that is not among `titles` is not spoken of.
 */
export function chipsOf(reasons: readonly Reason[], titles: ReadonlyMap<string, string>): Chip[] {
  return reasons.flatMap((reason): Chip[] => {
    switch (reason.kind) {
      case 'passage':
        return [];
      case 'same-source':
        return [{ key: reason.kind, text: t('surface_same_source') }];
      case 'same-operator':
        return [{ key: reason.kind, text: t('surface_same_operator') }];
      case 'linked': {
        const about = titles.get(reason.key);
        if (about === undefined) return [];
        return [{ key: `linked ${reason.key}`, text: t(links[reason.type]), about }];
      }
    }
  });
}
