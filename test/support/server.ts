/**
 * Serves pages under their own host names from one local port that speaks http and https, so that
 * the browser's real network stack is used and every request can be counted. Start the browser
 * with `--host-resolver-rules=MAP * 127.0.0.1:PORT`.
 */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { selfSignedCertificate } from './certificate.ts';

/** Answers one request; several are combined by the functions of `handlers.ts`. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface SeenRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
}

export interface FixtureServer {
  readonly port: number;
  /** Of the certificate, for `--ignore-certificate-errors-spki-list`. */
  readonly fingerprint: string;
  /** Every request that arrived, oldest first, the browser's own included. */
  readonly requests: readonly SeenRequest[];
  /** Requests for hosts that are not served and that the browser does not ask for by itself. */
  strays(): SeenRequest[];
  close(): Promise<void>;
}

/** Hosts that Chromium asks for on its own account, whatever the extension does. */
const browserHosts = /(^|\.)(google|googleapis|gstatic|gvt1|googleusercontent)\.com$/;

/** Starts serving `hosts`: a host name (no port) to what answers for it. Others get 404. */
export async function serve(hosts: Readonly<Record<string, Handler>>): Promise<FixtureServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();

  const answer: Handler = (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const seen = { method: request.method ?? '', host, path: request.url ?? '' };
    requests.push(seen);
    const handler = hosts[host];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  };

  const certificate = selfSignedCertificate('counterpoint.example');
  const plain = http.createServer(answer);
  const secure = https.createServer({ key: certificate.key, cert: certificate.cert }, answer);
  /** A TLS connection starts with the record type 0x16 (RFC 8446, section 5.1). */
  const route = (socket: Socket) => {
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === 0x16 ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  };
  // Firefox reaches the same pages through this as its proxy (RFC 9110, section 9.3.6).
  plain.on('connect', (_request, socket: Socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    route(socket);
  });

  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A browser that is killed resets its connections; that is no news.
    socket.on('error', () => socket.destroy());
    route(socket);
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });

  return {
    port: (listener.address() as AddressInfo).port,
    fingerprint: certificate.fingerprint,
    requests,
    strays: () => requests.filter(({ host }) => !(host in hosts) && !browserHosts.test(host)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  };
}
