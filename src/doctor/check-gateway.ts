// The gateway, tried as the bot will: asked for by REST, then opened with the bot's own client, without logging in.
import { Routes } from 'discord.js';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { DOCTOR, type DoctorFinding } from '../wording/doctor.ts';
import { describeFailure } from './check-application.ts';
import { DEADLINE_S, type DiscordApi } from './discord-api.ts';

const gatewayBot = z.object({
  url: z.string(),
  /** How many connections Discord recommends. */
  shards: z.number(),
  /** Logins left, and the milliseconds until there are `total` again. */
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

export interface GatewayOptions {
  /** Whether REST goes through a proxy that the environment names. */
  readonly usesProxy: boolean;
  readonly deadline: () => AbortSignal;
}

export async function checkGateway(
  api: DiscordApi,
  { usesProxy, deadline }: GatewayOptions,
): Promise<readonly DoctorFinding[]> {
  const fetched = await api.get(Routes.gatewayBot(), gatewayBot);
  if (fetched.outcome !== 'ok') return [describeFailure(api, fetched)];
  const { url, shards, session_start_limit: limit } = fetched.body;
  const reason = await knockAt(url, deadline());
  const { hostname } = new URL(url);
  const opened = reason === undefined ? DOCTOR.gateway.fine(hostname, shards) : undefined;
  const { unreachable, proxied } = DOCTOR.gateway;
  return [
    opened ?? (usesProxy ? proxied : unreachable)(hostname, `${reason}`),
    ...checkLogins(limit, shards),
  ];
}

const MS_PER_MINUTE = 60_000;

function checkLogins(
  { remaining, total, reset_after }: z.infer<typeof gatewayBot>['session_start_limit'],
  needed: number,
): readonly DoctorFinding[] {
  if (remaining >= needed) return [];
  return [DOCTOR.gateway.noLogins(remaining, total, Math.ceil(reset_after / MS_PER_MINUTE))];
}

/** Discord says hello first. Why it did not; undefined where it did. */
function knockAt(url: string, deadline: AbortSignal): Promise<string | undefined> {
  const socket = new WebSocket(`${url}?v=10&encoding=json`);
  return new Promise<string | undefined>((resolve) => {
    deadline.addEventListener('abort', () => resolve(`no hello within ${DEADLINE_S} s`), { once: true });
    socket.on('message', (data) =>
      resolve(isHello(String(data)) ? undefined : 'it does not speak as Discord'),
    );
    socket.on('close', (code) => resolve(`closed with ${code}`));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  }).finally(() => socket.terminate());
}

const HELLO = /"op":\s*10\b/;

function isHello(text: string): boolean {
  return HELLO.test(text);
}
