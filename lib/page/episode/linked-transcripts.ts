import type { LinkedTranscript } from '../../core/transcript/episode';
import { contentOf, getAttribute, localName, queryAll } from '../dom';
import { addressOn, type EpisodePage } from './episode-page';

const most = 40;
const types = /^(?:text\/(?:vtt|srt)|application\/(?:x-)?(?:subrip|srt))\b/i;
const ending = /\.(vtt|srt|json|html?|txt)$/i;
/** Ends that only captions have. */
const captions = /^(?:vtt|srt)$/i;

/** The transcripts a page names: its player's text tracks, and links to files. Nothing is fetched. */
export function linkedTranscripts(page: EpisodePage): LinkedTranscript[] {
  const found = [...tracks(page), ...links(page)];
  return found
    .filter(({ url }, at) => found.findIndex((other) => other.url === url) === at)
    .slice(0, most);
}

function tracks(page: EpisodePage): LinkedTranscript[] {
  const { player } = page;
  if (!player) return [];
  return queryAll(player, 'track[src]', most).flatMap((track) => {
    const kind = getAttribute(track, 'kind')?.toLowerCase() ?? 'subtitles';
    if (kind !== 'captions' && kind !== 'subtitles') return [];
    return linked(page, getAttribute(track, 'src'), {
      type: 'text/vtt',
      language: getAttribute(track, 'srclang'),
      from: 'track',
      clock: 'played',
    });
  });
}

/** Links that say what they lead to by their type, relation or ending, or by their words. */
function links(page: EpisodePage): LinkedTranscript[] {
  const elements = queryAll(
    page.document,
    'link[href][type], link[rel~="transcript" i], a[rel~="transcript" i], a[href*=".vtt" i], a[href*=".srt" i], a[href*="transcript" i]',
    400,
  );
  return elements.flatMap((element) => {
    const href = getAttribute(element, 'href');
    const type = getAttribute(element, 'type');
    const address = addressOn(page, href);
    if (address === undefined) return [];
    const [, end = ''] = ending.exec(new URL(address).pathname) ?? [];
    const isNamed = /\btranscript\b/i.test(getAttribute(element, 'rel') ?? '');
    const isFile =
      localName(element) === 'a' &&
      end !== '' &&
      (captions.test(end) || /transcript/i.test(`${address} ${contentOf(element).slice(0, 200)}`));
    if (!isNamed && !types.test(type ?? '') && !isFile) return [];
    return linked(page, href, {
      type: type ?? (end === '' ? null : end.toLowerCase()),
      language: getAttribute(element, 'hreflang'),
      from: 'link',
      clock: 'transcript',
    });
  });
}

interface Declared {
  readonly type: string | null;
  readonly language: string | null;
  readonly from: LinkedTranscript['from'];
  readonly clock: LinkedTranscript['clock'];
}

function linked(page: EpisodePage, address: string | null, declared: Declared): LinkedTranscript[] {
  const url = addressOn(page, address);
  if (url === undefined) return [];
  const { type, language, from, clock } = declared;
  return [
    {
      url,
      ...(type !== null && type !== '' && { type: type.slice(0, 200) }),
      ...(language !== null && language !== '' && { language: language.slice(0, 40) }),
      from,
      clock,
    },
  ];
}
