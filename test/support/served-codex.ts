/** A public codex on a host of its own: an `INDEX.json` and the files it names, changed at will. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readCard } from '../../lib/core/codex/read-card.ts';
import { readDocument } from '../../lib/core/codex/read-document.ts';
import { sampleCards } from './sample.ts';
import type { Handler } from './server.ts';

export interface ServedCodex {
  /** By path below the index; what is changed here is what is served from then on. */
  readonly files: Map<string, string>;
  /** Paths that the index names and the host does not have. */
  readonly absent: Set<string>;
  /** Whether the host gives entity tags, and answers 304 to them. */
  hasTags: boolean;
  /** How many more cards are served before the host falls silent; it answers again when set anew. */
  patience: number;
  /** How often it answered that a card is what it was. */
  notModified: number;
  readonly handler: Handler;
}

/** A card that says something of its own, accepted by every reader. */
export function madeCard(n: number, claim = `Orchard number ${n} bears late.`): string {
  return [
    '---',
    `id: ins_orchard-number-${n}`,
    'operator: Pomona Quill',
    'operator_role: Keeper of an orchard that was made up',
    `source_url: https://orchard.example/rows/${n}`,
    'source_type: essay',
    `source_title: Row ${n}`,
    'source_date: 2026-02-01',
    'captured_date: 2026-03-01',
    'domain: [orchards]',
    'tier: B',
    'related: []',
    '---',
    '',
    `# Orchard number ${n} bears late`,
    '',
    '## Claim',
    claim,
    '',
    '## Mechanism',
    `Its roots lie in row ${n}, where the ground warms last.`,
    '',
  ].join('\n');
}

const contradiction = [
  '---',
  'id: con_early-or-late',
  'title: Early or late',
  '---',
  '',
  '# Early or late',
  '',
  'ins_orchard-number-1 against ins_orchard-number-2.',
  '',
].join('\n');

/** The sample cards, `made` orchard cards, one contradiction, and one card that is broken. */
export function serveCodex(made: number): ServedCodex {
  const files = new Map<string, string>();
  for (const path of sampleCards()) {
    files.set(`insights/${basename(path)}`, readFileSync(path, 'utf8'));
  }
  for (let n = 1; n <= made; n += 1) {
    files.set(`insights/ins_orchard-number-${n}.md`, madeCard(n));
  }
  files.set('synthesis/con_early-or-late.md', contradiction);
  files.set('insights/ins_torn.md', '---\nid: ins_torn\noperator Nobody\n---\n\n# Torn\n');

  const codex: ServedCodex = {
    files,
    absent: new Set(),
    hasTags: true,
    patience: Infinity,
    notModified: 0,
    handler(request, response) {
      const path = decodeURIComponent((request.url ?? '').replace(/^\/codex\/|\?.*$/g, ''));
      if (path === 'INDEX.json') {
        const body = JSON.stringify({
          cards: [...files].map(([each, text]) => record(each, text)),
        });
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
        return;
      }
      const text = files.get(path);
      if (text === undefined || codex.absent.has(path)) {
        response.writeHead(404, { 'Content-Type': 'text/html' }).end('<!doctype html>gone');
        return;
      }
      // Silent: the connection stays open until the browser gives up.
      if (codex.patience <= 0) return;
      codex.patience -= 1;
      const tag = `"${createHash('sha1').update(text).digest('hex')}"`;
      const headers = { 'Content-Type': 'text/markdown', ...(codex.hasTags && { ETag: tag }) };
      if (codex.hasTags && request.headers['if-none-match'] === tag) {
        codex.notModified += 1;
        response.writeHead(304, headers).end();
      } else response.writeHead(200, headers).end(text);
    },
  };
  return codex;
}

/** As the public codex's index has it: what the front matter says, the title and the path. */
function record(path: string, text: string): Record<string, unknown> {
  const card = readCard(text);
  if (card.ok) {
    const { id, title, operator, tier, sourceDate, domain } = card.value;
    return { id, title, operator, tier, source_date: sourceDate, domain, path };
  }
  const document = readDocument(text);
  return document.ok ? { id: document.value.id, path } : { path };
}
