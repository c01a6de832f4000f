import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { expect, test } from 'vitest';
import { connect, startDiscord } from './connected.ts';

const EVERYWHERE = { integrationTypes: [0, 1], contexts: [0, 1, 2] } as const;
const ASK = {
  name: 'ask',
  nameLocalizations: { 'zh-CN': '提问' },
  description: 'Ask the interview',
  ...EVERYWHERE,
  options: [
    { type: 3, name: 'question', description: 'What?', required: true, autocomplete: true, maxLength: 100 },
    { type: 5, name: 'private', description: 'Only you see it' },
  ],
} as const;
const ASK_ABOUT = { type: 3, name: 'Ask the interview', ...EVERYWHERE } as const;
const BUTTONS = [
  { type: 1, components: [{ type: 2, style: 1, label: 'Full answer', customId: 'full' }] },
] as const;

const startWithCommands = async (handle: (interaction: Interaction) => unknown) => {
  const discord = await startDiscord();
  const guild = discord.guild('开源社', { locale: 'zh-TW' });
  const channel = guild.channel('ask');
  const member = guild.member('小明', { locale: 'zh-CN' });
  const client = await connect(discord);
  await client.application?.commands.set([ASK, ASK_ABOUT]);
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await handle(interaction);
    } catch (error) {
      failures.push(error);
    }
  });
  return { discord, guild, channel, member, client, failures };
};

const onCommand =
  (handle: (interaction: ChatInputCommandInteraction) => unknown) => (interaction: Interaction) =>
    interaction.isChatInputCommand() ? handle(interaction) : undefined;

const onButton =
  (
    command: (interaction: ChatInputCommandInteraction) => unknown,
    press: (interaction: ButtonInteraction) => unknown,
  ) =>
  (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) return command(interaction);
    return interaction.isButton() ? press(interaction) : undefined;
  };

const codes = (failures: readonly unknown[]) =>
  failures.map((error) => (error instanceof DiscordAPIError ? error.code : error));

const ask = { question: '治理是什么?' };

test('a slash command brings its options, languages, installation and permissions', async () => {
  const seen: unknown[] = [];
  const { discord, guild, channel, member } = await startWithCommands(
    onCommand(async (interaction) => {
      const { locale, guildLocale, context, authorizingIntegrationOwners } = interaction;
      const canSend = interaction.appPermissions.has('SendMessages');
      seen.push({ locale, guildLocale, context, owners: { ...authorizingIntegrationOwners }, canSend });
      await interaction.reply(
        `${interaction.options.getString('question')} ${interaction.options.getBoolean('private')}`,
      );
    }),
  );

  const interaction = await member.runs('/提问', { ...ask, private: true }, { in: channel });
  const answer = await discord.bot.answered(interaction);

  expect(answer.content).toBe('治理是什么? true');
  const owners = { guildId: guild.id, userId: null };
  expect(seen).toEqual([{ locale: 'zh-CN', guildLocale: 'zh-TW', context: 0, owners, canSend: true }]);
  expect(discord.transcript()).toContain('#ask 小明 /提问 question:治理是什么? private:true');
  discord.assertNoViolations();
});

test('an ephemeral answer is seen by its member only, and the transcript marks it', async () => {
  const { discord, guild, channel, member } = await startWithCommands(
    onCommand((interaction) => interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral })),
  );
  const other = guild.member('Eve');
  const answer = await discord.bot.answered(await member.runs('/ask', ask, { in: channel }));

  expect(member.sees(channel)).toEqual([answer]);
  expect(other.sees(channel)).toEqual([]);
  await expect(other.presses(answer, 'Full answer')).rejects.toThrow('ephemeral and for somebody else');
  expect(discord.transcript()).toContain('#ask Verbatim (only 小明 sees): psst');
  discord.assertNoViolations();
});

test('a deferred answer thinks, is edited, read and deleted; its privacy is fixed by the deferral', async () => {
  const states: unknown[] = [];
  const { discord, channel, member } = await startWithCommands(
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
      states.push((await interaction.fetchReply()).content);
      await interaction.followUp('publicly');
      await interaction.deleteReply();
    }),
  );
  const interaction = await member.runs('/ask', ask, { in: channel });
  const acknowledged = await discord.bot.acknowledged(interaction);
  expect(acknowledged.response).toMatchObject({ state: 'deferred-message', ephemeral: true });
  const answer = await discord.bot.answered(interaction);
  expect(answer.ephemeralTo).toBe(member.id);
  expect((await discord.bot.followedUp(interaction)).ephemeralTo).toBeUndefined();
  await discord.bot.deleted(answer);
  expect(states).toEqual(['done']);
  discord.assertNoViolations();
});

test('buttons and menus update their message or answer anew', async () => {
  const { discord, channel, member } = await startWithCommands(
    onButton(
      (interaction) => interaction.reply({ content: 'short', components: BUTTONS }),
      async (interaction) => {
        if (interaction.message.content === 'short') await interaction.update('long');
        else await interaction.deferUpdate();
      },
    ),
  );
  const answer = await discord.bot.answered(await member.runs('/ask', ask, { in: channel }));
  const updated = await discord.bot.answered(await member.presses(answer, 'Full answer'));
  expect(updated).toMatchObject({ id: answer.id, content: 'long' });
  const deferred = await discord.bot.acknowledged(await member.presses(updated, 'full'));
  expect(deferred.response.state).toBe('deferred-update');
  discord.assertNoViolations();
});

test('a select menu takes only what it offers', async () => {
  const options = [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ];
  const chosen: unknown[] = [];
  const { discord, channel, member } = await startWithCommands(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({
        components: [{ type: 1, components: [{ type: 3, customId: 'pick', options }] }],
      });
    }
    if (interaction.isStringSelectMenu()) {
      chosen.push(interaction.values);
      await interaction.reply({ content: 'noted', flags: MessageFlags.Ephemeral });
    }
  });
  const answer = await discord.bot.answered(await member.runs('/ask', ask, { in: channel }));
  await expect(member.selects(answer, 'pick', ['3'])).rejects.toThrow('the menu offers 1, 2');
  await expect(member.selects(answer, 'pick', ['1', '2'])).rejects.toThrow('takes another number');
  await discord.bot.answered(await member.selects(answer, 'pick', ['2']));
  expect(chosen).toEqual([['2']]);
  discord.assertNoViolations();
});

test('autocomplete offers choices; too many or too long ones are refused', async () => {
  const { discord, channel, member, failures } = await startWithCommands(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    if (typed === 'many')
      await interaction.respond(Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })));
    else if (typed === 'long') await interaction.respond([{ name: 'x'.repeat(101), value: 'x' }]);
    else await interaction.respond([{ name: `${typed}是什么?`, value: 'q1' }]);
  });
  expect(await member.types('/ask', { question: '治理' }, { in: channel })).toEqual([
    { name: '治理是什么?', value: 'q1' },
  ]);
  discord.assertNoViolations();

  const starved = [
    member.types('/ask', { question: 'many' }, { in: channel }),
    member.types('/ask', { question: 'long' }, { in: channel }),
  ];
  for (const wait of starved) wait.catch(() => undefined);
  await discord.bot.settles();
  expect(codes(failures)).toEqual([50035, 50035]);
  expect(discord.forgetViolations()).toHaveLength(2);
});

test('a message command brings its full target, also without Message Content', async () => {
  const { discord, guild, channel, member } = await startWithCommands(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`about: ${interaction.targetMessage.content}`);
  });
  const target = await guild.member('Ada').says(channel, 'what of governance?');
  const answer = await discord.bot.answered(await member.usesOn('Ask the interview', target));
  expect(answer.content).toBe('about: what of governance?');
  discord.assertNoViolations();
});

test('an answer after three seconds is refused with 10062, a second one with 40060', async () => {
  const { discord, channel, member, failures } = await startWithCommands(
    onCommand(async (interaction) => {
      if (interaction.options.getBoolean('private')) discord.clock.advance(3001);
      await interaction.reply('first');
      const again = await interaction.client.rest.post(
        `/interactions/${interaction.id}/${interaction.token}/callback`,
        {
          auth: false,
          body: { type: 4, data: { content: 'second' } },
        },
      );
      throw new Error('accepted twice', { cause: again });
    }),
  );
  await discord.bot.answered(await member.runs('/ask', ask, { in: channel }));
  await discord.bot.settles();
  await member.runs('/ask', { ...ask, private: true }, { in: channel });
  await discord.bot.settles();
  expect(codes(failures)).toEqual([40060, 10062]);
  discord.assertNoViolations();
});

test("an interaction's token lives fifteen minutes", async () => {
  const { discord, channel, member, failures } = await startWithCommands(
    onCommand(async (interaction) => {
      await interaction.deferReply();
      discord.clock.advance(15 * 60_000);
      await interaction.editReply('too late');
    }),
  );
  await discord.bot.acknowledged(await member.runs('/ask', ask, { in: channel }));
  await discord.bot.settles();
  expect(codes(failures)).toEqual([50027]);
});

test('where only a user has installed the bot it gets five follow-ups', async () => {
  const seen: unknown[] = [];
  const { discord, failures } = await startWithCommands(
    onCommand(async (interaction) => {
      seen.push(interaction.inCachedGuild(), interaction.guildLocale, {
        ...interaction.authorizingIntegrationOwners,
      });
      await interaction.reply('first');
      for (let count = 1; count <= 6; count += 1) await interaction.followUp(`follow-up ${count}`);
    }),
  );
  const strange = discord.guild('strange', { botIsMember: false, locale: 'fr' });
  const channel = strange.channel('lounge');
  const traveller = strange.member('Ada', { hasInstalled: true });
  await expect(strange.member('Eve').runs('/ask', ask, { in: channel })).rejects.toThrow('has installed');

  const interaction = await traveller.runs('/ask', ask, { in: channel });
  await discord.bot.followedUp(interaction, 5);
  await discord.bot.settles();
  expect(seen).toEqual([false, 'fr', { guildId: null, userId: traveller.id }]);
  expect(codes(failures)).toEqual([40094]);
  discord.assertNoViolations();
});

test('commands work in direct messages and in group conversations', async () => {
  const contexts: unknown[] = [];
  const { discord, guild } = await startWithCommands(
    onCommand(async (interaction) => {
      contexts.push(interaction.context);
      await interaction.reply('ok');
    }),
  );
  const member = guild.member('Ada', { hasInstalled: true });
  const group = discord.group('trip', [member, discord.person('Bob')]);
  await discord.bot.answered(await member.runs('/ask', ask, { in: member.directChannel() }));
  await discord.bot.answered(await member.runs('/ask', ask, { in: group }));
  expect(contexts).toEqual([1, 2]);
  discord.assertNoViolations();
});

test('what the client would not send is a mistake of the test', async () => {
  const { channel, member } = await startWithCommands(() => undefined);
  const place = { in: channel };
  await expect(member.runs('/nothing', {}, place)).rejects.toThrow('registered no such command');
  await expect(member.runs('/ask', {}, place)).rejects.toThrow('option "question" is required');
  await expect(member.runs('/ask', { ...ask, loud: true }, place)).rejects.toThrow('no option "loud"');
  await expect(member.runs('/ask', { question: 3 }, place)).rejects.toThrow('takes text');
  await expect(member.runs('/ask', { question: 'x'.repeat(101) }, place)).rejects.toThrow('exceeds');
});

test('registering again keeps the ids of commands that stay', async () => {
  const { discord, client } = await startWithCommands(() => undefined);
  const before = await discord.bot.registered('ask');
  await client.application?.commands.set([ASK]);
  expect((await discord.bot.registered('ask')).id).toBe(before.id);
  expect((await client.application?.commands.fetch())?.size).toBe(1);
  await client.application?.commands.edit(before.id, { description: 'Changed' });
  await client.application?.commands.delete(before.id);
  expect((await client.application?.commands.fetch())?.size).toBe(0);
  discord.assertNoViolations();
});
