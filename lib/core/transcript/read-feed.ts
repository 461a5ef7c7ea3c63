/** An episode in a podcast's feed: RSS with the podcast namespace, read without a document. */
import { foldText } from '../annotation/fold-text';
import type { LinkedTranscript, Episode } from './episode';
import { sameFile } from './same-file';
import { attributesOf, xmlPieces } from './xml-pieces';

type Person = NonNullable<Episode['evidence']['persons']>[number];

/** A stretch that the show itself offers as a clip; seconds. */
export interface Soundbite {
  readonly start: number;
  readonly duration: number;
  readonly title?: string;
}

/** What a feed says of one episode. */
export interface FeedEpisode {
  readonly title?: string;
  readonly guid?: string;
  readonly audioUrl?: string;
  /** `podcast:transcript`, in the order of the feed. */
  readonly linked: readonly LinkedTranscript[];
  /** `podcast:person` of the item, or of the channel where the item names nobody. */
  readonly persons: readonly Person[];
  readonly chaptersUrl?: string;
  readonly soundbites: readonly Soundbite[];
}

/** By what an episode is known outside of its feed. */
export interface FeedKeys {
  readonly audioUrl?: string | undefined;
  readonly guid?: string | undefined;
  readonly title?: string | undefined;
}

const most = 100;
/** A title that begins like another is its own from so many letters on. */
const longTitle = 15;
/** Where more tags are open, as in a web page that closes few of its own, no more are counted. */
const deepest = 1_000;

/**
 * Finds an episode in a feed: by its guid, else by the address of its file, whatever measures it on
 * the way, else by its title. Undefined where it is not in there, or the text is no feed. Never
 * throws; linear in the text.
 */
export function readFeed(text: string, keys: FeedKeys): FeedEpisode | undefined {
  const channel = emptyItem();
  let item: Item | undefined;
  let best: { readonly item: Item; readonly rank: number } | undefined;
  const path: string[] = [];
  let content = '';
  const prefix = podcastPrefix(text);
  for (const piece of xmlPieces(text)) {
    if (piece.kind === 'text') {
      if (content.length < 10_000) content += piece.text;
      continue;
    }
    const name = prefix === '' ? piece.name : renamed(piece.name, prefix);
    if (piece.kind === 'open') {
      content = '';
      if (name === 'item') item = emptyItem();
      const into = item ?? channel;
      // What stands inside another element of an item, such as a live one, is about that.
      const depth = path.length - path.lastIndexOf(item ? 'item' : 'channel');
      if (depth === 1) openTag(into, name, piece.attributes);
      if (!piece.isEmpty && path.length < deepest) path.push(name);
      continue;
    }
    const at = path.lastIndexOf(name);
    if (at === -1) continue;
    const depth = at - path.lastIndexOf(item ? 'item' : 'channel', at - 1);
    path.length = at;
    if (name === 'item' && item) {
      const rank = rankOf(item, keys);
      if (rank > (best?.rank ?? 0)) best = { item, rank };
      item = undefined;
    } else if (depth === 1) closeTag(item ?? channel, name, content.trim());
    content = '';
  }
  return best && episodeOf(best.item, channel);
}

const namespace =
  /xmlns:([\w-]{1,40})\s{0,5}=\s{0,5}["'][^"']{0,100}(?:podcastindex\.org\/namespace|podcast-namespace)/i;

/** The prefix by which the feed calls the podcast namespace, with its colon; '' where it is usual. */
function podcastPrefix(text: string): string {
  const prefix = namespace.exec(text.slice(0, 20_000))?.[1]?.toLowerCase() ?? 'podcast';
  return prefix === 'podcast' ? '' : `${prefix}:`;
}

function renamed(name: string, prefix: string): string {
  return name.startsWith(prefix) ? `podcast:${name.slice(prefix.length)}` : name;
}

interface Item {
  /** Its own and the one that is for directories, in the order of the feed. */
  readonly titles: string[];
  guid?: string;
  audioUrl?: string;
  chaptersUrl?: string;
  open?: ReadonlyMap<string, string>;
  readonly linked: LinkedTranscript[];
  readonly persons: Person[];
  readonly soundbites: Soundbite[];
}

function emptyItem(): Item {
  return { titles: [], linked: [], persons: [], soundbites: [] };
}

function openTag(item: Item, name: string, attributes: string): void {
  const values = attributesOf(attributes);
  const url = webAddress(values.get('url'));
  if (name === 'podcast:person' || name === 'podcast:soundbite') item.open = values;
  else if (url === undefined) return;
  else if (name === 'enclosure') item.audioUrl ??= url;
  else if (name === 'podcast:chapters') item.chaptersUrl ??= url;
  else if (name === 'podcast:transcript' && item.linked.length < most) {
    const [type = '', language = ''] = [values.get('type'), values.get('language')];
    item.linked.push({
      url,
      ...(type !== '' && { type: type.slice(0, 200) }),
      ...(language !== '' && { language: language.slice(0, 40) }),
      from: 'podcast:transcript',
      clock: 'transcript',
    });
  }
}

function closeTag(item: Item, name: string, content: string): void {
  const text = content.replace(/\s+/g, ' ').slice(0, 2_000);
  if (name === 'title' || name === 'itunes:title') {
    if (text !== '' && item.titles.length < most) item.titles.push(text);
  } else if (name === 'guid') {
    if (text !== '') item.guid ??= text;
  } else if (name === 'podcast:person' && text !== '' && item.persons.length < most) {
    const [role = '', group = ''] = [item.open?.get('role'), item.open?.get('group')];
    item.persons.push({
      name: text.slice(0, 400),
      ...(role !== '' && { role: role.slice(0, 400) }),
      ...(group !== '' && { group: group.slice(0, 400) }),
    });
  } else if (name === 'podcast:soundbite' && item.soundbites.length < most) {
    const [start, duration] = [item.open?.get('starttime'), item.open?.get('duration')].map(Number);
    if (start !== undefined && start >= 0 && duration !== undefined && duration > 0) {
      item.soundbites.push({ start, duration, ...(text !== '' && { title: text }) });
    }
  }
}

function webAddress(value: string | undefined): string | undefined {
  if (value === undefined || value.length > 8_000 || !URL.canParse(value)) return undefined;
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
}

/**
 * How surely an item is the one that is looked for; 0 where nothing says so. Files of one path may be
 * told apart by what stands behind it, and else by their episodes' titles.
 */
function rankOf(item: Item, { guid, audioUrl, title = '' }: FeedKeys): number {
  if (guid !== undefined && guid !== '' && item.guid === guid) return 9;
  const alike = Math.max(
    0,
    ...item.titles.map((each) => likeness(foldText(title), foldText(each))),
  );
  if (audioUrl === undefined || item.audioUrl === undefined) return alike;
  if (!sameFile(item.audioUrl, audioUrl)) return alike;
  const isSame = new URL(item.audioUrl).search === new URL(audioUrl).search;
  return (isSame ? 6 : 3) + alike;
}

/** How alike two titles are: 2 for the same, less where a page puts its show's name behind its own. */
function likeness(ours: string, theirs: string): number {
  if (ours === '' || theirs === '') return 0;
  if (ours === theirs) return 2;
  const [shorter, longer] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  if (shorter.length < longTitle || !longer.startsWith(shorter)) return 0;
  // The first part of a series is not its twelfth.
  if (/\d$/.test(shorter) && /^\d/.test(longer.slice(shorter.length))) return 0;
  return 1 + shorter.length / longer.length;
}

function episodeOf(
  { titles: [title], guid, audioUrl, chaptersUrl, linked, persons, soundbites }: Item,
  channel: Item,
): FeedEpisode {
  return {
    ...(title !== undefined && { title }),
    ...(guid !== undefined && { guid }),
    ...(audioUrl !== undefined && { audioUrl }),
    linked,
    persons: persons.length > 0 ? persons : channel.persons,
    ...(chaptersUrl !== undefined && { chaptersUrl }),
    soundbites,
  };
}
