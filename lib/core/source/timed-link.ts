/** Links that start an episode at a moment, for the hosts whose form is known to work. */

interface TimedHost {
  readonly host: RegExp;
  /** The pages of the host that are an episode. */
  readonly path: RegExp;
  /** Writes the moment, whole seconds, into a copy of the address. */
  readonly at: (url: URL, seconds: number) => void;
}

const queryTime =
  (suffix = '') =>
  (url: URL, seconds: number): void => {
    url.searchParams.set('t', `${seconds}${suffix}`);
  };

const overcastTime = (seconds: number): string => {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

const youtube = /^(?:www\.|m\.|music\.)?youtube\.com$/;

const fragmentTime = (url: URL, seconds: number): void => {
  url.hash = `t=${seconds}`;
};

const hosts: readonly TimedHost[] = [
  { host: youtube, path: /^\/watch$/, at: queryTime('s') },
  // The same video under the address whose form is known.
  {
    host: youtube,
    path: /^\/(?:shorts|live|embed)\/[\w-]+\/?$/,
    at: (url, seconds) => {
      const [, , id = ''] = url.pathname.split('/');
      url.pathname = '/watch';
      url.search = `?v=${id}&t=${seconds}s`;
    },
  },
  { host: /^youtu\.be$/, path: /^\/[\w-]+$/, at: queryTime() },
  {
    host: /^overcast\.fm$/,
    path: /^\/\+[\w-]+(\/[\d:]+)?$/,
    at: (url, seconds) => {
      url.pathname = `/${url.pathname.split('/')[1] ?? ''}/${overcastTime(seconds)}`;
    },
  },
  // Only the short form: the long one is known to fail in the Android app.
  { host: /^pca\.st$/, path: /^\/[\w-]+$/, at: queryTime() },
  { host: /(^|\.)fireside\.fm$/, path: /^\/(s\/[\w+-]+|\d+|episodes\/.+)$/, at: queryTime() },
  { host: /^(www\.)?buzzsprout\.com$/, path: /^\/\d+\/(episodes\/)?\d+/, at: queryTime() },
  {
    host: /\.podigee\.io$/,
    path: /^\/[\w-]+$/,
    at: fragmentTime,
  },
  // A media file by itself: every browser knows media fragments (https://www.w3.org/TR/media-frags/).
  {
    host: /./,
    path: /\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac|mp4|m4v|webm|ogv)$/i,
    at: fragmentTime,
  },
];

/**
 * The address that starts there, rounded down to the second; undefined for a host or a page whose
 * form is not known: a link that starts elsewhere would be worse than the plain time.
 */
export function timedLink(address: string, seconds: number): string | undefined {
  if (!URL.canParse(address) || !Number.isFinite(seconds) || seconds < 0) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const known = hosts.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (known === undefined) return undefined;
  url.hash = '';
  known.at(url, Math.floor(seconds));
  return url.href;
}
