import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, startDiscord } from './connected.ts';

test('a member mentions the bot and reads its reply', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('开源社', { locale: 'zh-CN' });
  const channel = guild.channel('ask');
  const member = guild.member('小明', { locale: 'zh-CN' });
  const client = await connect(discord);
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot) await message.reply(`heard: ${message.cleanContent}`);
  });

  const question = await member.says(channel, `${discord.bot.mention} 治理是什么?`);
  const reply = await discord.bot.replied({ to: question });

  expect(reply.content).toBe('heard: @Verbatim 治理是什么?');
  expect(discord.transcript()).toBe(
    ['#ask 小明: @Verbatim 治理是什么?', '#ask Verbatim ↩ 小明: heard: @Verbatim 治理是什么?'].join('\n'),
  );
  discord.assertNoViolations();
});
