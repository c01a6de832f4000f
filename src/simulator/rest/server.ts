// The REST interface over HTTP: finds the route, applies faults, checks, handles, answers, logs.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { closestProblems, type FormProblem, invalidFormBody, problem } from '../protocol/problems.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import type { World } from '../world/world.ts';
import { type Answer, invalid, refuse } from './answers.ts';
import type { Fault, FaultPlan } from './faults.ts';
import {
  type Call,
  createRouter,
  pathProblems,
  queryProblems,
  type Route,
  type RouteMatch,
  type RouteName,
  readBody,
} from './route.ts';

export interface RestOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: FaultPlan;
  readonly log: WireLog;
  readonly violations: ViolationRecord;
  readonly token: string;
  readonly checksItself: boolean;
}

const API_PREFIX = /^\/api\/v10(?=\/)/u;

/** The REST server as it is now. */
export interface RestServer {
  readonly options: RestOptions;
  readonly find: (method: string, path: string) => RouteMatch | undefined;
  /** Requests that have come so far. */
  requests: number;
  inFlight: number;
  idleListeners: (() => void)[];
}

export function openRestServer(options: RestOptions): RestServer {
  return { options, find: createRouter(options.routes), requests: 0, inFlight: 0, idleListeners: [] };
}

/** Resolves when every request that has come is answered. */
export function idle(server: RestServer): Promise<void> {
  if (server.inFlight === 0) return Promise.resolve();
  return new Promise((resolve) => server.idleListeners.push(resolve));
}

export async function handle(
  server: RestServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  server.inFlight += 1;
  server.requests += 1;
  try {
    await serve(server, request, response);
  } finally {
    server.inFlight -= 1;
    if (server.inFlight === 0) tellIdle(server);
  }
}

function tellIdle(server: RestServer): void {
  const listeners = server.idleListeners;
  server.idleListeners = [];
  for (const listener of listeners) listener();
}

async function serve(
  { options, find, requests }: RestServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, log, faults, violations } = options;
  const url = new URL(request.url ?? '/', 'http://loopback');
  const method = request.method ?? 'GET';
  const { json, attachments } = await readBody(request, world.newId);
  const match = find(method, decodePath(url.pathname).replace(API_PREFIX, ''));
  const route: Exchange['route'] = match?.route.name ?? 'unknown';
  const exchange = { request, response, number: requests, route, log };
  const problems = match === undefined ? [] : requestProblems(match, url.searchParams, json);
  const path = `${url.pathname}${url.search}`;
  log.add({ kind: 'request', request: exchange.number, route, method, path, body: json, problems });
  if (match === undefined || !API_PREFIX.test(url.pathname)) {
    const unknown = problem([], 'UNKNOWN_ROUTE', 'The simulator has no such route');
    violations.add({ by: 'bot', what: `${method} ${url.pathname}`, problems: [unknown], value: json });
    return send(exchange, refuse('notFound'));
  }
  const { params } = match;
  if (match.route.auth === 'bot' && !isAuthorized(options, request))
    return send(exchange, refuse('unauthorized'));
  if ((params['application'] ?? world.bot.id) !== world.bot.id)
    return send(exchange, refuse('wrongApplication'));
  await faults.passHolds(match.route.name);
  const call = { world, params, query: url.searchParams, body: json, attachments };
  const answer = () => judgedAnswer(options, match.route, { call, problems });
  return meet(exchange, faults.take(match.route.name), answer);
}

function isAuthorized({ faults, token }: RestOptions, request: IncomingMessage): boolean {
  return !faults.tokenRevoked && request.headers.authorization === `Bot ${token}`;
}

interface JudgedCall {
  readonly call: Call;
  readonly problems: readonly FormProblem[];
}

function judgedAnswer(
  { violations, checksItself }: RestOptions,
  route: Route,
  { call, problems }: JudgedCall,
): Answer {
  const answer = problems.length > 0 ? invalid(problems) : route.handle(call);
  if (answer.kind === 'invalid')
    violations.add({
      by: 'bot',
      what: `${route.name} request`,
      problems: answer.problems,
      value: call.body,
    });
  if (answer.kind === 'ok' && checksItself)
    violations.add({
      by: 'simulator',
      what: `${route.name} response`,
      problems: answerProblems(route, answer.body),
      value: answer.body,
    });
  return answer;
}

function answerProblems({ returns, list }: Route, body: unknown): readonly FormProblem[] {
  if (returns.length === 0 || body === undefined) return [];
  const items: readonly unknown[] = list && Array.isArray(body) ? body : [body];
  return items.flatMap((item) => closestProblems(returns, item));
}

async function meet(exchange: Exchange, fault: Fault | undefined, answer: () => Answer): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return send(exchange, answer());
    case 'slow': {
      const late = answer();
      await delay(fault.milliseconds);
      return send(exchange, late);
    }
    case 'refused':
      return send(exchange, refuse(fault.as));
    case 'rate-limited':
      return limit(exchange, fault);
    case 'server-error':
      if (fault.stored) answer();
      return write(exchange, { status: fault.status, body: { message: 'Server Error', code: 0 } });
    case 'cut':
      if (fault.stored) answer();
      exchange.log.add({
        kind: 'response',
        request: exchange.number,
        route: exchange.route,
        status: 0,
        body: undefined,
        problems: [],
      });
      if (fault.reset) exchange.request.socket.resetAndDestroy();
      else exchange.request.socket.destroy();
      return;
    case 'html':
      exchange.response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
  }
}

type RateLimit = Fault & { readonly kind: 'rate-limited' };

function limit(exchange: Exchange, { seconds, global = false }: RateLimit): void {
  const { response, route } = exchange;
  response.setHeader('Retry-After', String(seconds));
  response.setHeader('X-RateLimit-Scope', global ? 'global' : 'user');
  if (global) {
    response.setHeader('X-RateLimit-Global', 'true');
  } else {
    response.setHeader('X-RateLimit-Limit', '5');
    response.setHeader('X-RateLimit-Remaining', '0');
    response.setHeader('X-RateLimit-Reset-After', String(seconds));
    response.setHeader('X-RateLimit-Bucket', `bucket-${route}`);
  }
  const body = { message: 'You are being rate limited.', retry_after: seconds, global };
  write(exchange, { status: 429, body });
}

function send(exchange: Exchange, answer: Answer): void {
  if (answer.kind === 'invalid') {
    const { problems } = answer;
    write(exchange, { status: 400, body: invalidFormBody(problems), problems });
    return;
  }
  write(exchange, { status: answer.status, body: answer.body });
}

function write(exchange: Exchange, { status, body, problems = [] }: Outcome): void {
  const { response, number, route, log } = exchange;
  log.add({ kind: 'response', request: number, route, status, body, problems });
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function requestProblems({ route, params }: RouteMatch, query: URLSearchParams, body: unknown) {
  return [...pathProblems(params), ...queryProblems(query), ...(route.accepts?.(body) ?? [])];
}

/** Clients may escape the @ of `@original`. */
function decodePath(path: string): string {
  return path.replace(/%40/gu, '@');
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of all requests so far: the log names request and response by it. */
  readonly number: number;
  readonly route: RouteName | 'unknown';
  readonly log: WireLog;
}

interface Outcome {
  readonly status: number;
  readonly body: unknown;
  readonly problems?: readonly FormProblem[];
}
