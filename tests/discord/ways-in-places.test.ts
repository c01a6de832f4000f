// One test for each row of src/discord/WAYS-IN.md: direct messages and places.
import { expect, it } from 'vitest';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { embedOf, joinDiscord, openClub } from './stage.ts';
import { ANSWER, open, QUESTION, WORDS } from './ways-in-stage.ts';

const OTHER = '具身智能可否为国际合作创造新机遇?';

it('19 the first direct message', async () => {
  const { discord, bot, mia } = await open();
  const answer = await bot.replied({ to: await mia.directMessages(QUESTION) });
  expect(answer.embeds.map((_, index) => embedOf(answer, index).title)).toEqual([
    QUESTION,
    WORDS.guide.title,
  ]);
  discord.assertNoViolations();
});

it('20 the second and the third direct message', async () => {
  const { discord, bot, mia } = await open();
  await bot.replied({ to: await mia.directMessages(OTHER) });
  for (const question of [QUESTION, OTHER]) {
    const answer = await bot.replied({ to: await mia.directMessages(question) });
    expect(answer.embeds.map((_, index) => embedOf(answer, index).title)).toEqual([question]);
  }
  discord.assertNoViolations();
});

it('21 a forward or a poll in a direct message', async () => {
  const { discord, bot, channel, mia, leo } = await open();
  const said = await leo.says(channel, QUESTION);
  const place = mia.directChannel();
  for (const to of [await mia.forwards(said, place), await mia.polls(place, QUESTION, ['甲', '乙'])]) {
    const answer = await bot.replied({ to });
    expect(embedOf(answer).description).toContain(ANSWER);
    expect(answer.content).toBe(WORDS.youAsked(QUESTION));
  }
  discord.assertNoViolations();
});

it('22 a direct message with nothing but an attachment, a sticker or a link', async () => {
  const { discord, bot, mia } = await open();
  const said = [
    await mia.directMessages('', { attachments: ['clock.png'] }),
    await mia.directMessages('', { stickers: ['wave'] }),
    await mia.directMessages('https://example.org/clocks'),
  ];
  // A direct message without words tells no language.
  const { hints } = wordingFor('en-US').discord;
  for (const to of said) expect(embedOf(await bot.replied({ to })).description).toBe(hints.noText);
  discord.assertNoViolations();
});

it('23 a forum post with the question in its title', async () => {
  const { discord, bot, guild, mia } = await open();
  const forum = guild.forum('提问');
  for (const body of ['如题', 'RT', '如题。谢谢！', '']) {
    const answer = await bot.replied({ to: await mia.posts(forum, QUESTION, `${bot.mention} ${body}`) });
    expect(embedOf(answer).description).toContain(ANSWER);
    expect(answer.content).toBe(WORDS.youAsked(QUESTION));
  }
  discord.assertNoViolations();
});

it('24 a forum post with the question in its body', async () => {
  const { discord, bot, guild, mia } = await open();
  const forum = guild.forum('提问');
  const inBody = await mia.posts(forum, '求教', `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.replied({ to: inBody })).description).toContain(ANSWER);
  const inTitle = await mia.posts(forum, QUESTION, `${bot.mention} 刚入群，先谢过各位前辈`);
  expect(embedOf(await bot.replied({ to: inTitle })).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('25 a bare mention further down a forum post', async () => {
  const { discord, bot, guild, mia, leo } = await open();
  const first = await mia.posts(guild.forum('提问'), QUESTION, '有人知道吗?');
  await bot.staysSilent({ after: first });
  const answer = await bot.replied({ to: await leo.says({ id: first.channelId }, bot.mention) });
  expect(embedOf(answer).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('26 a further message in a thread that the bot answers in', async () => {
  const { discord, bot, channel, mia } = await open();
  const thread = channel.thread('AI');
  await bot.replied({ to: await mia.says(thread, `${bot.mention} ${OTHER}`) });
  await bot.staysSilent({ after: await mia.says(thread, QUESTION) });
  discord.assertNoViolations();
});

it('27 a mention in a thread', async () => {
  const { discord, bot, channel, mia } = await open();
  const asked = await mia.says(channel.thread('AI'), `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.replied({ to: asked })).description).toContain(ANSWER);
  discord.assertNoViolations();
});

it('28 a mention in the text of a voice or stage channel', async () => {
  const { discord, bot, guild, mia } = await open();
  for (const kind of ['voice', 'stage'] as const) {
    const asked = await mia.says(guild.channel(kind, { kind }), `${bot.mention} ${QUESTION}`);
    expect(embedOf(await bot.replied({ to: asked })).description).toContain(ANSWER);
  }
  discord.assertNoViolations();
});

it('29 a mention in an announcement channel', async () => {
  const { discord, bot, guild, mia } = await open();
  const asked = await mia.says(guild.channel('news', { kind: 'announcement' }), `${bot.mention} ${QUESTION}`);
  expect(embedOf(await bot.replied({ to: asked })).description).toContain(ANSWER);
  discord.assertNoViolations();
});

/** A club whose forum, channel or category is in the lists. */
async function openListed(lists: (ids: Readonly<Record<'channel' | 'forum' | 'talk', string>>) => object) {
  const discord = await simulateDiscord({ privileged: ['MessageContent'], timeoutMs: 50_000 });
  const club = openClub(discord);
  const talk = club.guild.category('Talk');
  const [forum, inside] = [club.guild.forum('提问'), club.guild.channel('inside', { category: talk })];
  const ids = { channel: club.channel.id, forum: forum.id, talk: talk.id };
  await joinDiscord(discord, { channels: lists(ids) });
  await discord.ready();
  await discord.bot.registered('ask');
  return { discord, bot: discord.bot, ...club, forum, inside };
}

it('30 a question in a channel of ASK_CHANNELS', async () => {
  const { discord, bot, channel, mia } = await openListed((ids) => ({ ask: [ids.channel] }));
  const answer = await bot.replied({ to: await mia.says(channel, QUESTION) });
  expect(embedOf(answer).description).toContain(ANSWER);
  await bot.staysSilent({ after: await mia.says(channel, '北京明天会下雨吗?') });
  await bot.staysSilent({ after: await mia.polls(channel, QUESTION, ['甲', '乙']) });
  discord.assertNoViolations();
});

it('31 a forum post in a forum of ASK_CHANNELS', async () => {
  const { discord, bot, forum, mia } = await openListed((ids) => ({ ask: [ids.forum] }));
  for (const [title, body] of [
    [QUESTION, '如题'],
    ['求教', QUESTION],
  ] as const) {
    expect(embedOf(await bot.replied({ to: await mia.posts(forum, title, body) })).description).toContain(
      ANSWER,
    );
  }
  await bot.staysSilent({ after: await mia.posts(forum, '今天真热', '大家注意防暑') });
  discord.assertNoViolations();
});

it('32 anything in a channel where the bot may not speak', async () => {
  const { discord, bot, guild, channel, mia } = await open();
  const voice = guild.channel('voice', { kind: 'voice' });
  channel.forbidsBot('SendMessages');
  voice.forbidsBot('Connect');
  for (const place of [channel, voice])
    await bot.staysSilent({ after: await mia.says(place, `${bot.mention} ${QUESTION}`) });
  discord.assertNoViolations();
});

it.each([
  ['ask', { addressed: true, overheard: true }],
  ['allow', { addressed: true, overheard: false }],
  ['deny', { addressed: false, overheard: false }],
] as const)('33 a channel whose category the lists name (%s)', async (list, heard) => {
  const { discord, bot, inside, mia } = await openListed(({ talk }) => ({ [list]: [talk] }));
  for (const place of [inside, inside.thread('AI')]) {
    for (const [text, isHeard] of [
      [QUESTION, heard.overheard],
      [`${bot.mention} ${QUESTION}`, heard.addressed],
    ] as const) {
      const said = await mia.says(place, text);
      if (isHeard) await bot.replied({ to: said });
      else await bot.staysSilent({ after: said });
    }
  }
  const answer = await bot.answered(await mia.runs('/ask', { question: QUESTION }, { in: inside }));
  expect(answer.ephemeralTo).toBe(heard.addressed ? undefined : mia.id);
  discord.assertNoViolations();
});
