import { expect, it } from 'vitest';
import { controlOf, embedOf, firstQuestionIn, openClub, startBot } from './stage.ts';

it('a fault of the bot’s own is told in the log and costs nobody else an answer', async () => {
  const { discord, logged } = await startBot(undefined, {
    unanswered: {
      record: () => undefined,
      taken: () => {
        throw new Error('the disk is full');
      },
    },
  });
  const { channel, mia } = openClub(discord);
  const offer = await discord.bot.replied({
    to: await mia.says(channel, `${discord.bot.mention} 北京明天会下雨吗?`),
  });
  const { value } = firstQuestionIn(offer, '选择你想问的问题');
  await mia.selects(offer, controlOf(offer, '选择你想问的问题'), [value]);
  await discord.bot.settles();
  expect(logged.filter((line) => line.includes('the disk is full'))).toHaveLength(1);
  const next = await mia.says(channel, `${discord.bot.mention} AI治理涵盖了哪些内容?`);
  expect(embedOf(await discord.bot.replied({ to: next })).title).toContain('AI治理');
  discord.assertNoViolations();
});
