import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { embedOf, joinDiscord, openClub, startBot } from './stage.ts';

const QUESTION = 'AI全球治理面临的最大挑战是什么?';

/** The channel `general` answers every question; `other` does not. */
async function openAskChannel(limits = { memberPerMinute: 0, channelPerMinute: 0 }) {
  const discord = await simulateDiscord({ privileged: ['MessageContent'], timeoutMs: 10_000 });
  const club = openClub(discord);
  const other = club.guild.channel('other');
  const stage = await joinDiscord(discord, { channels: { ask: [club.channel.id] }, limits });
  await discord.ready();
  return { ...stage, ...club, other, leo: club.guild.member('Leo') };
}

describe('a channel for questions', () => {
  it('answers a question without a mention, in its threads as well', async () => {
    const { discord, channel, mia } = await openAskChannel();
    for (const place of [channel, channel.thread('AI')]) {
      const answer = await discord.bot.replied({ to: await mia.says(place, QUESTION) });
      expect(embedOf(answer).description).toContain('三轨并行');
    }
    discord.assertNoViolations();
  });

  it.each([
    '今天天气真好',
    '为什么?',
    '北京明天会下雨吗?',
    '足球比赛是几点开始的呢?',
    '有人能告诉我你是谁吗?',
    'can you give me a summary of this interview?',
    'what questions can I ask you here?',
    '看 https://example.org AI全球治理面临的最大挑战是什么?',
    '@everyone AI全球治理面临的最大挑战是什么?',
  ])('stays silent at %s', async (words) => {
    const { discord, channel, mia } = await openAskChannel();
    await discord.bot.staysSilent({ after: await mia.says(channel, words) });
  });

  it('stays silent in other people’s conversations', async () => {
    const { discord, channel, mia, leo } = await openAskChannel();
    await discord.bot.staysSilent({ after: await mia.says(channel, `${leo.mention} ${QUESTION}`) });
    const said = await leo.says(channel, '我觉得治理很难');
    await discord.bot.staysSilent({ after: await mia.says(channel, QUESTION, { replyTo: said }) });
    await discord.bot.staysSilent({
      after: await mia.says(channel, QUESTION, { replyTo: said, ping: false }),
    });
  });

  it('still abstains aloud where it is mentioned', async () => {
    const { discord, channel, mia } = await openAskChannel();
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`) });
  });

  it('falls silent over the limit, without a notice', async () => {
    const { discord, channel, mia } = await openAskChannel({ memberPerMinute: 1, channelPerMinute: 0 });
    await discord.bot.replied({ to: await mia.says(channel, QUESTION) });
    await discord.bot.staysSilent({ after: await mia.says(channel, QUESTION) });
  });

  it('leaves the other channels to mentions', async () => {
    const { discord, other, mia } = await openAskChannel();
    await discord.bot.staysSilent({ after: await mia.says(other, QUESTION) });
  });

  it('needs an intent, and the bot says where to switch it on', async () => {
    const discord = await simulateDiscord({ timeoutMs: 10_000 });
    const { channel } = openClub(discord);
    const { ended, logged } = await joinDiscord(discord, { channels: { ask: [channel.id] } });
    expect(await ended).toBe(78);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('Message Content Intent');
    expect(logged[0]).toContain('ASK_CHANNELS');
  });
});

describe('everyday lines of a chat', () => {
  it('make the bot speak at most once in fifty', async () => {
    const lines = readFileSync('tests/discord/everyday.jsonl', 'utf8').trim().split('\n');
    expect(lines).toHaveLength(50);
    const { discord, channel, mia } = await openAskChannel();
    for (const line of lines) await mia.says(channel, JSON.parse(line).text);
    await discord.bot.settles();
    const spoken = discord.bot.messagesIn(channel);
    expect(spoken.length, discord.transcript()).toBeLessThanOrEqual(1);
    // It was listening.
    await discord.bot.replied({ to: await mia.says(channel, QUESTION) });
    discord.assertNoViolations();
  });
});

describe('allow and deny lists', () => {
  async function openQuiet(lists: (ids: { readonly channel: string; readonly other: string }) => object) {
    const discord = await simulateDiscord({ timeoutMs: 10_000 });
    const club = openClub(discord);
    const other = club.guild.channel('other');
    await joinDiscord(discord, { channels: lists({ channel: club.channel.id, other: other.id }) });
    await discord.ready();
    await discord.bot.registered('ask');
    return { discord, ...club, other };
  }

  it.each([
    ['allowed elsewhere only', ({ channel }: { channel: string }) => ({ allow: [channel] })],
    ['denied', ({ other }: { other: string }) => ({ deny: [other] })],
  ])('keep the bot silent where it is %s, and its commands private', async (_, lists) => {
    const { discord, channel, other, mia } = await openQuiet(lists);
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    for (const place of [other, other.thread('AI')]) {
      await discord.bot.staysSilent({ after: await mia.says(place, `${discord.bot.mention} ${QUESTION}`) });
    }
    const answer = await discord.bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: other }));
    expect(answer.ephemeralTo).toBe(mia.id);
    const kept = await discord.bot.answered(await mia.presses(answer, '分享给大家'));
    expect(embedOf(kept).description).toContain('不能在这个频道发言');
    expect((await discord.bot.answered(await mia.runs('/bio', {}, { in: other }))).ephemeralTo).toBe(mia.id);
    await discord.bot.replied({ to: await mia.directMessages(QUESTION) });
    discord.assertNoViolations();
  });
});

describe('joining a server', () => {
  it('says nothing anywhere', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    await discord.bot.staysSilent({ after: await mia.says(channel, '欢迎!') });
  });
});
