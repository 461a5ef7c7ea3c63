import type { LinkedTranscript } from '../../../core/transcript/episode';
import { cleanText } from '../../metadata/clean-text';
import { isNode, listOf, own, textOf, type JsonLdNode } from '../../metadata/json-ld';
import { isSubstack, substackData } from '../../sites/substack-data';
import { addressOn, type EpisodePage } from '../episode-page';
import type { EpisodeSite } from '../episode-site';
import { hasExpired } from '../has-expired';

/** Deeper, and after more than this, nothing is looked for. */
const deepest = 10;
const mostVisited = 50_000;

/**
 * Podcasts and videos of Substack's. The page's own data names the captions, the words with their
 * times, and whom the voices are; pages hold those of other posts as well, so only what belongs to
 * the post by its id is taken. The signed addresses run out after about a day.
 */
export const substack: EpisodeSite = {
  reads: ({ document, host }) => isSubstack(document, host),
  read(page, now) {
    const data = substackData(page.document);
    if (!data) return {};
    const post = postOf(data, page.path);
    if (!post) return {};
    const id = idOf(own(post, 'id'));
    const transcriptions = find(data, undefined, id, { depth: 0, visited: { count: 0 } });
    const pub = own(data, 'pub');
    const show = isNode(pub)
      ? (textOf(own(pub, 'podcast_title')) ?? textOf(own(pub, 'name')))
      : undefined;
    const title = textOf(own(post, 'title'));
    const description = cleanText(own(post, 'subtitle') ?? own(post, 'description'));
    const authors = listOf(own(post, 'publishedBylines'))
      .filter(isNode)
      .flatMap((person) => textOf(own(person, 'name'))?.slice(0, 400) ?? []);
    return {
      linked: transcriptions.flatMap((each) => linkedIn(page, each, { id, now })),
      audioUrl: addressOn(page, own(post, 'podcast_url')),
      evidence: {
        ...(authors.length > 0 && { authors: authors.slice(0, 100) }),
        ...(title !== undefined && { title }),
        ...(show !== undefined && { show }),
        ...(description !== undefined && { description }),
      },
    };
  },
};

/** The post whose page this is, by the name in the address. */
function postOf(data: JsonLdNode, path: string): JsonLdNode | undefined {
  const names = path.split('/');
  const post = own(data, 'post');
  return isNode(post) && names.includes(String(own(post, 'slug'))) ? post : undefined;
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

/** The transcriptions in the data that belong to the post: in it, or beside its id. */
function find(
  value: unknown,
  owner: string | undefined,
  wanted: string | undefined,
  { depth, visited }: { readonly depth: number; readonly visited: { count: number } },
): JsonLdNode[] {
  visited.count += 1;
  if (depth > deepest || visited.count > mostVisited) return [];
  const inside = { depth: depth + 1, visited };
  if (Array.isArray(value)) return value.flatMap((each) => find(each, owner, wanted, inside));
  if (!isNode(value)) return [];
  const isPost = typeof own(value, 'slug') === 'string';
  const whose =
    idOf(own(value, 'post_id')) ?? (isPost ? idOf(own(value, 'id')) : undefined) ?? owner;
  return Object.keys(value).flatMap((key) => {
    const each = value[key];
    const isOurs = key === 'transcription' && isNode(each) && whose === wanted;
    return isOurs ? [each] : find(each, whose, wanted, inside);
  });
}

/** What a transcription names: its captions, then its words; those in another post's folder are not. */
function linkedIn(
  page: EpisodePage,
  transcription: JsonLdNode,
  { id, now }: { readonly id: string | undefined; readonly now: number },
): LinkedTranscript[] {
  const speakers = speakersOf(own(transcription, 'speaker_map'));
  const captions = listOf(own(transcription, 'signed_captions'))
    .filter(isNode)
    .map((each) => ({
      address: own(each, 'url'),
      type: 'text/vtt',
      language: textOf(own(each, 'language')),
    }));
  const words = [
    { address: own(transcription, 'cdn_url'), type: 'application/json', language: undefined },
  ];
  return [...captions, ...words].flatMap(({ address, type, language }) => {
    const url = addressOn(page, address);
    const folder = url === undefined ? undefined : /\/post\/(\d+)\//.exec(url)?.[1];
    if (url === undefined || (folder !== undefined && folder !== id)) return [];
    return [
      {
        url,
        type,
        ...(language !== undefined && { language: language.slice(0, 40) }),
        from: 'page-data' as const,
        clock: 'played' as const,
        ...(speakers !== undefined && { speakers }),
        ...(hasExpired(url, now) && { expired: true }),
      },
    ];
  });
}

function speakersOf(map: unknown): Record<string, string> | undefined {
  if (!isNode(map)) return undefined;
  const names = Object.keys(map).flatMap((code) => {
    const name = textOf(own(map, code))?.slice(0, 400);
    return code !== '' && code.length <= 400 && name !== undefined ? [[code, name] as const] : [];
  });
  return names.length > 0 ? Object.fromEntries(names.slice(0, 200)) : undefined;
}
