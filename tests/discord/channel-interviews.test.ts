import { expect, it } from 'vitest';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { inventKnowledge } from './invented.ts';
import { embedOf, joinDiscord, openClub } from './stage.ts';

const QUESTION = 'What is there to say about the bakery number 1?';

/** Two interviews print the question; `general` is the second one's channel, `other` nobody's. */
async function openOwnChannel() {
  const discord = await simulateDiscord({ timeoutMs: 10_000 });
  const club = openClub(discord, 'en-US');
  const other = club.guild.channel('other');
  const knowledge = inventKnowledge({ id: 'one', questions: 2 }, { id: 'two', questions: 2 });
  await joinDiscord(discord, { knowledge, channels: { interviews: { [club.channel.id]: 'two' } } });
  await discord.ready();
  await discord.bot.registered('ask');
  return { discord, ...club, other, mention: discord.bot.mention };
}

it('a question in the channel of an interview goes to it, in its threads and by every way of asking', async () => {
  const { discord, channel, mia, mention } = await openOwnChannel();
  for (const place of [channel, channel.thread('Bread')]) {
    const said = await mia.says(place, `${mention} ${QUESTION}`);
    expect(embedOf(await discord.bot.replied({ to: said })).speaker).toBe('Ada two');
  }
  const run = await mia.runs('/ask', { question: QUESTION }, { in: channel });
  expect(embedOf(await discord.bot.answered(run)).speaker).toBe('Ada two');
  const used = await mia.usesOn('Ask the interview', await mia.says(channel, QUESTION));
  expect(embedOf(await discord.bot.answered(used)).speaker).toBe('Ada two');
  const choices = await mia.types('/ask', { question: '' }, { in: channel });
  expect(choices).toHaveLength(2);
  discord.assertNoViolations();
});

it('and so does one that is typed into a form there', async () => {
  const { discord, channel, mia, mention } = await openOwnChannel();
  const { buttons, form } = wordingFor('en-US').discord;
  const said = await mia.says(channel, `${mention} Did the bakery win the football cup?`);
  const pressed = await mia.presses(await discord.bot.replied({ to: said }), buttons.further);
  await discord.bot.showed(pressed);
  const sent = await mia.submits(pressed, { [form.question]: QUESTION });
  expect(embedOf(await discord.bot.answered(sent)).speaker).toBe('Ada two');
  discord.assertNoViolations();
});

it('there, too, a question that names another interview goes to that one', async () => {
  const { discord, channel, mia, mention } = await openOwnChannel();
  const said = await mia.says(channel, `${mention} Ada one: ${QUESTION}`);
  expect(embedOf(await discord.bot.replied({ to: said })).speaker).toBe('Ada one');
  const values = { question: QUESTION, interview: 'one' };
  const run = await mia.runs('/ask', values, { in: channel });
  expect(embedOf(await discord.bot.answered(run)).speaker).toBe('Ada one');
});

it('elsewhere the same question offers both', async () => {
  const { discord, other, mia, mention } = await openOwnChannel();
  const said = await mia.says(other, `${mention} ${QUESTION}`);
  const { description } = embedOf(await discord.bot.replied({ to: said }));
  expect(description).toMatch(/Ada one — [\s\S]*Ada two — /);
});
