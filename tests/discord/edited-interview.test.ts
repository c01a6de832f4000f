// What an old message's controls do once somebody has edited the interview: the bot is stopped, the file changed, the bot started.
import { describe, expect, it } from 'vitest';
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { textOf } from '../answer/small.ts';
import { controlOf, embedOf, joinDiscord, openClub, optionsOf, startBot } from './stage.ts';

interface Exchange {
  readonly question: string;
  readonly answer: string;
}

const TRAINS = {
  question: 'When did you first repair a locomotive?',
  answer: 'I repaired my first locomotive in the winter of 1971. It was a tank engine. It hissed.',
};
const BRIDGES = {
  question: 'Which bridge do you like best?',
  answer:
    'I like the iron bridge over the Tolven best. Its rivets are painted every spring. Nobody falls off.',
};
const SUPPER = {
  question: 'What is for supper in the signal box?',
  answer: 'Supper in the signal box is barley soup. There is always bread.',
};
const INSERTED = {
  question: 'Who taught you to swim?',
  answer: 'My aunt taught me to swim in a reservoir. It was cold.',
};

function knowledge(exchanges: readonly Exchange[], id = 'railway'): Knowledge {
  const text = textOf({
    title: 'Rails and soup',
    name: 'Orla Vance',
    questions: exchanges.map(({ question }) => question),
    answers: exchanges.map(({ answer }) => answer),
  });
  return readCollection([{ name: `${id}.md`, bytes: new TextEncoder().encode(text) }]);
}

const { buttons, placeholders, stale, about } = wordingFor('en-US').discord;

/** Asks about bridges, stops the bot, changes the interview, starts it. */
async function askThenEdit(after: Knowledge) {
  const { discord, stop, ended } = await startBot(undefined, {
    knowledge: knowledge([TRAINS, BRIDGES, SUPPER]),
  });
  const { channel, mia } = openClub(discord, 'en-US');
  const asked = await mia.says(channel, `${discord.bot.mention} ${BRIDGES.question}`);
  const answer = await discord.bot.replied({ to: asked });
  expect(embedOf(answer).description).toContain('iron bridge');
  stop();
  await ended;
  await joinDiscord(discord, { knowledge: after });
  await discord.ready();
  const press = async (label: string) =>
    embedOf(await discord.bot.answered(await mia.presses(answer, label)));
  const choose = async (question: string) => {
    const option = optionsOf(answer, placeholders.related).find(({ label }) => label === question);
    const chosen = await mia.selects(answer, controlOf(answer, placeholders.related), [option?.value ?? '']);
    return embedOf(await discord.bot.answered(chosen));
  };
  return { discord, channel, mia, answer, press, choose };
}

const RENAMED = { ...BRIDGES, question: 'And which of all the bridges is your favourite?' };
const GROWN = { ...BRIDGES, answer: `Bridges are patient. ${BRIDGES.answer} That is all.` };

describe('an old answer’s controls find their words', () => {
  it.each([
    ['an exchange was inserted before them', knowledge([INSERTED, TRAINS, BRIDGES, SUPPER])],
    ['the exchanges were put into another order', knowledge([SUPPER, BRIDGES, TRAINS])],
    ['the exchange before was taken out', knowledge([BRIDGES, SUPPER])],
    ['the question was put in other words', knowledge([INSERTED, TRAINS, RENAMED, SUPPER])],
    ['sentences were added around them', knowledge([INSERTED, TRAINS, GROWN, SUPPER])],
    ['the file was given another name', knowledge([INSERTED, TRAINS, BRIDGES, SUPPER], 'orla-vance')],
  ])('after %s', async (_, after) => {
    const { discord, channel, mia, answer, press, choose } = await askThenEdit(after);
    expect((await press(buttons.fullAnswer)).description).toContain(
      '**I like the iron bridge over the Tolven',
    );
    expect(await press(buttons.aboutQuote)).toMatchObject({ title: about.title });
    const context = (await press(buttons.aboutQuote)).description;
    expect(context).toContain('**I like the iron bridge');
    const form = await discord.bot.showed(await mia.presses(answer, buttons.further));
    expect(form.title).toBe(wordingFor('en-US').discord.form.title);
    const supper = await choose(SUPPER.question);
    expect(supper.title).toBe(SUPPER.question);
    expect(supper.description).toContain('barley soup');
    const more = await mia.says(channel, 'Tell me more', { replyTo: answer });
    expect(embedOf(await discord.bot.replied({ to: more })).description).toMatch(/rivets|Nobody falls off/);
    discord.assertNoViolations();
  });
});

describe('an old answer’s controls say that the interview was changed', () => {
  const REWRITTEN = { ...BRIDGES, answer: 'I do not care for bridges any more. Tunnels are better.' };

  it('where the words are gone', async () => {
    const { discord, press } = await askThenEdit(knowledge([TRAINS, REWRITTEN, SUPPER]));
    for (const label of [buttons.fullAnswer, buttons.aboutQuote, buttons.further]) {
      expect((await press(label)).description).toBe(stale.changed);
    }
    discord.assertNoViolations();
  });

  it('where a related question is gone', async () => {
    const { discord, choose } = await askThenEdit(knowledge([INSERTED, BRIDGES]));
    expect((await choose(SUPPER.question)).description).toBe(stale.changed);
    discord.assertNoViolations();
  });
});

it('a short answer that stands below another question is not taken for it', async () => {
  const yes = (question: string) => ({ question, answer: 'Yes.' });
  const first = knowledge([yes('Do you like trains?'), yes('Do you like rain?'), SUPPER]);
  const { discord, stop, ended } = await startBot(undefined, { knowledge: first });
  const { channel, mia } = openClub(discord, 'en-US');
  const asked = await mia.says(channel, `${discord.bot.mention} Do you like rain?`);
  const answer = await discord.bot.replied({ to: asked });
  stop();
  await ended;
  await joinDiscord(discord, { knowledge: knowledge([yes('Do you like trains?'), SUPPER]) });
  await discord.ready();
  const full = await discord.bot.answered(await mia.presses(answer, buttons.fullAnswer));
  expect(embedOf(full).description).toBe(stale.changed);
  discord.assertNoViolations();
});
