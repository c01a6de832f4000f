// The slash commands by name; the same in every language, so that a server has one vocabulary.

export const COMMAND_NAMES = ['ask', 'bio', 'summary', 'questions', 'help'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
