import { describe, expect, it } from 'vitest';
import { controlOf, embedOf, firstQuestionIn, openClub, startBot } from './stage.ts';

describe('direct messages', () => {
  it.each([
    ['zh-CN', 'AI全球治理面临的最大挑战是什么?', '第3问（共5问）'],
    ['zh-TW', 'AI全球治理面臨的最大挑戰是什麼？', '第 3 問（共 5 問）'],
  ])('are answered without a mention (%s)', async (locale, question, cites) => {
    const { discord } = await startBot();
    const leo = discord.person('Leo', { locale });
    const answer = await discord.bot.replied({ to: await leo.directMessages(question) });
    expect(embedOf(answer).citation).toContain(cites);
    discord.assertNoViolations();
  });
});

describe('replies with ping', () => {
  it('to the bot’s own message are answered', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const asked = await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
    const answer = await discord.bot.replied({ to: asked });
    const next = await mia.says(channel, '具身智能可否为国际合作创造新机遇?', { replyTo: answer });
    expect(embedOf(await discord.bot.replied({ to: next })).title).toContain('具身智能');
    discord.assertNoViolations();
  });
});

describe('what the interview does not cover', () => {
  it.each([
    ['zh-CN', '北京明天会下雨吗?', '采访没有'],
    ['zh-TW', '臺北明天會下雨嗎？', '訪談沒有'],
    ['en-US', 'How do I bake sourdough bread?', 'The interview does not'],
  ])('is said kindly, with the nearest questions (%s)', async (locale, question, words) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, locale);
    const answer = await discord.bot.replied({
      to: await mia.says(channel, `${discord.bot.mention} ${question}`),
    });
    const { description } = embedOf(answer);
    expect(description).toContain(words);
    expect(description.split('\n').length).toBeGreaterThan(2);
    discord.assertNoViolations();
  });

  it('is answered in place once a suggested question is chosen', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const asked = await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`);
    const offer = await discord.bot.replied({ to: asked });
    const { value, label } = firstQuestionIn(offer, '选择你想问的问题');
    const chosen = await mia.selects(offer, controlOf(offer, '选择你想问的问题'), [value]);
    expect(embedOf(await discord.bot.answered(chosen)).title).toBe(label);
    expect(discord.bot.messagesIn(channel)).toHaveLength(1);
    discord.assertNoViolations();
  });
});

describe('greetings and empty mentions', () => {
  it.each([
    ['你好', '你好！', '例如：'],
    ['您好', '你好！', '例如：'],
    ['hello', 'Hello!', 'For example: '],
  ])('%s gets one friendly line with an example', async (words, hello, example) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const answer = await discord.bot.replied({
      to: await mia.says(channel, `${discord.bot.mention} ${words}`),
    });
    expect(embedOf(answer).description).toContain(hello);
    expect(embedOf(answer).description).toContain(example);
    expect(embedOf(answer).description.split('\n')).toHaveLength(1);
  });

  it.each([
    ['zh-CN', '怎么提问'],
    ['zh-TW', '如何提問'],
    ['en-US', 'How to ask'],
    ['fr', 'How to ask'],
  ])('an empty mention gets the guide in the server’s language (%s)', async (locale, title) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, locale);
    const answer = await discord.bot.replied({ to: await mia.says(channel, discord.bot.mention) });
    expect(embedOf(answer).title).toBe(title);
    discord.assertNoViolations();
  });
});

describe('threads', () => {
  it('and forum posts are answered where the question is', async () => {
    const { discord } = await startBot();
    const { guild, channel, mia } = openClub(discord);
    for (const place of [channel.thread('AI'), guild.forum('提问').thread('治理')]) {
      const asked = await mia.says(place, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
      await discord.bot.replied({ to: asked });
    }
    discord.assertNoViolations();
  });
});

describe('the context menu', () => {
  it.each([
    ['zh-CN', '提问：'],
    ['zh-TW', '提問：'],
    ['en-US', 'Question: '],
  ])('answers privately about any message (%s)', async (locale, line) => {
    const { discord } = await startBot();
    const { channel, guild, mia } = openClub(discord, locale);
    const leo = guild.member('Leo');
    const message = await leo.says(channel, '我想知道AI全球治理面临的最大挑战是什么');
    const answer = await discord.bot.answered(await mia.usesOn('Ask the interview', message));
    expect(answer.ephemeralTo).toBe(mia.id);
    expect(answer.content).toContain(line);
    expect(embedOf(answer).description).toContain('三轨并行');
    discord.assertNoViolations();
  });
});

describe('an `asked as` wording', () => {
  it('gets the sentences that answer this wording, not only its exchange', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, 'en-US');
    const asked = await mia.says(
      channel,
      `${discord.bot.mention} Does China release its large models as open source?`,
    );
    expect(embedOf(await discord.bot.replied({ to: asked })).description).toContain('率先发布了开源大模型');
    discord.assertNoViolations();
  });
});
