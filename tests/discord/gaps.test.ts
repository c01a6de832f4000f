// /gaps: what members asked and the interviews left open, for those who manage the server.
import { describe, expect, it } from 'vitest';
import { openTally } from '../../src/discord/desk/journal.ts';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import { surveyOf } from '../../src/unanswered/survey.ts';
import { LOCALES, type Locale, wordingFor } from '../../src/wording/locale.ts';
import { logLine } from '../unanswered/project.ts';
import { embedOf, openClub, type StageOptions, startBot } from './stage.ts';

const UNCOVERED = '他最喜欢吃什么早餐?';

async function openScene(locale: Locale, options: StageOptions = {}) {
  const { discord, logged } = await startBot(undefined, options);
  const club = openClub(discord, locale);
  const ada = club.guild.member('Ada', { locale, permissions: ['ManageGuild'] });
  const run = async (person = ada) =>
    discord.bot.answered(await person.runs('/gaps', {}, { in: club.channel }));
  return { discord, logged, ...club, ada, run, words: wordingFor(locale).discord };
}

const KEPT: NonNullable<StageOptions['kept']> = {
  survey: async (library) =>
    surveyOf(library, { lines: [logLine(UNCOVERED)], feedback: [], now: Date.UTC(2026, 0, 3) }),
};

describe.each(LOCALES)('/gaps (%s)', (locale) => {
  it('shows what is open, by interview, this week beside last, and what is asked most', async () => {
    const { discord, mia, channel, run, words } = await openScene(locale, { kept: KEPT });
    const question = '三轨并行是什么?';
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${question}`) });
    const shown = await run();
    const text = unescapeMarkdown(embedOf(shown).description);
    expect(embedOf(shown).title).toBe(words.gaps.title);
    expect(text).toContain(UNCOVERED);
    expect(text).toContain(wordingFor(locale).survey.weeks({ now: 1, before: 0 }));
    expect(text).toContain(words.gaps.questions);
    expect(text).toContain(question);
    expect(text).not.toContain(mia.id);
    expect(shown.ephemeralTo).toBeDefined();
    discord.assertNoViolations();
  });
});

describe('/gaps', () => {
  it('is shown by Discord to those who manage the server, and to nobody else', async () => {
    const { mia, run } = await openScene('zh-CN', { kept: KEPT });
    await expect(run(mia)).rejects.toThrow('the permission is missing');
  });

  it('says so where no log is kept, and counts nothing', async () => {
    const { run, words } = await openScene('zh-CN');
    expect(unescapeMarkdown(embedOf(await run()).description)).toBe(words.gaps.noLog);
  });

  it('says so where a log cannot be read, and why to the operator', async () => {
    const kept = { survey: async () => Promise.reject(new Error('unanswered.log cannot be read.')) };
    const { run, words, logged } = await openScene('zh-CN', { kept });
    expect(embedOf(await run()).description).toBe(words.gaps.unreadable);
    expect(logged.join('')).toContain('unanswered.log cannot be read.');
  });
});

describe('what is asked most', () => {
  const DAY_MS = 24 * 3_600_000;

  it('is counted for two weeks, this one beside the last, and then forgotten', () => {
    let time = 100 * DAY_MS;
    const tally = openTally(() => time);
    const source = { interview: 'a', section: 'biography' } as const;
    tally.count('Why?', source);
    time += 7 * DAY_MS;
    tally.count('why?', undefined);
    expect(tally.most().questions).toEqual([{ what: 'Why?', weeks: { now: 1, before: 1 } }]);
    expect(tally.most().passages).toEqual([{ what: source, weeks: { now: 0, before: 1 } }]);
    time += 14 * DAY_MS;
    expect(tally.most()).toEqual({ questions: [], passages: [] });
  });

  it('forgets the rarest questions where there are too many, and keeps the frequent ones', () => {
    const tally = openTally(() => 100 * DAY_MS);
    for (let times = 0; times < 3; times += 1) tally.count('often', undefined);
    for (let number = 0; number < 2000; number += 1) tally.count(`once ${number}`, undefined);
    expect(tally.most().questions[0]).toEqual({ what: 'often', weeks: { now: 3, before: 0 } });
  });
});
