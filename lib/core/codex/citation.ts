/** How a card is cited. */
import type { Card } from './card';

const known = (text: string): string => (/^\s*unknown\s*$/i.test(text) ? '' : text.trim());

/** The host of an http(s) address without `www.`. */
function hostOf(address: string): string {
  return /^https?:/i.test(address) && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./, '')
    : '';
}

/**
 * `Author, "Title," Source, Date. codex/ins_id`: the operators, the card's title, the source's
 * title or else its host, the date as the card has it. What is unknown is left out.
 */
export function citation(card: Card): string {
  const authors = [card.operator, ...card.coOperators].map(known).filter((name) => name !== '');
  const title = known(card.title)
    .replaceAll('"', "'")
    .replace(/(?<![.,])[.,]+$/, '');
  const source = known(card.sourceTitle) || hostOf(card.sourceUrl);
  const rest = [source === known(card.title) ? '' : source, known(card.sourceDate)].filter(
    (part) => part !== '',
  );
  // American punctuation: the comma stands inside the quotes, and not after a question mark.
  const comma = rest.length > 0 && !/[?!]$/.test(title) ? ',' : '';
  const quoted = title === '' ? '' : `"${title}${comma}"`;
  const work = [quoted, rest.join(', ')].filter((part) => part !== '').join(' ');
  const sentence = [joinNames(authors), work].filter((part) => part !== '').join(', ');
  const ended = sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return [ended, card.id === '' ? '' : `codex/${card.id}`].filter((part) => part !== '').join(' ');
}

function joinNames(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
