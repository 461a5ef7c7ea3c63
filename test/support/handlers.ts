/** What a fixture server can answer with: a folder of files, bytes, a table of paths. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { ServerResponse, IncomingMessage } from 'node:http';
import type { Handler } from './server.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wav': 'audio/wav',
};

/** Serves the files of a folder; `/` and `/name` stand for `index.html` and `name.html`. */
export function folder(path: string): Handler {
  const top = resolve(path);
  return (request, response) => {
    const asked = decodeURIComponent(pathOf(request));
    const tries = [asked, `${asked}.html`, join(asked, 'index.html')].map((name) =>
      resolve(join(top, name)),
    );
    const file = tries.find((name) => name.startsWith(top + sep) && isFile(name));
    if (!file) response.writeHead(404).end();
    else sendBytes(request, response, readFileSync(file), types[extname(file)] ?? 'text/plain');
  };
}

/** Serves the same bytes whatever was asked for. */
export function bytes(body: Buffer, type: string): Handler {
  return (request, response) => sendBytes(request, response, body, type);
}

/** Serves one piece of HTML, with headers of its own if the test is about them. */
export function html(body: string, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/** Looks the path (without its query) up in a table; `otherwise` answers for the rest. */
export function paths(table: Readonly<Record<string, Handler>>, otherwise?: Handler): Handler {
  return (request, response) => {
    const handler = table[pathOf(request)] ?? otherwise;
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  };
}

function pathOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', 'http://any.example').pathname;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Answers a single byte range with 206 (RFC 9110, section 14.2): a player cannot seek without. */
function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  type: string,
): void {
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range || (range[1] === '' && range[2] === '')) {
    response.writeHead(200, { ...headers, 'Content-Length': body.length }).end(body);
    return;
  }
  const suffix = range[1] === '';
  const start = suffix ? Math.max(0, body.length - Number(range[2])) : Number(range[1]);
  const last = suffix || range[2] === '' ? body.length - 1 : Number(range[2]);
  const end = Math.min(last, body.length - 1);
  if (start > end) {
    response.writeHead(416, { 'Content-Range': `bytes */${body.length}` }).end();
    return;
  }
  const part = body.subarray(start, end + 1);
  response
    .writeHead(206, {
      ...headers,
      'Content-Length': part.length,
      'Content-Range': `bytes ${start}-${end}/${body.length}`,
    })
    .end(part);
}
