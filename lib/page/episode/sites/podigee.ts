import { parseClock } from '../../../core/transcript/parse-clock';
import type { Chapter } from '../../../core/transcript/transcript';
import { contentOf, queryAll } from '../../dom';
import { isNode, listOf, own, textOf, type JsonLdNode } from '../../metadata/json-ld';
import { addressOn } from '../episode-page';
import type { EpisodeFields, EpisodeSite } from '../episode-site';

const longestScript = 500_000;
const start = /playerConfiguration\s*=\s*(?=\{)/;

/**
 * Podigee. Its player takes what it shows from a configuration in the page: the file, the chapters
 * and the address of the transcript.
 */
export const podigee: EpisodeSite = {
  reads: ({ host, document }) =>
    /(?:^|\.)podigee\.io$/.test(host) ||
    queryAll(document, 'script.podigee-podcast-player', 1).length > 0,
  read(page): EpisodeFields {
    const configuration = configurationOf(page.document);
    const episode = configuration && own(configuration, 'episode');
    if (!isNode(episode)) return {};
    const media = own(episode, 'media');
    const podcast = own(configuration ?? {}, 'podcast');
    const [title, show] = [
      textOf(own(episode, 'title')),
      isNode(podcast) ? textOf(own(podcast, 'title')) : undefined,
    ];
    const transcript = addressOn(page, own(episode, 'transcript'));
    return {
      audioUrl: isNode(media)
        ? [own(media, 'mp3'), own(media, 'm4a'), ...Object.values(media)]
            .map((address) => addressOn(page, address))
            .find((address) => address !== undefined)
        : undefined,
      chapters: listOf(own(episode, 'chaptermarks')).filter(isNode).flatMap(chapterOf),
      linked:
        transcript === undefined
          ? []
          : [{ url: transcript, from: 'page-data', clock: 'transcript' }],
      evidence: {
        ...(title !== undefined && { title }),
        ...(show !== undefined && { show }),
      },
    };
  },
};

function chapterOf(mark: JsonLdNode): Chapter[] {
  const at = parseClock(textOf(own(mark, 'start')) ?? '');
  const title = textOf(own(mark, 'title'));
  return at === undefined || title === undefined ? [] : [{ start: at, title }];
}

/** The object a script of the page assigns: read as JSON from its brace to the one that closes it. */
function configurationOf(document: Document): JsonLdNode | undefined {
  for (const script of queryAll(document, 'script:not([src])', 200)) {
    const source = contentOf(script);
    const found = source.length > longestScript ? null : start.exec(source);
    if (found === null) continue;
    const from = found.index + found[0].length;
    try {
      const value: unknown = JSON.parse(source.slice(from, closing(source, from) + 1));
      return isNode(value) ? value : undefined;
    } catch {
      // Written as a script, not as JSON, and no script of a page's is run.
      return undefined;
    }
  }
  return undefined;
}

function closing(source: string, from: number): number {
  let open = 0;
  let quoted = false;
  for (let at = from; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') open += 1;
    else if (character === '}') {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return source.length;
}
