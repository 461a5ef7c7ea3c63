import { contentOf, queryAll } from '../dom';
import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { cleanName, unique } from '../metadata/people';
import { readMarkup } from './read-markup';
import { siteAddress } from './site-address';
import type { SiteReader } from './site-reader';

/** Papers: the page about one, and the paper itself as a web page. All versions are one source. */
export const arxiv: SiteReader = {
  reads: ({ host }) => /(?:^|\.)arxiv\.org$/.test(host),
  read(facts) {
    const site = found('arXiv', 'arxiv');
    const [, year, month] = /(\d{2})(\d{2})\./.exec(siteAddress(facts.url)) ?? [];
    if (!year) return { site };
    const day = parseCalendarDay(facts.tags.get('citation_date')?.[0] ?? `20${year}-${month}`);
    const names = queryAll(facts.document, '.ltx_authors .ltx_personname', 50).flatMap(
      (element) => cleanName(contentOf(element).trim().split('\n')[0] ?? '') ?? [],
    );
    return {
      ...readMarkup(facts, { name: 'arxiv', title: '.ltx_title_document' }),
      site,
      sourceType: found('research', 'arxiv'),
      published: day ? found(day, 'arxiv:date') : undefined,
      authors: names.length > 0 ? found(unique(names), 'arxiv:author', 'medium') : undefined,
    };
  },
};
