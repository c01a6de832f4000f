// The playground's web server: the page and its files, its interface and its socket, each behind the same guard.
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WebSocketServer } from 'ws';
import {
  type Api,
  answerApi,
  type Doors,
  doorsTo,
  FORBIDDEN,
  type HttpAnswer,
  json,
  originOf,
  plain,
  type RequestOrigin,
  send,
} from './api.ts';
import { keepRoom, type NewsSource, PATIENCE, serveSocket } from './socket.ts';

/** Where to listen; the first free port from this one on is taken. */
export interface Listening {
  readonly address: string;
  readonly firstPort: number;
}

export interface ServerOptions extends Listening {
  readonly assets: ReadonlyMap<string, Asset>;
  readonly api: Api;
  readonly newsSource: NewsSource;
  /** Takes what went wrong within; nothing of it reaches the page. */
  readonly onError: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Bytes of one message from a page's socket. */
const LONGEST_WHISPER = 4 * 1024;

const HTML = 'text/html; charset=utf-8';

export async function serve(options: ServerOptions): Promise<RunningServer> {
  const server = createServer(PATIENCE);
  keepRoom(server);
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
    const origin = originOf(request, doors, 'act');
    if (origin !== 'ours' || pathOf(request) !== '/socket') return refuseUpgrade(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => serveSocket(socket, options.newsSource));
  });
  return { port, close: () => close(server, sockets) };
}

async function answer(
  request: IncomingMessage,
  doors: Doors,
  { assets, api }: ServerOptions,
): Promise<HttpAnswer> {
  const path = pathOf(request);
  const isApi = path.startsWith('/api/');
  const origin = originOf(request, doors, isApi ? 'act' : 'page');
  if (origin !== 'ours') return refusal(origin);
  if (isApi) return answerApi(path, request, api);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Only GET is understood here.');
  if (path === '/') return { status: 200, type: HTML, body: DOCUMENT };
  if (path === '/icon.svg') return { status: 200, type: 'image/svg+xml', body: ICON };
  const asset = assets.get(path);
  return asset ? { status: 200, ...asset } : plain(404, 'There is nothing at this address.');
}

function refusal(from: Exclude<RequestOrigin, 'ours'>): HttpAnswer {
  const why = {
    'foreign-host': 'This name is not one of the playground. Open the address that it printed.',
    'foreign-origin': 'Another site asked for this, so it was not done.',
  }[from];
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

/** Ports tried; when all are taken, the last one's error is thrown. */
const PORTS_TRIED = 20;

/** Listens on the first free port from a given one on. */
async function listenFrom(server: Server, { address, firstPort }: Listening): Promise<number> {
  // Port 0 lets the system choose, and its choice is always free.
  const ports = Array.from({ length: firstPort === 0 ? 1 : PORTS_TRIED }, (_, index) => firstPort + index);
  for (const port of ports) {
    const outcome = await listen(server, port, address);
    if (outcome.ok) return outcome.port;
    const isTaken = outcome.error.code === 'EADDRINUSE' || outcome.error.code === 'EACCES';
    if (!isTaken || port === ports.at(-1)) {
      throw new Error(`the playground cannot listen on ${address}, port ${port}`, { cause: outcome.error });
    }
  }
  throw new Error('no port was tried');
}

type Attempt =
  | { readonly ok: true; readonly port: number }
  | { readonly ok: false; readonly error: NodeJS.ErrnoException };

function listen(server: Server, port: number, address: string): Promise<Attempt> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve({ ok: false, error });
    server.once('error', fail);
    server.listen(port, address, () => {
      server.off('error', fail);
      const bound = server.address();
      resolve({ ok: true, port: typeof bound === 'object' && bound ? bound.port : port });
    });
  });
}

export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** By the path under which the page asks for them. */
export async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'styles/main.css'].map((path) =>
      fileURLToPath(new URL(`../page/${path}`, import.meta.url)),
    ),
    entryNames: '[name]',
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const extension = path.split('.').at(-1) ?? '';
      const type = TYPES[extension] ?? 'application/octet-stream';
      return [`/main.${extension}`, { type, body: contents }];
    }),
  );
}

/** Everything in it is drawn by the script. */
const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Verbatim playground</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/main.css">
<script type="module" src="/main.js"></script>
</head>
<body>
<noscript>This page needs JavaScript. Without it, ask in the terminal: npm run ask</noscript>
</body>
</html>
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="9" fill="#4752c4"/>
<path d="M8 20v-5q0-5 5-6v3q-2 1-2 3h2v5zm10 0v-5q0-5 5-6v3q-2 1-2 3h2v5z" fill="#fff"/>
</svg>
`;
