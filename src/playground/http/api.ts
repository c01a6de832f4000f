// The page’s requests: a visit, which makes a member, and acts, which that member does.
import type { IncomingMessage } from 'node:http';
import type { Locale } from '../../wording/locale.ts';
import type { Visitor } from '../house/visitors.ts';
import type { Act, ActResult, Welcome } from '../protocol/protocol.ts';
import { actSchema, visitSchema } from '../protocol/schemas.ts';
import { type HttpAnswer, json } from './guard.ts';

export interface Api {
  /** Undefined while the house is full. */
  readonly visit: (locale: Locale) => Visitor | undefined;
  readonly find: (token: string) => Visitor | undefined;
  readonly act: (visitor: Visitor, act: Act) => Promise<ActResult>;
}

export async function answerApi(path: string, request: IncomingMessage, api: Api): Promise<HttpAnswer> {
  if (request.method !== 'POST') return problem(405, 'Only POST is understood here.');
  const body = await readJson(request);
  if (!body.ok) return problem(body.status, 'The body must be a short JSON text.');
  switch (path) {
    case '/api/visit':
      return visit(body.value, api);
    case '/api/act':
      return act(body.value, request, api);
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
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  const visitor = scheme === 'Bearer' ? api.find(token) : undefined;
  if (!visitor) return problem(401, 'This visitor is not known. Reload the page.');
  const asked = actSchema.safeParse(value);
  if (!asked.success) return problem(400, 'This is no act that the playground knows.');
  return json(200, await api.act(visitor, asked.data));
}

function problem(status: number, message: string): HttpAnswer {
  return json(status, { message });
}

export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/** Bytes: a command with its longest option in four-byte characters, twice over. */
const LONGEST_BODY = 64 * 1024;

/** Only bodies declared as JSON: a form on another site cannot send those. */
async function readJson(request: IncomingMessage): Promise<ReadBody> {
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? ''))
    return { ok: false, status: 415 };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > LONGEST_BODY) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, status: 400 };
    throw error;
  }
}
