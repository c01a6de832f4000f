import { expect, it } from 'vitest';
import { invented } from '../answer/interviews.ts';
import { embedOf, startBot } from './stage.ts';

it.each([
  {
    locale: 'zh-CN',
    question: 'AI全球治理面临的最大挑战是什么?',
    speaker: '宋海涛',
    cites: '第3问（共5问）',
  },
  {
    locale: 'zh-TW',
    question: 'AI全球治理面臨的最大挑戰是什麼？',
    speaker: '宋海涛',
    cites: '第 3 問（共 5 問）',
  },
])(
  'answers a mention in $locale with the interview’s own words',
  async ({ locale, question, speaker, cites }) => {
    const { discord } = await startBot();
    const guild = discord.guild('读书会', { locale });
    const channel = guild.channel('general');
    const mia = guild.member('Mia', { locale });
    const asked = await mia.says(channel, `${discord.bot.mention} ${question}`);
    const answer = await discord.bot.replied({ to: asked });
    const embed = embedOf(answer);
    expect(embed.speaker).toContain(speaker);
    expect(embed.title).toBe('AI全球治理面临的最大挑战是什么?');
    expect(embed.description).toContain('> 大致来看,当前AI全球治理呈现“三轨并行”的复杂格局');
    expect(embed.citation).toContain(cites);
    expect(answer.mentions.userIds).toEqual([]);
    discord.assertNoViolations();
  },
);

it('answers in English, from an English interview', async () => {
  const { discord } = await startBot(undefined, { knowledge: invented });
  const guild = discord.guild('Clock club');
  const channel = guild.channel('general');
  const ada = guild.member('Ada');
  const asked = await ada.says(channel, `How does a tide clock work, ${discord.bot.mention}?`);
  const { description, speaker, citation } = embedOf(await discord.bot.replied({ to: asked }));
  expect(speaker).toBe('Ysolde Marrack, Restorer of tide clocks, Port Hennet');
  expect(description).toMatch(/^> /);
  expect(citation).toMatch(/question 1 of 10, paragraph/);
  discord.assertNoViolations();
});
