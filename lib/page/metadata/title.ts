import { sameAs } from './clean-text';

const separator = /\s+(?:[|·•»«~]|-{1,2}|[–—]|::|\/\/)\s+|\s*\|\s*/;

/** What else the page says that helps to tell the title from what was put around it. */
export interface TitleHints {
  readonly site: string | undefined;
  readonly host: string;
  readonly headings: readonly string[];
}

/**
 * A title without the site's name before or after it. A part is dropped only when it is the site's
 * name or address, or when the page's own heading is the part that stays.
 */
export function withoutSiteName(title: string, { site, host, headings }: TitleHints): string {
  const parts = title.split(separator);
  if (parts.length < 2) return title;
  for (const heading of headings) {
    const [first, last] = [parts[0], parts.at(-1)];
    if (sameAs(heading, title)) return title;
    if (first && sameAs(heading, first)) return first;
    if (last && sameAs(heading, last)) return last;
  }
  const last = parts.at(-1) ?? '';
  if (isSite(last)) return trimEnd(title, last);
  const first = parts[0] ?? '';
  if (isSite(first)) return trimStart(title, first);
  return title;

  function isSite(part: string): boolean {
    const name = host.replace(/^www\./, '');
    return (
      sameAs(part, site) ||
      sameAs(part.replace(/^the /i, ''), site?.replace(/^the /i, '')) ||
      sameAs(part, name) ||
      sameAs(part, name.split('.').slice(0, -1).join('.'))
    );
  }
}

function trimEnd(title: string, part: string): string {
  const kept = title.slice(0, title.lastIndexOf(part)).replace(/[\s|·•»«~:/–—-]+$/, '');
  return kept === '' ? title : kept;
}

function trimStart(title: string, part: string): string {
  const kept = title.slice(title.indexOf(part) + part.length).replace(/^[\s|·•»«~:/–—-]+/, '');
  return kept === '' ? title : kept;
}
