import { addressesOf, own, typesOf, type JsonLdNode } from './json-ld';

const kinds: readonly (readonly [RegExp, number])[] = [
  [/^(PodcastEpisode|RadioEpisode)$/, 5],
  [/(Article|BlogPosting|Report|Thesis|Posting)$/, 4],
  [/^(Review|Recipe|HowTo|Book|Chapter|Course|Question|Event)$/, 3],
  [/^(Product|ProductGroup|\w*Application|SoftwareSourceCode|Dataset)$/, 3],
  [/^(VideoObject|AudioObject|TVEpisode|Episode|Movie)$/, 2],
  [/^(CreativeWork|WebPage|AboutPage|ItemPage|MediaObject|QAPage)$/, 1],
];

/**
 * The JSON-LD node that describes what the page is about. A node that names the page's address comes
 * first; of several of a kind that do not, none is taken, for the page is then a list of them.
 */
export function mainEntity(nodes: readonly JsonLdNode[], url: string): JsonLdNode | undefined {
  const ranked = nodes
    .map((node) => ({
      node,
      rank: rankOf(node),
      here: addressesOf(node).some((each) => isAddressOf(each, url)),
    }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const here = ranked.find((entry) => entry.here && entry.rank > 1);
  if (here) return here.node;
  const [first] = ranked;
  if (!first) return undefined;
  const rivals = ranked.filter(
    ({ node, rank }) => rank === first.rank && titleOf(node) !== titleOf(first.node),
  );
  return rivals.length > 0 ? undefined : first.node;
}

/** Whether an address, as a page gives it, is the page's own. */
export function isAddressOf(address: string, url: string): boolean {
  return plainAddress(address, url) === plainAddress(url, url);
}

function titleOf(node: JsonLdNode): unknown {
  return own(node, 'headline') ?? own(node, 'name');
}

function rankOf(node: JsonLdNode): number {
  let best = 0;
  for (const type of typesOf(node)) {
    for (const [pattern, rank] of kinds) if (pattern.test(type)) best = Math.max(best, rank);
  }
  return best;
}

/** An address without scheme, `www.`, trailing slash, query and fragment. */
function plainAddress(address: string, base: string): string {
  if (!URL.canParse(address, base)) return address;
  const { hostname, pathname } = new URL(address, base);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/+$/, '');
}
