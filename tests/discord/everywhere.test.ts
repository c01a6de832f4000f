import { describe, expect, it } from 'vitest';
import type { Unanswered } from '../../src/discord/desk/journal.ts';
import { controlOf, embedOf, firstQuestionIn, openClub, startBot } from './stage.ts';

const QUESTION = 'AI全球治理面临的最大挑战是什么?';

describe('installed by a member', () => {
  it('answers with its citation in any server, direct or group message', async () => {
    const { discord } = await startBot();
    const guild = discord.guild('Elsewhere', { locale: 'en-US', botIsMember: false });
    const mia = guild.member('Mia', { locale: 'zh-CN', hasInstalled: true });
    const leo = discord.person('Leo');
    const places = [guild.channel('general'), discord.group('Friends', [mia, leo]), mia.directChannel()];
    for (const place of places) {
      const answer = await discord.bot.answered(
        await mia.runs('/ask', { question: QUESTION }, { in: place }),
      );
      expect(embedOf(answer).citation).toContain('第3问（共5问）');
      const full = await discord.bot.answered(await mia.presses(answer, '完整回答'));
      expect(embedOf(full).description).toContain('三轨并行');
      const about = await discord.bot.answered(await mia.presses(answer, '关于这段引文'));
      expect(embedOf(about).description).toContain('**在原文中的位置');
      const message = await mia.says(place, QUESTION);
      const own = await discord.bot.answered(await mia.usesOn('Ask the interview', message));
      const shared = await discord.bot.followedUp(await mia.presses(own, '分享给大家'));
      expect(shared.content).toContain('由Mia分享');
    }
    discord.assertNoViolations();
  });

  it('lets the asker dismiss an answer where the bot is no member', async () => {
    const { discord } = await startBot();
    const guild = discord.guild('Elsewhere', { botIsMember: false });
    const mia = guild.member('Mia', { locale: 'zh-CN', hasInstalled: true });
    const channel = guild.channel('general');
    const answer = await discord.bot.answered(
      await mia.runs('/ask', { question: QUESTION }, { in: channel }),
    );
    await mia.presses(answer, '移除');
    await discord.bot.deleted(answer);
    discord.assertNoViolations();
  });
});

describe('/status', () => {
  it.each([
    ['zh-CN', '宋海涛', '作答50%', '每位成员每分钟6个问题'],
    ['zh-TW', '宋海涛', '回答 50%', '每位成員每分鐘 6 個問題'],
    ['en-US', 'West-East Talk', '50% answered', '6 questions a minute for each member'],
  ])('tells those who manage the server how the bot is doing (%s)', async (locale, title, rate, limit) => {
    let now = 0;
    const limits = { memberPerMinute: 6, channelPerMinute: 0 };
    const { discord } = await startBot(undefined, { limits, clock: () => now });
    const { guild, channel, mia } = openClub(discord, locale);
    const boss = guild.member('Boss', { locale, permissions: ['ManageGuild'] });
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`) });
    // Words to the bot are no questions.
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} 谢谢`) });
    await discord.bot.settles();
    now = ((25 * 60 + 3) * 60 + 1) * 1000;
    const status = await discord.bot.answered(await boss.runs('/status', {}, { in: channel }));
    expect(status.ephemeralTo).toBe(boss.id);
    const { description } = embedOf(status);
    for (const words of [title, rate, limit, '1.2.3', '2025']) expect(description).toContain(words);
    expect(description).toMatch(/1 ?(?:d|天) ?1 ?(?:h|小时|小時) ?3 ?(?:min|分)/);
    expect(description).toMatch(/[0-9a-f]{12}/);
    discord.assertNoViolations();
  });
});

describe('the port for unanswered questions', () => {
  it('gets abstentions and suggestions, and learns when a suggestion is taken', async () => {
    const recorded: (Unanswered & { readonly key: string })[] = [];
    const taken: string[] = [];
    const unanswered = {
      record: (key: string, entry: Unanswered) => void recorded.push({ key, ...entry }),
      taken: (key: string) => void taken.push(key),
    };
    const { discord } = await startBot(undefined, { unanswered });
    const { channel, mia } = openClub(discord);
    const asked = await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`);
    const offer = await discord.bot.replied({ to: asked });
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} 你好`) });
    expect(recorded.map(({ key, question }) => [key, question])).toEqual([[asked.id, '北京明天会下雨吗?']]);
    const control = controlOf(offer, '选择你想问的问题');
    const { value } = firstQuestionIn(offer, '选择你想问的问题');
    await discord.bot.answered(await mia.selects(offer, control, [value]));
    const run = await mia.runs('/ask', { question: '北京明天会下雨吗?' }, { in: channel });
    const second = await discord.bot.answered(run);
    await discord.bot.answered(await mia.selects(second, control, [value]));
    await discord.bot.settles();
    expect(taken).toEqual([asked.id, run.id]);
    expect(JSON.stringify(recorded)).not.toContain(mia.id);
  });
});
