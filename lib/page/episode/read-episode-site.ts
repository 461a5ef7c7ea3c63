import type { EpisodePage } from './episode-page';
import type { EpisodeFields, EpisodeSite } from './episode-site';
import { apple } from './sites/apple';
import { buzzsprout } from './sites/buzzsprout';
import { captivate } from './sites/captivate';
import { fireside } from './sites/fireside';
import { overcast } from './sites/overcast';
import { pocketCasts } from './sites/pocket-casts';
import { podigee } from './sites/podigee';
import { simplecast } from './sites/simplecast';
import { spotify } from './sites/spotify';
import { substack } from './sites/substack';
import { transistor } from './sites/transistor';
import { youtube } from './sites/youtube';

/** Those that know a page by its address before those that know it by its marks. */
const sites: readonly EpisodeSite[] = [
  youtube,
  apple,
  spotify,
  overcast,
  pocketCasts,
  transistor,
  buzzsprout,
  simplecast,
  fireside,
  captivate,
  podigee,
  substack,
];

/** What the form of the page's site says; nothing for a site that has no reader of its own. */
export function readEpisodeSite(page: EpisodePage, now: number): EpisodeFields {
  return sites.find((site) => site.reads(page))?.read(page, now) ?? {};
}
