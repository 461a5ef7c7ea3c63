import { found } from '../metadata/found';
import { readMarkup } from './read-markup';
import type { SiteReader } from './site-reader';

/** Articles: written by everybody, on no one day. */
export const wikipedia: SiteReader = {
  reads: ({ host }) => /(?:^|\.)wikipedia\.org$/.test(host),
  read: (facts) => ({
    ...readMarkup(facts, { name: 'wikipedia', title: '#firstHeading' }),
    site: found('Wikipedia', 'wikipedia'),
    authors: found([], 'wikipedia'),
    published: found('', 'wikipedia'),
  }),
};
