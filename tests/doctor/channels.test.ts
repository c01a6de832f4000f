import { expect, it, test } from 'vitest';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import { diagnose, openDiscord, register } from './patient.ts';

async function openClub() {
  const discord = await openDiscord({ privileged: ['MessageContent'] });
  await register(discord);
  const guild = discord.guild('Club');
  return { discord, guild, channel: guild.channel('questions') };
}

function diagnoseChannels(discord: SimulatedDiscord, ...ids: readonly string[]) {
  const channels = [{ variable: 'ASK_CHANNELS', ids }];
  return diagnose(discord, { settings: { channels, asksForContent: true } });
}

test('a channel in which the bot may do everything is ok, named with its server and its list', async () => {
  const { discord, channel } = await openClub();
  const { text, status } = await diagnoseChannels(discord, channel.id);
  expect(status).toBe(0);
  expect(text).toContain('ok       Channel #questions in Club (ASK_CHANNELS)');
});

test('an interview that is given to a channel, and is not loaded, is a problem that names those that are', async () => {
  const { discord, channel } = await openClub();
  const channels = [{ variable: 'CHANNEL_INTERVIEWS', ids: [channel.id] }];
  const { problems, text } = await diagnose(discord, {
    settings: { channels, interviews: ['song-haitao', 'gone'], asksForContent: true },
  });
  expect(text).toContain('ok       Channel #questions in Club (CHANNEL_INTERVIEWS)');
  expect(problems).toEqual([
    expect.objectContaining({
      what: expect.stringContaining('the interview gone'),
      mend: expect.stringContaining('song-haitao'),
    }),
  ]);
});

it.each([
  ['SendMessages', 'Send Messages (to answer)'],
  ['EmbedLinks', 'Embed Links'],
  ['ReadMessageHistory', 'Read Message History'],
  ['SendMessagesInThreads', 'Send Messages in Threads'],
] as const)('a channel without %s is a problem that names it', async (permission, label) => {
  const { discord, channel } = await openClub();
  channel.forbidsBot(permission);
  const { problems, status } = await diagnoseChannels(discord, channel.id);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining(`lacks ${label}`)]);
  expect(status).toBe(1);
});

test('a channel that the bot cannot see, and one that is gone, are told apart', async () => {
  const { discord, guild, channel } = await openClub();
  channel.forbidsBot('ViewChannel');
  const gone = guild.channel('gone');
  gone.disappears();
  const { problems } = await diagnoseChannels(discord, channel.id, gone.id);
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringContaining('cannot see it'),
    expect.stringContaining('no such channel'),
  ]);
  expect(problems[1]?.mend).toContain('ASK_CHANNELS');
});

test('a category stands for its channels, and the doctor says so', async () => {
  const { discord, guild } = await openClub();
  const category = guild.category('Talk');
  const { text, status } = await diagnoseChannels(discord, category.id);
  expect(status).toBe(0);
  expect(text).toContain(
    '#Talk in Club (ASK_CHANNELS): a category; the setting holds for every channel in it',
  );
  category.forbidsBot('EmbedLinks');
  expect((await diagnoseChannels(discord, category.id)).problems).toHaveLength(1);
});

test('a forum needs no permission to send outside its posts, and a post has its forum’s permissions', async () => {
  const { discord, guild } = await openClub();
  const forum = guild.forum('help');
  const post = forum.thread('How?');
  forum.forbidsBot('SendMessages');
  expect(await diagnoseChannels(discord, forum.id, post.id)).toMatchObject({ status: 0 });
  forum.forbidsBot('SendMessagesInThreads');
  const { problems } = await diagnoseChannels(discord, forum.id, post.id);
  expect(problems).toHaveLength(2);
});

test('a channel on two lists is examined once, and its server asked about once', async () => {
  const { discord, guild, channel } = await openClub();
  const other = guild.channel('other');
  const before = discord.log.entries().length;
  const channels = [
    { variable: 'ASK_CHANNELS', ids: [channel.id] },
    { variable: 'ALLOW_CHANNELS', ids: [channel.id, other.id] },
  ];
  const { text } = await diagnose(discord, { settings: { channels, asksForContent: true } });
  expect(text).toContain('(ASK_CHANNELS, ALLOW_CHANNELS)');
  const asked = discord.log
    .entries()
    .slice(before)
    .flatMap((entry) => (entry.kind === 'request' ? [entry.route] : []));
  expect(asked.filter((route) => route === 'get_channel')).toHaveLength(2);
  expect(asked.filter((route) => route === 'get_guild')).toHaveLength(1);
});

test('direct messages are no channel to list', async () => {
  const { discord, guild } = await openClub();
  const { problems } = await diagnoseChannels(discord, guild.member('Mia').directChannel().id);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('not a channel')]);
});

test('without a list, what the bot’s roles lack in a server is a problem', async () => {
  const { discord } = await openClub();
  discord.guild('Strict', { everyoneMay: ['ViewChannel', 'SendMessages'] });
  const { problems } = await diagnose(discord);
  expect(problems.map(({ what }) => what)).toEqual([expect.stringContaining('Server Strict')]);
});
