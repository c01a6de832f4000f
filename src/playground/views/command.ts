// Registered commands -> what the page's pickers offer, with every localisation.
import { isObject, type Json, objectsIn, stringIn } from '../../simulator/protocol/json.ts';
import type { Command } from '../../simulator/world/nouns.ts';
import type { ChoiceView, CommandView, Localised, OptionView } from '../protocol/protocol.ts';

const SLASH = 1;
const ON_MESSAGE = 3;
const TYPES: Readonly<Record<number, OptionView['type']>> = {
  3: 'text',
  4: 'number',
  5: 'boolean',
  10: 'number',
};

/** User commands and options of other types are left out: the page has no place for them. */
export function commandViews(commands: readonly Command[]): readonly CommandView[] {
  return commands.flatMap(({ id, type, name, body }) => {
    if (type !== SLASH && type !== ON_MESSAGE) return [];
    return {
      id,
      kind: type === SLASH ? 'slash' : 'message',
      name: localised({ ...body, name }, 'name'),
      description: localised(body, 'description'),
      options: objectsIn(body['options']).flatMap(optionView),
    };
  });
}

function optionView(option: Json): readonly OptionView[] {
  const type = TYPES[Number(option['type'])];
  if (type === undefined) return [];
  return [
    {
      id: stringIn(option, 'name') ?? '',
      name: localised(option, 'name'),
      description: localised(option, 'description'),
      type,
      required: option['required'] === true,
      autocomplete: option['autocomplete'] === true,
      choices: objectsIn(option['choices']).flatMap(choiceView),
    },
  ];
}

function choiceView({ name, value }: Json): readonly ChoiceView[] {
  const isValue = typeof value === 'string' || typeof value === 'number';
  return typeof name === 'string' && isValue ? [{ name, value }] : [];
}

function localised(named: Json, key: 'name' | 'description'): Localised {
  const table = named[`${key}_localizations`];
  const entries = isObject(table) ? Object.entries(table) : [];
  const others = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { default: stringIn(named, key) ?? '', others: Object.fromEntries(others) };
}
