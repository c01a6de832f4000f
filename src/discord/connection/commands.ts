// The commands as data, in Discord's own form; registered globally, only where they differ from what Discord already has.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { LOCALES, type Locale, wordingFor } from '../../wording/locale.ts';

// Names are the same in every language, so that a server has one vocabulary.

/** For everybody; the guide lists them in this order. */
export const MEMBER_COMMANDS = ['ask', 'bio', 'summary', 'questions', 'help'] as const;

/** The last two are for those who manage a server. */
export const COMMAND_NAMES = [...MEMBER_COMMANDS, 'status', 'gaps'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

type Command = RESTPostAPIApplicationCommandsJSONBody;

/** Discord's default language for those whose own is not listed. */
const DEFAULT_LOCALE: Locale = 'en-US';
const LOCALISED = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE);

/**
 * `interviews` is how many are loaded: where there are several, commands take which one. Where editors may write, everybody sees
 * their commands, as Discord knows nothing of who is an editor; others are refused when they use one.
 */
export function commandsFor(interviews: number, { editorsMayWrite = false } = {}): readonly Command[] {
  const which = interviews > 1;
  return [
    chatInput('ask', [question, ...(which ? [interview('optional')] : []), isPrivate]),
    chatInput('bio', which ? [interview('required')] : []),
    chatInput('summary', which ? [interview('required')] : []),
    chatInput('questions', which ? [interview('required')] : []),
    chatInput('help', []),
    { ...chatInput('status', []), ...FOR_MANAGERS },
    { ...chatInput('gaps', []), ...(editorsMayWrite ? IN_SERVERS : FOR_MANAGERS) },
    contextMenu,
    ...(editorsMayWrite ? [editorsMenu] : []),
  ];
}

type Option = APIApplicationCommandBasicOption;

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

const FOR_MANAGERS = {
  ...IN_SERVERS,
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
};

function chatInput(name: CommandName, options: readonly Option[]): Command {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    name_localizations: Object.fromEntries(LOCALISED.map((locale) => [locale, name])),
    ...described((wording) => wording.commands[name]),
    options: [...options],
    ...EVERYWHERE,
  };
}

const contextMenu: Command = {
  type: ApplicationCommandType.Message,
  ...named((wording) => wording.askTheInterview),
  ...EVERYWHERE,
};

const editorsMenu: Command = {
  type: ApplicationCommandType.Message,
  ...named((wording) => wording.listing.menu),
  ...IN_SERVERS,
};

/** The name by which Discord tells that an editor used it, whatever the language. */
export const EDITORS_MENU = editorsMenu.name;

const question: Option = {
  type: ApplicationCommandOptionType.String,
  ...optionWording('question'),
  required: true,
  autocomplete: true,
};

const isPrivate: Option = {
  type: ApplicationCommandOptionType.Boolean,
  ...optionWording('private'),
  required: false,
};

function interview(need: 'required' | 'optional'): Option {
  return {
    type: ApplicationCommandOptionType.String,
    ...optionWording('interview'),
    required: need === 'required',
    autocomplete: true,
  };
}

function optionWording(option: keyof DiscordWording['options']) {
  return {
    ...named((wording) => wording.options[option].name),
    ...described((wording) => wording.options[option].description),
  };
}

type Pick = (wording: DiscordWording) => string;

function named(pick: Pick) {
  return { name: pick(wordingFor(DEFAULT_LOCALE).discord), name_localizations: localised(pick) };
}

function described(pick: Pick) {
  return {
    description: pick(wordingFor(DEFAULT_LOCALE).discord),
    description_localizations: localised(pick),
  };
}

function localised(pick: Pick) {
  return Object.fromEntries(LOCALISED.map((locale) => [locale, pick(wordingFor(locale).discord)]));
}

/** Globally, only where they differ from those that Discord has; returns whether anything had to be put. */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
): Promise<'unchanged' | 'registered'> {
  const route = Routes.applicationCommands(client.application.id);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = await client.rest.get(route, { query });
  if (areSame(registered, commands)) return 'unchanged';
  await client.rest.put(route, { body: commands });
  return 'registered';
}

/** Whether Discord's list says the same as ours; what Discord adds (ids, defaults) does not count. */
export function areSame(registered: unknown, commands: readonly Command[]): boolean {
  if (!Array.isArray(registered) || registered.length !== commands.length) return false;
  return commands.every((command) =>
    registered.some(
      (other: unknown) => isObject(other) && isIdentity(other, command) && holds(other, command),
    ),
  );
}

function isIdentity(other: Readonly<Record<string, unknown>>, { name, type }: Command): boolean {
  return other['name'] === name && (other['type'] ?? 1) === (type ?? 1);
}

/** Whether `actual` has everything that `expected` has; a list or a table of localisations must have no more. */
function holds(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return holdsList(actual ?? [], expected);
  if (!isObject(expected)) return actual === expected || (expected === false && actual === undefined);
  return (
    isObject(actual) &&
    Object.entries(expected).every(
      ([key, value]) =>
        holds(actual[key], value) && (!key.endsWith('_localizations') || isAsLong(actual[key], value)),
    )
  );
}

/** Options stand in an order; Discord may return sets of numbers (contexts, installation types) in another one. */
function holdsList(actual: unknown, expected: readonly unknown[]): boolean {
  if (!Array.isArray(actual) || actual.length !== expected.length) return false;
  return expected.every((item, index) =>
    isObject(item) ? holds(actual[index], item) : actual.includes(item),
  );
}

function isAsLong(actual: unknown, expected: unknown): boolean {
  return Object.keys(actual ?? {}).length === Object.keys(expected ?? {}).length;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
