// One test for each row of src/discord/WAYS-IN.md: the menu, the commands and the form; and the table has just the rows tested.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { inventKnowledge } from './invented.ts';
import { embedOf } from './stage.ts';
import { ANSWER, askMenu, open, QUESTION, WORDS } from './ways-in-stage.ts';

it('34 the menu on a question', async () => {
  const stage = await open();
  expect(await askMenu(stage, await stage.leo.says(stage.channel, QUESTION))).toContain(ANSWER);
  stage.discord.assertNoViolations();
});

it('35 the menu on a forward', async () => {
  const stage = await open();
  const said = await stage.leo.says(stage.guild.channel('other'), QUESTION);
  expect(await askMenu(stage, await stage.leo.forwards(said, stage.channel))).toContain(ANSWER);
  stage.discord.assertNoViolations();
});

it('36 the menu on a poll', async () => {
  const stage = await open();
  expect(await askMenu(stage, await stage.leo.polls(stage.channel, QUESTION, ['甲', '乙']))).toContain(
    ANSWER,
  );
  stage.discord.assertNoViolations();
});

it('37 the menu on the first message of a forum post', async () => {
  const stage = await open();
  expect(await askMenu(stage, await stage.leo.posts(stage.guild.forum('提问'), QUESTION, '如题'))).toContain(
    ANSWER,
  );
  stage.discord.assertNoViolations();
});

it('38 the menu on a message with only an embed, an attachment, a sticker or a link', async () => {
  const stage = await open();
  const { leo, channel, guild } = stage;
  const embed = await guild.channel('news').hearsWebhook('News', '', [{ title: QUESTION }]);
  const { attachments, noText } = WORDS.unaskable;
  expect(await askMenu(stage, await leo.says(channel, '', { attachments: ['clock.png'] }))).toBe(attachments);
  expect(await askMenu(stage, await leo.says(channel, '', { stickers: ['wave'] }))).toBe(noText);
  expect(await askMenu(stage, await leo.says(channel, '<https://example.org/clocks>'))).toBe(noText);
  expect(await askMenu(stage, await leo.forwards(embed, channel))).toBe(noText);
  stage.discord.assertNoViolations();
});

it('39 the menu on a message of another bot or a webhook', async () => {
  const stage = await open();
  const { guild, channel } = stage;
  const said = [
    await guild.member('Robot', { bot: true }).says(channel, QUESTION),
    await channel.hearsWebhook('News', QUESTION),
  ];
  for (const message of said) expect(await askMenu(stage, message)).toBe(WORDS.unaskable.bot);
  stage.discord.assertNoViolations();
});

const TWO = { knowledge: inventKnowledge({ id: 'one', questions: 3 }, { id: 'two', questions: 3 }) };
const BAKERY = 'What is there to say about the bakery number 1?';

it('40 a slash command without the interview', async () => {
  const { discord, bot, channel, mia } = await open(TWO);
  const offer = await bot.answered(await mia.runs('/ask', { question: BAKERY }, { in: channel }));
  expect(embedOf(offer).description).toMatch(/Ada one[\s\S]*Ada two/);
  discord.assertNoViolations();
});

it('41 a slash command with the interview', async () => {
  const { discord, bot, channel, mia } = await open(TWO);
  const values = { question: BAKERY, interview: 'two' };
  const answer = await bot.answered(await mia.runs('/ask', values, { in: channel }));
  expect(embedOf(answer).citation).toContain('Ada two');
  discord.assertNoViolations();
});

it('42 typing into a slash command', async () => {
  const { discord, channel, mia } = await open();
  const choices = await mia.types('/ask', { question: '最大挑战' }, { in: channel });
  expect(choices[0]?.name).toBe(QUESTION);
  discord.assertNoViolations();
});

it('43 a command of a member who installed the bot, in a server without it', async () => {
  const { discord, bot } = await open();
  const guild = discord.guild('Elsewhere', { botIsMember: false });
  const mia = guild.member('Mia', { locale: 'zh-CN', hasInstalled: true });
  const channel = guild.channel('general');
  const answer = await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: channel }));
  expect(embedOf(answer).description).toContain(ANSWER);
  expect(await askMenu({ bot, mia }, await mia.says(channel, QUESTION))).toContain(ANSWER);
  discord.assertNoViolations();
});

it('44 a command of a member who installed the bot, in a group', async () => {
  const { discord, bot } = await open();
  const mia = discord.person('Mia', { locale: 'zh-CN', hasInstalled: true });
  const group = discord.group('Friends', [mia, discord.person('Leo')]);
  const answer = await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: group }));
  expect(embedOf(answer).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('45 a form (Ask further)', async () => {
  const { discord, bot, channel, mia } = await open();
  const values = { question: '三轨并行是什么?' };
  const first = await bot.answered(await mia.runs('/ask', values, { in: channel }));
  const pressed = await mia.presses(first, WORDS.buttons.further);
  await bot.showed(pressed);
  const second = await bot.answered(await mia.submits(pressed, { [WORDS.form.question]: '第二轨呢?' }));
  expect(embedOf(second).description).toContain('二是伦理规则范式');
  discord.assertNoViolations();
});

test('WAYS-IN.md has a row for each test, and a test for each row', () => {
  const files = readdirSync('tests/discord').filter((name) => /^ways-in.*\.test\.ts$/.test(name));
  const tested = files.flatMap((name) => [
    ...readFileSync(`tests/discord/${name}`, 'utf8').matchAll(
      /^(?:it|.*\])?.*\('(\d+ .+?)(?: \(%s\))?', async/gm,
    ),
  ]);
  const rows = [...readFileSync('src/discord/WAYS-IN.md', 'utf8').matchAll(/^\| (\d+) \| (.+?) \|/gm)];
  const byNumber = (left: string, right: string) => Number.parseInt(left, 10) - Number.parseInt(right, 10);
  const names = [...new Set(tested.map(([, name = '']) => name))];
  expect(names.toSorted(byNumber)).toEqual(rows.map(([, number, name]) => `${number} ${name}`));
  expect(rows.length).toBeGreaterThanOrEqual(24);
});
