import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import { loadKnowledge } from '../../src/load-knowledge.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { LOCALES, wordingFor } from '../../src/wording/locale.ts';
import { invented, songHaitao } from '../answer/interviews.ts';
import { inventKnowledge } from './invented.ts';
import { embedOf, openClub, startBot } from './stage.ts';

/** The questions on the buttons of a guide. */
function questionsOn({ components }: Message): readonly string[] {
  return JSON.stringify(components)
    .split('},{')
    .filter((button) => button.includes(':try:'))
    .map((button) => /"label":"((?:[^"\\]|\\.)*)"/.exec(button)?.[1] ?? '');
}

/** A longer one would not be read. */
const FEW_LINES = 10;

describe.each(LOCALES)('the guide (%s)', (locale) => {
  it('is short, names the bot, the interviewee and the title, and offers three questions that are sure of an answer', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, locale);
    const help = await discord.bot.answered(await mia.runs('/help', {}, { in: channel }));
    const mention = await discord.bot.replied({ to: await mia.says(channel, discord.bot.mention) });
    for (const guide of [help, mention]) {
      const { description } = embedOf(guide);
      expect(description).toContain('Verbatim');
      expect(description).toMatch(/宋海涛|Song Haitao/);
      expect(unescapeMarkdown(description)).toMatch(/国际合作为何|Why is international cooperation/);
      expect(description.split('\n').length).toBeLessThan(FEW_LINES);
      const questions = questionsOn(guide);
      expect(questions).toHaveLength(3);
      for (const question of questions)
        expect(ask(songHaitao, { question })).toMatchObject({ outcome: 'answer', probability: 1 });
    }
    discord.assertNoViolations();
  });

  it('answers each of its questions, in a channel for whoever pressed', async () => {
    const { discord } = await startBot();
    const { guild, channel, mia } = openClub(discord, locale);
    const leo = guild.member('Leo', { locale });
    const guide = await discord.bot.replied({ to: await mia.says(channel, discord.bot.mention) });
    for (const question of questionsOn(guide)) {
      const answer = await discord.bot.answered(await leo.presses(guide, question));
      expect(answer.ephemeralTo).toBe(leo.id);
      expect(unescapeMarkdown(answer.content)).toBe(wordingFor(locale).discord.youAsked(question));
      expect(embedOf(answer).citation).toMatch(/第 ?\d ?問|第\d问|question \d/);
    }
    discord.assertNoViolations();
  });
});

it('a question of the guide is answered in a direct message for good, and followed there', async () => {
  const { discord } = await startBot();
  const leo = discord.person('Leo', { locale: 'en-US' });
  const first = await discord.bot.replied({
    to: await leo.directMessages('Will it rain in Beijing tomorrow?'),
  });
  const [question = ''] = questionsOn(first);
  const answer = await discord.bot.answered(await leo.presses(first, question));
  expect(answer.ephemeralTo).toBeUndefined();
  const [number = 'none'] = /question \d/.exec(embedOf(answer).citation) ?? [];
  const more = await discord.bot.replied({ to: await leo.directMessages('Tell me more') });
  expect(embedOf(more).citation).toContain(number);
  discord.assertNoViolations();
});

it('where there are several interviews, it names them, and asks each of them', async () => {
  const { discord } = await startBot(undefined, { knowledge: invented });
  const { channel, mia } = openClub(discord, 'en-US');
  const guide = await discord.bot.answered(await mia.runs('/help', {}, { in: channel }));
  const { description } = embedOf(guide);
  for (const name of ['Ysolde Marrack', 'Corinna Vasselbrook', '邬映棠', '闕若汐'])
    expect(description).toContain(name);
  const library = openLibrary(await loadKnowledge('tests/interviews'));
  const asked = questionsOn(guide).map((question) => ask(library, { question }));
  expect(asked.map(({ outcome }) => outcome)).toEqual(['answer', 'answer', 'answer']);
  discord.assertNoViolations();
});

it('names the first five of many interviews and counts the others', async () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `talk-${at + 1}`, questions: 1 }));
  const { discord } = await startBot(undefined, { knowledge: inventKnowledge(...many) });
  const { channel, mia } = openClub(discord, 'en-US');
  const { description } = embedOf(await discord.bot.answered(await mia.runs('/help', {}, { in: channel })));
  expect(description).toContain('these 30 interviews');
  expect(description).toContain('- and 25 more');
});

it('a question of an interview that is gone gets a kind answer', async () => {
  const { discord } = await startBot();
  const { channel, mia } = openClub(discord, 'en-US');
  const guide = await discord.bot.answered(await mia.runs('/help', {}, { in: channel }));
  const [question = ''] = questionsOn(guide);
  const press = await mia.presses(guide, question);
  await discord.bot.answered(press);
  const twin = `${press.id.slice(0, -4)}9999`;
  discord.gateway.redeliver({ ...press, id: twin, data: { ...press.data, custom_id: '2:try:0:gone' } });
  await discord.bot.settles();
  expect(JSON.stringify(discord.log.entries().filter((entry) => entry.kind === 'request'))).toContain(
    wordingFor('en-US').discord.stale.interview,
  );
});
