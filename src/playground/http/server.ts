// The playground's web server: the page, its interface and its socket, each behind the same guard.
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type Answer, FORBIDDEN, json, plain, send } from './answer.ts';
import { type Api, answerApi } from './api.ts';
import type { Asset } from './bundle.ts';
import { DOCUMENT, ICON } from './document.ts';
import { type Doors, doorsTo, judge, type Verdict } from './guard.ts';
import { listenFrom } from './listen.ts';
import { type Hearing, serveSocket } from './socket.ts';

export interface ServerOptions {
  /** Where to listen; the first free port from this one on is taken. */
  readonly address: string;
  readonly firstPort: number;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly api: Api;
  readonly hearing: Hearing;
  /** Takes what went wrong within; nothing of it reaches the page. */
  readonly onError: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Bytes of one message from a page's socket. */
const LONGEST_WHISPER = 4 * 1024;
/** Sockets and requests at once. */
const MOST_CONNECTIONS = 300;

const HTML = 'text/html; charset=utf-8';

export async function serve(options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  server.maxConnections = MOST_CONNECTIONS;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_WHISPER });
  const port = await listenFrom(server, options);
  const doors = doorsTo(options.address, port);
  server.on('request', (request, response) => {
    answer(request, doors, options).then(
      (made) => send(request, response, made),
      (error: unknown) => {
        options.onError(error);
        send(request, response, json(500, { message: 'The playground made a mistake.' }));
      },
    );
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const verdict = judge(request, doors, 'act');
    if (verdict !== 'ours' || pathOf(request) !== '/socket') return refuseUpgrade(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, options.hearing));
  });
  return { port, close: () => close(server, sockets) };
}

async function answer(
  request: IncomingMessage,
  doors: Doors,
  { assets, api }: ServerOptions,
): Promise<Answer> {
  const path = pathOf(request);
  const isApi = path.startsWith('/api/');
  const verdict = judge(request, doors, isApi ? 'act' : 'page');
  if (verdict !== 'ours') return refusal(verdict);
  if (isApi) return answerApi(path, request, api);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Only GET is understood here.');
  if (path === '/') return { status: 200, type: HTML, body: DOCUMENT };
  if (path === '/icon.svg') return { status: 200, type: 'image/svg+xml', body: ICON };
  const asset = assets.get(path);
  return asset ? { status: 200, ...asset } : plain(404, 'There is nothing at this address.');
}

function refusal(verdict: Exclude<Verdict, 'ours'>): Answer {
  const why = {
    'foreign-host': 'This name is not one of the playground. Open the address that it printed.',
    'foreign-origin': 'Another site asked for this, so it was not done.',
  }[verdict];
  return plain(FORBIDDEN, why);
}

function refuseUpgrade(stream: Duplex): void {
  stream.end(`HTTP/1.1 ${FORBIDDEN} ${STATUS_CODES[FORBIDDEN]}\r\nConnection: close\r\n\r\n`);
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? '/';
}

async function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
