// Remembers the most recent ids, so that what Discord delivers twice is handled once.

/** Ids kept: minutes of traffic on the busiest server, some hundred kilobytes. */
const DEFAULT_CAPACITY = 5000;

export interface RecentIds {
  /** True the first time an id is seen, false while it is remembered. */
  readonly claim: (id: string) => boolean;
}

export function rememberIds(capacity = DEFAULT_CAPACITY): RecentIds {
  const ids = new Set<string>();
  return {
    claim: (id) => {
      if (ids.has(id)) return false;
      ids.add(id);
      const oldest = ids.values().next();
      if (ids.size > capacity && oldest.done !== true) ids.delete(oldest.value);
      return true;
    },
  };
}
