// The page's requests: a visit, which makes a member, and acts, which that member does.
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { LOCALES } from '../../wording/locale.ts';
import type { Act, ActResult, Welcome } from '../protocol.ts';
import { actSchema } from '../visitors/act-schema.ts';
import type { Visitor } from '../visitors/visitors.ts';
import { type Answer, json } from './answer.ts';
import { readJson } from './body.ts';

export interface Api {
  /** Undefined while the house is full. */
  readonly visit: (locale: (typeof LOCALES)[number]) => Visitor | undefined;
  readonly find: (token: string) => Visitor | undefined;
  readonly act: (visitor: Visitor, act: Act) => Promise<ActResult>;
}

const visitSchema = z.strictObject({ locale: z.enum(LOCALES) });

export async function answerApi(path: string, request: IncomingMessage, api: Api): Promise<Answer> {
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

function visit(value: unknown, api: Api): Answer {
  const asked = visitSchema.safeParse(value);
  if (!asked.success) return problem(400, 'A visit names one of the languages.');
  const visitor = api.visit(asked.data.locale);
  if (!visitor)
    return problem(503, 'The playground is full. Close a page that shows it, or come again later.');
  return json(200, { token: visitor.token } satisfies Welcome);
}

async function act(value: unknown, request: IncomingMessage, api: Api): Promise<Answer> {
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  const visitor = scheme === 'Bearer' ? api.find(token) : undefined;
  if (!visitor) return problem(401, 'This visitor is not known. Reload the page.');
  const asked = actSchema.safeParse(value);
  if (!asked.success) return problem(400, 'This is no act that the playground knows.');
  return json(200, await api.act(visitor, asked.data));
}

function problem(status: number, message: string): Answer {
  return json(status, { message });
}
