import type { Episode } from '../../core/transcript/episode';
import { contentOf, queryAll } from '../dom';
import { cleanText } from '../metadata/clean-text';
import { isNode, listOf, own, textOf } from '../metadata/json-ld';
import type { EpisodePage } from './episode-page';

type Evidence = Episode['evidence'];

const longestDescription = 20_000;

/** What the page says of the episode and of who is in it: its JSON-LD, then its head. */
export function nameEvidence(page: EpisodePage): Evidence {
  const { main, tags, document } = page;
  const said = (key: string): string | undefined => main && textOf(own(main, key));
  const authors = [...namesIn(page, 'author'), ...namesIn(page, 'creator')];
  const actors = ['actor', 'actors', 'contributor', 'performer'].flatMap((key) =>
    namesIn(page, key),
  );
  const [heading] = queryAll(document, 'title', 1);
  const title =
    said('name') ??
    said('headline') ??
    tags.get('og:title')?.[0] ??
    (heading && cleanText(contentOf(heading).slice(0, 2_000)));
  const description =
    longText(main && own(main, 'description')) ??
    tags.get('og:description')?.[0] ??
    tags.get('description')?.[0];
  const show = showOf(page);
  return {
    ...(authors.length > 0 && { authors: unique(authors) }),
    ...(actors.length > 0 && { actors: unique(actors) }),
    ...(title !== undefined && { title: title.slice(0, 2_000) }),
    ...(show !== undefined && { show: show.slice(0, 2_000) }),
    ...(description !== undefined && { description: description.slice(0, longestDescription) }),
  };
}

function namesIn({ main, nodes }: EpisodePage, key: string): string[] {
  return listOf(main && own(main, key)).flatMap((item) => {
    if (typeof item === 'string') return cleanText(item)?.slice(0, 400) ?? [];
    if (!isNode(item)) return [];
    const id = own(item, '@id');
    const node =
      own(item, 'name') === undefined && typeof id === 'string'
        ? (nodes.find((each) => own(each, '@id') === id) ?? item)
        : item;
    return textOf(own(node, 'name'))?.slice(0, 400) ?? [];
  });
}

function showOf({ main, tags }: EpisodePage): string | undefined {
  for (const key of ['partOfSeries', 'partOfSeason', 'isPartOf']) {
    for (const item of listOf(main && own(main, key))) {
      const name = isNode(item) ? textOf(own(item, 'name')) : undefined;
      if (name !== undefined) return name;
    }
  }
  return tags.get('og:site_name')?.[0];
}

/** A description may be far longer than any field of the metadata. */
function longText(value: unknown): string | undefined {
  const [text] = listOf(value).filter((each) => typeof each === 'string');
  const plain = text
    ?.slice(0, longestDescription)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain;
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}
