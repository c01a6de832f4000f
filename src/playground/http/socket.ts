// The socket of one page: it says who it is, and from then on hears the news, and the inspector's records when asked. And room
// for everybody: how many sockets an address may hold, and how long one may be silent.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { jsonIn } from '../../knowledge/problem.ts';
import type { News, Whisper } from '../protocol/protocol.ts';
import { whisperSchema } from '../protocol/schemas.ts';

export interface NewsSource {
  /** Starts to send news to a visitor; undefined where nobody has this token. The result ends it. */
  readonly open: (token: string, send: (news: News) => void) => Subscription | undefined;
}

export interface Subscription {
  readonly inspect: (on: boolean) => void;
  readonly close: () => void;
}

/** Close codes of our own (4000 to 4999 are free for that); the page reads them. */
const CLOSE = { notUnderstood: 4400, unknownVisitor: 4401, silent: 4408 } as const;
/** Bytes that may wait for a page that does not read; then it is cut off, and comes back for a fresh snapshot. */
const MOST_WAITING = 8 * 1024 * 1024;
/** Milliseconds between two signs of life, and without one, until the end. */
const PULSE_MS = 30_000;

export function serveSocket(socket: WebSocket, newsSource: NewsSource): void {
  let subscription: Subscription | undefined;
  const stopPulse = keepAlive(socket);
  const silence = setTimeout(() => socket.close(CLOSE.silent), LONGEST_SILENCE_MS);
  const send = (news: News) => {
    if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(news));
  };
  socket.on('message', (data) => {
    const said = read(String(data));
    if (!said) return socket.close(CLOSE.notUnderstood);
    if (said.kind === 'inspect') return subscription?.inspect(said.on);
    clearTimeout(silence);
    subscription?.close();
    subscription = newsSource.open(said.token, send);
    if (!subscription) socket.close(CLOSE.unknownVisitor);
  });
  // What breaks a socket closes it as well, and that is all there is to do about it.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    stopPulse();
    clearTimeout(silence);
    subscription?.close();
  });
}

function read(text: string): Whisper | undefined {
  return whisperSchema.safeParse(jsonIn(text)).data;
}

function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) socket.terminate();
    isAlive = false;
    socket.ping();
  }, PULSE_MS);
  return () => clearInterval(timer);
}

/** Sockets and requests at once. */
const MOST_CONNECTIONS = 300;
/** Of one address: some pages, each with a socket and a few requests. */
const MOST_FROM_ONE = 20;
/** Milliseconds for a request to arrive in, and for a page's socket to say who it is. */
const LONGEST_SILENCE_MS = 5_000;

/** For `createServer`; the third is how often the first two are looked at. */
export const PATIENCE = {
  headersTimeout: LONGEST_SILENCE_MS,
  requestTimeout: LONGEST_SILENCE_MS,
  connectionsCheckingInterval: 1_000,
} as const;

export function keepRoom(server: Server): void {
  const open = new Map<string, number>();
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address = '' } = socket;
    const count = (open.get(address) ?? 0) + 1;
    if (count > MOST_FROM_ONE) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
