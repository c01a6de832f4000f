// The page's requests: a visit, which makes a member, and acts, which that member does. Only those from our own page are taken,
// and every answer forbids the rest in its headers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonIn } from '../../knowledge/problem.ts';
import type { Locale } from '../../wording/locale.ts';
import type { Visitor } from '../house/visitors.ts';
import { LARGEST_OWN_TEXT, type OwnTextDraft, type OwnTextResult } from '../protocol/own-text.ts';
import type { Act, ActResult, Welcome } from '../protocol/protocol.ts';
import { actSchema, ownTextSchema, visitSchema } from '../protocol/schemas.ts';

export interface Api {
  /** Undefined while the house is full. */
  readonly visit: (locale: Locale) => Visitor | undefined;
  readonly find: (token: string) => Visitor | undefined;
  readonly act: (visitor: Visitor, act: Act) => Promise<ActResult>;
  readonly tryText: (visitor: Visitor, draft: OwnTextDraft) => Promise<OwnTextResult>;
  /** Out of the room of one's own text; undefined for who is in none. */
  readonly leave: (visitor: Visitor) => Visitor | undefined;
}

export async function answerApi(path: string, request: IncomingMessage, api: Api): Promise<HttpAnswer> {
  if (request.method !== 'POST') return problem(405, 'Only POST is understood here.');
  // Nobody unknown gets so much read.
  const isOwnText = path === '/api/own-text' && visitorOf(request, api) !== undefined;
  const body = await readJson(request, isOwnText ? LONGEST_DRAFT : LONGEST_BODY);
  if (!body.ok) return problem(body.status, 'The body must be a short JSON text.');
  switch (path) {
    case '/api/visit':
      return visit(body.value, api);
    case '/api/act':
      return act(body.value, request, api);
    case '/api/own-text':
      return ownText(body.value, request, api);
    case '/api/leave':
      return leave(request, api);
    default:
      return problem(404, 'There is nothing at this address.');
  }
}

function visit(value: unknown, api: Api): HttpAnswer {
  const asked = visitSchema.safeParse(value);
  if (!asked.success) return problem(400, 'A visit names one of the languages.');
  const visitor = api.visit(asked.data.locale);
  if (!visitor)
    return problem(503, 'The playground is full. Close a page that shows it, or come again later.');
  return json(200, { token: visitor.token } satisfies Welcome);
}

async function act(value: unknown, request: IncomingMessage, api: Api): Promise<HttpAnswer> {
  const visitor = visitorOf(request, api);
  if (!visitor) return problem(401, UNKNOWN_VISITOR);
  const asked = actSchema.safeParse(value);
  if (!asked.success) return problem(400, 'This is no act that the playground knows.');
  return json(200, await api.act(visitor, asked.data));
}

async function ownText(value: unknown, request: IncomingMessage, api: Api): Promise<HttpAnswer> {
  const visitor = visitorOf(request, api);
  if (!visitor) return problem(401, UNKNOWN_VISITOR);
  const draft = ownTextSchema.safeParse(value);
  if (!draft.success) return problem(400, 'This is no text to try, with its name and values.');
  return json(200, await api.tryText(visitor, draft.data));
}

function leave(request: IncomingMessage, api: Api): HttpAnswer {
  const visitor = visitorOf(request, api);
  const home = visitor && api.leave(visitor);
  if (!home) return problem(401, UNKNOWN_VISITOR);
  return json(200, { token: home.token } satisfies Welcome);
}

function visitorOf({ headers }: IncomingMessage, api: Api): Visitor | undefined {
  const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
  return scheme === 'Bearer' ? api.find(token) : undefined;
}

const UNKNOWN_VISITOR = 'This visitor is not known. Reload the page.';

function problem(status: number, message: string): HttpAnswer {
  return json(status, { message });
}

export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/** Bytes: a command with its longest option in four-byte characters, twice over. */
const LONGEST_BODY = 64 * 1024;
/** Bytes: a text in Base64, with its name and values. */
const LONGEST_DRAFT = 4 * Math.ceil(LARGEST_OWN_TEXT / 3) + LONGEST_BODY;

/** Only bodies declared as JSON: a form on another site cannot send those. */
async function readJson(request: IncomingMessage, longest: number): Promise<ReadBody> {
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? ''))
    return { ok: false, status: 415 };
  // Before the body is there, so that the answer still finds an open connection.
  if (Number(request.headers['content-length'] ?? 0) > longest) return { ok: false, status: 413 };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > longest) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  const value = jsonIn(Buffer.concat(chunks).toString('utf8'));
  return value === undefined ? { ok: false, status: 400 } : { ok: true, value };
}

export const LOOPBACK = '127.0.0.1';
export const FORBIDDEN = 403;
const HTTP_PORT = 80;

export interface Doors {
  /** The host names with port by which the page may be reached. */
  readonly hosts: ReadonlySet<string>;
}

export type RequestOrigin = 'ours' | 'foreign-host' | 'foreign-origin';

/** A page may be opened from anywhere, since opening it does nothing; what acts must come from the page itself. */
export function originOf(
  { headers }: IncomingMessage,
  { hosts }: Doors,
  what: 'page' | 'act',
): RequestOrigin {
  const { host = '', origin } = headers;
  if (!hosts.has(host.toLowerCase())) return 'foreign-host';
  if (origin === undefined) return what === 'page' ? 'ours' : 'foreign-origin';
  return origin === `http://${host}` ? 'ours' : 'foreign-origin';
}

/** The names for an address and port: loopback has several. */
export function doorsTo(address: string, port: number): Doors {
  const names = address === LOOPBACK ? [LOOPBACK, 'localhost'] : [address];
  const withPort = names.map((name) => `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase());
  // Browsers leave out the port that is the scheme's own.
  return { hosts: new Set(port === HTTP_PORT ? [...withPort, ...names] : withPort) };
}

/** Scripts, styles and pictures from here alone; no frame, no form, no base, and no text turned into markup. */
function policyFor(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    // Older browsers do not count a socket to the same host as 'self'. The host was checked before.
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const STERN_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
} as const;

export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body }: HttpAnswer,
): void {
  const policy = policyFor(status === FORBIDDEN ? LOOPBACK : (request.headers.host ?? ''));
  response.writeHead(status, { ...STERN_HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type });
  response.end(request.method === 'HEAD' ? undefined : body);
}

export function json(status: number, value: unknown): HttpAnswer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function plain(status: number, text: string): HttpAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
