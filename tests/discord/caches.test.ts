import { once } from 'node:events';
import { Events, Routes } from 'discord.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../src/discord/connection/client.ts';
import { simulateDiscord } from '../../src/simulator/discord.ts';

/** More than are kept. */
const MEMBERS = 230;
const MOST_KEPT = 200;

it('the client keeps no message, of a server’s members itself alone, and of users the most recent', async () => {
  const discord = await simulateDiscord({ timeoutMs: 50_000 });
  onTestFinished(() => discord.close());
  const guild = discord.guild('Club');
  const channel = guild.channel('general');
  const client = createClient({
    ...{ apiUrl: discord.api, readsAll: false, assignment: { ids: [0], count: 1 } },
  });
  onTestFinished(() => client.destroy());
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  let heard = 0;
  client.on(Events.MessageCreate, () => {
    heard += 1;
  });
  for (let number = 0; number < MEMBERS; number += 1)
    await guild.member(`Member ${number}`).says(channel, `I am number ${number}`);
  while (heard < MEMBERS) await discord.bot.settles();
  const { channels, users, guilds } = client;
  const messages = channels.cache.map((each) => (each.isTextBased() ? each.messages.cache.size : 0));
  expect(messages.reduce((sum, size) => sum + size, 0)).toBe(0);
  expect(users.cache.size).toBeLessThanOrEqual(MOST_KEPT);
  expect(guilds.cache.map(({ members }) => [...members.cache.keys()])).toEqual([[client.user?.id]]);
  expect(users.cache.has(String(client.user?.id))).toBe(true);
});

it('what is known of each channel’s limits is forgotten after minutes, not after an hour', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const discord = await simulateDiscord({ timeoutMs: 50_000 });
  onTestFinished(() => discord.close());
  const guild = discord.guild('Club');
  const { rest } = createClient({
    ...{ apiUrl: discord.api, readsAll: false, assignment: { ids: [0], count: 1 } },
  });
  rest.setToken(discord.token);
  for (const name of ['one', 'two', 'three'])
    await rest.post(Routes.channelMessages(guild.channel(name).id), { body: { content: 'Hello' } });
  expect(rest.handlers.size).toBeGreaterThanOrEqual(3);
  vi.advanceTimersByTime(5 * 60_000);
  expect(rest.handlers.size).toBe(0);
});
