// Helped and wrong: what an asker thinks of an answer is kept without who it was, and only where an operator wants it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Judgement } from '../../src/discord/desk/journal.ts';
import { openFeedbackLog } from '../../src/kept-logs.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { dayOf, describeOpinion } from '../../src/unanswered/collect.ts';
import { LOCALES, type Locale, wordingFor } from '../../src/wording/locale.ts';
import { controlOf, embedOf, firstQuestionIn, openClub, startBot } from './stage.ts';

const QUESTION: Readonly<Record<Locale, string>> = {
  'zh-CN': '三轨并行是什么?',
  'zh-TW': '三軌並行是什麼？',
  'en-US': 'What are the three parallel tracks?',
};

async function openScene(locale: Locale = 'zh-CN') {
  const kept: Judgement[] = [];
  const { discord } = await startBot(undefined, { feedback: { record: (each) => kept.push(each) } });
  const club = openClub(discord, locale);
  const words = wordingFor(locale).discord;
  const { mia, channel } = club;
  const mention = async (question = QUESTION[locale]) =>
    discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${question}`) });
  const command = async (isPrivate: boolean) =>
    discord.bot.answered(
      await mia.runs('/ask', { question: QUESTION[locale], private: isPrivate }, { in: channel }),
    );
  const helped = async (message: Message, person = mia) =>
    discord.bot.answered(await person.presses(message, words.opinion.helped));
  const report = async (message: Message, values: Readonly<Record<string, string | readonly string[]>>) => {
    const pressed = await mia.presses(message, words.opinion.wrong);
    await discord.bot.showed(pressed);
    return discord.bot.answered(await mia.submits(pressed, values));
  };
  return { discord, ...club, words, kept, mention, command, helped, report };
}

describe.each(LOCALES)('an opinion of an answer (%s)', (locale) => {
  it('is kept with the question and what was quoted when the asker says that it helped', async () => {
    const { discord, mention, helped, kept, words } = await openScene(locale);
    const thanks = await helped(await mention());
    expect(embedOf(thanks).description).toBe(words.opinion.thanks);
    expect(thanks.ephemeralTo).toBeDefined();
    expect(kept).toEqual([expect.objectContaining({ question: QUESTION[locale] })]);
    expect(kept[0]?.quotation.source.interview).toBe('song-haitao');
    expect(kept[0]?.wrong).toBeUndefined();
    discord.assertNoViolations();
  });

  it('is kept with its reason and remark when the asker says that it is wrong', async () => {
    const { discord, mention, report, kept, words } = await openScene(locale);
    const { opinion } = words;
    const values = { [opinion.reason]: ['wrong-sentence'], [opinion.remark]: 'one sentence later' };
    expect(embedOf(await report(await mention(), values)).description).toBe(opinion.thanks);
    expect(kept.map(({ wrong }) => wrong)).toEqual([
      { reason: 'wrong-sentence', remark: 'one sentence later' },
    ]);
    discord.assertNoViolations();
  });
});

describe('an opinion', () => {
  it.each([false, true])('is taken below the answer of a command, private or not (%s)', async (isPrivate) => {
    const { command, helped, kept } = await openScene();
    await helped(await command(isPrivate));
    expect(kept).toMatchObject([{ question: QUESTION['zh-CN'] }]);
  });

  it('is taken below an answer that was chosen from a list, with the question that was chosen', async () => {
    const { discord, mia, mention, helped, kept, words } = await openScene();
    const { related } = words.placeholders;
    const answer = await mention();
    const value = firstQuestionIn(answer, related).value;
    const chosen = await discord.bot.answered(await mia.selects(answer, controlOf(answer, related), [value]));
    await helped(chosen);
    expect(kept).toMatchObject([{ question: embedOf(chosen).title }]);
  });

  it('of anybody but the asker is refused in one line that others do not see', async () => {
    const { discord, guild, mention, helped, kept, words } = await openScene();
    const answer = await mention();
    const noah = guild.member('Noah', { locale: 'zh-CN' });
    const refused = await helped(answer, noah);
    expect(embedOf(refused).description).toBe(words.opinion.askersOnly);
    expect(refused.ephemeralTo).toBeDefined();
    const wrong = await discord.bot.answered(await noah.presses(answer, words.opinion.wrong));
    expect(embedOf(wrong).description).toBe(words.opinion.askersOnly);
    expect(kept).toEqual([]);
  });

  it('counts once, however often its button is pressed', async () => {
    const { mention, helped, kept, words } = await openScene();
    const answer = await mention();
    await helped(answer);
    expect(embedOf(await helped(answer)).description).toBe(words.opinion.again);
    expect(kept).toHaveLength(1);
  });

  it('holds no id of a member, server, channel or message, whatever is typed', async () => {
    const scene = await openScene();
    const { mention, report, kept, words, mia, guild, channel, discord } = scene;
    const answer = await mention(`<@${mia.id}> ${QUESTION['zh-CN']} <#${channel.id}>`);
    const remark = `<@${mia.id}> knows in <#${channel.id}>`;
    await report(answer, { [words.opinion.reason]: ['not-said'], [words.opinion.remark]: remark });
    const written = await writtenToFile(kept);
    for (const { id } of [mia, guild, channel, answer, discord.bot]) expect(written).not.toContain(id);
    expect(written).toContain('knows in');
  });

  it('is not asked for where none is kept', async () => {
    const { discord } = await startBot();
    const { mia, channel } = openClub(discord);
    const answer = await discord.bot.replied({
      to: await mia.says(channel, `${discord.bot.mention} ${QUESTION['zh-CN']}`),
    });
    expect(JSON.stringify(answer.components)).not.toContain(wordingFor('zh-CN').discord.opinion.helped);
  });
});

/** The log of feedback as it is on disk, with every file of its folder. */
async function writtenToFile(kept: readonly Judgement[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'opinions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const warn = (error: unknown) => {
    throw error;
  };
  const { write } = openFeedbackLog(join(folder, 'feedback.log'), { warn, now: Date.now });
  for (const each of kept) write(describeOpinion(each, dayOf(Date.now())));
  const files = readdirSync(folder);
  return files.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`).join('\n');
}
