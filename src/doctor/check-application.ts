// The application as the developer portal has it: token, clock, intents, installation, commands; and the gateway, tried as the
// bot will, with its own client, without logging in.
import { ApplicationFlags, ApplicationIntegrationType, Routes } from 'discord.js';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { commandsFor } from '../discord/connection/commands.ts';
import { areSame } from '../discord/connection/registration.ts';
import { DOCTOR, type DoctorFinding, type TokenShape } from '../wording/doctor.ts';
import {
  type Answered,
  type Application,
  DEADLINE_S,
  type DiscordApi,
  type Failure,
  TOO_MANY_REQUESTS,
} from './discord-api.ts';

/** Milliseconds. A kept clock is within a second; the header counts whole seconds and travels for some. */
const LARGEST_SKEW_MS = 10_000;
const MS_PER_S = 1000;

/** The clock of this machine against the Date header of an answer. */
export function checkClock({ date, sentAt, answeredAt }: Answered): DoctorFinding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return DOCTOR.clock.unknown;
  const skew = (sentAt + answeredAt) / 2 - theirs;
  if (Math.abs(skew) <= LARGEST_SKEW_MS) return DOCTOR.clock.fine(LARGEST_SKEW_MS / MS_PER_S);
  return DOCTOR.clock.skewed(Math.round(Math.abs(skew) / MS_PER_S), skew > 0 ? 'ahead' : 'behind');
}

/** What a failed request says about Discord. */
export function describeFailure({ base }: DiscordApi, failure: Failure): DoctorFinding {
  switch (failure.outcome) {
    case 'unreachable':
      return DOCTOR.discord.unreachable(base, failure.reason);
    case 'late':
      return DOCTOR.discord.late(base, DEADLINE_S);
    case 'strange':
      return DOCTOR.discord.strange(base);
    case 'refused':
      return failure.status === TOO_MANY_REQUESTS
        ? DOCTOR.discord.busy
        : DOCTOR.discord.failed(failure.status);
  }
}

/** What people copy in place of the token: all stand on the portal's pages. */
export function shapeOf(token: string): TokenShape {
  if (/^[0-9a-f]{64}$/.test(token)) return 'public-key';
  if (/^\d{17,20}$/.test(token)) return 'application-id';
  return /^[\w-]{32}$/.test(token) ? 'client-secret' : 'unknown';
}

export function checkApplication(
  application: Application,
  asksForContent: boolean,
): readonly DoctorFinding[] {
  const { bot_require_code_grant, interactions_endpoint_url, bot_public } = application;
  return [
    checkContent(application, asksForContent),
    ...checkInstallation(application),
    ...(bot_require_code_grant ? [DOCTOR.application.codeGrant] : []),
    ...(interactions_endpoint_url ? [DOCTOR.application.endpoint] : []),
    ...(bot_public ? [] : [DOCTOR.application.notPublic]),
  ];
}

/** Discord sets the limited flag for applications in few servers, the other for verified ones. */
const CONTENT_FLAGS = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

function checkContent({ flags }: Application, isNeeded: boolean): DoctorFinding {
  const isOn = (flags & CONTENT_FLAGS) !== 0;
  if (isNeeded) return isOn ? DOCTOR.application.contentOn : DOCTOR.application.contentOff;
  return isOn ? DOCTOR.application.contentIdle : DOCTOR.application.contentUnneeded;
}

const INSTALLATIONS = [
  { name: 'Guild Install', type: ApplicationIntegrationType.GuildInstall },
  { name: 'User Install', type: ApplicationIntegrationType.UserInstall },
] as const;

function checkInstallation({ integration_types_config: config }: Application): readonly DoctorFinding[] {
  const missing = config ? INSTALLATIONS.filter(({ type }) => !(type in config)) : [];
  if (missing.length === 0) return [DOCTOR.application.installable];
  return missing.map(({ name }) => DOCTOR.application.notInstallable(name));
}

/** On what the commands depend: how many interviews are loaded, and whether editors may write. */
interface Offered {
  readonly interviews: number;
  readonly editorsMayWrite: boolean;
}

export function checkCommands(
  registered: readonly unknown[],
  { interviews, editorsMayWrite }: Offered,
): DoctorFinding {
  if (interviews === 0) return DOCTOR.commands.unchecked;
  if (registered.length === 0) return DOCTOR.commands.none;
  const commands = commandsFor(interviews, { editorsMayWrite });
  return areSame(registered, commands) ? DOCTOR.commands.fine(commands.length) : DOCTOR.commands.outdated;
}

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
