import { contentOf, queryAll } from '../../dom';
import { isNode, own, textOf, type JsonLdNode } from '../../metadata/json-ld';
import { addressOn } from '../episode-page';
import type { EpisodeFields, EpisodeSite } from '../episode-site';

const longestScript = 5_000_000;
const deepest = 14;
const mostVisited = 100_000;
const files = ['assetUrl', 'streamUrl', 'url'];

/**
 * Apple Podcasts. The page's JSON-LD describes the episode; the data that it was made from also
 * names its file and the show. Its transcripts are shown in Apple's apps only.
 */
export const apple: EpisodeSite = {
  reads: ({ host }) => host === 'podcasts.apple.com',
  read(page): EpisodeFields {
    const id = URL.canParse(page.url) ? new URL(page.url).searchParams.get('i') : null;
    const [script] = queryAll(page.document, 'script#serialized-server-data', 1);
    const source = script === undefined ? '' : contentOf(script);
    if (id === null || source === '' || source.length > longestScript) return {};
    const episode = episodeIn(parsed(source), id);
    if (!episode) return {};
    const offer = own(episode, 'episodeOffer');
    const show = textOf(own(episode, 'showTitle'));
    const title = textOf(own(episode, 'title'));
    return {
      audioUrl: [episode, ...(isNode(offer) ? [offer] : [])]
        .flatMap((node) => files.map((key) => addressOn(page, own(node, key))))
        .find((address) => address !== undefined && /\.\w{3,4}(?:\?|$)/.test(address)),
      evidence: {
        ...(title !== undefined && { title }),
        ...(show !== undefined && { show }),
      },
    };
  },
};

function parsed(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    // Another form of it, which we cannot read.
    return undefined;
  }
}

/** The object of the page's data that has the episode's own number and a title. */
function episodeIn(root: unknown, id: string): JsonLdNode | undefined {
  let level: unknown[] = [root];
  let visited = 0;
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const below: unknown[] = [];
    for (const value of level) {
      visited += 1;
      if (visited > mostVisited) return undefined;
      if (Array.isArray(value)) below.push(...(value.slice(0, 1_000) as unknown[]));
      else if (isNode(value)) {
        const number = own(value, 'adamId') ?? own(value, 'id') ?? own(value, 'contentId');
        if (String(number) === id && textOf(own(value, 'title')) !== undefined) return value;
        below.push(...Object.values(value).filter((each) => typeof each === 'object'));
      }
    }
    level = below;
  }
  return undefined;
}
