import { parseTime } from '../../../core/transcript/format-time';
import { readRows, type TranscriptRow } from '../../../core/transcript/read-rows';
import type { Chapter } from '../../../core/transcript/transcript';
import { closest, contentOf, getAttribute, localName, queryAll } from '../../dom';
import { cleanText } from '../../metadata/clean-text';
import type { EpisodePage } from '../episode-page';
import type { EpisodeSite } from '../episode-site';
import { transcriptFrom } from '../transcript-from';

const hosts = /^(?:m\.|music\.)?youtube\.com$/;
const paths = /^\/(?:watch|shorts\/|live\/)/;
/** The panel's older rows and titles, and its newer ones; YouTube serves both. */
const rows = 'ytd-transcript-segment-renderer, transcript-segment-view-model';
const titles = 'ytd-transcript-section-header-renderer, timeline-chapter-view-model';
const words = '.segment-text, [role="text"], .ytAttributedStringHost, .yt-core-attributed-string';
const times = '.segment-timestamp, [class*="Timestamp"]:not([class*="Label"])';
const markers = 'ytd-macro-markers-list-item-renderer';
const hidden = '[visibility="ENGAGEMENT_PANEL_VISIBILITY_HIDDEN"]';
/** Captions may run on for a moment after the picture. */
const slack = 5;

/**
 * Videos. The transcript is what the opened panel shows; the file behind it is not to be had without
 * YouTube's own scripts. A panel that is left from the video before is not read.
 */
export const youtube: EpisodeSite = {
  reads: ({ host, path }) => hosts.test(host) && paths.test(path),
  read(page) {
    const shown = queryAll(page.document, `${rows}, ${titles}`).filter(
      (row) => !page.hasMoved || closest(row, hidden) === null,
    );
    const reading = readRows(shown.map(rowOf));
    const last = reading.cues.at(-1)?.start ?? 0;
    const { duration = Number.NaN } = page.player ?? {};
    // Longer than the video: another's. An advert in its place is shorter than both.
    const isOthers = page.hasMoved && !page.isAdvert && last > duration + slack;
    const channel = queryAll(page.document, '#owner #channel-name a, ytd-channel-name a', 1)[0];
    const show = channel && cleanText(contentOf(channel).slice(0, 400));
    return {
      ...(!isOthers &&
        reading.cues.length > 0 && {
          transcript: transcriptFrom(reading, { form: 'rows', kind: 'panel', clock: 'played' }),
        }),
      chapters: chaptersOf(page),
      ...(show !== undefined && { evidence: { show } }),
    };
  },
};

function rowOf(element: Element): TranscriptRow {
  const isHeading = /section-header|timeline-chapter/.test(localName(element));
  if (isHeading) {
    const [title = element] = queryAll(element, 'h2, h3, [class*="title" i]', 1);
    return { text: contentOf(title).slice(0, 2_000), isHeading: true };
  }
  const time = queryAll(element, times, 1)[0] ?? element;
  const [clock = ''] = /\d{1,3}:\d{2}(?::\d{2})?/.exec(contentOf(time).slice(0, 200)) ?? [];
  const said = queryAll(element, words)
    .map(contentOf)
    .find((text) => parseTime(text) === undefined);
  return { time: clock, text: (said ?? '').slice(0, 50_000) };
}

/** The chapters of the list beside the video, which a page may hold twice. */
function chaptersOf({ document, hasMoved }: EpisodePage): Chapter[] {
  const found = new Map<number, string>();
  for (const item of queryAll(document, markers, 500)) {
    if (hasMoved && closest(item, hidden) !== null) continue;
    const [time] = queryAll(item, '#time', 1);
    const [title] = queryAll(item, 'h4, .macro-markers', 1);
    const start = time && parseTime(contentOf(time).slice(0, 40));
    const text = title && (getAttribute(title, 'title') ?? cleanText(contentOf(title)));
    if (start !== undefined && text && !found.has(start)) found.set(start, text.slice(0, 2_000));
  }
  return [...found].sort(([a], [b]) => a - b).map(([start, title]) => ({ start, title }));
}
