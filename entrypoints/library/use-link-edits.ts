import type { LinkEdit } from '@/components/library/shown';
import { linkLabels } from '@/components/library/section-labels';
import { titleOf } from '@/components/library/title-of';
import { removeLink, stillNaming } from '@/lib/actions/remove-link';
import type { Link } from '@/lib/core/insight/link';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { linkPorts } from '@/lib/wire-links';
import { linkKey } from './shown-links';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

type Ends = Pick<Link, 'from' | 'to' | 'type'>;

/** Draws, changes and removes the links of insights, each with its undo. */
export function useLinkEdits(data: LibraryData, done: Done) {
  const { store, clock, newId } = ports;
  const nameOf = (key: string): string => {
    const insight = data.insightOf.get(key);
    return insight ? titleOf(insight, data.quoteOf(key)) : key;
  };
  /** Stores a drawn link as it says now; where it is not stored, says why. */
  const update = async (link: Link): Promise<boolean> => {
    const updated = await store.updateLink(link);
    if (!updated.ok || updated.value) return done.check(updated);
    done.refuse(t('library_link_gone'));
    return false;
  };

  /** Whether a link other than the one given says so already; then it says that. */
  const isThere = ({ from, to, type }: Ends, except?: Link): boolean => {
    const found = data.links.some(
      (link) =>
        link.id !== except?.id &&
        link.type === type &&
        ((link.from === from && link.to === to) ||
          (type === 'related' && link.from === to && link.to === from)),
    );
    if (found) done.say(t('library_link_there_already'));
    return found;
  };

  return {
    /** Links two insights, as seen from the first; resolves to whether it did. */
    async add(own: string, other: string, { type, direction, why }: LinkEdit): Promise<boolean> {
      const ends = direction === 'out' ? { from: own, to: other } : { from: other, to: own };
      if (isThere({ ...ends, type })) return false;
      const link = { id: newId(), ...ends, type, why, createdAt: clock.now() };
      if (!done.check(await store.saveLink(link))) return false;
      const said = t('library_link_added', t(linkLabels[type][direction]), nameOf(other));
      done.say(said, async () => {
        done.check(await store.removeLink(link.id));
      });
      return true;
    },

    /** Changes what a person drew, as seen from one of its ends; resolves to whether it did. */
    async edit(own: string, key: string, { type, direction, why }: LinkEdit): Promise<boolean> {
      const link = data.links.find(({ id }) => id === key);
      if (!link) return false;
      const other = link.from === own ? link.to : link.from;
      const ends = direction === 'out' ? { from: own, to: other } : { from: other, to: own };
      if (isThere({ ...ends, type }, link)) return false;
      if (!(await update({ ...link, ...ends, type, why }))) return false;
      done.say(t('library_link_changed'), async () => {
        await update(link);
      });
      return true;
    },

    /** Removes a link from both of its ends; one undo puts all of it back. */
    async remove(own: string, key: string) {
      const view = data.linksOf(own).find((each) => linkKey(each) === key);
      const ends = [own, view?.key ?? ''].map((end) => data.insightOf.get(end));
      const [one, other] = ends;
      if (!view || !one || !other) return;
      const drawn = data.links.find(({ id }) => id === view.linkId);
      const pair = { ends: [one, other] as const, drawn, links: data.links };
      const removed = await removeLink(linkPorts, pair);
      if (!removed.ok) {
        done.check(removed);
        return;
      }
      const naming = stillNaming(pair.ends).map((insight) =>
        t('library_link_still_named', nameOf(insight.key)),
      );
      done.say([t('library_link_removed'), ...naming].join(' '), async () => {
        done.check(await removed.value());
      });
    },
  };
}

export type LinkEdits = ReturnType<typeof useLinkEdits>;
