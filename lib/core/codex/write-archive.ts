/** The archived text of a source, as the codex keeps it under `raw/`. */
import type { Passage } from '../source/snapshot';
import { formatTime } from '../transcript/format-time';
import type { TranscriptCue } from '../transcript/transcript';
import { cardId } from './card-id';
import type { Card } from './card';
import { foldSpace } from './lists';
import { writeDate, writeScalar } from './scalar';

/** What of a card says whose words the source holds, and where it stands. */
export type ArchivedCard = Pick<
  Card,
  'operator' | 'sourceUrl' | 'sourceType' | 'sourceTitle' | 'sourceDate' | 'capturedDate'
>;

export interface WrittenArchive {
  /** `raw/<type>/<operator>--<title>--<date>.md`. */
  readonly path: string;
  readonly text: string;
}

/** The codex has a folder for each kind of source, named after several of them. */
const folders: Readonly<Record<string, string>> = {
  podcast: 'podcasts',
  essay: 'essays',
  post: 'posts',
  thread: 'threads',
  book: 'books',
  talk: 'talks',
  memo: 'memos',
  newsletter: 'newsletters',
  recap: 'recaps',
};

/** Letters of a name in the path, and of a stretch of speech that becomes one paragraph. */
const longestSlug = 60;
const paragraph = 700;

/**
 * The file of a source, its body given as Markdown. The day in its name is that of the source, or of the
 * capture where that is not known, or none where neither is a day; what is not known is `unknown`, as in a
 * card.
 */
export function writeArchive(card: ArchivedCard, body: string): WrittenArchive {
  const { operator, sourceUrl, sourceType, sourceTitle, sourceDate, capturedDate } = card;
  const kind = sourceType === '' ? 'sources' : (folders[sourceType] ?? slugOf(sourceType));
  // A date may be any text, and a colon or a slash in it would make a name that no folder takes.
  const day =
    [sourceDate, capturedDate].find((date) => /^\d{4}-\d{2}(?:-\d{2})?$/.test(date)) ?? '';
  const names = [slugOf(operator || 'unknown'), slugOf(sourceTitle || 'untitled'), day];
  const head = [
    `title: ${writeScalar(foldSpace(sourceTitle) || 'untitled')}`,
    `operator: ${writeScalar(foldSpace(operator) || 'unknown')}`,
    `source_url: ${writeScalar(sourceUrl || 'unknown')}`,
    `source_type: ${writeScalar(sourceType || 'unknown')}`,
    `source_date: ${writeDate(sourceDate || 'unknown')}`,
    `captured_date: ${writeDate(capturedDate)}`,
  ];
  const title = foldSpace(sourceTitle);
  const text = `---\n${head.join('\n')}\n---\n\n${title === '' ? '' : `# ${plain(title)}\n\n`}${body}`;
  return {
    path: `raw/${kind}/${names.filter((part) => part !== '').join('--')}.md`,
    text: `${text.trimEnd()}\n`,
  };
}

/** What stands on a page, a paragraph for each passage. */
export function passagesMarkdown(passages: readonly Pick<Passage, 'text'>[]): string {
  return passages
    .map(({ text }) => plain(foldSpace(text)))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** What is said in an episode: a paragraph for each turn, begun with who says it and when. */
export function cuesMarkdown(cues: readonly TranscriptCue[]): string {
  const turns: { head: string; speaker: string | undefined; text: string }[] = [];
  for (const { speaker, start, text } of cues) {
    const turn = turns.at(-1);
    const said = plain(foldSpace(text));
    if (said === '') continue;
    if (turn && turn.speaker === speaker && turn.text.length < paragraph) turn.text += ` ${said}`;
    else {
      const at = start === undefined ? '' : `(${formatTime(start)})`;
      const head = [speaker === undefined ? '' : `**${plain(speaker)}**`, at].join(' ').trim();
      turns.push({ head, speaker, text: said });
    }
  }
  return turns.map(({ head, text }) => (head === '' ? text : `${head}: ${text}`)).join('\n\n');
}

function slugOf(text: string): string {
  const slug = cardId(text, new Set()).replace(/^ins_/, '');
  return slug.length <= longestSlug ? slug : slug.slice(0, longestSlug).replace(/-[^-]*$/, '');
}

/** Text that Markdown shows as it stands: what would begin a block or a mark is escaped. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-]|=+|~+|\|)/, '$1\\$2')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}
