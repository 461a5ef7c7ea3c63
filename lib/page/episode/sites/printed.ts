import { contentOf, queryAll } from '../../dom';
import { cleanText } from '../../metadata/clean-text';
import { addressOn, type EpisodePage } from '../episode-page';
import type { EpisodeFields, EpisodeSite } from '../episode-site';

/** Where a site prints what: selectors. */
interface Print {
  readonly host: RegExp;
  readonly path?: RegExp;
  readonly title?: string;
  readonly show?: string;
  readonly description?: string;
  readonly transcript?: string;
  /** A link to the transcript's own page, and the file that stands beside it. */
  readonly file?: readonly [link: string, address: (page: URL) => string, type: string];
}

/** A site that prints what there is to know, and has no data of its own to read. */
export function printedSite(print: Print): EpisodeSite {
  return {
    reads: ({ host, path }) => print.host.test(host) && (print.path?.test(path) ?? true),
    read(page): EpisodeFields {
      const text = (selector: string | undefined, longest = 2_000): string | undefined => {
        const [element] = selector === undefined ? [] : queryAll(page.document, selector, 1);
        return element && cleanText(contentOf(element).slice(0, longest));
      };
      const [title, show] = [text(print.title), text(print.show)];
      const description = text(print.description, 7_000);
      return {
        ...(print.transcript !== undefined && { printed: print.transcript }),
        linked: linkedFile(page, print.file),
        evidence: {
          ...(title !== undefined && { title }),
          ...(show !== undefined && { show }),
          ...(description !== undefined && { description }),
        },
      };
    },
  };
}

function linkedFile(page: EpisodePage, file: Print['file']): NonNullable<EpisodeFields['linked']> {
  if (file === undefined) return [];
  const [selector, address, type] = file;
  return queryAll(page.document, selector, 3).flatMap((link) => {
    const to = addressOn(page, link.getAttribute('href'));
    const url = to === undefined ? undefined : addressOn(page, address(new URL(to)));
    return url === undefined ? [] : [{ url, type, from: 'link', clock: 'transcript' }];
  });
}
