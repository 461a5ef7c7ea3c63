import { found } from '../metadata/found';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

/** Articles: written by everybody, on no one day. */
export const wikipedia: SiteReader = {
  reads: ({ host }) => /(?:^|\.)wikipedia\.org$/.test(host),
  read({ document }) {
    const title = firstText(document, '#firstHeading, .mw-first-heading');
    return {
      site: found('Wikipedia', 'wikipedia'),
      title: title ? found(title, 'wikipedia:heading') : undefined,
      authors: found([], 'wikipedia'),
      published: found('', 'wikipedia'),
    };
  },
};
