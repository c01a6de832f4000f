// A conversation without replies: in direct messages and threads the last answer is remembered for ten minutes.
import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../src/answer/reply.ts';
import { openMemory } from '../../src/discord/desk/memory.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { bothKnowledge } from '../answer/interviews.ts';
import {
  controlOf,
  embedOf,
  firstQuestionIn,
  openClub,
  originalOf,
  type StageOptions,
  startBot,
} from './stage.ts';

const TRACKS = '三轨并行是什么?';
/** Says nothing by itself. */
const MORE = '具体说说';
const MINUTE_MS = 60_000;

async function openTalk(options: StageOptions = {}) {
  let time = 0;
  const clock = () => time;
  const { discord } = await startBot(undefined, { clock, ...options });
  const { guild, channel, mia } = openClub(discord);
  const tells = async (text: string) => discord.bot.replied({ to: await mia.directMessages(text) });
  const hears = async (text: string) => embedOf(await tells(text)).description;
  const cites = async (text: string) => embedOf(await tells(text)).citation;
  const passes = (milliseconds: number) => {
    time += milliseconds;
  };
  return { discord, guild, channel, mia, tells, hears, cites, passes };
}

describe('in direct messages', () => {
  it('the second and the third turn follow the last answer', async () => {
    const { discord, hears } = await openTalk();
    expect(await hears(TRACKS)).toContain('三轨并行');
    expect(await hears('第二轨呢?')).toContain('二是伦理规则范式');
    expect(await hears('那第三轨')).toContain('三是全球南方国家');
    discord.assertNoViolations();
  });

  it('“in English?” repeats the last answer with its translation', async () => {
    const { discord, mia, tells, hears } = await openTalk();
    const first = await hears(TRACKS);
    const again = await tells('in English?');
    expect(embedOf(again).description).toContain('Translation');
    expect(await originalOf(discord, again, mia)).toContain(first.replace(/^>>> /, '').slice(0, 20));
    discord.assertNoViolations();
  });

  it('after ten minutes nothing is remembered', async () => {
    const { hears, cites, passes } = await openTalk();
    await hears(TRACKS);
    passes(9 * MINUTE_MS);
    expect(await hears('第二轨呢?')).toContain('二是伦理规则范式');
    passes(10 * MINUTE_MS + 1);
    expect(await cites(MORE)).toBe('');
  });

  it('a reply wins over what is remembered', async () => {
    const { discord, tells, mia } = await openTalk();
    const first = await tells(TRACKS);
    await tells('训练AI的数据里英语占多少?');
    const asked = await mia.directMessages('第二轨呢?', { replyTo: first });
    expect(embedOf(await discord.bot.replied({ to: asked })).description).toContain('二是伦理规则范式');
    discord.assertNoViolations();
  });

  it('an edited question follows what it followed, not its own answer', async () => {
    const { discord, tells, mia } = await openTalk();
    await tells(TRACKS);
    const asked = await mia.directMessages('第二轨呢?');
    const answer = await discord.bot.replied({ to: asked });
    await mia.edits(asked, '第三轨呢?');
    expect(embedOf(await discord.bot.edited(answer)).description).toContain('三是全球南方国家');
    discord.assertNoViolations();
  });

  it('/ask and a chosen question are turns, too', async () => {
    const { discord, hears, cites, tells, mia } = await openTalk();
    const direct = mia.directChannel();
    await discord.bot.answered(await mia.runs('/ask', { question: TRACKS }, { in: direct }));
    expect(await hears('第二轨呢?')).toContain('二是伦理规则范式');
    const offer = await tells('北京明天会下雨吗?');
    const { suggested } = wordingFor('zh-CN').discord.placeholders;
    const { value } = firstQuestionIn(offer, suggested);
    const chosen = await mia.selects(offer, controlOf(offer, suggested), [value]);
    const { citation } = embedOf(await discord.bot.answered(chosen));
    const [question = '?'] = /第\d+问/.exec(citation) ?? [];
    expect(await cites(MORE)).toContain(question);
    discord.assertNoViolations();
  });

  it('what another member was answered is nobody else’s context', async () => {
    const { discord, tells } = await openTalk();
    await tells(TRACKS);
    const leo = discord.person('Leo', { locale: 'zh-CN' });
    const reply = await discord.bot.replied({ to: await leo.directMessages(MORE) });
    expect(embedOf(reply).citation).toBe('');
  });
});

describe('in a server', () => {
  it('a thread has a memory for each member, its channel has none', async () => {
    const { discord, guild, channel, mia } = await openTalk();
    const leo = guild.member('Leo', { locale: 'zh-CN' });
    const thread = channel.thread('三轨');
    const ask = async (person: typeof mia, place: typeof channel, text: string) => {
      const said = await person.says(place, `${discord.bot.mention} ${text}`);
      return embedOf(await discord.bot.replied({ to: said })).citation;
    };
    await ask(mia, thread, TRACKS);
    expect(await ask(mia, thread, MORE)).toContain('第3问');
    expect(await ask(leo, thread, MORE)).toBe('');
    await ask(mia, channel, TRACKS);
    expect(await ask(mia, channel, MORE)).toBe('');
    discord.assertNoViolations();
  });

  it('a command that names another interview follows nothing', async () => {
    const { discord, mia, hears } = await openTalk({ knowledge: bothKnowledge });
    await hears(TRACKS);
    const values = { question: '第二轨呢?', interview: 'tide-clocks' };
    const run = await mia.runs('/ask', values, { in: mia.directChannel() });
    expect(JSON.stringify(await discord.bot.answered(run))).not.toContain('二是伦理规则范式');
  });
});

it('the memory is bounded: who was answered longest ago is forgotten', () => {
  const memory = openMemory(() => 0, 2);
  const source = { interview: 'a', section: 'biography' } as const;
  const quotation: Quotation = { source, start: 0, end: 1, text: 'a' };
  for (const member of ['1', '2', '1', '3'])
    memory.answered({ member, channel: '9' }, `q${member}`, quotation);
  const remembered = ['1', '2', '3'].filter((member) => memory.before({ member, channel: '9' }, 'next'));
  expect(remembered).toEqual(['1', '3']);
});
