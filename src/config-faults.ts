// What is wrong with the value of a variable: words that follow its name, or undefined where nothing is.
import { isIP } from 'node:net';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Between the ids of a list: commas, spaces, or both. */
export const SEPARATORS = /[\s,]+/;

/** More questions a minute than any channel can hold: a larger number is a slip. */
const MOST_PER_MINUTE = 100_000;
/** More connections than any bot has: a larger number is a slip. */
const MOST_SHARDS = 10_000;
const LARGEST_PORT = 65_535;

export function tokenFault(value: string): string | undefined {
  if (/^[\x21-\x7e]+$/.test(value)) return undefined;
  return 'has spaces or characters that no token has. Copy it again from the Discord Developer Portal, page Bot.';
}

export function apiUrlFault(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return 'is not a web address. Write one such as https://discord.com/api, or leave it out.';
  }
  if (/\/v\d+\/?$/.test(url.pathname)) return 'ends with a version. Leave the version out.';
  return undefined;
}

export function levelFault(value: string): string | undefined {
  if (LOG_LEVELS.some((level) => level === value)) return undefined;
  return `is ${JSON.stringify(value)}. Write one of ${LOG_LEVELS.join(', ')}.`;
}

export function channelsFault(value: string): string | undefined {
  const wrong = value.split(SEPARATORS).find((id) => !/^\d{15,20}$/.test(id));
  if (wrong === undefined) return undefined;
  return `holds ${JSON.stringify(wrong)}, which is no channel id. In Discord, right-click a channel and copy its id.`;
}

/** `123456789012345678=song-haitao,…` */
export function pairsFault(value: string): string | undefined {
  const pairs = value.split(SEPARATORS);
  const wrong = pairs.find((pair) => !/^\d{15,20}=[a-z0-9-]{1,64}$/.test(pair));
  if (wrong !== undefined)
    return `holds ${JSON.stringify(wrong)}. Write channel=interview, as in 123456789012345678=song-haitao; an interview's id is its file's name without .md.`;
  const ids = pairs.map((pair) => pair.split('=')[0] ?? '');
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  return twice === undefined ? undefined : `names the channel ${twice} twice. Leave one of the two.`;
}

export function limitFault(value: string): string | undefined {
  if (/^\d+$/.test(value) && Number(value) <= MOST_PER_MINUTE) return undefined;
  return `is ${JSON.stringify(value)}. Write a whole number from 0 (no limit) to ${MOST_PER_MINUTE}.`;
}

export function shardIdsFault(value: string): string | undefined {
  const isRange = (part: string) => {
    const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    return first !== undefined && Number(first) <= Number(last) && Number(last) < MOST_SHARDS;
  };
  const wrong = value.split(SEPARATORS).find((part) => !isRange(part));
  if (wrong === undefined) return undefined;
  return `holds ${JSON.stringify(wrong)}. Write whole numbers from 0 and ranges, such as 0-3 or 0,2,4-7.`;
}

export function shardCountFault(value: string): string | undefined {
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_SHARDS) return undefined;
  return `is ${JSON.stringify(value)}. Write a whole number from 1 to ${MOST_SHARDS}.`;
}

export function portFault(value: string): string | undefined {
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= LARGEST_PORT) return undefined;
  return `is ${JSON.stringify(value)}. Write a whole number from 1 to ${LARGEST_PORT}.`;
}

export function hostFault(value: string): string | undefined {
  if (isIP(value) !== 0 || /^[a-z][a-z0-9.-]*$/i.test(value)) return undefined;
  return `is ${JSON.stringify(value)}. Write an address of this machine without a port, such as 127.0.0.1 or 0.0.0.0.`;
}

const ON: readonly string[] = ['yes', 'true', 'on', '1'];
const OFF: readonly string[] = ['no', 'false', 'off', '0'];

export function isOn(value: string): boolean {
  return ON.includes(value.toLowerCase());
}

export function switchFault(value: string): string | undefined {
  if ([...ON, ...OFF].includes(value.toLowerCase())) return undefined;
  return `is ${JSON.stringify(value)}. Write yes, or leave it empty.`;
}

export function rolesFault(value: string): string | undefined {
  const wrong = value.split(SEPARATORS).find((id) => !/^\d{15,20}$/.test(id));
  if (wrong === undefined) return undefined;
  return `holds ${JSON.stringify(wrong)}, which is no role id. In Discord, Server Settings, Roles, right-click a role and copy its id.`;
}
