import { contentOf, queryAll } from '../dom';
import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { cleanName, unique } from '../metadata/people';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

/** Papers: the page about one, and the paper itself as a web page. All versions are one source. */
export const arxiv: SiteReader = {
  reads: ({ host }) => /^(?:export\.)?arxiv\.org$/.test(host),
  read({ document, path, tags }) {
    const site = found('arXiv', 'arxiv');
    const [, id, year, month] = /^\/(?:abs|html|pdf)\/((\d\d)(\d\d)\.\d{4,5})/.exec(path) ?? [];
    if (!id) return { site };
    const first = tags.get('citation_date')?.[0];
    const day = first ? parseCalendarDay(first) : undefined;
    const title = firstText(document, '.ltx_title_document');
    const names = unique(
      queryAll(document, '.ltx_authors .ltx_personname')
        .slice(0, 50)
        .flatMap((element) => cleanName(contentOf(element).split('\n')[0] ?? '') ?? []),
    );
    return {
      site,
      sourceType: found('research', 'arxiv'),
      canonicalUrl: found(`https://arxiv.org/abs/${id}`, 'url:path'),
      published: day
        ? found(day, 'meta:citation_date')
        : found(`20${year}-${month}`, 'url:path', 'medium'),
      title: title ? found(title, 'arxiv:title') : undefined,
      authors: names.length > 0 ? found(names, 'arxiv:author', 'medium') : undefined,
    };
  },
};
