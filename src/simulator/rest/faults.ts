// Faults on demand: what can go wrong with Discord's REST interface, switched on by a test.
import type { Waits } from '../record/log.ts';
import type { RefusalName } from './answers.ts';
import type { RouteName } from './route.ts';

export type Fault =
  /** 429 with its headers; `global` counts for every route of the client. */
  | { readonly kind: 'rate-limited'; readonly seconds: number; readonly global?: boolean }
  /** 5xx; with `stored` the request has taken effect all the same. */
  | { readonly kind: 'server-error'; readonly status: 500 | 502 | 503; readonly stored: boolean }
  /** The connection is closed instead of an answer, as by a server that shuts down; with `reset` it breaks. */
  | { readonly kind: 'cut'; readonly stored: boolean; readonly reset?: boolean }
  /** A page in place of an answer, as a proxy or a login page sends it. */
  | { readonly kind: 'html'; readonly status: number }
  /** The answer comes late; the request takes effect at once. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** One of Discord's refusals, e.g. `missingPermissions` (50013) or `cannotSendToUser` (50007). */
  | { readonly kind: 'refused'; readonly as: RefusalName };

/** Requests that wait before Discord has seen them, until released. */
export interface Hold {
  /** Resolves when the first request is held, or ends in a SimulationTimeout. */
  reached(): Promise<void>;
  /** Lets all held requests go on, and later ones pass. */
  release(): void;
}

interface Planned {
  readonly route: RouteName | 'any';
  readonly fault: Fault;
  left: number;
}

interface OpenHold {
  readonly route: RouteName;
  readonly released: Promise<void>;
  readonly arrive: () => void;
}

/** What a test switches on and off. */
export interface Faults {
  /** The next requests of a route (named as in Discord's OpenAPI file, or any) meet the fault. */
  on(route: RouteName | 'any', fault: Fault, options?: { readonly times?: number }): void;
  /** Holds every request of a route until `release`, e.g. to shut the bot down in mid-answer. */
  hold(route: RouteName): Hold;
  /** From now on every request with the bot's token is answered 401. See also `gateway.close(4004)`. */
  revokeToken(): void;
  /** Ends all planned faults; holds stay until released. */
  clear(): void;
}

/** What the servers ask. */
export interface FaultPlan extends Faults {
  readonly tokenRevoked: boolean;
  /** The fault that this request meets. */
  take(route: RouteName): Fault | undefined;
  /** Waits as long as the route is held. */
  passHolds(route: RouteName): Promise<void>;
}

export function planFaults(waits: Waits): FaultPlan {
  let planned: Planned[] = [];
  let tokenRevoked = false;
  const holds = new Set<OpenHold>();
  return {
    on: (route, fault, { times = 1 } = {}) => {
      planned.push({ route, fault, left: times });
    },
    hold: (route) => hold(holds, waits, route),
    revokeToken: () => {
      tokenRevoked = true;
    },
    clear: () => {
      planned = [];
      tokenRevoked = false;
    },
    get tokenRevoked() {
      return tokenRevoked;
    },
    take: (route) => {
      const next = planned.find((each) => each.route === route || each.route === 'any');
      if (next === undefined) return undefined;
      next.left -= 1;
      if (next.left <= 0) planned = planned.filter((each) => each !== next);
      return next.fault;
    },
    passHolds: (route) => passHolds(holds, route),
  };
}

function hold(holds: Set<OpenHold>, waits: Waits, route: RouteName): Hold {
  const arrival = promiseToKeep();
  const end = promiseToKeep();
  const open = { route, released: end.promise, arrive: arrival.keep };
  holds.add(open);
  const release = () => {
    holds.delete(open);
    end.keep();
  };
  return { reached: () => waits.atMost(`a ${route} request to hold`, arrival.promise), release };
}

async function passHolds(holds: ReadonlySet<OpenHold>, route: RouteName): Promise<void> {
  for (const held of [...holds].filter((each) => each.route === route)) {
    held.arrive();
    await held.released;
  }
}

function promiseToKeep() {
  let keep = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep: () => keep() };
}
