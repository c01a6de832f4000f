// The connections of this process, one a shard: a growing pause before each attempt, a bounded number of logins a day, and
// an order to connect anew for one that hangs. The library's own strategy tries twice a second without end.
import {
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayCloseCodes } from 'discord.js';
import { describeError, type Log } from '../desk/log.ts';
import { type LoginBudget, openLoginBudget, type Patience, pauseBefore } from './patience.ts';

/**
 * `waiting`: between two attempts. `queued`: Discord lets only some shards log in at once. `handshake`: IDENTIFY or RESUME
 * is sent and not yet answered.
 */
export type Phase = 'waiting' | 'connecting' | 'queued' | 'handshake' | 'ready';

export interface ShardState {
  readonly id: number;
  readonly phase: Phase;
  /** Changes of phase, and while ready acknowledged heartbeats, so far: while the number stands still, nothing happens. */
  readonly signs: number;
  /** Milliseconds since Discord was last heard; undefined as long as it is not ready. */
  readonly silence: number | undefined;
}

export interface Shards {
  readonly buildStrategy: (manager: WebSocketManager) => IShardingStrategy;
  readonly states: () => readonly ShardState[];
  /** Drops one connection and connects anew, with a new session. */
  readonly reconnect: (id: number) => void;
}

export interface ShardsOptions {
  readonly log: Log;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  readonly patience: Patience;
  /** Until the library has heard of every server it takes a resumed session for a whole one, and stays deaf for good. */
  readonly mayResume: () => boolean;
}

/** What is kept of a shard. */
interface Line {
  readonly id: number;
  readonly shard: WebSocketShard;
  phase: Phase;
  signs: number;
  /** When Discord was last heard. */
  heard: number;
  /** Attempts since the last connection that lasted. */
  attempts: number;
  /** Whether the last attempt has cost a login. */
  hasLoggedIn: boolean;
  readySince: number | undefined;
  wasReady: boolean;
  /** Since when it has been away, once somebody was told. */
  lostSince: number | undefined;
}

interface Exchange extends ShardsOptions {
  readonly lines: Map<number, Line>;
  readonly budget: LoginBudget;
  readonly stop: AbortController;
}

export function openShards(options: ShardsOptions): Shards {
  const budget = openLoginBudget(options.patience.mostLogins, options.now);
  const exchange: Exchange = { ...options, lines: new Map(), budget, stop: new AbortController() };
  return {
    buildStrategy: (manager) => strategyOf(exchange, manager),
    states: () =>
      [...exchange.lines.values()].map(({ id, phase, signs, heard }) => ({
        ...{ id, phase, signs, silence: phase === 'ready' ? options.now() - heard : undefined },
      })),
    reconnect: (id) => {
      const recover = WebSocketShardDestroyRecovery.Reconnect;
      void exchange.lines.get(id)?.shard.destroy({ reason: 'it hangs', recover });
    },
  };
}

function strategyOf(exchange: Exchange, manager: WebSocketManager): IShardingStrategy {
  const { lines, stop } = exchange;
  const shards = () => [...lines.values()].map(({ shard }) => shard);
  return {
    spawn: async (ids) => {
      const options = await managerToFetchingStrategyOptions(manager);
      for (const id of ids) lines.set(id, openLine(exchange, manager, { id, options }));
    },
    // What goes wrong has been told, and is tried again; what cannot be mended comes as the code of a close.
    connect: async () => {
      await Promise.all(shards().map((shard) => shard.connect().catch(() => undefined)));
    },
    // The library also destroys before it spawns.
    destroy: async (options) => {
      if (lines.size > 0) stop.abort();
      await Promise.all(shards().map((shard) => shard.destroy(options)));
    },
    send: (id, payload) => lines.get(id)?.shard.send(payload),
    fetchStatus: async () => {
      const statuses = await new SimpleShardingStrategy(manager).fetchStatus();
      for (const { id, shard } of lines.values()) statuses.set(id, shard.status);
      return statuses;
    },
  };
}

interface Numbered {
  readonly id: number;
  readonly options: FetchingStrategyOptions;
}

function openLine(exchange: Exchange, manager: WebSocketManager, { id, options }: Numbered): Line {
  const simple = new SimpleContextFetchingStrategy(manager, options);
  const context: IContextFetchingStrategy = {
    options,
    // The library asks for the session before each attempt, while the shard is idle, and often afterwards.
    retrieveSessionInfo: async () => {
      const isAttempt = shard.status === WebSocketShardStatus.Idle;
      if (isAttempt && !exchange.mayResume()) await simple.updateSessionInfo(id, null);
      if (isAttempt) await waitForTurn(exchange, line, (await simple.retrieveSessionInfo(id)) === null);
      const session = await simple.retrieveSessionInfo(id);
      if (isAttempt) isResumed = session?.shardCount === options.shardCount;
      return session;
    },
    updateSessionInfo: (_, session) => simple.updateSessionInfo(id, session),
    waitForIdentify: async (_, signal) => {
      await simple.waitForIdentify(id, signal);
      await waitForLogin(exchange, signal);
      signal.throwIfAborted();
      exchange.budget.spend();
      line.hasLoggedIn = true;
      enter(line, 'handshake');
    },
  };
  let isResumed = false;
  const shard = new WebSocketShard(context, id);
  const line: Line = {
    ...{ id, shard, phase: 'waiting', signs: 0, heard: exchange.now(), attempts: 0 },
    ...{ hasLoggedIn: false, wasReady: false },
    ...{ readySince: undefined, lostSince: undefined },
  };
  followShard(exchange, line, () => isResumed);
  for (const event of Object.values(WebSocketShardEvents))
    shard.on(event, (payload: object | undefined) =>
      manager.emit(event, { ...payload, shardId: id } as never),
    );
  return line;
}

function enter(line: Line, phase: Phase): void {
  line.phase = phase;
  line.signs += 1;
}

/** Close codes after which there is no further attempt: what ends the bot says why. */
const ENDS_FOR_GOOD: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

function followShard({ log, now, stop }: Exchange, line: Line, isResumed: () => boolean): void {
  const { id, shard } = line;
  const lost = (reason: object) => {
    if (line.lostSince !== undefined || stop.signal.aborted) return;
    line.lostSince = now();
    const what = line.wasReady ? 'the connection was lost; reconnecting' : 'no connection yet; trying again';
    log.warn({ shard: id, ...reason }, what);
  };
  const back = (how: 'resumed' | 'reconnected') => {
    enter(line, 'ready');
    line.readySince = now();
    line.heard = now();
    line.wasReady = true;
    if (line.lostSince === undefined) return;
    log.info({ shard: id, seconds: Math.round((now() - line.lostSince) / 1000) }, how);
    line.lostSince = undefined;
  };
  shard.on(WebSocketShardEvents.Hello, () => enter(line, isResumed() ? 'handshake' : 'queued'));
  shard.on(WebSocketShardEvents.Ready, () => back('reconnected'));
  shard.on(WebSocketShardEvents.Resumed, () => back('resumed'));
  // Discord also acknowledges the heartbeats of a connection whose RESUME it leaves unanswered.
  shard.on(WebSocketShardEvents.HeartbeatComplete, () => {
    if (line.phase === 'ready') line.signs += 1;
    line.heard = now();
  });
  shard.on(WebSocketShardEvents.Dispatch, () => {
    line.heard = now();
  });
  shard.on(WebSocketShardEvents.Closed, ({ code }) => {
    // The library tells of an error, too.
    if (ENDS_FOR_GOOD.has(code)) line.lostSince ??= now();
    else lost({ code });
  });
  shard.on(WebSocketShardEvents.Error, ({ error }) => lost({ error: describeError(error) }));
}

/**
 * Waits as long as the attempts so far demand, and where it will log in anew until the day has a login left. Once the bot
 * has stopped it never resolves: the library would connect again.
 */
async function waitForTurn(exchange: Exchange, line: Line, isLogin: boolean): Promise<void> {
  const { now, patience, stop } = exchange;
  enter(line, 'waiting');
  if (line.readySince !== undefined && now() - line.readySince >= patience.lasting) line.attempts = 0;
  const longestPause = line.hasLoggedIn ? patience.longestLoginPause : patience.longestPause;
  const pause = pauseBefore(line.attempts, { ...patience, longestPause });
  line.attempts += 1;
  line.readySince = undefined;
  line.hasLoggedIn = false;
  if (pause > 0) await patience.sleep(pause, stop.signal);
  if (isLogin) await waitForLogin(exchange, stop.signal);
  if (stop.signal.aborted) await new Promise<never>(() => undefined);
  enter(line, 'connecting');
}

async function waitForLogin({ log, budget, patience }: Exchange, signal: AbortSignal): Promise<void> {
  if (budget.wait() === 0) return;
  const logins = patience.mostLogins;
  log.error({ logins, minutes: Math.ceil(budget.wait() / 60_000) }, 'too many logins today; waiting');
  while (budget.wait() > 0 && !signal.aborted) await patience.sleep(budget.wait(), signal);
}
