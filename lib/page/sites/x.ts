import { contentOf, queryAll } from '../dom';
import { cleanText } from '../metadata/clean-text';
import { found } from '../metadata/found';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';
import { snowflakeDay } from './snowflake-day';

/** Ids count from this moment, in milliseconds since 1970. */
const epoch = 1_288_834_974_657;

/**
 * Posts. The day is in the id; the author is who wrote the post that the address names, not who
 * passed it on in the line above, nor whom it quotes or answers.
 */
export const x: SiteReader = {
  reads: ({ host }) => /^(?:mobile\.)?(?:x|twitter)\.com$/.test(host),
  read({ document, path, tags }) {
    const site = found('X', 'x');
    const [, handle = '', id = ''] = /^\/(\w{1,15})\/status\/(\d+)/.exec(path) ?? [];
    if (!id) return { site };
    const post = queryAll(document, 'article').find((article) =>
      queryAll(article, `a[href*="/${handle}/status/${id}" i]`).some(
        (link) => queryAll(link, 'time').length > 0,
      ),
    );
    const shown = post && queryAll(post, '[data-testid="User-Name"]', 1)[0];
    const link = shown && queryAll(shown, 'a, span', 1)[0];
    const [, named, words] =
      /^(.{1,80}?) on (?:X|Twitter): ["“](.+?)["”]?(?: \/ (?:X|Twitter))?$/s.exec(
        tags.get('og:title')?.[0] ?? '',
      ) ?? [];
    const author =
      (link && cleanText(contentOf(link).slice(0, 200))) ?? named ?? (handle === 'i' ? '' : handle);
    const day = snowflakeDay(id, epoch);
    const said = words ?? (post && firstText(post, '[data-testid="tweetText"]'));
    return {
      site,
      sourceType: found('thread', 'x:post'),
      title: found(said ? shorten(said) : '', 'x:text'),
      authors: found(author ? [author] : [], link ? 'x:author' : 'url:path'),
      published: day ? found(day, 'x:id') : undefined,
    };
  },
};

/** The first words, as many as a title has; a post has none of its own. */
function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120).replace(/\s+\S*$/, '')}…`;
}
