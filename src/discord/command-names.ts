// The slash commands by name; the same in every language, so that a server has one vocabulary.

/** For everybody; the guide lists them in this order. */
export const MEMBER_COMMANDS = ['ask', 'bio', 'summary', 'questions', 'help'] as const;

/** The last is for those who manage a server. */
export const COMMAND_NAMES = [...MEMBER_COMMANDS, 'status'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
