// What is said to the bot itself, wherever it is said: it shows what the command of the same name shows.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { type Locale, wordingFor } from '../../src/wording/locale.ts';
import { bothKnowledge } from '../answer/interviews.ts';
import { inventKnowledge } from './invented.ts';
import { controlOf, embedOf, offeredAs, openClub, originalOf, type StageOptions, startBot } from './stage.ts';

async function openScene(locale: Locale = 'en-US', options: StageOptions = {}) {
  const { discord } = await startBot(undefined, options);
  const club = openClub(discord, locale);
  const leo = club.guild.member('Leo', { locale });
  const asks = async (words: string, replyTo?: Message) => {
    const said = `${discord.bot.mention} ${words}`;
    const asked = await club.mia.says(club.channel, said, replyTo ? { replyTo } : {});
    return discord.bot.replied({ to: asked });
  };
  return { discord, ...club, leo, asks, wording: wordingFor(locale) };
}

type Scene = Awaited<ReturnType<typeof openScene>>;

const SURFACES: Readonly<Record<string, (scene: Scene, words: string) => Promise<Message>>> = {
  mention: ({ asks }, words) => asks(words),
  'direct message': async ({ discord, mia }, words) =>
    discord.bot.replied({ to: await mia.directMessages(words) }),
  command: async ({ discord, mia, channel }, words) =>
    discord.bot.answered(await mia.runs('/ask', { question: words }, { in: channel })),
  menu: async ({ discord, mia, leo, channel }, words) =>
    discord.bot.answered(await mia.usesOn('Ask the interview', await leo.says(channel, words))),
};

describe.each(Object.keys(SURFACES))('by %s', (surface) => {
  it.each([
    ['help', (message: Message) => embedOf(message).title, 'How to ask'],
    ['who are you?', (message: Message) => embedOf(message).description, 'Song Haitao'],
    ['thank you', (message: Message) => embedOf(message).description, 'welcome'],
    ['hello', (message: Message) => embedOf(message).description, 'For example: '],
    ['summary', (message: Message) => embedOf(message).title, 'At a glance: '],
    ['biography', (message: Message) => embedOf(message).title, 'Song Haitao'],
    ['What can I ask?', (message: Message) => embedOf(message).title, 'Questions: '],
    ['in English please', (message: Message) => embedOf(message).description, 'no translation'],
  ])('“%s” is understood', async (words, shown, expected) => {
    const scene = await openScene();
    const reply = await SURFACES[surface]?.(scene, words);
    expect(reply && shown(reply)).toContain(expected);
    scene.discord.assertNoViolations();
  });
});

describe.each([
  { locale: 'zh-CN', help: '怎么用？', who: '你是谁？', thanks: '谢谢', greeting: '你好' },
  { locale: 'zh-TW', help: '怎麼用？', who: '你是誰？', thanks: '謝謝', greeting: '您好' },
] as const)('in $locale', ({ locale, help, who, thanks, greeting }) => {
  it('help is the guide', async () => {
    const { asks, wording } = await openScene(locale);
    expect(embedOf(await asks(help)).title).toBe(wording.discord.guide.title);
  });

  it('who is told in two sentences that name the interviewee', async () => {
    const { asks, wording } = await openScene(locale);
    const { description } = embedOf(await asks(who));
    expect(description).toBe(wording.toBot.who(['宋海涛']));
    expect(description.match(/。/g)).toHaveLength(2);
  });

  it('thanks and greetings get one short line', async () => {
    const { asks, wording } = await openScene(locale);
    expect(embedOf(await asks(thanks)).description).toBe(wording.toBot.thanks);
    expect(embedOf(await asks(greeting)).description).toContain(wording.toBot.greeting);
  });
});

describe('what the interview holds', () => {
  it('is summed up as /summary does', async () => {
    const { asks, discord, mia, channel } = await openScene('zh-CN');
    const command = await discord.bot.answered(await mia.runs('/summary', {}, { in: channel }));
    expect((await asks('总结一下')).embeds).toEqual(command.embeds);
  });

  it('is introduced as /bio does', async () => {
    const { asks, discord, mia, channel } = await openScene('zh-CN');
    const command = await discord.bot.answered(await mia.runs('/bio', {}, { in: channel }));
    expect((await asks('他的简介')).embeds).toEqual(command.embeds);
  });

  it('is listed as /questions does, and a question chosen from it is answered', async () => {
    const { asks, discord, mia, channel } = await openScene('zh-CN');
    const command = await discord.bot.answered(await mia.runs('/questions', {}, { in: channel }));
    const list = await asks('有哪些问题？');
    expect(list.embeds).toEqual(command.embeds);
    const placeholder = '选择一个问题，查看回答';
    const value = offeredAs(list, placeholder, 'e5/song-haitao');
    const chosen = await mia.selects(list, controlOf(list, placeholder), [value]);
    expect(embedOf(await discord.bot.answered(chosen)).title).toBe('具身智能可否为国际合作创造新机遇?');
    discord.assertNoViolations();
  });

  it('has no biography, and says so', async () => {
    const knowledge = inventKnowledge({ id: 'one', questions: 3 });
    const { asks, wording } = await openScene('en-US', { knowledge });
    expect(embedOf(await asks('biography')).description).toBe(wording.toBot.noBiography);
  });
});

describe('translation', () => {
  it('of the answer that is replied to leads, with the same words behind its button', async () => {
    const { asks, discord, wording, mia } = await openScene('zh-CN');
    const answer = await asks('全球AI治理最大的挑战是什么?');
    const again = await asks('翻译成英文', answer);
    expect(embedOf(again).description).toContain('Broadly speaking');
    const original = await originalOf(discord, again, mia);
    expect(original).toContain(`**${wording.originalWords}**`);
    expect(original).toContain('三轨并行');
    discord.assertNoViolations();
  });

  it('back into the original’s language is the original', async () => {
    const { asks } = await openScene('en-US');
    const answer = await asks('What is the biggest challenge for AI governance worldwide?');
    const again = embedOf(await asks('in Chinese please', answer));
    expect(again.description).toMatch(/^> 大致来看/);
  });

  it('that nobody made is missed in one line', async () => {
    const { asks, wording } = await openScene('en-US', { knowledge: bothKnowledge });
    const answer = await asks('When does the harbour office set its clock?');
    expect(embedOf(answer).description).toContain('every Friday');
    expect(embedOf(await asks('in Chinese please', answer)).description).toBe(wording.toBot.noTranslation);
  });
});

describe('where several interviews are loaded', () => {
  it.each(['summary', 'biography', 'What can I ask?'])('“%s” asks which is meant', async (words) => {
    const { asks, wording } = await openScene('en-US', { knowledge: bothKnowledge });
    const { description } = embedOf(await asks(words));
    expect(description).toContain(wording.toBot.whichMeant(['Song Haitao', 'Ysolde Marrack']));
    expect(description).toContain('/summary');
  });

  it('/ask says which, and a conversation does', async () => {
    const { asks, discord, mia, channel } = await openScene('en-US', { knowledge: bothKnowledge });
    const values = { question: 'summary', interview: 'tide-clocks' };
    const outline = await discord.bot.answered(await mia.runs('/ask', values, { in: channel }));
    expect(embedOf(outline).title).toContain('At a glance: ');
    expect(embedOf(outline).description).toContain('Ysolde Marrack');
    const answer = await asks('When does the harbour office set its clock?');
    expect(embedOf(await asks('biography', answer)).title).toContain('Ysolde Marrack');
  });

  it('names all of them when asked who it quotes', async () => {
    const { asks } = await openScene('en-US', { knowledge: bothKnowledge });
    expect(embedOf(await asks('who are you?')).description).toContain('Song Haitao and Ysolde Marrack');
  });
});

describe('words that say nothing', () => {
  it.each([
    ['zh-CN', '???'],
    ['zh-TW', '。。。'],
    ['en-US', 'asdf'],
  ] as const)('get one line that invites a question, and no greeting (%s)', async (locale, words) => {
    const { asks, wording } = await openScene(locale);
    expect(embedOf(await asks(words)).description).toBe(wording.abstain['not-a-question']);
  });
});

it('a first direct message that asks for help gets the guide once', async () => {
  const { discord, mia } = await openScene();
  const { embeds } = await discord.bot.replied({ to: await mia.directMessages('help') });
  expect(embeds).toHaveLength(1);
});
