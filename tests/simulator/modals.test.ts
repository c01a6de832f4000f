import {
  type Client,
  ComponentType,
  Events,
  type Interaction,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { connect, startDiscord } from './connected.ts';

const BUTTON = { type: ComponentType.Button, style: 2, custom_id: 'open', label: 'Open' } as const;
const ROW = { type: ComponentType.ActionRow, components: [BUTTON] } as const;

function form(title = 'A form'): ModalBuilder {
  const input = new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Short).setMaxLength(20);
  const select = new StringSelectMenuBuilder()
    .setCustomId('which')
    .setRequired(false)
    .addOptions({ label: 'One', value: 'one' }, { label: 'Two', value: 'two' });
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle(title)
    .addLabelComponents(
      new LabelBuilder().setLabel('Your words').setTextInputComponent(input),
      new LabelBuilder().setLabel('Which one').setStringSelectMenuComponent(select),
    );
}

/** A bot that posts a button, answers its press as told, and keeps what is submitted. */
async function openStage(onPress: (interaction: Interaction) => Promise<unknown>) {
  const discord = await startDiscord();
  const guild = discord.guild('Club');
  const channel = guild.channel('general');
  const mia = guild.member('Mia');
  const client: Client = await connect(discord);
  const submitted: ModalSubmitInteraction[] = [];
  const failures: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isModalSubmit()) {
      submitted.push(interaction);
      interaction.reply('Thank you').catch((error: unknown) => failures.push(error));
    } else onPress(interaction).catch((error: unknown) => failures.push(error));
  });
  const place = await client.channels.fetch(channel.id);
  if (!place?.isSendable()) throw new Error('the bot cannot speak');
  await place.send({ content: 'Here', components: [ROW] });
  const message = await discord.bot.said({ in: channel });
  return { discord, guild, mia, message, submitted, failures };
}

function showForm(title?: string) {
  return async (interaction: Interaction) => {
    if (interaction.isButton()) await interaction.showModal(form(title));
  };
}

test('a modal is shown, filled in and submitted, and its submission answered', async () => {
  const { discord, mia, message, submitted } = await openStage(showForm());
  const press = await mia.presses(message, 'Open');
  expect(await discord.bot.showed(press)).toMatchObject({ customId: 'form', title: 'A form' });
  const sent = await mia.submits(press, { 'Your words': 'hello', which: ['two'] });
  const answer = await discord.bot.answered(sent);
  expect(answer).toMatchObject({ content: 'Thank you', reference: { messageId: message.id } });
  expect(submitted[0]?.fields.getTextInputValue('words')).toBe('hello');
  expect(submitted[0]?.fields.getStringSelectValues('which')).toEqual(['two']);
  expect(submitted[0]?.message?.id).toBe(message.id);
  expect(discord.transcript()).toContain('shows Mia a form: A form');
  discord.assertNoViolations();
});

test('what may be left out arrives empty', async () => {
  const { discord, mia, message, submitted } = await openStage(showForm());
  const press = await mia.presses(message, 'Open');
  await discord.bot.showed(press);
  await discord.bot.answered(await mia.submits(press, { words: 'hello' }));
  expect(submitted[0]?.fields.getStringSelectValues('which')).toEqual([]);
  discord.assertNoViolations();
});

test('a person cannot submit what Discord’s client does not let through', async () => {
  const { discord, guild, mia, message } = await openStage(showForm());
  const press = await mia.presses(message, 'Open');
  await expect(mia.submits(press, { words: 'too early' })).rejects.toThrow('none was shown');
  await discord.bot.showed(press);
  await expect(mia.submits(press, {})).rejects.toThrow('missing');
  await expect(mia.submits(press, { words: 'x'.repeat(21) })).rejects.toThrow('it holds 20 characters');
  await expect(mia.submits(press, { words: 'x', which: ['three'] })).rejects.toThrow('it offers one, two');
  await expect(mia.submits(press, { words: 'x', colour: 'red' })).rejects.toThrow('no such field');
  await expect(guild.member('Leo').submits(press, { words: 'x' })).rejects.toThrow('somebody else');
});

const TEXT = { type: ComponentType.TextInput, custom_id: 'words', style: 1 } as const;
const label = (text: string, id = 'words') => ({
  type: ComponentType.Label as const,
  label: text,
  component: { ...TEXT, custom_id: id },
});

test.each([
  ['a title of 46 units in 23 characters', { title: '🏔'.repeat(23), components: [label('Words')] }],
  ['a label of 46 units', { title: 'A form', components: [label('🏔'.repeat(23))] }],
  ['the same custom id twice', { title: 'A form', components: [label('Words'), label('More')] }],
  ['six fields', { title: 'A form', components: [1, 2, 3, 4, 5, 6].map((n) => label('Words', `w${n}`)) }],
  ['no field', { title: 'A form', components: [] }],
])('%s is refused as malformed', async (_, data) => {
  const { discord, mia, message, failures } = await openStage(async (interaction) => {
    if (interaction.isButton()) await interaction.showModal({ custom_id: 'form', ...data });
  });
  await mia.presses(message, 'Open');
  await discord.bot.settles();
  expect(failures).toEqual([expect.objectContaining({ code: 50035 })]);
});
