import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/discord/connection/commands.ts';
import { areSame } from '../../src/discord/connection/registration.ts';
import { limitRate, rememberIds } from '../../src/discord/desk/gate.ts';
import { strikeOut } from '../../src/discord/desk/log.ts';
import { layOut } from '../../src/discord/sending/markdown.ts';

describe('the limit', () => {
  it('admits so many a minute for each key, with one notice and then silence', () => {
    let now = 0;
    const limit = limitRate({ perMinute: 2, now: () => now });
    expect([1, 2, 3, 4].map(() => limit.admit('a'))).toEqual(['admitted', 'admitted', 'notice', 'silence']);
    expect(limit.admit('b')).toBe('admitted');
    now = 60_000;
    expect([1, 2, 3].map(() => limit.admit('a'))).toEqual(['admitted', 'admitted', 'notice']);
  });

  it('frees room as time goes by, not at the full minute', () => {
    let now = 0;
    const limit = limitRate({ perMinute: 2, now: () => now });
    limit.admit('a');
    now = 30_000;
    limit.admit('a');
    now = 60_000;
    expect([limit.admit('a'), limit.admit('a')]).toEqual(['admitted', 'notice']);
  });

  it('of 0 is none', () => {
    const limit = limitRate({ perMinute: 0, now: () => 0 });
    expect(Array.from({ length: 1000 }, () => limit.admit('a'))).not.toContain('notice');
  });
});

describe('the memory of ids', () => {
  it('claims each id once, and forgets the oldest beyond its capacity', () => {
    const ids = rememberIds(2);
    expect(['a', 'a', 'b', 'c', 'b', 'a'].map((id) => ids.claim(id))).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('the commands', () => {
  const ours = commandsFor(1);
  const registered = () =>
    ours.map((command, index) => ({
      id: String(index),
      version: '1',
      nsfw: false,
      ...structuredClone(command),
    }));

  it('are the same as those that Discord returns with its own additions', () => {
    expect(areSame(registered(), ours)).toBe(true);
    expect(areSame(registered().reverse(), ours)).toBe(true);
  });

  it('differ where anything of ours is missing, more, or otherwise', () => {
    const [first, ...rest] = registered();
    expect(areSame(rest, ours)).toBe(false);
    expect(areSame([...registered(), { name: 'old', type: 1 }], ours)).toBe(false);
    expect(areSame([{ ...first, description: 'other' }, ...rest], ours)).toBe(false);
    expect(areSame([{ ...first, contexts: [0] }, ...rest], ours)).toBe(false);
    expect(areSame([{ ...first, description_localizations: null }, ...rest], ours)).toBe(false);
    expect(
      areSame([{ ...first, name_localizations: { 'zh-CN': 'ask', 'zh-TW': 'ask', fr: 'x' } }, ...rest], ours),
    ).toBe(false);
    expect(areSame(null, ours)).toBe(false);
  });

  it('take which interview only where there are several', () => {
    const optionsOf = (count: number) =>
      JSON.stringify(commandsFor(count)).match(/"name":"interview"/g)?.length ?? 0;
    expect([optionsOf(1), optionsOf(2)]).toEqual([0, 4]);
  });
});

describe('the log', () => {
  it('strikes out tokens wherever they stand', () => {
    const line = 'POST https://discord.com/api/v10/interactions/12/aW50ZXJhY3Rpb24/callback and SECRET.x';
    expect(strikeOut(line, ['SECRET.x'])).toBe(
      'POST https://discord.com/api/v10/interactions/12/[token]/callback and [token]',
    );
  });
});

describe('a layout that is too long', () => {
  const text = (kind: 'text' | 'quote', length: number) => ({ kind, text: 'x'.repeat(length) }) as const;
  const verbatim = (length: number) => {
    const source = { interview: 'a', section: 'biography' } as const;
    return {
      kind: 'verbatim',
      quotation: { source, start: 0, end: length, text: 'v'.repeat(length) },
    } as const;
  };

  it('cuts everything else before the source’s own words', () => {
    const shown = layOut([text('quote', 500), verbatim(300)], { room: 400, cutHere: '…' });
    expect(shown.length).toBeLessThanOrEqual(400);
    expect(shown).toContain('v'.repeat(300));
    expect(shown).toMatch(/^> x+…\n/);
  });

  it('cuts even those visibly where they alone are too long', () => {
    const shown = layOut([verbatim(5000)], { room: 400, cutHere: '… [cut]' });
    expect(shown.length).toBeLessThanOrEqual(400);
    expect(shown).toMatch(/^> v+… \[cut\]$/);
  });
});
