// Global application commands: register, replace, list, get, change, delete.
import * as spec from 'discord-api-spec/zod';
import {
  commandProblems,
  duplicateCommandProblems,
  withNumericPermissions,
} from '../../protocol/command-rules.ts';
import { isObject, type Json, numberIn, objectsIn, stringIn } from '../../protocol/json.ts';
import { type FormProblem, problem, schemaProblems } from '../../protocol/problems.ts';
import { commandJson, commandSummaryJson } from '../../wire/users.ts';
import type { Command } from '../../world/nouns.ts';
import type { World } from '../../world/world.ts';
import { type Answer, invalid, noContent, ok, refuse } from '../answers.ts';
import { bodyOf, type Call, param, type Route } from '../route.ts';

const CHAT_INPUT = 1;

function put(world: World, body: Json): Command {
  const type = numberIn(body, 'type') ?? CHAT_INPUT;
  const name = stringIn(body, 'name') ?? '';
  const id = sameCommand(world, type, name)?.id ?? world.newId();
  const command = { id, type, name, version: world.newId(), body };
  world.commands.set(id, command);
  return command;
}

function sameCommand(world: World, type: number, name: string): Command | undefined {
  return [...world.commands.values()].find((command) => command.type === type && command.name === name);
}

/** Replaces all commands; those that keep their name and type keep their id. */
function bulkSet(call: Call): Answer {
  const kept = objectsIn(call.body).map((body) => put(call.world, body));
  const ids = new Set(kept.map(({ id }) => id));
  for (const id of call.world.commands.keys()) {
    if (!ids.has(id)) call.world.commands.delete(id);
  }
  return ok(kept.map((command) => commandJson(call.world, command)));
}

function create(call: Call): Answer {
  const before = call.world.commands.size;
  const command = put(call.world, bodyOf(call));
  const created = call.world.commands.size > before;
  return ok(commandJson(call.world, command), created ? 201 : 200);
}

function list(call: Call): Answer {
  const show = call.query.get('with_localizations') === 'true' ? commandJson : commandSummaryJson;
  return ok([...call.world.commands.values()].map((command) => show(call.world, command)));
}

function withCommand(call: Call, act: (command: Command) => Answer): Answer {
  const command = call.world.commands.get(param(call, 'command'));
  return command === undefined ? refuse('unknownCommand') : act(command);
}

function update(call: Call): Answer {
  return withCommand(call, (command) => {
    const body = { ...command.body, ...bodyOf(call), type: command.type };
    const problems = commandProblems(body);
    if (problems.length > 0) return invalid(problems);
    const next = {
      ...command,
      body,
      name: stringIn(body, 'name') ?? command.name,
      version: call.world.newId(),
    };
    call.world.commands.set(command.id, next);
    return ok(commandJson(call.world, next));
  });
}

function remove(call: Call): Answer {
  return withCommand(call, (command) => {
    call.world.commands.delete(command.id);
    return noContent;
  });
}

function acceptsOne(body: unknown): readonly FormProblem[] {
  const command = withNumericPermissions(isObject(body) ? body : {});
  return [
    ...schemaProblems(spec.ApplicationCommandCreateRequestSchema, command),
    ...commandProblems(command),
  ];
}

function acceptsList(body: unknown): readonly FormProblem[] {
  if (!Array.isArray(body)) return [problem([], 'BASE_TYPE_BAD_TYPE', 'Must be of type array.')];
  const each = body.flatMap((command, index) =>
    acceptsOne(command).map(({ path, code, message }) => problem([index, ...path], code, message)),
  );
  return [...each, ...duplicateCommandProblems(objectsIn(body))];
}

function acceptsPatch(body: unknown): readonly FormProblem[] {
  return schemaProblems(
    spec.ApplicationCommandPatchRequestPartialSchema,
    withNumericPermissions(isObject(body) ? body : {}),
  );
}

const ALL = '/applications/:application/commands';
const ONE = `${ALL}/:command`;
const COMMAND = [spec.ApplicationCommandResponseSchema];
const shared = { auth: 'bot', returns: COMMAND } as const;

export const commandRoutes: readonly Route[] = [
  { ...shared, name: 'list_application_commands', method: 'GET', pattern: ALL, list: true, handle: list },
  {
    ...shared,
    name: 'bulk_set_application_commands',
    method: 'PUT',
    pattern: ALL,
    list: true,
    accepts: acceptsList,
    handle: bulkSet,
  },
  {
    ...shared,
    name: 'create_application_command',
    method: 'POST',
    pattern: ALL,
    accepts: acceptsOne,
    handle: create,
  },
  {
    ...shared,
    name: 'get_application_command',
    method: 'GET',
    pattern: ONE,
    handle: (call) => withCommand(call, (command) => ok(commandJson(call.world, command))),
  },
  {
    ...shared,
    name: 'update_application_command',
    method: 'PATCH',
    pattern: ONE,
    accepts: acceptsPatch,
    handle: update,
  },
  {
    name: 'delete_application_command',
    method: 'DELETE',
    pattern: ONE,
    auth: 'bot',
    returns: [],
    handle: remove,
  },
];
