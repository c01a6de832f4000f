import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { connect, startDiscord } from './connected.ts';

test('a person who changes name and language writes and acts under the new ones', async () => {
  const discord = await startDiscord();
  const channel = discord.guild('guild').channel('ask');
  const ada = discord.guild('other').member('Ada');
  const guest = discord.person('Guest');
  const client = await connect(discord);
  await client.application?.commands.set([{ name: 'ask', description: 'ask', contexts: [1] }]);
  const locales: string[] = [];
  client.on(Events.InteractionCreate, ({ locale }) => locales.push(locale));

  guest.changes({ name: '小明', locale: 'zh-CN' });
  await guest.runs('/ask', {}, { in: guest.directChannel() });
  await discord.bot.settles();

  expect((await guest.directMessages('你好')).author.name).toBe('小明');
  expect(locales).toEqual(['zh-CN']);
  expect(ada.name).toBe('Ada');
  expect(channel.messages()).toEqual([]);
});

test('the commands on offer are those that the place and the permissions allow', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const member = guild.member('Ada');
  const manager = guild.member('Grace', { permissions: ['ManageGuild'] });
  const client = await connect(discord);
  await client.application?.commands.set([
    { name: 'everywhere', description: 'x', contexts: [0, 1] },
    { name: 'managers', description: 'x', contexts: [0], defaultMemberPermissions: ['ManageGuild'] },
  ]);

  const names = (commands: readonly { readonly name: string }[]) => commands.map(({ name }) => name);
  expect(names(member.commandsIn(channel))).toEqual(['everywhere']);
  expect(names(manager.commandsIn(channel))).toEqual(['everywhere', 'managers']);
  expect(names(manager.commandsIn(manager.directChannel()))).toEqual(['everywhere']);
});

test('only the one who sees an ephemeral message can dismiss it, and the bot hears nothing of that', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const [ada, bob] = [guild.member('Ada'), guild.member('Bob')];
  const client = await connect(discord);
  await client.application?.commands.set([{ name: 'ask', description: 'ask' }]);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'psst', flags: ['Ephemeral'] });
  });
  const answer = await discord.bot.answered(await ada.runs('/ask', {}, { in: channel }));

  await expect(bob.dismisses(answer)).rejects.toThrow('for somebody else');
  await expect(ada.dismisses(await ada.says(channel, 'hello'))).rejects.toThrow('others see it too');
  await ada.dismisses(answer);
  await discord.bot.settles();

  expect(ada.sees(channel).map(({ content }) => content)).toEqual(['hello']);
  expect(discord.log.entries().some((entry) => 'name' in entry && entry.name === 'MESSAGE_DELETE')).toBe(
    false,
  );
});

test('a person who departs leaves no place behind', async () => {
  const discord = await startDiscord();
  const guild = discord.guild('guild');
  const channel = guild.channel('ask');
  const ada = guild.member('Ada');
  const seen: string[] = [];
  discord.follow(({ type }) => seen.push(type));
  const direct = ada.directChannel();

  ada.departs();

  await expect(ada.says(channel, 'hello')).rejects.toThrow('no place there');
  await expect(ada.says(direct, 'hello')).rejects.toThrow('does not exist');
  expect(seen).toEqual(['channel-created', 'channel-deleted']);
});
