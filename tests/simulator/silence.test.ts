import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { UnexpectedSpeech } from '../../src/simulator/people/bot.ts';
import { connect, startDiscord } from './connected.ts';

const startWith = async (answer: 'never' | 'at once' | 'after two requests' | 'by typing') => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const client = await connect(discord);
  client.on(Events.MessageCreate, async (message) => {
    if (message.author.bot || answer === 'never' || !message.channel.isSendable()) return;
    if (answer === 'by typing') return message.channel.sendTyping();
    if (answer === 'after two requests') {
      await client.users.fetch(message.author.id, { force: true });
      await message.channel.messages.fetch({ limit: 1 });
    }
    await message.reply('here I am');
  });
  return { discord, channel, member: guild.member('Ada') };
};

test('a silent bot passes, without any sleep', async () => {
  const { discord, channel, member } = await startWith('never');
  await discord.bot.staysSilent({ after: await member.says(channel, 'hello') });
});

test.each(['at once', 'after two requests', 'by typing'] as const)(
  'a bot that speaks %s is caught',
  async (answer) => {
    const { discord, channel, member } = await startWith(answer);
    const message = await member.says(channel, 'hello');
    await expect(discord.bot.staysSilent({ after: message })).rejects.toThrow(UnexpectedSpeech);
  },
);

test('what was said before an edit does not count', async () => {
  const { discord, channel, member } = await startWith('at once');
  const message = await member.says(channel, 'hello');
  await discord.bot.replied({ to: message });
  await discord.bot.staysSilent({ after: await member.edits(message, 'hello again') });
});
