import { describe, expect, it } from 'vitest';
import { watchConnections } from '../../src/discord/connection/faults.ts';
import { openLoginBudget, PATIENCE, pauseBefore } from '../../src/discord/connection/patience.ts';
import type { Phase, ShardState } from '../../src/discord/connection/shards.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Shards on a stage, looked at every five seconds of an invented clock. */
function watch(phases: readonly Phase[]) {
  let now = 0;
  const states: ShardState[] = phases.map((phase, id) => ({ id, phase, signs: 0, silence: undefined }));
  const watchdog = watchConnections({ shards: { states: () => states }, now: () => now, patience: PATIENCE });
  const look = (milliseconds: number) => {
    now += milliseconds;
    return watchdog.check().map(({ shard, order }) => `${order} ${shard}`);
  };
  look(0);
  return {
    /** What is ordered in so many seconds. */
    lasts: (seconds: number) => Array.from({ length: seconds / 5 }, () => look(5 * SECOND)).flat(),
    /** What is ordered at the first look after the whole process, or its clock, stood somewhere else. */
    jumps: (milliseconds: number) => look(milliseconds),
    shows: (id: number, phase: Phase) => {
      states[id] = { id, phase, signs: (states[id]?.signs ?? 0) + 1, silence: undefined };
    },
  };
}

describe('the watchdog', () => {
  it('connects a RESUME or IDENTIFY anew that is not answered for a minute, and only that shard', () => {
    const shards = watch(['ready', 'handshake', 'ready']);
    expect(shards.lasts(60)).toEqual([]);
    expect(shards.lasts(5)).toEqual(['reconnect 1']);
  });

  it('ends the process where even that changes nothing', () => {
    const shards = watch(['handshake']);
    expect(shards.lasts(130)).toEqual(['reconnect 0', 'end 0']);
  });

  it('goes on connecting anew as long as there is a sign of life', () => {
    const shards = watch(['handshake']);
    expect(shards.lasts(65)).toEqual(['reconnect 0']);
    shards.shows(0, 'handshake');
    expect(shards.lasts(70)).toEqual(['reconnect 0']);
  });

  it('leaves a shard alone that waits for hours: for the network, for its turn to log in', () => {
    expect(watch(['waiting', 'queued']).lasts(3 * 3600)).toEqual([]);
  });

  it('connects anew what calls itself ready while no heartbeat is acknowledged', () => {
    const shards = watch(['ready']);
    expect(shards.lasts(140)).toEqual([]);
    shards.shows(0, 'ready');
    expect(shards.lasts(155)).toEqual([]);
    expect(shards.lasts(5)).toEqual(['reconnect 0']);
  });

  it.each([
    ['a suspension of ten minutes', 10 * MINUTE],
    ['a night of sleep', 9 * HOUR],
    ['a clock that steps back by hours', -5 * HOUR],
  ])('takes no notice of %s', (_, milliseconds) => {
    const shards = watch(['ready', 'handshake']);
    expect(shards.jumps(milliseconds)).toEqual([]);
    shards.shows(0, 'ready');
    shards.shows(1, 'ready');
    expect(shards.lasts(140)).toEqual([]);
  });
});

describe('the pauses between two attempts', () => {
  it('grow to their longest', () => {
    const pauses = [0, 1, 2, 3, 7, 1000].map((attempt) => pauseBefore(attempt, PATIENCE));
    expect(pauses).toEqual([0, 1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it('leave room for 500 logins in any 24 hours, and no more', () => {
    let now = 0;
    const budget = openLoginBudget(500, () => now);
    const logins: number[] = [];
    while (now < 100 * HOUR) {
      now += budget.wait();
      budget.spend();
      logins.push(now);
      now += 7 * SECOND;
    }
    const inDayFrom = (start: number) => logins.filter((at) => at >= start && at < start + 24 * HOUR).length;
    expect(Math.max(...logins.map(inDayFrom))).toBe(500);
  });
});
