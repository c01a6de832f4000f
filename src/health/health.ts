// The pages for a supervisor and for Prometheus: whether the process lives, whether it can answer, and what it measures.
import { createServer, type Server } from 'node:http';
import type { Connection } from '../discord/desk/vitals.ts';
import { type MetricsOptions, openMetrics } from './metrics.ts';

export interface HealthOptions extends MetricsOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Once aborted, the bot takes no more questions. */
  readonly stop: AbortSignal;
}

export interface Health {
  readonly ok: true;
  readonly vitals: ReturnType<typeof openMetrics>['vitals'];
  readonly port: number;
  readonly close: () => Promise<void>;
}

export type OpenedHealth = Health | { readonly ok: false; readonly reason: string };

/** Milliseconds for a request to arrive in. */
const LONGEST_REQUEST_MS = 5_000;
/** A supervisor, Prometheus, and somebody who looks. */
const MOST_CONNECTIONS = 50;

export async function openHealth(options: HealthOptions): Promise<OpenedHealth> {
  const { host, port } = options;
  const { vitals, ...metrics } = openMetrics(options);
  const server = createServer({
    ...{ headersTimeout: LONGEST_REQUEST_MS, requestTimeout: LONGEST_REQUEST_MS },
    connectionsCheckingInterval: LONGEST_REQUEST_MS,
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', async (request, response) => {
    const { status, type = 'text/plain; charset=utf-8', body } = await answer(request, metrics, options.stop);
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const reason = await listen(server, host, port);
  if (reason !== undefined) return { ok: false, reason };
  const bound = server.address();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ok: true, vitals, port: typeof bound === 'object' && bound ? bound.port : port, close };
}

interface Page {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

interface Asked {
  readonly url?: string | undefined;
  readonly method?: string | undefined;
}

type Measured = Omit<ReturnType<typeof openMetrics>, 'vitals'>;

async function answer({ url = '/', method }: Asked, metrics: Measured, stop: AbortSignal): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: 'Only GET is understood here.\n' };
  switch (url.split('?')[0]) {
    case '/livez':
      return { status: 200, body: 'alive\n' };
    case '/readyz':
      return readiness(metrics, stop);
    case '/metrics':
      return { status: 200, type: metrics.contentType, body: await metrics.page() };
    default:
      return { status: 404, body: 'There is /livez, /readyz and /metrics.\n' };
  }
}

function readiness({ connections }: Measured, stop: AbortSignal): Page {
  if (stop.aborted) return { status: 503, body: 'stopping\n' };
  const states = connections();
  if (states.length === 0) return { status: 503, body: 'not logged in yet\n' };
  const isReady = states.every(({ state, isHeard }) => state === 'Ready' && isHeard);
  return { status: isReady ? 200 : 503, body: states.map(lineOf).join('') };
}

/** The library's word for its state is not enough: it goes on calling itself ready when nothing comes any more. */
function lineOf({ shard, state, isHeard, silence }: Connection): string {
  const last =
    silence === undefined ? 'no login answered' : `last heard ${Math.round(silence / 1_000)} s ago`;
  return `shard ${shard}: ${state}${isHeard ? '' : `, ${last}`}\n`;
}

/** Why it cannot listen; undefined where it does. */
function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const refuse = ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message);
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve(undefined);
    });
  });
}
