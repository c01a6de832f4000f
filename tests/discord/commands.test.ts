import { describe, expect, it } from 'vitest';
import { wordingFor } from '../../src/wording/locale.ts';
import { invented } from '../answer/interviews.ts';
import { inventKnowledge } from './invented.ts';
import { controlOf, embedOf, joinDiscord, offeredAs, openClub, startBot } from './stage.ts';

const QUESTION = 'AI全球治理面临的最大挑战是什么?';

describe('/ask', () => {
  it('answers for all, and shows the question that Discord does not', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const answer = await discord.bot.answered(
      await mia.runs('/ask', { question: QUESTION }, { in: channel }),
    );
    expect(answer.ephemeralTo).toBeUndefined();
    expect(answer.content).toBe(`提问：${QUESTION}`);
    expect(embedOf(answer).description).toContain('三轨并行');
    discord.assertNoViolations();
  });

  it('answers a private question for its asker alone', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const run = await mia.runs('/ask', { question: QUESTION, private: true }, { in: channel });
    expect((await discord.bot.answered(run)).ephemeralTo).toBe(mia.id);
  });

  it('answers a question chosen from the list as that question', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const [choice] = await mia.types('/ask', { question: '文化' }, { in: channel });
    const run = await mia.runs('/ask', { question: String(choice?.value) }, { in: channel });
    expect(embedOf(await discord.bot.answered(run)).title).toContain('“文化包容性”为何会成为');
  });
});

describe('autocomplete', () => {
  it('offers all questions while nothing is typed', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const choices = await mia.types('/ask', { question: '' }, { in: channel });
    expect(choices).toHaveLength(5);
    expect(choices[0]?.name).toContain('AI治理涵盖了哪些内容');
  });

  it.each([
    ['具身', '具身智能'],
    ['最大挑戰', '最大挑战'],
  ])('offers for %s the question with %s first', async (typed, expected) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const choices = await mia.types('/ask', { question: typed }, { in: channel });
    expect(choices[0]?.name).toContain(expected);
  });

  it('offers the question whose answer holds what is typed', async () => {
    const { discord } = await startBot(undefined, { knowledge: invented });
    const { channel, mia } = openClub(discord, 'en-US');
    const choices = await mia.types('/ask', { question: 'pearwood orchard' }, { in: channel });
    expect(choices[0]?.name).toContain('Which tools and materials');
  });

  it('offers the questions of the interview that is named, by its title, its interviewee or its id', async () => {
    const { discord } = await startBot(undefined, { knowledge: invented });
    const { channel, mia } = openClub(discord, 'en-US');
    for (const interview of ['tide-clocks', 'ysolde marrack', 'YSOLDE MARRACK ']) {
      const choices = await mia.types('/ask', { interview, question: '' }, { in: channel });
      expect(choices).toHaveLength(10);
      expect(choices[0]?.name).toContain('tide clock');
    }
  });

  it('finds an interview by its interviewee', async () => {
    const { discord } = await startBot(undefined, { knowledge: invented });
    const { channel, mia } = openClub(discord, 'en-US');
    const choices = await mia.types('/bio', { interview: 'marrack' }, { in: channel });
    expect(choices.map(({ value }) => value)).toEqual(['tide-clocks']);
  });

  it('offers no more than 25 questions, and no more than 25 interviews, as Discord demands', async () => {
    const short = Array.from({ length: 30 }, (_, at) => ({ id: `talk-${at + 1}`, questions: 1 }));
    const knowledge = inventKnowledge({ id: 'long', questions: 30 }, ...short);
    const { discord } = await startBot(undefined, { knowledge });
    const { channel, mia } = openClub(discord, 'en-US');
    for (const typed of [{ question: '' }, { question: 'number' }, { interview: '' }])
      expect(await mia.types('/ask', typed, { in: channel })).toHaveLength(25);
    discord.assertNoViolations();
  });

  it('offers another wording that matches, in any language', async () => {
    const { discord } = await startBot(undefined, { knowledge: invented });
    const { channel, mia } = openClub(discord);
    const choices = await mia.types('/ask', { question: '修复一座' }, { in: channel });
    expect(choices[0]).toEqual({
      name: 'Ysolde Marrack — 修复一座潮汐钟要经过哪些步骤?',
      value: '修复一座潮汐钟要经过哪些步骤?',
    });
  });

  it.each(['\u202e', '%', '👨‍👩‍👧‍👦', 'x'.repeat(6000), '字'.repeat(6000)])(
    'never fails (%#)',
    async (typed) => {
      const { discord } = await startBot();
      const { channel, mia } = openClub(discord);
      await mia.types('/ask', { question: typed }, { in: channel });
      discord.assertNoViolations();
    },
  );
});

describe('/bio, /summary, /questions and /help', () => {
  it('shows the biography to the letter', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const embed = embedOf(await discord.bot.answered(await mia.runs('/bio', {}, { in: channel })));
    expect(embed.title).toBe('宋海涛，上海人工智能研究院院长');
    expect(embed.description).toContain('主导制定40余项国际与行业标准,70余项专利软著');
    expect(embed.citation).toContain('受访者简介');
    discord.assertNoViolations();
  });

  it('sums up each answer by one of its sentences, with question and citation', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const { description } = embedOf(
      await discord.bot.answered(await mia.runs('/summary', {}, { in: channel })),
    );
    for (const number of [1, 2, 3, 4, 5]) expect(description).toContain(`第${number}问（共5问）`);
    expect(description.match(/^> /gm)).toHaveLength(5);
    discord.assertNoViolations();
  });

  it('sums up a translation in the reader’s language, the original words one press away and back', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, 'en-US');
    const { buttons } = wordingFor('en-US').discord;
    const outline = await discord.bot.answered(await mia.runs('/summary', {}, { in: channel }));
    expect(embedOf(outline).description).not.toMatch(/[\u4e00-\u9fff]/);
    const original = await discord.bot.answered(await mia.presses(outline, buttons.original));
    expect(original.id).toBe(outline.id);
    expect(embedOf(original).description.match(/^> .*[\u4e00-\u9fff]/gm)).toHaveLength(5);
    const back = await discord.bot.answered(await mia.presses(original, buttons.translation));
    expect(embedOf(back)).toEqual(embedOf(outline));
    discord.assertNoViolations();
  });

  it('lists the questions, and answers the one that is chosen', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const list = await discord.bot.answered(await mia.runs('/questions', {}, { in: channel }));
    expect(embedOf(list).description.split('\n')).toHaveLength(5);
    const placeholder = '选择一个问题，查看回答';
    const value = offeredAs(list, placeholder, 'e5/song-haitao');
    const chosen = await mia.selects(list, controlOf(list, placeholder), [value]);
    expect(embedOf(await discord.bot.answered(chosen)).title).toBe('具身智能可否为国际合作创造新机遇?');
    discord.assertNoViolations();
  });

  it.each([
    ['zh-CN', '怎么提问', '我是Verbatim。可以问宋海涛采访里的任何内容'],
    ['zh-TW', '如何提問', '我是Verbatim。宋海涛訪談裡的任何內容'],
    ['en-US', 'How to ask', 'I’m Verbatim. Ask anything about the interview with Song Haitao'],
  ])('explains itself in %s', async (locale, title, line) => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord, locale);
    const guide = embedOf(await discord.bot.answered(await mia.runs('/help', {}, { in: channel })));
    expect(guide.title).toBe(title);
    expect(guide.description).toContain(line);
    discord.assertNoViolations();
  });
});

describe('registration', () => {
  const puts = (log: readonly { readonly kind: string }[]) =>
    log.filter((entry) => JSON.stringify(entry).includes('"PUT"')).length;

  it('puts the commands once, and not again while they are the same', async () => {
    const first = await startBot();
    expect(puts(first.discord.log.entries())).toBe(1);
    first.stop();
    await first.ended;
    await joinDiscord(first.discord);
    await first.discord.ready();
    expect(puts(first.discord.log.entries())).toBe(1);
    first.discord.assertNoViolations();
  });
});
