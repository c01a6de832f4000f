import { type Client, Events, GatewayIntentBits, Options, Status } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, createClient, LEAST_INTENTS, startDiscord } from './connected.ts';

const next = (client: Client, event: string) => new Promise((resolve) => client.once(event, resolve));

test('a wrong token is refused by REST, and by the gateway with 4004', async () => {
  const discord = await startDiscord();
  const wrong = createClient(discord);
  await expect(wrong.login('another-fake-token')).rejects.toThrow('An invalid token was provided');

  discord.gateway.refuseIdentify(4004);
  await expect(createClient(discord).login(discord.token)).rejects.toThrow('Authentication failed');
  expect(discord.gateway.identifies).toBe(0);
});

test('a privileged intent that is switched off closes with 4014, an unknown one with 4013', async () => {
  const discord = await startDiscord();
  const greedy = createClient(discord, { intents: [...LEAST_INTENTS, GatewayIntentBits.MessageContent] });
  await expect(greedy.login(discord.token)).rejects.toThrow('Used disallowed intents');
  const wild = createClient(discord, { intents: 2 ** 30 });
  await expect(wild.login(discord.token)).rejects.toThrow('Used invalid intents');
});

test('any close code can be the answer to IDENTIFY', async () => {
  const discord = await startDiscord();
  discord.gateway.refuseIdentify(4011);
  await expect(createClient(discord).login(discord.token)).rejects.toThrow('Sharding is required');
});

test('after a dropped socket the bot resumes and receives what it missed, once', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord);
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ content }) => heard.push(content));

  const resumed = next(client, Events.ShardResume);
  discord.gateway.drop();
  await guild.member('Ada').says(channel, `${discord.bot.mention} while you were away`);
  await resumed;
  await discord.bot.settles();

  expect(heard).toEqual([`${discord.bot.mention} while you were away`]);
  expect(discord.gateway.resumes).toBe(1);
  expect(discord.gateway.identifies).toBe(1);
});

test('opcode 7 makes the bot resume; opcode 9 makes it identify anew', async () => {
  const discord = await startDiscord();
  const client = await connect(discord);
  const resumed = next(client, Events.ShardResume);
  discord.gateway.requestReconnect();
  await resumed;
  expect(discord.gateway.resumes).toBe(1);

  const ready = next(client, Events.ShardReady);
  discord.gateway.invalidateSession({ resumable: false });
  await ready;
  expect(discord.gateway.identifies).toBe(2);
});

test('an opcode 9 that leaves the session resumable is answered by a RESUME', async () => {
  const discord = await startDiscord();
  const client = await connect(discord);
  const resumed = next(client, Events.ShardResume);
  discord.gateway.invalidateSession({ resumable: true });
  await resumed;
  expect(discord.gateway.resumes).toBe(1);
  expect(discord.gateway.identifies).toBe(1);
});

test('a refused RESUME ends in a new IDENTIFY', async () => {
  const discord = await startDiscord();
  const client = await connect(discord);
  const ready = next(client, Events.ShardReady);
  discord.gateway.resumesAre('refused');
  discord.gateway.drop();
  await ready;
  expect(discord.gateway.identifies).toBe(2);
  expect(discord.gateway.resumes).toBe(0);
});

test('a RESUME that is never answered leaves the bot hanging, unaware', async () => {
  const discord = await startDiscord({ timeoutMs: 300 });
  const client = await connect(discord);
  const resuming = next(client, Events.ShardReconnecting);
  discord.gateway.resumesAre('unanswered');
  discord.gateway.drop();
  await resuming;

  await expect(discord.bot.settles()).rejects.toThrow('the bot to be connected');
  expect(client.isReady()).toBe(true);
  expect(client.ws.status).toBe(Status.Ready);
});

test('unanswered heartbeats make the connection a zombie, which the bot leaves and resumes', async () => {
  const discord = await startDiscord({ heartbeatMs: 250 });
  const client = await connect(discord);
  const [leaving, resumed] = [next(client, Events.ShardReconnecting), next(client, Events.ShardResume)];
  discord.gateway.heartbeatsAre('unanswered');
  await leaving;
  discord.gateway.heartbeatsAre('acknowledged');
  await resumed;
  // On a busy machine the next heartbeat may be late, and the connection left once more.
  expect(discord.gateway.resumes).toBeGreaterThanOrEqual(1);
  expect(discord.gateway.identifies).toBe(1);
});

test('a close with 4014 while running is not followed by a reconnection', async () => {
  const discord = await startDiscord();
  const client = await connect(discord);
  const gone = next(client, Events.ShardDisconnect);
  discord.gateway.close(4014);
  await gone;
  expect(discord.gateway.isConnected).toBe(false);
  expect(client.isReady()).toBe(true);
});

test('the same message or interaction can be delivered twice', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const makeCache = Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 });
  const client = await connect(discord, { makeCache });
  await client.application?.commands.set([{ name: 'ask', description: 'Ask' }]);
  const heard: string[] = [];
  client.on(Events.MessageCreate, ({ id }) => heard.push(id));
  client.on(Events.InteractionCreate, ({ id }) => heard.push(id));
  const member = guild.member('Ada');

  const message = await member.says(channel, `${discord.bot.mention} hello`);
  discord.gateway.redeliver(message);
  const interaction = await member.runs('/ask', {}, { in: channel });
  discord.gateway.redeliver(interaction);
  await discord.bot.settles();

  expect(heard).toEqual([message.id, message.id, interaction.id, interaction.id]);
});

test('places and people made while the bot is connected reach it', async () => {
  const discord = await startDiscord({ privileged: ['GuildMembers'] });
  const client = await connect(discord, { intents: [...LEAST_INTENTS, GatewayIntentBits.GuildMembers] });
  const guild = discord.guild('late', { locale: 'zh-TW' });
  const channel = guild.channel('new');
  const thread = channel.thread('topic');
  const post = guild.forum('forum').thread('post');
  const member = guild.member('Ada');
  await discord.bot.settles();

  const known = client.guilds.cache.get(guild.id);
  expect(known?.preferredLocale).toBe('zh-TW');
  expect(known?.channels.cache.has(channel.id)).toBe(true);
  expect(known?.channels.cache.has(thread.id)).toBe(true);
  expect(known?.channels.cache.get(post.id)?.isThread()).toBe(true);
  expect(known?.members.cache.has(member.id)).toBe(true);
  channel.disappears();
  await discord.bot.settles();
  expect(known?.channels.cache.has(channel.id)).toBe(false);
  discord.assertNoViolations();
});
