// The front door: a Discord on loopback, for tests and the playground. It refuses what Discord refuses.
import { createServer, type Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { controlsOf, type GatewayControls } from './gateway/controls.ts';
import { openGateway } from './gateway/delivery.ts';
import { applicationFlags, type PrivilegedIntent } from './gateway/identify.ts';
import { accept } from './gateway/server.ts';
import { type SimulatedBot, watchBot } from './people/bot.ts';
import { type Casting, casting } from './people/places.ts';
import type { Json } from './protocol/json.ts';
import { problem } from './protocol/problems.ts';
import { keepChronicle } from './record/chronicle.ts';
import {
  createViolationRecord,
  createWaits,
  createWireLog,
  type Violation,
  type Waits,
  type WireLog,
} from './record/log.ts';
import { type Faults, planFaults } from './rest/faults.ts';
import type { Route } from './rest/route.ts';
import {
  applicationRoutes,
  GATEWAY_BOT,
  type GatewayBot,
  guildRoutes,
  userRoutes,
} from './rest/routes/application.ts';
import { commandRoutes } from './rest/routes/commands.ts';
import { interactionRoutes } from './rest/routes/interactions.ts';
import { messageRoutes } from './rest/routes/messages.ts';
import { webhookRoutes } from './rest/routes/webhooks.ts';
import { handle, openRestServer } from './rest/server.ts';
import { type Clock, createClock } from './world/clock.ts';
import type { Interaction, WorldListener } from './world/nouns.ts';
import { createWorld, follow, type World } from './world/world.ts';

export interface SimulationOptions {
  /** The bot's token; anything else is refused. Default `fake-token`. */
  readonly token?: string;
  /** The bot's name. Default `Verbatim`. */
  readonly botName?: string;
  /** Privileged intents that are switched on in the developer portal; default none: asking closes with 4014. */
  readonly privileged?: readonly PrivilegedIntent[];
  /** Fields of the application object as the developer portal sets them, e.g. `bot_require_code_grant`. */
  readonly application?: Json;
  /**
   * Milliseconds since 1970. By default the clock stands still at 1 January 2026 and moves only by `clock.advance`;
   * pass `Date.now` where a person watches, or where the bot compares Discord's times with its own clock.
   */
  readonly now?: () => number;
  /** Messages kept in each channel; the oldest are forgotten. Default 1,000. */
  readonly maxMessages?: number;
  /** Entries kept in the log and in the transcript. Default 10,000. */
  readonly maxLog?: number;
  /** How long each wait lasts before its SimulationTimeout, in milliseconds. Default 4,000, less than vitest's. */
  readonly timeoutMs?: number;
  /** Between two heartbeats of the bot, in milliseconds. Default 41,250, as Discord's. */
  readonly heartbeatMs?: number;
  /** What GET /gateway/bot says; see `gatewayBot` of the running Discord. */
  readonly gatewayBot?: Partial<GatewayBot>;
  /** Whether its own events and answers are held to Discord's schemas, too: half of its work. Default true. */
  readonly checksItself?: boolean;
}

/**
 * A running Discord. Make places and people, let them talk, wait for the bot, look at what happened; then close it.
 *
 *     const discord = await simulateDiscord();
 *     const guild = discord.guild('开源社', { locale: 'zh-CN' });
 *     const channel = guild.channel('ask');
 *     const member = guild.member('小明', { locale: 'zh-CN' });
 *     // start the bot with discord.token and discord.api, then:
 *     await discord.ready();
 *     const question = await member.says(channel, `${discord.bot.mention} 治理是什么?`);
 *     const reply = await discord.bot.replied({ to: question });
 *     const pressed = await member.presses(reply, 'Full answer');
 *     const full = await discord.bot.answered(pressed);
 *     await discord.bot.staysSilent({ after: await member.says(channel, 'good night') });
 *     discord.assertNoViolations();
 *     await discord.close();
 *
 * What people do resolves once Discord has taken it in; what `bot` does is waited for, and each wait ends: well, or with
 * a SimulationTimeout that prints the transcript. What Discord's client would not let a person do throws Impossible.
 */
export interface SimulatedDiscord extends Casting {
  /** The REST base for `new Client({ rest: { api } })`, e.g. `http://127.0.0.1:40123/api`. */
  readonly api: string;
  readonly token: string;
  /** Waiting for the bot, and what it said. */
  readonly bot: SimulatedBot;
  /** Moves time: past 3 s an interaction is unknown (10062), past 15 min its token is spent (50027). */
  readonly clock: Clock;
  /** What goes wrong with REST: 429, 5xx, cuts, slowness, refusals, holds, a revoked token. */
  readonly faults: Faults;
  /** What goes wrong with the gateway: drops, close codes, opcodes 7 and 9, unanswered heartbeats and RESUMEs. */
  readonly gateway: GatewayControls;
  /** What GET /gateway/bot says from now on: shards, logins left, how many may log in at once. */
  readonly gatewayBot: GatewayBot;
  /** Every packet, request and response in order, with what the schemas say; `log.subscribe` follows it live. */
  readonly log: WireLog;

  /** Calls back for everything that happens from now on; returns the end of it. */
  follow(listener: WorldListener): () => void;
  /** An interaction of the last 15 minutes. */
  interaction(id: string): Interaction | undefined;

  /** Resolves when the bot has identified and taken in its guilds. */
  ready(): Promise<void>;
  /** The conversation so far, one line for each thing that happened. */
  transcript(): string;
  /** Breaches of the protocol so far, by the bot's requests or by the simulator itself. */
  violations(): readonly Violation[];
  /** @throws {ProtocolViolations} listing every breach; for the end of each test */
  assertNoViolations(): void;
  /** Returns and forgets the breaches: for a test that provokes one. */
  forgetViolations(): readonly Violation[];
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

const UNAVAILABLE = 503;
const LOOPBACK = '127.0.0.1';
const DEFAULTS = {
  token: 'fake-token',
  botName: 'Verbatim',
  privileged: [],
  application: {},
  maxMessages: 1_000,
  maxLog: 10_000,
  timeoutMs: 4_000,
  heartbeatMs: 41_250,
  gatewayBot: {},
  checksItself: true,
} as const;

export async function simulateDiscord(options: SimulationOptions = {}): Promise<SimulatedDiscord> {
  const settings = { ...DEFAULTS, ...options };
  const clock = createClock(options.now);
  const flags = applicationFlags(settings.privileged);
  const application = { flags, flags_new: String(flags), ...settings.application };
  const { botName, maxMessages } = settings;
  const world = createWorld({ clock, botName, maxMessages, application });
  const http = createServer();
  const log = createWireLog(() => clock.now(), settings.maxLog);
  const chronicle = keepChronicle(world, settings.maxLog);
  const transcript = () => chronicle.transcript();
  const waits = createWaits({ world, log, transcript, timeoutMs: settings.timeoutMs });
  const wire = createWire(settings, { world, http, log, waits });
  const bot = watchBot({ world, chronicle, waits, gateway: wire.gateway, rest: wire.rest });
  await listen(http);
  return {
    api: `http://${LOOPBACK}:${portOf(http)}/api`,
    token: settings.token,
    bot,
    clock,
    faults: wire.faults,
    gateway: controlsOf(wire.gateway),
    gatewayBot: wire.gatewayBot,
    log,
    violations: () => wire.violations.all(),
    assertNoViolations: () => wire.violations.assertNone(),
    forgetViolations: () => wire.violations.take(),
    transcript,
    ...casting({ world, waits }),
    follow: (listener) => follow(world, listener),
    interaction: (id) => world.interactions.get(id),
    ready: () => bot.settles(),
    close: () => close(http, wire.sockets),
  };
}

type Settings = Required<Omit<SimulationOptions, 'now'>>;

interface WireParts {
  readonly world: World;
  readonly http: Server;
  readonly log: WireLog;
  readonly waits: Waits;
}

function createWire(settings: Settings, { world, http, log, waits }: WireParts) {
  const { token, privileged, heartbeatMs, checksItself } = settings;
  const violations = createViolationRecord();
  const faults = planFaults(waits);
  const url = () => `ws://${LOOPBACK}:${portOf(http)}`;
  const gatewayBot = { ...GATEWAY_BOT, ...settings.gatewayBot };
  const portal = () => ({
    ...{ token, tokenRevoked: faults.tokenRevoked, privileged },
    fewestShards: gatewayBot.fewestShards,
  });
  const gateway = openGateway({ world, log, violations, portal, heartbeatMs, url, checksItself });
  const routes = allRoutes(url, gatewayBot);
  const rest = openRestServer({ world, routes, faults, log, violations, token, checksItself });
  const sockets = new WebSocketServer({
    server: http,
    verifyClient: (_, accepted) => accepted(gateway.behaviour.upgrades === 'accepted', UNAVAILABLE),
  });
  sockets.on('connection', (socket: WebSocket, request) => {
    accept(gateway, socket, new URL(request.url ?? '/', url()).searchParams);
  });
  http.on('request', (request, response) => {
    handle(rest, request, response).catch((error: unknown) => {
      const problems = [
        problem([], 'CRASH', error instanceof Error ? (error.stack ?? error.message) : String(error)),
      ];
      violations.add({
        by: 'simulator',
        what: `${request.method} ${request.url}`,
        problems,
        value: undefined,
      });
      response.destroy();
    });
  });
  return { violations, faults, gateway, gatewayBot, rest, sockets };
}

function listen(http: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, LOOPBACK, () => resolve());
  });
}

function portOf(http: Server): number {
  const address = http.address();
  if (address === null || typeof address === 'string')
    throw new Error('the simulated Discord does not listen');
  return address.port;
}

async function close(http: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeAllConnections();
  await closed;
}

function allRoutes(gatewayUrl: () => string, gatewayBot: GatewayBot): readonly Route[] {
  const others = [userRoutes, guildRoutes, messageRoutes, commandRoutes, interactionRoutes, webhookRoutes];
  return [...applicationRoutes(gatewayUrl, gatewayBot), ...others.flat()];
}
