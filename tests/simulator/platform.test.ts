// What Discord was in 2026: the rules that make a bot's life harder, each seen through a real discord.js client.
import { ChannelType, type Client, Events, GatewayIntentBits, type Message, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import type { SimulationOptions } from '../../src/simulator/discord.ts';
import { connect, LEAST_INTENTS, startDiscord } from './connected.ts';

async function openGuild(options: SimulationOptions = {}) {
  const discord = await startDiscord(options);
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const ada = guild.member('Ada', { permissions: ['MentionEveryone'] });
  const readsAll = options.privileged?.includes('MessageContent') ?? false;
  const intents = readsAll ? [...LEAST_INTENTS, GatewayIntentBits.MessageContent] : LEAST_INTENTS;
  const client = await connect(discord, { intents });
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => {
    if (message.author.id !== discord.bot.id) heard.push(message);
  });
  return { discord, guild, channel, ada, client, heard };
}

const READS_ALL: SimulationOptions = { privileged: ['MessageContent'] };

function answersCommands(client: Client): Promise<unknown> {
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('an answer');
  });
  return client.application?.commands.set([{ name: 'ask', description: 'Ask' }]) ?? Promise.resolve();
}

test('a reply to the answer of a slash command neither pings the bot nor carries its text', async () => {
  const { discord, channel, ada, client, heard } = await openGuild();
  await answersCommands(client);
  const answer = await discord.bot.answered(await ada.runs('/ask', {}, { in: channel }));
  const reply = await ada.says(channel, 'why?', { replyTo: answer });
  await ada.says(channel, `${discord.bot.mention} why?`, { replyTo: answer });
  await ada.edits(reply, 'why though?');
  await discord.bot.settles();
  expect(heard.map(({ content }) => content)).toEqual(['', `${discord.bot.mention} why?`]);
  expect(heard[0]?.mentions.users.size).toBe(0);
  expect(heard[0]?.mentions.repliedUser?.id).toBe(discord.bot.id);
  discord.assertNoViolations();
});

test('nobody replies to an ephemeral message', async () => {
  const { discord, channel, ada, client } = await openGuild();
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'between us', flags: MessageFlags.Ephemeral });
  });
  await client.application?.commands.set([{ name: 'ask', description: 'Ask' }]);
  const answer = await discord.bot.answered(await ada.runs('/ask', {}, { in: channel }));
  await expect(ada.says(channel, 'why?', { replyTo: answer })).rejects.toThrow('it is ephemeral');
  discord.assertNoViolations();
});

test('over REST, too, only what was meant for the bot keeps its text', async () => {
  const { discord, channel, ada, client } = await openGuild();
  const plain = await ada.says(channel, 'among ourselves');
  const meant = await ada.says(channel, `${discord.bot.mention} for you`, { replyTo: plain });
  const place = await client.channels.fetch(channel.id);
  if (!place?.isTextBased()) throw new Error('no text channel');
  expect((await place.messages.fetch(plain.id)).content).toBe('');
  expect((await place.messages.fetch(meant.id)).content).toContain('for you');
  expect([...(await place.messages.fetch({ limit: 2 })).values()].map(({ content }) => content)).toContain(
    '',
  );
  const read = await openGuild(READS_ALL);
  const open = await read.ada.says(read.channel, 'among ourselves');
  const other = await read.client.channels.fetch(read.channel.id);
  if (!other?.isTextBased()) throw new Error('no text channel');
  expect((await other.messages.fetch(open.id)).content).toBe('among ourselves');
  discord.assertNoViolations();
});

test('a forward brings a snapshot without author, and only of what one may read', async () => {
  const { discord, guild, ada, channel, heard } = await openGuild(READS_ALL);
  const told = await guild.member('Leo').says(guild.channel('news'), 'what was told');
  await ada.forwards(told, channel);
  await discord.bot.settles();
  const forward = heard.at(-1);
  expect(forward?.content).toBe('');
  expect(forward?.messageSnapshots.first()?.content).toBe('what was told');
  const sent = JSON.stringify(discord.log.entries());
  expect(/"message_snapshots":\[\{"message":(\{.*?\})\}\]/.exec(sent)?.[1]).not.toContain('author');
  await expect(discord.person('Eve').forwards(told, channel)).rejects.toThrow('no place there');
  discord.assertNoViolations();
});

test('a poll’s text stands in its question and answers, not in its content', async () => {
  const { discord, ada, channel, heard } = await openGuild(READS_ALL);
  await ada.polls(channel, 'Tea or coffee?', ['tea', 'coffee']);
  await discord.bot.settles();
  expect(heard[0]?.content).toBe('');
  expect(heard[0]?.poll?.question.text).toBe('Tea or coffee?');
  expect(heard[0]?.poll?.answers.map(({ text }) => text)).toEqual(['tea', 'coffee']);
  discord.assertNoViolations();
});

test('without the intent forwards and polls arrive empty, stickers do not', async () => {
  const { discord, ada, channel, heard } = await openGuild();
  const told = await ada.says(channel, 'what was told');
  await ada.forwards(told, channel);
  await ada.polls(channel, 'Tea or coffee?', ['tea']);
  await ada.says(channel, '', { stickers: ['wave'] });
  await discord.bot.settles();
  expect(heard[1]?.messageSnapshots.size).toBe(0);
  expect(heard[2]?.poll).toBeNull();
  expect(heard[3]?.stickers.map(({ name }) => name)).toEqual(['wave']);
  discord.assertNoViolations();
});

test('a webhook’s message may hold nothing but an embed', async () => {
  const { discord, channel, heard } = await openGuild(READS_ALL);
  await channel.hearsWebhook('News', '', [{ title: 'Today', description: 'nothing new' }]);
  await discord.bot.settles();
  expect(heard[0]?.content).toBe('');
  expect(heard[0]?.embeds[0]?.title).toBe('Today');
  discord.assertNoViolations();
});

test('a forum post is a thread of that title, and its first message has the thread’s id', async () => {
  const { discord, guild, ada, heard } = await openGuild();
  const forum = guild.forum('questions');
  const body = await ada.posts(forum, 'Why do clocks tick?', `${discord.bot.mention} as above`);
  await discord.bot.settles();
  const channel = heard[0]?.channel;
  expect(body.id).toBe(body.channelId);
  expect(channel?.isThread() && [channel.name, channel.parentId, channel.ownerId]).toEqual([
    'Why do clocks tick?',
    forum.id,
    ada.id,
  ]);
  await expect(ada.posts(guild.channel('plain'), 'x', 'y')).rejects.toThrow('it is no forum');
  discord.assertNoViolations();
});

test('people write in voice, stage and announcement channels, and categories hold channels', async () => {
  const { discord, guild, ada, heard } = await openGuild();
  const category = guild.category('Talk');
  for (const kind of ['voice', 'stage', 'announcement'] as const)
    await ada.says(guild.channel(kind, { kind, category }), `${discord.bot.mention} hello`);
  await discord.bot.settles();
  expect(heard.map(({ channel }) => channel.type)).toEqual([
    ChannelType.GuildVoice,
    ChannelType.GuildStageVoice,
    ChannelType.GuildAnnouncement,
  ]);
  expect(heard.map(({ channel }) => 'parentId' in channel && channel.parentId)).toEqual(
    heard.map(() => category.id),
  );
  await expect(ada.says(category, 'x')).rejects.toThrow('nobody writes there');
  discord.assertNoViolations();
});

test('without CONNECT nobody writes in a voice channel', async () => {
  const { guild, client } = await openGuild();
  const voice = guild.channel('voice', { kind: 'voice' });
  voice.forbidsBot('Connect');
  const place = await client.channels.fetch(voice.id);
  await expect(place?.isSendable() ? place.send('x') : undefined).rejects.toMatchObject({ code: 50013 });
});

test('a mention of the bot’s own role arrives without text, and says which role', async () => {
  const { discord, guild, ada, channel, heard } = await openGuild();
  const role = guild.botRole;
  await ada.says(channel, `<@&${role?.id}> why?`);
  await discord.bot.settles();
  expect(heard[0]?.content).toBe('');
  expect(heard[0]?.mentions.roles.map(({ id }) => id)).toEqual([role?.id]);
  expect(heard[0]?.mentions.roles.first()?.managed).toBe(true);
  expect(heard[0]?.guild?.members.me?.roles.botRole?.id).toBe(role?.id);
  discord.assertNoViolations();
});

test('whoever writes in a thread takes part in it', async () => {
  const { discord, ada, channel, client } = await openGuild();
  const thread = channel.thread('further');
  await ada.says(thread, 'hello');
  const place = await client.channels.fetch(thread.id);
  if (!place?.isThread()) throw new Error('no thread');
  expect(place.joined).toBe(false);
  await place.send('an answer');
  await discord.bot.settles();
  expect(place.joined).toBe(true);
  expect(place.memberCount).toBe(2);
  discord.assertNoViolations();
});

test('a message wakes an archived thread, an edit does not, and a locked one takes neither', async () => {
  const { discord, ada, channel, client } = await openGuild();
  const thread = channel.thread('old');
  const place = await client.channels.fetch(thread.id);
  if (!place?.isThread()) throw new Error('no thread');
  const answer = await place.send('an answer');
  thread.isArchived(true);
  await expect(answer.edit('another')).rejects.toMatchObject({ code: 50083 });
  await place.send('awake');
  await discord.bot.settles();
  expect(place.archived).toBe(false);
  thread.isLocked(true);
  await expect(place.send('x')).rejects.toMatchObject({ code: 160005 });
  await expect(ada.says(thread, 'x')).rejects.toThrow('it is locked');
  discord.assertNoViolations();
});

test('timed out, the bot reads and cannot write, and is told until when', async () => {
  const { discord, guild, channel, client } = await openGuild({ now: Date.now });
  guild.timesOutBot(60_000);
  await discord.bot.settles();
  const place = await client.channels.fetch(channel.id);
  if (!place?.isSendable() || place.isDMBased()) throw new Error('no channel of the guild');
  expect(place.guild.members.me?.isCommunicationDisabled()).toBe(true);
  await expect(place.send('x')).rejects.toMatchObject({ code: 50013 });
  await expect(place.messages.fetch({ limit: 1 })).resolves.toBeDefined();
  discord.clock.advance(60_001);
  await expect(place.send('x')).resolves.toBeDefined();
  discord.assertNoViolations();
});

test('times are written with an offset and microseconds', async () => {
  const { discord, ada, channel } = await openGuild();
  await ada.says(channel, 'now');
  await discord.bot.settles();
  const created = discord.log.entries().find((entry) => 'name' in entry && entry.name === 'MESSAGE_CREATE');
  expect(JSON.stringify(created)).toContain('"timestamp":"2026-01-01T00:00:00.000000+00:00"');
  discord.assertNoViolations();
});
