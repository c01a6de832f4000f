// One test for each row of src/discord/WAYS-IN.md: mentions and replies.
import { expect, it } from 'vitest';
import { wordingFor } from '../../src/wording/locale.ts';
import { embedOf, openClub, startBot } from './stage.ts';
import { ANSWER, open, QUESTION, READS_ALL, WORDS } from './ways-in-stage.ts';

it('1 a mention before, after or amid the question', async () => {
  const { discord, bot, channel, mia } = await open();
  const [before, after] = [QUESTION.slice(0, 6), QUESTION.slice(6)];
  for (const text of [
    `${bot.mention} ${QUESTION}`,
    `${QUESTION} ${bot.mention}`,
    `${before}${bot.mention}${after}`,
  ]) {
    expect(embedOf(await bot.replied({ to: await mia.says(channel, text) })).description).toContain(ANSWER);
  }
  discord.assertNoViolations();
});

it('2 a mention added by an edit', async () => {
  const { discord, bot, channel, mia } = await open();
  const said = await mia.says(channel, QUESTION);
  await bot.staysSilent({ after: said });
  const edited = await mia.edits(said, `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.replied({ to: edited })).description).toContain(ANSWER);
  await mia.edits(edited, `${bot.mention} ${QUESTION}!`);
  await bot.settles();
  expect(bot.messagesIn(channel)).toHaveLength(1);
  const old = await mia.says(channel, QUESTION);
  discord.clock.advance(11 * 60_000);
  await bot.staysSilent({ after: await mia.edits(old, `${bot.mention} ${QUESTION}`) });
  discord.assertNoViolations();
});

it('3 a question added by an edit', async () => {
  const { discord, bot, channel, mia } = await open();
  const said = await mia.says(channel, bot.mention);
  const guide = await bot.replied({ to: said });
  await bot.settles();
  await mia.edits(said, `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.edited(guide)).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('4 a bare mention', async () => {
  const { discord, bot, channel, mia } = await open();
  const guide = await bot.replied({ to: await mia.says(channel, bot.mention) });
  expect(embedOf(guide).title).toBe(WORDS.guide.title);
  discord.assertNoViolations();
});

it('5 a bare mention that replies to a question asked of the bot', async () => {
  const { discord, bot, channel, mia, leo } = await open();
  const asked = await leo.says(channel, `${bot.mention} ${QUESTION}`);
  await bot.replied({ to: asked });
  const answer = await bot.replied({ to: await mia.says(channel, bot.mention, { replyTo: asked }) });
  expect(embedOf(answer).description).toContain(ANSWER);
  expect(answer.content).toBe(WORDS.youAsked(QUESTION));
  discord.assertNoViolations();
});

it('6 a bare mention that replies to a question among members', async () => {
  const { discord, bot, channel, mia, leo } = await open();
  const asked = await leo.says(channel, QUESTION);
  const hint = await bot.replied({ to: await mia.says(channel, bot.mention, { replyTo: asked }) });
  expect(embedOf(hint).description).toBe(WORDS.hints.otherMessage);
  await bot.staysSilent({ after: await mia.says(channel, bot.mention, { replyTo: asked }) });
  discord.assertNoViolations();
});

it('7 a bare mention that replies to a question among members, with the intent', async () => {
  const { discord, bot, channel, mia, leo } = await open(READS_ALL);
  const asked = await leo.says(channel, QUESTION);
  const answer = await bot.replied({ to: await mia.says(channel, bot.mention, { replyTo: asked }) });
  expect(embedOf(answer).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('8 a mention of the bot’s own role', async () => {
  const { discord, bot, guild, channel, leo } = await open();
  const words = `<@&${guild.botRole?.id}> ${QUESTION}`;
  const first = await leo.says(channel, words);
  const hint = await bot.replied({ to: first });
  expect(embedOf(hint).description).toContain(WORDS.hints.role(bot.name));
  await bot.staysSilent({ after: await leo.says(channel, words) });
  await leo.edits(first, `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.edited(hint)).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('9 a mention of the bot’s own role, with the intent', async () => {
  const { discord, bot, guild, channel, leo } = await open(READS_ALL);
  const asked = await leo.says(channel, `<@&${guild.botRole?.id}> ${QUESTION}`);
  expect(embedOf(await bot.replied({ to: asked })).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('10 a mention of everyone or of another role', async () => {
  const { bot, guild, channel, leo } = await open();
  const role = guild.role('readers', { mentionable: true });
  for (const mention of ['@everyone', '@here', `<@&${role.id}>`])
    await bot.staysSilent({ after: await leo.says(channel, `${mention} ${QUESTION}`) });
});

it('11 a mention by another bot, a webhook or Discord itself', async () => {
  const { bot, guild, channel, mia } = await open();
  const words = `${bot.mention} ${QUESTION}`;
  const robot = guild.member('Robot', { bot: true });
  await bot.staysSilent({ after: await robot.says(channel, words) });
  await bot.staysSilent({ after: await channel.hearsWebhook('News', words, [{ title: QUESTION }]) });
  await bot.staysSilent({ after: await channel.announcesJoin(mia) });
});

it('12 a mention with nothing but an attachment, a sticker or a link', async () => {
  const { discord, bot, channel, mia } = await open();
  const said = [
    await mia.says(channel, bot.mention, { attachments: ['clock.png'] }),
    await mia.says(channel, bot.mention, { stickers: ['wave'] }),
    await mia.says(channel, `${bot.mention} https://example.org/clocks?a=1`),
  ];
  for (const to of said) expect(embedOf(await bot.replied({ to })).description).toBe(WORDS.hints.noText);
  discord.assertNoViolations();
});

it.each(['zh-TW', 'en-US'] as const)('8 a mention of the bot’s own role (%s)', async (locale) => {
  const { discord } = await startBot();
  const { guild, channel } = openClub(discord, locale);
  const leo = guild.member('Leo', { permissions: ['MentionEveryone'] });
  const hint = await discord.bot.replied({ to: await leo.says(channel, `<@&${guild.botRole?.id}> ?`) });
  expect(embedOf(hint).description).toBe(wordingFor(locale).discord.hints.role(discord.bot.name));
  discord.assertNoViolations();
});

it('13 a reply with ping to an answer in a message', async () => {
  const { discord, bot, channel, mia } = await open();
  const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  const next = await bot.replied({ to: await mia.says(channel, '为什么?', { replyTo: answer }) });
  expect(embedOf(next).title).toBe(embedOf(answer).title);
  expect(embedOf(next).description).not.toBe(embedOf(answer).description);
  discord.assertNoViolations();
});

it('14 a reply to the answer of a slash command', async () => {
  const { discord, bot, channel, mia } = await open();
  const answer = await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: channel }));
  const hint = await bot.replied({ to: await mia.says(channel, '为什么?', { replyTo: answer }) });
  expect(embedOf(hint).description).toContain(WORDS.hints.commandAnswer(bot.name));
  await bot.staysSilent({ after: await mia.says(channel, '为什么?', { replyTo: answer }) });
  const mention = await mia.says(channel, `${bot.mention} 为什么?`, { replyTo: answer });
  expect(embedOf(await bot.replied({ to: mention })).title).toBe(embedOf(answer).title);
  discord.assertNoViolations();
});

it('15 a reply to the answer of a slash command, with the intent', async () => {
  const { discord, bot, channel, mia } = await open(READS_ALL);
  const answer = await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: channel }));
  const next = await bot.replied({ to: await mia.says(channel, '为什么?', { replyTo: answer }) });
  expect(embedOf(next).title).toBe(embedOf(answer).title);
  discord.assertNoViolations();
});

it('16 a reply to an answer shared from the menu', async () => {
  const { discord, bot, channel, mia, leo } = await open();
  const asked = await leo.says(channel, QUESTION);
  const own = await bot.answered(await mia.usesOn('Ask the interview', asked));
  const shared = await bot.followedUp(await mia.presses(own, WORDS.buttons.share));
  const hint = await bot.replied({ to: await leo.says(channel, '为什么?', { replyTo: shared }) });
  expect(embedOf(hint).description).toContain(WORDS.hints.commandAnswer(bot.name));
  discord.assertNoViolations();
});

it('17 a reply without ping', async () => {
  const { bot, channel, mia } = await open();
  const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  await bot.staysSilent({ after: await mia.says(channel, '为什么?', { replyTo: answer, ping: false }) });
});

it('18 a reply to another member', async () => {
  const { bot, channel, mia, leo } = await open();
  const said = await leo.says(channel, '治理很难');
  await bot.staysSilent({ after: await mia.says(channel, QUESTION, { replyTo: said }) });
});
