// Faults on demand: what can go wrong with Discord's REST interface, switched on by a test.

import type { Waits } from '../record/waits.ts';
import type { RefusalName } from './answers.ts';
import type { RouteName } from './route.ts';

export type Fault =
  /** 429 with its headers; `global` counts for every route of the client. */
  | { readonly kind: 'rate-limited'; readonly seconds: number; readonly global?: boolean }
  /** 5xx; with `stored` the request has taken effect all the same. */
  | { readonly kind: 'server-error'; readonly status: 500 | 502 | 503; readonly stored: boolean }
  /** The connection breaks instead of an answer. */
  | { readonly kind: 'cut'; readonly stored: boolean }
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

export class Faults {
  #planned: Planned[] = [];
  readonly #holds = new Set<OpenHold>();
  readonly #waits: Waits;
  #tokenRevoked = false;

  constructor(waits: Waits) {
    this.#waits = waits;
  }

  /** The next requests of a route (named as in Discord's OpenAPI file, or any) meet the fault. */
  on(route: RouteName | 'any', fault: Fault, { times = 1 }: { readonly times?: number } = {}): void {
    this.#planned.push({ route, fault, left: times });
  }

  /** Holds every request of a route until `release`, e.g. to shut the bot down in mid-answer. */
  hold(route: RouteName): Hold {
    const arrival = promiseToKeep();
    const end = promiseToKeep();
    const open = { route, released: end.promise, arrive: arrival.keep };
    this.#holds.add(open);
    const release = () => {
      this.#holds.delete(open);
      end.keep();
    };
    const awaited = `a ${route} request to hold`;
    return { reached: () => this.#waits.atMost(awaited, arrival.promise), release };
  }

  /** From now on every request with the bot's token is answered 401. See also `gateway.close(4004)`. */
  revokeToken(): void {
    this.#tokenRevoked = true;
  }

  get tokenRevoked(): boolean {
    return this.#tokenRevoked;
  }

  /** Ends all planned faults; holds stay until released. */
  clear(): void {
    this.#planned = [];
    this.#tokenRevoked = false;
  }

  /** For the REST server: the fault that this request meets. */
  take(route: RouteName): Fault | undefined {
    const planned = this.#planned.find((each) => each.route === route || each.route === 'any');
    if (planned === undefined) return undefined;
    planned.left -= 1;
    if (planned.left <= 0) this.#planned = this.#planned.filter((each) => each !== planned);
    return planned.fault;
  }

  /** For the REST server: waits as long as the route is held. */
  async passHolds(route: RouteName): Promise<void> {
    for (const hold of [...this.#holds].filter((each) => each.route === route)) {
      hold.arrive();
      await hold.released;
    }
  }
}

function promiseToKeep() {
  let keep = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { promise, keep: () => keep() };
}
