// What no member of this version would send, and places that close while the bot answers: one clear line, nothing else.
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/knowledge/collection.ts';
import { embedOf, openClub, optionsOf, startBot } from './stage.ts';
import { open, QUESTION, WORDS } from './ways-in-stage.ts';

const BUTTON = { component_type: 2 };

describe('a custom id', () => {
  it.each([
    ['of an earlier version', '1:full:0-9:0:e1/song-haitao', WORDS.stale['other-version']],
    ['that is forged', 'drop table', WORDS.stale.unreadable],
    ['that is truncated', '2:f:0:aB-_12yz:0-9:', WORDS.stale.unreadable],
    ['that is empty', '', WORDS.stale.unreadable],
    ['of another bot', 'ticket_open_42', WORDS.stale.unreadable],
    ['with a range beyond all bounds', '2:a:aB-_12yz:0-zzzzz:e1/song-haitao', WORDS.stale.changed],
    ['of an interview that was never there', '2:s:aB-_12yz:0-9:e1/nobody', WORDS.stale.interview],
    ['of a page beyond the last, of nothing', '2:turn:questions:999:nobody', WORDS.stale.interview],
    ['with another text than its kind has', '2:dismiss:everybody', WORDS.stale.unreadable],
  ])('%s gets one line in private', async (_, customId, words) => {
    const { discord, bot, channel, mia, logged } = await open();
    const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
    const pressed = await mia.sendsOld(answer, 'component', { ...BUTTON, custom_id: customId });
    const told = await bot.answered(pressed);
    expect(told.ephemeralTo).toBe(mia.id);
    expect(embedOf(told).description).toBe(words);
    await bot.settles();
    expect(bot.messagesIn(channel)).toHaveLength(2);
    expect(failuresIn(logged)).toEqual([]);
    discord.assertNoViolations();
  });

  it.each([
    ['a value of no list', { component_type: 3, values: ['nowhere'] }],
    ['no value', { component_type: 3, values: [] }],
    ['members in place of questions', { component_type: 5, values: ['1'], resolved: {} }],
  ])('of a select with %s gets one line in private', async (_, data) => {
    const { discord, bot, channel, mia } = await open();
    const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
    const told = await bot.answered(
      await mia.sendsOld(answer, 'component', { ...data, custom_id: '2:related' }),
    );
    expect(told.ephemeralTo).toBe(mia.id);
    expect(embedOf(told).description).toBe(WORDS.stale.interview);
    discord.assertNoViolations();
  });
});

it('a form of an earlier version gets one line in private', async () => {
  const { discord, bot, channel, mia } = await open();
  const answer = await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  const sent = await mia.sendsOld(answer, 'modal-submit', { custom_id: '1:further', components: [] });
  const told = await bot.answered(sent);
  expect(told.ephemeralTo).toBe(mia.id);
  expect(embedOf(told).description).toBe(WORDS.stale.form);
  discord.assertNoViolations();
});

const failuresIn = (logged: readonly string[]) => logged.filter((line) => /"level":[456]0/.test(line));

describe('a thread', () => {
  it.each([
    ['deleted', 'Unknown Channel'],
    ['locked', 'Thread is locked'],
  ] as const)('that is %s while the bot answers costs one line of the log', async (what, reason) => {
    const { discord, bot, channel, mia, logged } = await open();
    const thread = channel.thread('AI');
    const hold = discord.faults.hold('create_message');
    await mia.says(thread, `${bot.mention} ${QUESTION}`);
    await hold.reached();
    if (what === 'deleted') thread.disappears();
    else thread.isLocked(true);
    hold.release();
    await bot.settles();
    expect(failuresIn(logged)).toEqual([expect.stringContaining(reason)]);
    expect(bot.messagesIn(channel)).toEqual([]);
    const next = await mia.says(channel, `${bot.mention} ${QUESTION}`);
    await bot.replied({ to: next });
    discord.assertNoViolations();
  });

  it('that is locked is left alone, and its buttons answer in private', async () => {
    const { discord, bot, guild, channel, mia, logged } = await open();
    const thread = channel.thread('AI');
    const answer = await bot.replied({ to: await mia.says(thread, `${bot.mention} ${QUESTION}`) });
    thread.isLocked(true);
    const boss = guild.member('Boss', { permissions: ['ManageThreads'] });
    await bot.staysSilent({ after: await boss.says(thread, `${bot.mention} ${QUESTION}`) });
    const full = await bot.answered(await mia.presses(answer, WORDS.buttons.fullAnswer));
    expect(full.ephemeralTo).toBe(mia.id);
    expect(failuresIn(logged)).toEqual([]);
    discord.assertNoViolations();
  });

  it('that is archived comes back with the answer; an edit of a question there costs one line of the log', async () => {
    const { discord, bot, channel, mia, logged } = await open();
    const thread = channel.thread('AI');
    const asked = await mia.says(thread, `${bot.mention} ${QUESTION}`);
    const answer = await bot.replied({ to: asked });
    await bot.settles();
    thread.isArchived(true);
    await mia.edits(asked, `${bot.mention} 具身智能可否为国际合作创造新机遇?`);
    await bot.settles();
    expect(failuresIn(logged)).toEqual([expect.stringContaining('Thread is archived')]);
    expect(bot.messagesIn(thread).map(({ editedAt }) => editedAt)).toEqual([answer.editedAt]);
    await bot.replied({ to: await mia.says(thread, `${bot.mention} ${QUESTION}`) });
    discord.assertNoViolations();
  });
});

it('a time-out of the bot silences it until it ends; commands answer all the same', async () => {
  const { discord, bot, guild, channel, mia, logged } = await open({ now: Date.now });
  guild.timesOutBot(60_000);
  await bot.staysSilent({ after: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: channel }));
  guild.timesOutBot(0);
  await bot.replied({ to: await mia.says(channel, `${bot.mention} ${QUESTION}`) });
  expect(failuresIn(logged)).toEqual([]);
  discord.assertNoViolations();
});

it('equal labels in a select lead each to its own answer', async () => {
  const twice = `---
title: "Twice"
interviewee:
  name: Ada Quill
publication: The Test Gazette
date: 2024-02-29
language: en
---

## Q: And then?

First the clock was wound.

## Q: And then?

Later the clock was sold.
`;
  const file = { name: 'twice.md', bytes: new TextEncoder().encode(twice) };
  const { discord } = await startBot(undefined, { knowledge: readCollection([file]) });
  const { channel, mia } = openClub(discord, 'en-US');
  const list = await discord.bot.answered(await mia.runs('/questions', {}, { in: channel }));
  const placeholder = 'Choose a question to read its answer';
  const options = optionsOf(list, placeholder);
  expect(options.map(({ label }) => label)).toEqual(['And then?', 'And then?']);
  const answers = [];
  for (const { value } of options) {
    const picked = await mia.selects(list, '2:pick:questions:0:twice', [value]);
    answers.push(embedOf(await discord.bot.answered(picked)).description);
  }
  expect(answers).toEqual([
    expect.stringContaining('First the clock was wound.'),
    expect.stringContaining('Later the clock was sold.'),
  ]);
  discord.assertNoViolations();
});
