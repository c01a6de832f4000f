// Ask further: a question typed into a form below an answer needs no intent, and follows that answer as a reply does.
import { describe, expect, it } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/sending/markdown.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { LOCALES, type Locale, wordingFor } from '../../src/wording/locale.ts';
import { bothKnowledge } from '../answer/interviews.ts';
import { inventKnowledge } from './invented.ts';
import { embedOf, openClub, originalOf, type StageOptions, startBot } from './stage.ts';

const QUESTIONS: Readonly<Record<Locale, string>> = {
  'zh-CN': '三轨并行是什么?',
  'zh-TW': '三軌並行是什麼？',
  'en-US': 'What are the three parallel tracks?',
};
const SECOND: Readonly<Record<Locale, string>> = {
  'zh-CN': '第二轨呢?',
  'zh-TW': '第二軌呢？',
  'en-US': 'And the second track?',
};

async function openScene(locale: Locale, options: StageOptions = {}) {
  const { discord } = await startBot(undefined, options);
  const club = openClub(discord, locale);
  const words = wordingFor(locale).discord;
  const { mia, channel } = club;
  const press = async (message: Message, person = mia) => {
    const pressed = await person.presses(message, words.buttons.further);
    return { pressed, modal: await discord.bot.showed(pressed) };
  };
  const askFurther = async (message: Message, question: string, interview?: readonly string[]) => {
    const { pressed } = await press(message);
    const chosen = interview === undefined ? {} : { [words.form.interview]: interview };
    return discord.bot.answered(await mia.submits(pressed, { [words.form.question]: question, ...chosen }));
  };
  const mention = async (question: string) =>
    discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${question}`) });
  const command = async (question: string, isPrivate = false) =>
    discord.bot.answered(await mia.runs('/ask', { question, private: isPrivate }, { in: channel }));
  return { discord, ...club, words, press, askFurther, mention, command };
}

describe.each(LOCALES)('a question asked further (%s)', (locale) => {
  it('follows the answer to a mention, for all to see, with what was asked above it', async () => {
    const { discord, mia, askFurther, mention } = await openScene(locale);
    const answer = await askFurther(await mention(QUESTIONS[locale]), SECOND[locale]);
    expect(await originalOf(discord, answer, mia)).toContain('二是伦理规则范式');
    expect(answer.ephemeralTo).toBeUndefined();
    expect(unescapeMarkdown(answer.content)).toContain(SECOND[locale]);
    expect(answer.mentions.userIds).toEqual([]);
    discord.assertNoViolations();
  });

  it('follows the answer of a command, whose replies bring no text', async () => {
    const { discord, mia, askFurther, command } = await openScene(locale);
    const answer = await askFurther(await command(QUESTIONS[locale]), SECOND[locale]);
    expect(await originalOf(discord, answer, mia)).toContain('二是伦理规则范式');
    discord.assertNoViolations();
  });

  it('and again below its own answer', async () => {
    const { discord, mia, askFurther, command } = await openScene(locale);
    const second = await askFurther(await command(QUESTIONS[locale]), SECOND[locale]);
    const third = await askFurther(
      second,
      SECOND[locale].replace(/二|second/, (n) => (n === '二' ? '三' : 'third')),
    );
    expect(await originalOf(discord, third, mia)).toContain('三是');
    discord.assertNoViolations();
  });

  it('is asked in one field, named in the member’s language, that takes as much as is read', async () => {
    const { press, command, words } = await openScene(locale);
    const { modal } = await press(await command(QUESTIONS[locale]));
    expect(modal).toMatchObject({
      title: words.form.title,
      components: [{ label: words.form.question, component: { max_length: 500 } }],
    });
  });
});

describe('a question asked further', () => {
  it('below a private answer is answered in private', async () => {
    const { discord, mia, askFurther, command } = await openScene('zh-CN');
    const answer = await askFurther(await command(QUESTIONS['zh-CN'], true), '第二轨呢?');
    expect(answer.ephemeralTo).toBe(mia.id);
    expect(embedOf(answer).description).toContain('二是伦理规则范式');
    discord.assertNoViolations();
  });

  it('below suggestions stands by itself', async () => {
    const { discord, askFurther, mention, words } = await openScene('zh-CN');
    const offer = await mention('北京明天会下雨吗?');
    expect(JSON.stringify(offer.components)).toContain(words.placeholders.suggested);
    expect(embedOf(await askFurther(offer, QUESTIONS['zh-CN'])).description).toContain('三轨并行');
    discord.assertNoViolations();
  });

  it('by somebody else is their own', async () => {
    const { discord, guild, press, mention, words } = await openScene('zh-CN');
    const leo = guild.member('Leo', { locale: 'zh-CN' });
    const { pressed } = await press(await mention(QUESTIONS['zh-CN']), leo);
    const sent = await leo.submits(pressed, { [words.form.question]: '第三轨呢?' });
    const answer = await discord.bot.answered(sent);
    expect(embedOf(answer).description).toContain('三是');
    await leo.presses(answer, words.buttons.dismiss);
    await discord.bot.deleted(answer);
    discord.assertNoViolations();
  });

  it('counts against the limits, and what was typed stays readable', async () => {
    const limits = { memberPerMinute: 1, channelPerMinute: 0 };
    const { discord, mia, askFurther, mention, words } = await openScene('zh-CN', { limits });
    const refused = await askFurther(await mention(QUESTIONS['zh-CN']), '第二轨呢?');
    expect(embedOf(refused).description).toBe(words.limited.member);
    expect(refused.ephemeralTo).toBe(mia.id);
    expect(refused.content).toContain('第二轨呢?');
    discord.assertNoViolations();
  });

  it('that is nothing but blanks is invited to be one', async () => {
    const { discord, askFurther, mention } = await openScene('zh-CN');
    const answer = await askFurther(await mention('北京明天会下雨吗?'), ' \u200b ');
    expect(embedOf(answer).description).toBe(wordingFor('zh-CN').abstain['not-a-question']);
    discord.assertNoViolations();
  });
});

describe('where there are several interviews', () => {
  const QUESTION = 'What are the three parallel tracks?';

  it('the one that was quoted is chosen already', async () => {
    const { discord, press, mention, words } = await openScene('en-US', { knowledge: bothKnowledge });
    const { modal } = await press(await mention(QUESTION));
    expect(modal.components[1]).toMatchObject({
      label: words.form.interview,
      component: {
        required: false,
        options: [
          expect.objectContaining({ value: 'song-haitao', default: true }),
          expect.objectContaining({ value: 'tide-clocks', default: false }),
        ],
      },
    });
    discord.assertNoViolations();
  });

  it.each([
    ['kept', undefined],
    ['taken away', []],
  ])('and asked where the choice is %s', async (_, chosen) => {
    const { discord, mia, askFurther, mention } = await openScene('en-US', { knowledge: bothKnowledge });
    const answer = await askFurther(await mention(QUESTION), 'And the second track?', chosen);
    expect(await originalOf(discord, answer, mia)).toContain('二是伦理规则范式');
    discord.assertNoViolations();
  });

  it('another one can be chosen', async () => {
    const { discord, askFurther, mention } = await openScene('en-US', { knowledge: bothKnowledge });
    const answer = await askFurther(await mention(QUESTION), 'Who wrote this article?', ['tide-clocks']);
    expect(embedOf(answer).description).toContain('Tobias Renn');
    discord.assertNoViolations();
  });

  it('more of them than a select takes leave out others than the one that was quoted', async () => {
    const interviews = Array.from({ length: 27 }, (_, at) => ({ id: `talk-${at}`, questions: 1 }));
    const { discord, press, command } = await openScene('en-US', {
      knowledge: inventKnowledge(...interviews),
    });
    const about = 'What did Ada talk-9 say about the bakery number 1?';
    const { modal } = await press(await command(about));
    expect(JSON.stringify(modal)).toMatch(/"value":"talk-9","label":"[^"]*","default":true/);
    discord.assertNoViolations();
  });
});

describe('a form that this version did not make', () => {
  it.each(['1:asked:e1/song-haitao', '9:m', '2:m:AAAAAAAA', '2:dismiss:1', 'forged', ''])(
    '(%s) gets a clear line that keeps what was typed',
    async (customId) => {
      const { discord, mia, press, mention, words } = await openScene('en-US');
      const { pressed } = await press(await mention(QUESTIONS['en-US']));
      const sent = await mia.submits(pressed, { [words.form.question]: 'Why is that?' });
      await discord.bot.answered(sent);
      const twin = `${sent.id.slice(0, -4)}9999`;
      discord.gateway.redeliver({ ...sent, id: twin, data: { ...sent.data, custom_id: customId } });
      await discord.bot.settles();
      const bodies = discord.log
        .entries()
        .flatMap((entry) =>
          entry.kind === 'request' && entry.path.includes(twin) ? [JSON.stringify(entry.body)] : [],
        );
      expect(bodies).toHaveLength(1);
      expect(bodies[0]).toContain(words.stale.form);
      expect(bodies[0]).toContain('Why is that?');
      expect(bodies[0]).toContain('"flags":64');
    },
  );

  it('whose fields are missing or of another kind is no error', async () => {
    const { discord, mia, press, mention, words } = await openScene('en-US');
    const { pressed } = await press(await mention(QUESTIONS['en-US']));
    const sent = await mia.submits(pressed, { [words.form.question]: 'Why is that?' });
    await discord.bot.answered(sent);
    const twin = `${sent.id.slice(0, -4)}9998`;
    const component = { type: 3, id: 2, custom_id: 'question', values: [] };
    const components = [{ type: 18, id: 1, component }];
    discord.gateway.redeliver({ ...sent, id: twin, data: { ...sent.data, components } });
    await discord.bot.settles();
    const bodies = discord.log
      .entries()
      .filter((entry) => entry.kind === 'request' && entry.path.includes(twin))
      .map((entry) => JSON.stringify(entry));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(wordingFor('en-US').abstain['not-a-question']);
  });
});
