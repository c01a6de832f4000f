import { DiscordAPIError, Events, type SendableChannels } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, startDiscord } from './connected.ts';

const startWithChannel = async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord);
  return { discord, guild, channel, client, place: await sendable(client, channel.id) };
};

const sendable = async (
  client: Awaited<ReturnType<typeof connect>>,
  id: string,
): Promise<SendableChannels> => {
  const place = await client.channels.fetch(id);
  if (!place?.isSendable()) throw new Error(`cannot send in ${id}`);
  return place;
};

const codeOf = async (request: Promise<unknown>): Promise<unknown> => {
  const error = await request.catch((refusal: unknown) => refusal);
  return error instanceof DiscordAPIError ? error.code : 'no refusal';
};

test('the bot sends, edits, reads, lists and deletes its message', async () => {
  const { discord, channel, place } = await startWithChannel();
  const sent = await place.send({
    content: 'first',
    files: [{ attachment: Buffer.from('x'), name: 'a.txt' }],
  });
  await sent.edit('second');
  const listed = await place.messages.fetch({ limit: 10 });
  expect(listed.map(({ content }) => content)).toEqual(['second']);
  expect(channel.messages()[0]?.attachments[0]?.filename).toBe('a.txt');
  await sent.delete();
  expect(channel.messages()).toEqual([]);
  expect(await codeOf(sent.edit('third'))).toBe(10008);
  discord.assertNoViolations();
});

test('pages of messages are cut before, after and around', async () => {
  const { guild, channel, place } = await startWithChannel();
  const member = guild.member('Ada');
  for (const text of ['1', '2', '3', '4', '5']) await member.says(channel, text);
  const ids = channel.messages().map(({ id }) => id);
  const page = async (options: object) =>
    [...(await place.messages.fetch(options)).values()].map(({ id }) => ids.indexOf(id) + 1);
  expect(await page({ before: ids[2], limit: 1 })).toEqual([2]);
  expect(await page({ after: ids[2], limit: 1 })).toEqual([4]);
  expect(await page({ around: ids[2], limit: 3 })).toEqual([4, 3, 2]);
  expect(await page({ limit: 2 })).toEqual([5, 4]);
});

test('a reply to a deleted message fails unless the bot says that it need not', async () => {
  const { discord, guild, channel, client, place } = await startWithChannel();
  const member = guild.member('Ada');
  const gone = await member.says(channel, 'soon gone');
  await member.deletes(gone);

  const strict = place.send({ content: 'x', reply: { messageReference: gone.id, failIfNotExists: true } });
  const error = await strict.catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ code: 50035 });
  expect(JSON.stringify(error)).toContain('MESSAGE_REFERENCE_UNKNOWN_MESSAGE');

  await place.send({ content: 'y', reply: { messageReference: gone.id, failIfNotExists: false } });
  const [message] = discord.bot.messagesIn(channel);
  expect(message?.content).toBe('y');
  expect(message?.reference).toBeUndefined();
  expect(client.isReady()).toBe(true);
  discord.assertNoViolations();
});

test('an enforced nonce makes one message of two requests, for some minutes', async () => {
  const { discord, channel, place } = await startWithChannel();
  const send = () => place.send({ content: 'once', nonce: 'hash', enforceNonce: true });
  const [first, second] = [await send(), await send()];
  expect(second.id).toBe(first.id);
  discord.clock.advance(6 * 60_000);
  expect((await send()).id).not.toBe(first.id);
  await place.send({ content: 'again', nonce: 'hash' });
  expect(discord.bot.messagesIn(channel)).toHaveLength(3);
});

test('permissions, deleted channels and forums refuse with their codes', async () => {
  const { discord, guild, channel, place } = await startWithChannel();
  const other = await guild.member('Ada').says(channel, 'mine');
  expect(await codeOf(place.messages.delete(other.id))).toBe(50013);
  expect(await codeOf(place.messages.edit(other.id, 'theirs'))).toBe(50005);
  channel.forbidsBot('ReadMessageHistory');
  expect(await codeOf(place.send({ content: 'x', reply: { messageReference: other.id } }))).toBe(160002);
  channel.forbidsBot('SendMessages');
  expect(await codeOf(place.send('x'))).toBe(50013);
  expect(await codeOf(place.sendTyping())).toBe(50013);
  channel.forbidsBot('ViewChannel');
  expect(await codeOf(place.send('x'))).toBe(50001);
  channel.disappears();
  expect(await codeOf(place.send('x'))).toBe(10003);
  discord.assertNoViolations();
});

test('the bot sees in its cache which permissions it lacks', async () => {
  const { discord, channel, client } = await startWithChannel();
  channel.forbidsBot('SendMessages');
  await discord.bot.settles();
  const cached = client.channels.cache.get(channel.id);
  if (cached === undefined || cached.isDMBased() || client.user === null) throw new Error('no guild channel');
  expect(cached.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
  expect(cached.permissionsFor(client.user)?.has('ViewChannel')).toBe(true);
});

test('without the permission to embed links, embeds are dropped in silence', async () => {
  const { discord, channel, place } = await startWithChannel();
  channel.forbidsBot('EmbedLinks');
  await place.send({ content: 'x', embeds: [{ title: 'y' }] });
  expect(discord.bot.messagesIn(channel)[0]?.embeds).toEqual([]);
});

test('the bot writes to a person in private and in a thread, and shows that it types', async () => {
  const { discord, guild, channel, client } = await startWithChannel();
  const member = guild.member('Ada');
  await (await client.users.fetch(member.id)).send('hello');
  expect((await discord.bot.said({ in: member.directChannel() })).content).toBe('hello');

  const thread = guild.forum('forum').thread('post');
  const place = await sendable(client, thread.id);
  await place.sendTyping();
  await place.send('in the post');
  expect(member.sees(thread).map(({ content }) => content)).toEqual(['in the post']);
  expect(discord.transcript()).toContain('#forum/post Verbatim is typing…');
  expect(member.sees(channel)).toEqual([]);
  discord.assertNoViolations();
});

test('edits, deletions and purges of people reach the bot', async () => {
  const { discord, guild, channel, client } = await startWithChannel();
  const seen: string[] = [];
  client.on(Events.MessageUpdate, (_, message) => seen.push(`edit ${message.content}`));
  client.on(Events.MessageDelete, () => seen.push('delete'));
  client.on(Events.MessageBulkDelete, (messages) => seen.push(`purge ${messages.size}`));
  const member = guild.member('Ada');
  const moderator = guild.member('Grace', { permissions: ['ManageMessages'] });
  const messages = [];
  for (const text of ['a', 'b', 'c'])
    messages.push(await member.says(channel, `${discord.bot.mention} ${text}`));
  const [first, ...rest] = messages;
  if (first === undefined) throw new Error('nothing was said');
  await member.edits(first, `${discord.bot.mention} A`);
  await moderator.deletes(first);
  await moderator.purges(channel, rest);
  await discord.bot.settles();
  expect(seen).toEqual([`edit ${discord.bot.mention} A`, 'delete', 'purge 2']);
  discord.assertNoViolations();
});

test('people cannot do what their client would not let them do', async () => {
  const { guild, channel, discord } = await startWithChannel();
  const member = guild.member('Ada');
  const other = guild.member('Eve');
  const message = await member.says(channel, 'mine');
  await expect(other.edits(message, 'theirs')).rejects.toThrow('somebody else wrote it');
  await expect(other.deletes(message)).rejects.toThrow('ManageMessages is missing');
  await expect(other.presses(message, 'nothing')).rejects.toThrow('no such button');
  await expect(discord.person('Nobody').says(channel, 'x')).rejects.toThrow('no place there');
});

test('a channel keeps only so many messages', async () => {
  const discord = await startDiscord({ maxMessages: 2 });
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  for (const text of ['1', '2', '3']) await member.says(channel, text);
  expect(channel.messages().map(({ content }) => content)).toEqual(['2', '3']);
});
