// Judges an IDENTIFY as Discord does: accepted with its intents, or closed with a code.
import { isObject, type Json, numberIn } from '../json.ts';
import { areValidIntents, disallowedIntents, type PrivilegedIntent } from './intents.ts';

export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

export interface Portal {
  readonly token: string;
  readonly tokenRevoked: boolean;
  readonly privileged: readonly PrivilegedIntent[];
}

export type Verdict =
  | { readonly accepted: true; readonly intents: number }
  | { readonly accepted: false; readonly code: number };

export function judgeIdentify(data: unknown, portal: Portal): Verdict {
  if (!isObject(data)) return refuse(CLOSE.decodeError);
  if (data['token'] !== portal.token || portal.tokenRevoked) return refuse(CLOSE.authenticationFailed);
  if (!isObject(data['properties'])) return refuse(CLOSE.decodeError);
  const intents = data['intents'];
  if (!areValidIntents(intents)) return refuse(CLOSE.invalidIntents);
  if (disallowedIntents(intents, portal.privileged).length > 0) return refuse(CLOSE.disallowedIntents);
  return isShardPossible(data) ? { accepted: true, intents } : refuse(CLOSE.invalidShard);
}

export interface ResumeRequest {
  readonly sessionId: unknown;
  readonly sequence: number;
}

export function readResume(data: unknown, portal: Portal): ResumeRequest | undefined {
  if (!isObject(data) || data['token'] !== portal.token || portal.tokenRevoked) return undefined;
  return { sessionId: data['session_id'], sequence: numberIn(data, 'seq') ?? 0 };
}

function refuse(code: number): Verdict {
  return { accepted: false, code };
}

function isShardPossible({ shard }: Json): boolean {
  if (shard === undefined) return true;
  if (!Array.isArray(shard)) return false;
  const [id, count] = shard;
  return Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count;
}
