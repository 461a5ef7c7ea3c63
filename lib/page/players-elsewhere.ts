import { documentUri, frameDocument, getAttribute, queryAll } from './dom';
import { openRoots } from './flat-tree';
import { podcastPlayer } from './podcast-player';

const videoPlayer =
  /^(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/|dailymotion\.com\/embed)|^player\.vimeo\.com\/|\bsubstack\.com\/embed/i;
const alike = /\/(?:embed|player)s?\b|[?&/]embed\b/i;
const most = 20;

/**
 * The hosts whose players stand in frames of another origin, each once. No script of the page's can
 * see a time in there.
 */
export function playersElsewhere(document: Document, roots = openRoots(document)): string[] {
  const hosts = roots
    .flatMap((root) => queryAll(root, 'iframe', 200))
    .filter((frame) => frameDocument(frame) === null)
    .flatMap((frame) => hostOf(frame, documentUri(document)));
  return [...new Set(hosts)].slice(0, most);
}

function hostOf(frame: Element, base: string): string[] {
  const address =
    getAttribute(frame, 'src') ??
    getAttribute(frame, 'data-src') ??
    getAttribute(frame, 'data-lazy-src');
  if (address === null || !URL.canParse(address, base)) return [];
  const { protocol, hostname, pathname, search } = new URL(address, base);
  if (!/^https?:$/.test(protocol)) return [];
  const isPlayer =
    podcastPlayer.test(hostname + pathname) ||
    videoPlayer.test(hostname + pathname) ||
    (alike.test(pathname + search) && mayPlay(getAttribute(frame, 'allow') ?? ''));
  return isPlayer ? [hostname.replace(/^www\./, '').slice(0, 400)] : [];
}

/** What a page allows a frame that plays something. */
function mayPlay(allowed: string): boolean {
  return /autoplay|encrypted-media|picture-in-picture/i.test(allowed);
}
