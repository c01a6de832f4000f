// Message flags and types by their Discord names.

export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const MESSAGE_TYPE = {
  ordinary: 0,
  userJoined: 7,
  reply: 19,
  chatInputResponse: 20,
  contextMenuResponse: 23,
} as const;

export function hasFlag(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
