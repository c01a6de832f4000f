import { Events, GatewayIntentBits, type Message } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, LEAST_INTENTS, startDiscord } from './connected.ts';

const heardBy = (client: Awaited<ReturnType<typeof connect>>): Message[] => {
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message));
  return heard;
};

test('without Message Content only messages meant for the bot keep their content', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const client = await connect(discord);
  const heard = heardBy(client);

  await member.says(channel, 'not for you', { attachments: ['secret.txt'] });
  await member.says(channel, `${discord.bot.mention} for you`);
  await member.directMessages('in private');
  await discord.bot.settles();

  expect(heard.map(({ content }) => content)).toEqual(['', `<@${discord.bot.id}> for you`, 'in private']);
  expect(heard[0]?.attachments.size).toBe(0);
  discord.assertNoViolations();
});

test('a reply keeps its content only when it pings the bot, and the bot always reads itself', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const client = await connect(discord);
  const heard = heardBy(client);

  const target = await client.channels.fetch(channel.id);
  if (target?.isSendable()) await target.send('an answer');
  const answer = await discord.bot.said({ in: channel });
  await member.says(channel, 'thanks', { replyTo: answer });
  await member.says(channel, 'quietly', { replyTo: answer, ping: false });
  await discord.bot.settles();

  expect(heard.map(({ content }) => content)).toEqual(['an answer', 'thanks', '']);
});

test('an edit of a reply keeps its ping, and so its content', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const client = await connect(discord);
  const edits: (string | null)[] = [];
  client.on(Events.MessageUpdate, (_, message) => edits.push(message.content));
  const target = await client.channels.fetch(channel.id);
  if (target?.isSendable()) await target.send('an answer');
  const answer = await discord.bot.said({ in: channel });

  await member.edits(await member.says(channel, 'thanks', { replyTo: answer }), 'many thanks');
  await member.edits(await member.says(channel, 'quietly', { replyTo: answer, ping: false }), 'more quietly');
  await discord.bot.settles();

  expect(edits).toEqual(['many thanks', '']);
});

test('with Message Content the bot reads everything', async () => {
  const discord = await startDiscord({ privileged: ['MessageContent'] });
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord, { intents: [...LEAST_INTENTS, GatewayIntentBits.MessageContent] });
  const heard = heardBy(client);

  await guild.member('Ada').says(channel, 'for anybody', { attachments: ['notes.txt'] });
  await discord.bot.settles();

  expect(heard[0]?.content).toBe('for anybody');
  expect(heard[0]?.attachments.first()?.name).toBe('notes.txt');
});

test('events whose intent was not asked for are withheld, and the log says so', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord, { intents: [GatewayIntentBits.Guilds] });
  const heard = heardBy(client);

  await guild.member('Ada').says(channel, `${discord.bot.mention} hello`);
  await discord.bot.settles();

  expect(heard).toEqual([]);
  const withheld = discord.log.entries().filter((entry) => entry.kind === 'gateway' && !entry.delivered);
  expect(withheld).toContainEqual(expect.objectContaining({ name: 'MESSAGE_CREATE' }));
});

test('a channel that the bot may not view sends it nothing', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('staff');
  channel.forbidsBot('ViewChannel');
  const client = await connect(discord);
  const heard = heardBy(client);

  await guild.member('Ada').says(channel, `${discord.bot.mention} hello`);
  await discord.bot.settles();

  expect(heard).toEqual([]);
});

test('mentions of users, roles and everyone are those which the sender may make', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const open = guild.role('open', { mentionable: true });
  const closed = guild.role('closed');
  const member = guild.member('Ada');
  const moderator = guild.member('Grace', { permissions: ['MentionEveryone'] });
  const text = `<@&${open.id}> <@&${closed.id}> @everyone ${moderator.mention}`;

  const plain = await member.says(channel, text);
  const loud = await moderator.says(channel, text);

  expect(plain.mentions).toEqual({ userIds: [moderator.id], roleIds: [open.id], everyone: false });
  expect(loud.mentions).toEqual({ userIds: [moderator.id], roleIds: [open.id, closed.id], everyone: true });
});

test("the bot's allowed mentions decide whom its message pings", async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild', { botPermissions: ['MentionEveryone'] });
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const client = await connect(discord);
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot) return;
    const content = `@everyone ${member.mention}`;
    await message.reply({ content, allowedMentions: { parse: [], repliedUser: false } });
    await message.reply({ content, allowedMentions: { parse: ['users'], repliedUser: true } });
    await message.reply({ content });
  });

  const question = await member.says(channel, `${discord.bot.mention} hello`);
  await discord.bot.settles();

  const nobody = { userIds: [], roleIds: [], everyone: false };
  const asker = { userIds: [member.id], roleIds: [], everyone: false };
  const all = { userIds: [member.id], roleIds: [], everyone: true };
  expect(discord.bot.repliesTo(question).map(({ mentions }) => mentions)).toEqual([nobody, asker, all]);
});

test('other bots, webhooks and system messages reach the bot as what they are', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord);
  const heard = heardBy(client);

  await guild.member('Robot', { bot: true }).says(channel, 'beep');
  await channel.hearsWebhook('News', 'extra');
  await channel.announcesJoin(guild.member('Ada'));
  await discord.bot.settles();

  expect(heard.map(({ author }) => author.bot)).toEqual([true, true, false]);
  expect(heard.map(({ webhookId }) => webhookId !== null)).toEqual([false, true, false]);
  expect(heard.map(({ system }) => system)).toEqual([false, false, true]);
});
