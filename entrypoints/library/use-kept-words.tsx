import { useEffect, useState, type ReactNode } from 'react';
import { KeptWords, type ShownKept } from '@/components/library/kept-words';
import { titleOf } from '@/components/library/title-of';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import type { Clash } from './unsaved';
import { unsaved } from './unsaved-here';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';
import { hrefOf } from './use-route';

/** Brings in what earlier pages could not store, and asks where the store has something newer. */
export function useKeptWords(data: LibraryData | undefined, done: Done): ReactNode {
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  useEffect(() => {
    void unsaved.replay((clash) => setClashes((before) => withOne(before, clash)));
  }, []);
  if (!data || clashes.length === 0) return null;

  const forget = (name: string) =>
    setClashes((before) => before.filter((each) => each.name !== name));
  const take = async (name: string) => {
    const clash = clashes.find((each) => each.name === name);
    if (!clash) return;
    const taken = await unsaved.take(clash);
    if (!done.check(taken) || !taken.ok) return;
    const undo = taken.value;
    if (!undo) return done.say(t('library_failed_gone'));
    forget(name);
    done.say(t('library_kept_taken'), async () => {
      done.check(await undo());
    });
  };
  const copy = async (text: string) => {
    const copied = await ports.files.copy(text);
    done.say(t(copied ? 'library_copied' : 'library_copy_refused'));
  };
  const discard = (name: string) => {
    const clash = clashes.find((each) => each.name === name);
    if (!clash) return;
    unsaved.discard(clash);
    forget(name);
    done.say(t('library_kept_discarded'), async () => {
      unsaved.keepAgain(clash);
      setClashes((before) => withOne(before, clash));
    });
  };
  return (
    <KeptWords
      kept={clashes.map((clash) => show(clash, data))}
      onTake={(name) => void take(name)}
      onCopy={(text) => void copy(text)}
      onDiscard={discard}
    />
  );
}

/** Another page may have put back what stands here already. */
function withOne(clashes: readonly Clash[], clash: Clash): readonly Clash[] {
  return [...clashes.filter(({ name }) => name !== clash.name), clash];
}

function show({ kind, id, name, fields, refused }: Clash, data: LibraryData): ShownKept {
  const key = kind === 'card' ? id : keyOfClip(id, data);
  const insight = key === undefined ? undefined : data.insightOf.get(key);
  const title = insight ? titleOf(insight, data.quoteOf(insight.key)) : t('library_kept_gone');
  const href = insight && hrefOf({ room: 'insights', key: insight.key, editing: false });
  return { name, title, href, fields, refused: refused === true };
}

function keyOfClip(id: string, { clipsOf }: LibraryData): string | undefined {
  for (const [key, clips] of clipsOf) if (clips.some((clip) => clip.id === id)) return key;
  return undefined;
}
