// Asks Discord's REST interface: one request at a time, once, each with a deadline; every failure is an outcome. Of the
// answers it reads only the parts that the doctor needs.
import { DefaultRestOptions, DefaultUserAgent, type RouteLike } from 'discord.js';
import { z } from 'zod';

export interface Answered {
  /** The Date header as it came. */
  readonly date: string | null;
  /** Milliseconds since 1970, when the request went out and when its answer began. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

export type Failure =
  | { readonly outcome: 'refused'; readonly status: number; readonly answered: Answered }
  /** Something answered, but not as Discord does. */
  | { readonly outcome: 'strange' }
  | { readonly outcome: 'late' }
  | { readonly outcome: 'unreachable'; readonly reason: string };

export type Fetched<T> = { readonly outcome: 'ok'; readonly body: T; readonly answered: Answered } | Failure;

export interface DiscordApi {
  /** The REST base without its version. */
  readonly base: string;
  /** After a failure that would come again, every later request fails the same way without being made. */
  readonly get: <T>(route: RouteLike, schema: z.ZodType<T>) => Promise<Fetched<T>>;
}

export interface ApiOptions {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborts a request that lasts too long; a new one for each. */
  readonly deadline?: () => AbortSignal;
}

/** Seconds; Discord answers within one, and an operator does not wait longer for each line. */
export const DEADLINE_S = 10;
const MS_PER_S = 1000;
export const UNAUTHORIZED = 401;
export const TOO_MANY_REQUESTS = 429;
const LASTING_STATUSES: readonly number[] = [UNAUTHORIZED, TOO_MANY_REQUESTS];

export function openApi({ token, apiUrl, now, deadline = defaultDeadline }: ApiOptions): DiscordApi {
  const base = apiUrl ?? DefaultRestOptions.api;
  let end: Failure | undefined;
  const giveUp = (failure: Failure): Failure => {
    if (isLasting(failure)) end = failure;
    return failure;
  };
  return {
    base,
    get: async (route, schema) => {
      if (end) return end;
      const sentAt = now();
      try {
        const response = await fetch(`${base}/v${DefaultRestOptions.version}${route}`, {
          headers: { authorization: `Bot ${token}`, 'user-agent': DefaultUserAgent },
          // A redirection would carry the question to somebody else.
          redirect: 'manual',
          signal: deadline(),
        });
        const answered = { date: response.headers.get('date'), sentAt, answeredAt: now() };
        if (!response.ok) return giveUp({ outcome: 'refused', status: response.status, answered });
        const body = schema.safeParse(await response.json());
        return body.success ? { outcome: 'ok', body: body.data, answered } : { outcome: 'strange' };
      } catch (error) {
        return giveUp(failureOf(error));
      }
    },
  };
}

/** What the next request would meet as well: it is not made, so that nothing is waited for twice. */
function isLasting(failure: Failure): boolean {
  if (failure.outcome === 'refused') return LASTING_STATUSES.includes(failure.status);
  return failure.outcome === 'late' || failure.outcome === 'unreachable';
}

export function defaultDeadline(): AbortSignal {
  return AbortSignal.timeout(DEADLINE_S * MS_PER_S);
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return { outcome: 'late' };
  // The body was no JSON.
  if (error instanceof SyntaxError) return { outcome: 'strange' };
  return { outcome: 'unreachable', reason: reasonOf(error) };
}

/** `fetch` says only that it failed; the reason is its cause. */
function reasonOf({ message, cause }: Error): string {
  if (!(cause instanceof Error)) return message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

/** A set of permissions, as Discord writes it: a whole number in a string. */
const permissions = z
  .string()
  .regex(/^\d+$/)
  .transform((bits) => BigInt(bits));

export const application = z.object({
  id: z.string(),
  name: z.string(),
  flags: z.number().default(0),
  bot: z.object({ id: z.string() }).optional(),
  bot_public: z.boolean().default(true),
  bot_require_code_grant: z.boolean().default(false),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});
export type Application = z.infer<typeof application>;

export const commands = z.array(z.unknown());

export const channel = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: permissions, deny: permissions }))
    .default([]),
});
export type Channel = z.infer<typeof channel>;

export const guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions })),
});
export type Guild = z.infer<typeof guild>;

export const member = z.object({ roles: z.array(z.string()) });
export type Member = z.infer<typeof member>;

export const ownGuilds = z.array(z.object({ id: z.string(), name: z.string(), permissions }));
