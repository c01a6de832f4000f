// Discord's rules for application commands that its published schema does not tell.
import { isObject, type Json, objectsIn, stringIn } from './json.ts';
import { descriptionLengthProblems } from './message-format.ts';
import { type FormProblem, problem, tooLong } from './problems.ts';

/** Characters of a chat input command's names, descriptions and choice values together. */
const MAX_COMMAND_CHARACTERS = 8000;
const CHAT_INPUT = 1;
/** Discord's pattern for chat input names; letters with case must be in lower case. */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Discord accepts permission bits as a number or as digits; its schema knows the number only. */
export function withNumericPermissions(command: Json): Json {
  const bits = command['default_member_permissions'];
  if (typeof bits !== 'string' || !/^\d+$/u.test(bits)) return command;
  return { ...command, default_member_permissions: Number(bits) };
}

export function commandProblems(command: Json, path: readonly PropertyKey[] = []): readonly FormProblem[] {
  const type = command['type'] ?? CHAT_INPUT;
  if (type !== CHAT_INPUT) return contextMenuProblems(command, path);
  return [
    ...nameProblems(command, path),
    ...descriptionProblems(command, path),
    ...descriptionLengthProblems(command, path),
    ...optionProblems(objectsIn(command['options']), [...path, 'options']),
    ...(commandLength(command) > MAX_COMMAND_CHARACTERS
      ? [problem(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')]
      : []),
  ];
}

export function duplicateCommandProblems(commands: readonly Json[]): readonly FormProblem[] {
  const keys = commands.map(({ type, name }) => `${type ?? CHAT_INPUT}/${name}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [problem([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
      : [],
  );
}

function contextMenuProblems(command: Json, path: readonly PropertyKey[]): readonly FormProblem[] {
  return stringIn(command, 'description')
    ? [
        problem(
          [...path, 'description'],
          'APPLICATION_COMMAND_DESCRIPTION',
          'Context menu commands cannot have description',
        ),
      ]
    : [];
}

function nameProblems(named: Json, path: readonly PropertyKey[]): readonly FormProblem[] {
  const localised = isObject(named['name_localizations']) ? Object.entries(named['name_localizations']) : [];
  const names = [['name', named['name']] as const, ...localised];
  return names.flatMap(([key, name]) => {
    if (typeof name !== 'string' || (CHAT_INPUT_NAME.test(name) && name === name.toLowerCase())) return [];
    const where = key === 'name' ? [...path, 'name'] : [...path, 'name_localizations', key];
    return [problem(where, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
  });
}

function descriptionProblems(command: Json, path: readonly PropertyKey[]): readonly FormProblem[] {
  return stringIn(command, 'description')
    ? []
    : [problem([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required')];
}

function optionProblems(options: readonly Json[], path: readonly PropertyKey[]): readonly FormProblem[] {
  return options.flatMap((option, index) => {
    const at = [...path, index];
    return [
      ...nameProblems(option, at),
      ...orderProblems(options, index, at),
      ...choiceProblems(option, at),
      ...optionProblems(objectsIn(option['options']), [...at, 'options']),
    ];
  });
}

function orderProblems(
  options: readonly Json[],
  index: number,
  at: readonly PropertyKey[],
): readonly FormProblem[] {
  const earlier = options.slice(0, index);
  const late = options[index]?.['required'] === true && earlier.some(({ required }) => required !== true);
  const duplicate = earlier.some(({ name }) => name === options[index]?.['name']);
  return [
    ...(late
      ? [
          problem(
            at,
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : []),
    ...(duplicate
      ? [problem(at, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists')]
      : []),
  ];
}

function choiceProblems(option: Json, at: readonly PropertyKey[]): readonly FormProblem[] {
  return option['autocomplete'] === true && objectsIn(option['choices']).length > 0
    ? [
        problem(
          [...at, 'choices'],
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
          'Autocomplete excludes choices',
        ),
      ]
    : [];
}

/** Discord counts, for each text, its longest localisation. */
function commandLength(item: Json): number {
  const own = longest(item, 'name') + longest(item, 'description');
  const value = stringIn(item, 'value')?.length ?? 0;
  const inner = [...objectsIn(item['options']), ...objectsIn(item['choices'])];
  return own + value + inner.map(commandLength).reduce((sum, length) => sum + length, 0);
}

function longest(item: Json, key: string): number {
  const localised = item[`${key}_localizations`];
  const texts = [item[key], ...(isObject(localised) ? Object.values(localised) : [])];
  return Math.max(...texts.map((text) => (typeof text === 'string' ? text.length : 0)));
}

/** Characters in the name of an autocomplete choice. */
const MAX_CHOICE_NAME = 100;

/** The schema checks the number of choices; this, their names and that each has a value. */
export function autocompleteProblems(data: Json): readonly FormProblem[] {
  return objectsIn(data['choices']).flatMap((choice, index) => {
    const at = ['data', 'choices', index];
    const { name, value } = choice;
    if (typeof name === 'string' && name.length > MAX_CHOICE_NAME)
      return [tooLong([...at, 'name'], MAX_CHOICE_NAME)];
    return value === '' ? [problem([...at, 'value'], 'BASE_TYPE_REQUIRED', 'This field is required')] : [];
  });
}
