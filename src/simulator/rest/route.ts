// A route: its name in Discord's OpenAPI file, its pattern, what it accepts and promises; and the call it handles.
import type { IncomingMessage } from 'node:http';
import { isObject, type Json } from '../protocol/json.ts';
import { type FormProblem, problem, type Schema } from '../protocol/problems.ts';
import type { Attachment } from '../world/nouns.ts';
import type { World } from '../world/world.ts';
import type { Answer } from './answers.ts';

export type RouteName =
  | 'get_gateway'
  | 'get_bot_gateway'
  | 'get_my_user'
  | 'get_user'
  | 'list_my_guilds'
  | 'create_dm'
  | 'get_my_application'
  | 'get_my_oauth2_application'
  | 'list_application_commands'
  | 'bulk_set_application_commands'
  | 'create_application_command'
  | 'get_application_command'
  | 'update_application_command'
  | 'delete_application_command'
  | 'get_guild'
  | 'list_guild_channels'
  | 'list_guild_roles'
  | 'get_guild_member'
  | 'get_channel'
  | 'trigger_typing_indicator'
  | 'list_messages'
  | 'get_message'
  | 'create_message'
  | 'update_message'
  | 'delete_message'
  | 'create_interaction_response'
  | 'execute_webhook'
  | 'get_original_webhook_message'
  | 'update_original_webhook_message'
  | 'delete_original_webhook_message'
  | 'get_webhook_message'
  | 'update_webhook_message'
  | 'delete_webhook_message';

export interface Call {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body as it came: an object, a list, or undefined. */
  readonly body: unknown;
  /** Files of a multipart request. */
  readonly attachments: readonly Attachment[];
}

export interface Route {
  readonly name: RouteName;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each parameter, without the `/api/v10` in front. */
  readonly pattern: string;
  /** Interaction and webhook routes carry their own token in the path. */
  readonly auth: 'bot' | 'token-in-path';
  readonly accepts?: (body: unknown) => readonly FormProblem[];
  /** The answer must fit one of these; none for an empty answer. */
  readonly returns: readonly Schema[];
  /** True: the answer is a list, each item of which must fit. */
  readonly list?: true;
  readonly handle: (call: Call) => Answer;
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

export function bodyOf(call: Call): Json {
  return isObject(call.body) ? call.body : {};
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path; of several patterns the one listed first wins. */
export function createRouter(routes: readonly Route[]) {
  const compiled = routes.map((route) => ({ route, pattern: compile(route.pattern) }));
  return (method: string, path: string): RouteMatch | undefined => {
    for (const { route, pattern } of compiled) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match !== null) return { route, params: match.groups ?? {} };
    }
    return undefined;
  };
}

function compile(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/:(\w+)/gu, '(?<$1>[^/]+)')}$`, 'u');
}

export interface RequestBody {
  /** Undefined without a body, or when it is no JSON. */
  readonly json: unknown;
  readonly attachments: readonly Attachment[];
}

export async function readBody(request: IncomingMessage, newId: () => string): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type, newId);
  return { json: parse(bytes.toString('utf8')), attachments: [] };
}

async function readForm(bytes: Buffer, type: string, newId: () => string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const attachments = [...form.values()].flatMap((value) =>
    typeof value === 'string'
      ? []
      : [{ id: newId(), filename: value.name, size: value.size, contentType: value.type || undefined }],
  );
  return { json: typeof payload === 'string' ? parse(payload) : undefined, attachments };
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The only parameter of a path that is no id. */
const TOKEN = 'token';
const SNOWFLAKE = /^\d{1,20}$/u;
const MAX_PAGE = 100;

export function pathProblems(params: Readonly<Record<string, string>>): readonly FormProblem[] {
  return Object.entries(params)
    .filter(([name, value]) => name !== TOKEN && !SNOWFLAKE.test(value))
    .map(([name, value]) => notASnowflake(`${name}_id`, value));
}

export function queryProblems(query: URLSearchParams): readonly FormProblem[] {
  const limit = Number(query.get('limit') ?? MAX_PAGE);
  const page = Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE;
  const places = ['before', 'after', 'around'].flatMap((name) => {
    const value = query.get(name);
    return value === null || SNOWFLAKE.test(value) ? [] : [notASnowflake(name, value)];
  });
  const message = `int value should be between 1 and ${MAX_PAGE}.`;
  return page ? places : [...places, problem(['limit'], 'NUMBER_TYPE_MAX', message)];
}

function notASnowflake(name: string, value: string): FormProblem {
  return problem([name], 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
}
