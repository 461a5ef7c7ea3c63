import { exportCards } from '@/lib/actions/export-cards';
import { zipFiles } from '@/lib/core/exchange/zip';
import { t, tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { quoteFormChoice } from '@/lib/wire-quotes';
import { transcripts } from '@/lib/wire-spoken';
import type { Done } from './use-done';

/** Cards on their way out: to the clipboard, as a file, as a zip; with the sources archived for them. */
export function useHandOut(done: Done) {
  const sayCopied = (copied: boolean) =>
    done.say(copied ? t('library_copied') : t('library_copy_refused'));
  return {
    sayCopied,
    async copy(keys: readonly string[]) {
      const files = await exportCards(ports.store, keys, await quoteFormChoice.form());
      sayCopied(await ports.files.copy(files.map(({ text }) => text).join('\n')));
    },
    async download(keys: readonly string[]) {
      const cards = await exportCards(ports.store, keys, await quoteFormChoice.form());
      const refs = new Set(cards.map(({ rawRef }) => rawRef).filter((path) => path !== ''));
      const archives = await transcripts.archivesAt([...refs]);
      const files = [...cards, ...archives.map(({ path, text }) => ({ name: path, text }))];
      const [only] = files;
      if (!only) return;
      if (files.length === 1) ports.files.save(only.name, only.text, 'text/markdown');
      else {
        const zips = zipFiles(files);
        zips.forEach((bytes, at) => {
          const part = zips.length > 1 ? `-${at + 1}` : '';
          ports.files.save(zipName(part), bytes, 'application/zip');
        });
      }
      done.say(tn('library_downloaded', cards.length));
    },
  };
}

export type HandOut = ReturnType<typeof useHandOut>;

function zipName(part: string): string {
  return `counterpoint-cards-${ports.clock.today()}${part}.zip`;
}
