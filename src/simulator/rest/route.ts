// A route: its name in Discord's OpenAPI file, its pattern, what it accepts, what it promises, what it does.
import type { FormProblem } from '../inspection/form-errors.ts';
import type { Schema } from '../inspection/schema.ts';
import { isObject, type Json } from '../json.ts';
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
