// The commands as data, in Discord's own form.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { DiscordWording } from '../../wording/discord-wording.ts';
import { LOCALES, type Locale, wordingFor } from '../../wording/locale.ts';

// Names are the same in every language, so that a server has one vocabulary.

/** For everybody; the guide lists them in this order. */
export const MEMBER_COMMANDS = ['ask', 'bio', 'summary', 'questions', 'help'] as const;

/** The last two are for those who manage a server. */
export const COMMAND_NAMES = [...MEMBER_COMMANDS, 'status', 'gaps'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];

export type Command = RESTPostAPIApplicationCommandsJSONBody;

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
