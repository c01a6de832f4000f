// One page of a channel's messages, newest first, as Discord cuts it: before, after, around, limit.
import { byAge } from '../../snowflake.ts';
import type { Message } from '../../world/nouns.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

export function pageOf(oldestFirst: readonly Message[], query: URLSearchParams): readonly Message[] {
  const limit = Math.min(Number(query.get('limit') ?? DEFAULT_LIMIT), MAX_LIMIT);
  return cut(oldestFirst, query, limit).toReversed();
}

function cut(messages: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const before = query.get('before');
  if (before !== null) return messages.filter(({ id }) => byAge(id, before) < 0).slice(-limit);
  const after = query.get('after');
  if (after !== null) return messages.filter(({ id }) => byAge(id, after) > 0).slice(0, limit);
  const around = query.get('around');
  if (around === null) return messages.slice(-limit);
  const centre = messages.findIndex(({ id }) => byAge(id, around) >= 0);
  const start = Math.max(0, centre - Math.floor(limit / 2));
  return messages.slice(start, start + limit);
}
