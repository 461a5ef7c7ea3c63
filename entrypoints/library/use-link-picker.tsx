import { useEffect, useState, type ReactNode } from 'react';
import { LinkPicker, type LinkCandidate } from '@/components/library/link-picker';
import { linkLabels } from '@/components/library/section-labels';
import { titleOf } from '@/components/library/title-of';
import { closestInsights } from '@/lib/core/match/closest-insights';
import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import { keeper } from '@/lib/wire-keeper';
import { findInsights } from './shown-insight';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { useLinkEdits } from './use-link-edits';
import { singleKeysAreOn } from './use-single-keys';

/** So many candidates are offered, those that are linked already aside. */
const offered = 8;
/** So many of the closest are looked at for them. */
const lookedAt = 60;

export interface LinkPickerState {
  /** Opens the picker for this insight. */
  readonly open: (key: string) => void;
  /** The picker, where it is open. */
  readonly picker: ReactNode;
}

/**
 * The picker that links an insight in two keystrokes. `openKey` is the insight that `l` means outside
 * of the list; undefined where there is none. `preferred` is the candidate that comes first whatever
 * the cards say: the one it is being compared with.
 */
export function useLinkPicker(
  data: LibraryData,
  done: Done,
  openKey: string | undefined,
  preferred?: string,
): LinkPickerState {
  const [key, setKey] = useState<string>();
  const edits = useLinkEdits(data, done);
  useLinkKey(openKey !== undefined && data.insightOf.has(openKey), () => setKey(openKey));
  const insight = key === undefined ? undefined : data.insightOf.get(key);
  return {
    open: setKey,
    picker: insight ? (
      <Picker
        insight={insight}
        data={data}
        preferred={preferred}
        onLink={(other, link) => void edits.add(insight.key, other, { ...link, why: '' })}
        onClose={() => setKey(undefined)}
      />
    ) : null,
  };
}

interface PickerProps {
  readonly insight: Insight;
  readonly data: LibraryData;
  readonly preferred: string | undefined;
  readonly onLink: Parameters<typeof LinkPicker>[0]['onLink'];
  readonly onClose: () => void;
}

function Picker({ insight, data, preferred, onLink, onClose }: PickerProps) {
  const [keys, setKeys] = useState<readonly string[]>();
  useEffect(() => {
    let isLatest = true;
    const take = (found: readonly string[]) => {
      if (isLatest) setKeys(found);
    };
    keeper.current().then(
      (index) => take(closestInsights(index, insight.card, lookedAt)),
      // Without an index there is still the search.
      () => take([]),
    );
    return () => {
      isLatest = false;
    };
  }, [insight]);
  const linked = new Map(
    data.linksOf(insight.key).flatMap(({ key, type, direction, origin }) => {
      const words = t(linkLabels[type][direction === 'to' ? 'in' : 'out']);
      return key === undefined || (origin === 'document' && type === 'related')
        ? []
        : [[key, `${t('library_picker_linked')}: ${words}`] as const];
    }),
  );
  const candidate = (other: Insight): LinkCandidate => ({
    key: other.key,
    title: titleOf(other, data.quoteOf(other.key)),
    operator: other.card.operator,
    linked: linked.get(other.key),
  });
  const fit = keys?.filter((key) => key !== insight.key && key !== preferred && !linked.has(key));
  const closest =
    fit &&
    [preferred ?? [], fit]
      .flat()
      .flatMap((key) => data.insightOf.get(key) ?? [])
      .slice(0, offered)
      .map(candidate);
  return (
    <LinkPicker
      title={titleOf(insight, data.quoteOf(insight.key))}
      closest={closest}
      find={(query) =>
        findInsights(query, insight.key, data).map((found) => ({
          ...found,
          linked: linked.get(found.key),
        }))
      }
      onLink={onLink}
      onClose={onClose}
    />
  );
}

/** `l` from anywhere outside a text field and a dialog, where single keys are switched on. */
function useLinkKey(active: boolean, act: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.key !== 'l' || !singleKeysAreOn(event)) {
        return;
      }
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
