// Gateway intents: which events each lets through, and which need the developer portal's leave.

const INTENT = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildModeration: 1 << 2,
  GuildExpressions: 1 << 3,
  GuildIntegrations: 1 << 4,
  GuildWebhooks: 1 << 5,
  GuildInvites: 1 << 6,
  GuildVoiceStates: 1 << 7,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  DirectMessageReactions: 1 << 13,
  DirectMessageTyping: 1 << 14,
  MessageContent: 1 << 15,
  GuildScheduledEvents: 1 << 16,
  AutoModerationConfiguration: 1 << 20,
  AutoModerationExecution: 1 << 21,
  GuildMessagePolls: 1 << 24,
  DirectMessagePolls: 1 << 25,
} as const;

export type IntentName = keyof typeof INTENT;
export type PrivilegedIntent = 'GuildMembers' | 'GuildPresences' | 'MessageContent';

const PRIVILEGED: readonly PrivilegedIntent[] = ['GuildMembers', 'GuildPresences', 'MessageContent'];
/** Flags of an application of fewer than 100 guilds whose intents are switched on in the developer portal. */
const LIMITED_FLAG: Readonly<Record<PrivilegedIntent, number>> = {
  GuildPresences: 1 << 13,
  GuildMembers: 1 << 15,
  MessageContent: 1 << 19,
};
const ALL = Object.values(INTENT).reduce((bits, bit) => bits | bit, 0);

export function hasIntent(intents: number, name: IntentName): boolean {
  return (intents & INTENT[name]) !== 0;
}

export function areValidIntents(intents: unknown): intents is number {
  return typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~ALL) === 0;
}

/** The privileged intents that were asked for without being switched on in the developer portal. */
export function disallowedIntents(
  intents: number,
  allowed: readonly PrivilegedIntent[],
): readonly IntentName[] {
  return PRIVILEGED.filter((name) => hasIntent(intents, name) && !allowed.includes(name));
}

/** The application's flags: the privileged intents that are switched on. */
export function applicationFlags(allowed: readonly PrivilegedIntent[]): number {
  return allowed.reduce((flags, name) => flags | LIMITED_FLAG[name], 0);
}
