import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSignedCertificate } from './certificate.ts';
import { bytes, folder, html, paths } from './handlers.ts';
import { spokenTone } from './media.ts';
import { serve, type FixtureServer } from './server.ts';

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

let server: FixtureServer;
const files = mkdtempSync(join(tmpdir(), 'counterpoint folder '));

beforeAll(async () => {
  writeFileSync(join(files, 'page.html'), '<p>here</p>');
  server = await serve({
    'paper.example': paths(
      { '/plain': html('<p>plain</p>', { 'X-Kind': 'plain' }) },
      folder(files),
    ),
    'sound.example': bytes(Buffer.from('0123456789'), 'audio/wav'),
  });
});

afterAll(async () => {
  await server.close();
  rmSync(files, { recursive: true });
});

function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { protocol, hostname, pathname } = new URL(url);
  const client = protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: server.port,
      path: pathname,
      headers: { Host: hostname, ...headers },
      rejectUnauthorized: false,
    };
    const request = client.get(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    request.on('error', reject);
  });
}

test.each(['http', 'https'])('one port answers %s, by host name', async (scheme) => {
  const page = await ask(`${scheme}://paper.example/page`);
  expect(page.status).toBe(200);
  expect(page.body.toString()).toBe('<p>here</p>');
  expect((await ask(`${scheme}://paper.example/plain`)).headers['x-kind']).toBe('plain');
  expect((await ask(`${scheme}://paper.example/absent`)).status).toBe(404);
});

test('a folder gives nothing from outside itself', async () => {
  expect((await ask('http://paper.example/..%2f..%2fetc/passwd')).status).toBe(404);
});

test.each([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['lines=1-2', 200, '0123456789', undefined],
])('range %s gives %i', async (range, status, body, contentRange) => {
  const answer = await ask('http://sound.example/a.wav', { Range: range });
  expect(answer.status).toBe(status);
  expect(answer.body.toString()).toBe(body);
  expect(answer.headers['content-range']).toBe(contentRange);
});

test('every request is kept, and those for unknown hosts are strays', async () => {
  await ask('http://tracker.example/pixel');
  await ask('http://update.googleapis.com/service');
  expect(server.requests.at(-2)).toEqual({
    method: 'GET',
    host: 'tracker.example',
    path: '/pixel',
  });
  expect(server.strays().map(({ host }) => host)).toEqual(['tracker.example']);
});

test('a tone is as long as it says', () => {
  const wave = spokenTone(3);
  expect(wave.length).toBe(44 + 3 * 8000);
  expect(wave.readUInt32LE(40)).toBe(24_000);
  expect(wave.readUInt32LE(4)).toBe(wave.length - 8);
  expect(new Set(wave.subarray(44)).size).toBeGreaterThan(10);
});

test('the certificate is signed by its own key, for its name, now', () => {
  const made = selfSignedCertificate('paper.example', 3);
  const certificate = new X509Certificate(made.cert);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkHost('paper.example')).toBe('paper.example');
  expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now() + 2 * 86_400_000);
});
