import { expect, it } from 'vitest';
import { embedOf, startBot } from './stage.ts';

it('answers a mention with the interview’s own words', async () => {
  const { discord, logged } = await startBot();
  const guild = discord.guild('读书会', { locale: 'zh-CN' });
  const channel = guild.channel('general');
  const mia = guild.member('Mia', { locale: 'zh-CN' });
  const asked = await mia.says(channel, `${discord.bot.mention} AI全球治理面临的最大挑战是什么?`);
  const answer = await discord.bot.replied({ to: asked });
  expect(embedOf(answer).description).toContain('三轨并行');
  discord.assertNoViolations();
});
