import type { RoleOffer } from '../../core/source/metadata';
import { contentOf, getAttribute, queryAll } from '../dom';
import { resolve } from './authors';
import { cleanText, sameAs } from './clean-text';
import { isNode, listOf, own, textOf } from './json-ld';
import type { PageFacts } from './page-facts';
import { hasRole } from './people';
import { withClass } from './with-class';

const longestRole = 300;
const mostRead = 600;
/** Every element is asked: for two words, of which the class tells the rest. */
const mayBeBios = `${withClass('bio author')}, [itemprop~="jobTitle" i]`;
const bioClass = /bio|about-author|author-(?:desc|info|title|role)/i;

/**
 * What the page says its authors were at the time, with where it says so. Offers only: an old page
 * may be read long after, a bio may be about somebody else, and none of it is filled in.
 */
export function readRoles(facts: PageFacts, authors: readonly string[]): RoleOffer[] {
  const offers = [...fromMain(facts), ...fromLines(facts, authors), ...fromBios(facts, authors)];
  return offers.filter(
    ({ role, name }, index) =>
      !sameAs(role, name) &&
      offers.findIndex(
        (other) => sameAs(other.role, role) && sameAs(other.name ?? '.', name ?? '.'),
      ) === index,
  );
}

/** What the JSON-LD of the authors states: title and employer. */
function fromMain({ main, nodes }: PageFacts): RoleOffer[] {
  return listOf(main && own(main, 'author')).flatMap((item) => {
    if (!isNode(item)) return [];
    const person = resolve(item, nodes);
    const [name, title] = [textOf(own(person, 'name')), textOf(own(person, 'jobTitle'))];
    const employer = [own(person, 'worksFor'), own(person, 'affiliation')]
      .flatMap((value) => listOf(value))
      .map((value) => (isNode(value) ? textOf(own(resolve(value, nodes), 'name')) : textOf(value)))
      .find((text) => text !== undefined);
    const role = [title, employer].filter((text) => text !== undefined).join(', ');
    return role === '' || (!title && !employer) ? [] : offer(role, 'json-ld:jobTitle', name);
  });
}

/** "Jane Doe, CEO of Acme" near the heading, and a role on the line below a name. */
function fromLines({ lines, isElsewhere }: PageFacts, authors: readonly string[]): RoleOffer[] {
  return authors.slice(0, 5).flatMap((name) =>
    lines.flatMap(({ text, block, at }) => {
      const start = text.indexOf(name);
      if (start < 0 || text.length > mostRead || isElsewhere(block)) return [];
      const [, after] = /^\s*[,–—|(-]\s*([^|•·)]+)/.exec(text.slice(start + name.length)) ?? [];
      if (after && isRole(after, authors)) return offer(after, 'byline', name);
      const next = lines.find((line) => line.at === at + 1)?.text ?? '';
      const isAlone = text.length < name.length + 12;
      return isAlone && next.length < 120 && isRole(next, authors)
        ? offer(next, 'byline', name)
        : [];
    }),
  );
}

/** The sentence about who wrote it: "Jane Doe is a reporter at …", or what a profile block says. */
function fromBios({ document, isElsewhere }: PageFacts, authors: readonly string[]): RoleOffer[] {
  // Nobody to tell about: most pages, and no reason to look.
  if (authors.length === 0) return [];
  const bios = queryAll(document, mayBeBios).filter(
    (element) =>
      getAttribute(element, 'itemprop') ?? bioClass.test(getAttribute(element, 'class') ?? ''),
  );
  return bios.slice(0, 15).flatMap((element) => {
    const text = cleanText(contentOf(element).slice(0, mostRead));
    if (!text || isElsewhere(element)) return [];
    const name =
      authors.find((each) => text.includes(each)) ??
      (authors.length === 1 ? authors[0] : undefined);
    if (!name) return [];
    const last = name.split(' ').at(-1) ?? name;
    const [, is] =
      new RegExp(`${escape(last)},? (?:is|was) (?:an? |the )?([^.]{3,300})`, 'u').exec(text) ?? [];
    if (is && hasRole(is.toLowerCase())) return offer(is, 'bio', name);
    const rest = text.replace(name, '').replace(/^[\s,|:–—-]+/, '');
    return rest.length < 120 && isRole(rest, authors) ? offer(rest, 'bio', name) : [];
  });
}

function isRole(text: string, authors: readonly string[]): boolean {
  return (
    text.length > 2 && hasRole(text.toLowerCase()) && !authors.some((name) => text.includes(name))
  );
}

function offer(text: string, from: string, name?: string): RoleOffer[] {
  const role = cleanText(text.slice(0, longestRole))?.replace(/[\s,;]+$/, '');
  return role ? [{ role, from, ...(name && name.length <= 200 && { name }) }] : [];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
