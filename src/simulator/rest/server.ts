// The REST interface over HTTP: finds the route, applies faults, checks, handles, answers, logs.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { closestProblems, type FormProblem, invalidFormBody, problem } from '../protocol/problems.ts';
import type { ViolationRecord, WireLog } from '../record/log.ts';
import type { World } from '../world/world.ts';
import { type Answer, invalid, refuse } from './answers.ts';
import type { Fault, Faults } from './faults.ts';
import {
  type Call,
  createRouter,
  pathProblems,
  queryProblems,
  type Route,
  type RouteMatch,
  readBody,
} from './route.ts';

export interface RestOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly log: WireLog;
  readonly violations: ViolationRecord;
  readonly token: string;
}

const API_PREFIX = /^\/api\/v10(?=\/)/u;

export class RestServer {
  readonly #options: RestOptions;
  readonly #find: (method: string, path: string) => RouteMatch | undefined;
  #requests = 0;
  #inFlight = 0;
  #idleListeners: (() => void)[] = [];

  constructor(options: RestOptions) {
    this.#options = options;
    this.#find = createRouter(options.routes);
  }

  /** Resolves when every request that has come is answered. */
  idle(): Promise<void> {
    if (this.#inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idleListeners.push(resolve));
  }

  /** Requests that have come so far. */
  get requests(): number {
    return this.#requests;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#inFlight += 1;
    this.#requests += 1;
    try {
      await this.#serve({ request, response, number: this.#requests });
    } finally {
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#tellIdle();
    }
  }

  #tellIdle(): void {
    const listeners = this.#idleListeners;
    this.#idleListeners = [];
    for (const listener of listeners) listener();
  }

  async #serve(exchange: Exchange): Promise<void> {
    const { request } = exchange;
    const { world, log, faults } = this.#options;
    const url = new URL(request.url ?? '/', 'http://loopback');
    const method = request.method ?? 'GET';
    const body = await readBody(request, world.newId);
    const match = this.#find(method, decodePath(url.pathname).replace(API_PREFIX, ''));
    const route = match?.route.name ?? 'unknown';
    const problems = match === undefined ? [] : requestProblems(match, url.searchParams, body.json);
    const path = `${url.pathname}${url.search}`;
    log.add({ kind: 'request', request: exchange.number, route, method, path, body: body.json, problems });
    if (match === undefined || !API_PREFIX.test(url.pathname)) {
      this.#breach(
        `${method} ${url.pathname}`,
        [problem([], 'UNKNOWN_ROUTE', 'The simulator has no such route')],
        body.json,
      );
      return this.#send(exchange, route, refuse('notFound'));
    }
    if (match.route.auth === 'bot' && !this.#isAuthorized(request)) {
      return this.#send(exchange, route, refuse('unauthorized'));
    }
    if ((match.params['application'] ?? world.bot.id) !== world.bot.id) {
      return this.#send(exchange, route, refuse('wrongApplication'));
    }
    await faults.passHolds(match.route.name);
    const call = {
      world,
      params: match.params,
      query: url.searchParams,
      body: body.json,
      attachments: body.attachments,
    };
    const work = () => this.#answer(match.route, call, problems);
    return this.#meet(faults.take(match.route.name), { ...exchange, route, work });
  }

  #isAuthorized(request: IncomingMessage): boolean {
    return (
      !this.#options.faults.tokenRevoked && request.headers.authorization === `Bot ${this.#options.token}`
    );
  }

  #answer(route: Route, call: Call, problems: readonly FormProblem[]): Answer {
    const answer = problems.length > 0 ? invalid(problems) : route.handle(call);
    if (answer.kind === 'invalid') this.#breach(`${route.name} request`, answer.problems, call.body);
    if (answer.kind === 'ok') this.#checkAnswer(route, answer.body);
    return answer;
  }

  #checkAnswer(route: Route, body: unknown): void {
    if (route.returns.length === 0 || body === undefined) return;
    const items: readonly unknown[] = route.list && Array.isArray(body) ? body : [body];
    const problems = items.flatMap((item) => closestProblems(route.returns, item));
    this.#options.violations.add({ by: 'simulator', what: `${route.name} response`, problems, value: body });
  }

  #breach(what: string, problems: readonly FormProblem[], value: unknown): void {
    this.#options.violations.add({ by: 'bot', what, problems, value });
  }

  async #meet(fault: Fault | undefined, work: Work): Promise<void> {
    switch (fault?.kind) {
      case undefined:
        return this.#send(work, work.route, work.work());
      case 'slow': {
        const answer = work.work();
        await delay(fault.milliseconds);
        return this.#send(work, work.route, answer);
      }
      case 'refused':
        return this.#send(work, work.route, refuse(fault.as));
      case 'rate-limited':
        return this.#limit(work, fault);
      case 'server-error':
        if (fault.stored) work.work();
        return this.#write(work, work.route, {
          status: fault.status,
          body: { message: 'Server Error', code: 0 },
        });
      case 'cut':
        if (fault.stored) work.work();
        this.#options.log.add({ kind: 'response', request: work.number, route: work.route, ...CUT });
        work.request.socket.destroy();
    }
  }

  #limit(work: Work, { seconds, global = false }: Fault & { readonly kind: 'rate-limited' }): void {
    work.response.setHeader('Retry-After', String(seconds));
    work.response.setHeader('X-RateLimit-Scope', global ? 'global' : 'user');
    if (global) {
      work.response.setHeader('X-RateLimit-Global', 'true');
    } else {
      work.response.setHeader('X-RateLimit-Limit', '5');
      work.response.setHeader('X-RateLimit-Remaining', '0');
      work.response.setHeader('X-RateLimit-Reset-After', String(seconds));
      work.response.setHeader('X-RateLimit-Bucket', `bucket-${work.route}`);
    }
    const body = { message: 'You are being rate limited.', retry_after: seconds, global };
    this.#write(work, work.route, { status: 429, body });
  }

  #send(exchange: Exchange, route: string, answer: Answer): void {
    if (answer.kind === 'invalid') {
      const body = invalidFormBody(answer.problems);
      this.#write(exchange, route, { status: 400, body, problems: answer.problems });
      return;
    }
    this.#write(exchange, route, { status: answer.status, body: answer.body });
  }

  #write({ response, number }: Exchange, route: string, { status, body, problems = [] }: Outcome): void {
    this.#options.log.add({ kind: 'response', request: number, route, status, body, problems });
    if (body === undefined) {
      response.writeHead(status).end();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
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
  readonly number: number;
}

interface Work extends Exchange {
  readonly route: string;
  readonly work: () => Answer;
}

interface Outcome {
  readonly status: number;
  readonly body: unknown;
  readonly problems?: readonly FormProblem[];
}

const CUT = { status: 0, body: undefined, problems: [] } as const;
