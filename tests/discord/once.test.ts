import { describe, expect, it } from 'vitest';
import { embedOf, openClub, startBot } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';

describe('once', () => {
  it('a message that Discord delivers twice is answered once', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await discord.bot.replied({ to: asked });
    discord.gateway.redeliver(asked);
    await discord.bot.settles();
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    discord.assertNoViolations();
  });

  it('an interaction that Discord delivers twice is answered once', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const run = await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await discord.bot.answered(run);
    discord.gateway.redeliver(run);
    await discord.bot.settles();
    expect(discord.bot.messagesIn(channel)).toHaveLength(1);
    discord.assertNoViolations();
  });

  it('a reply whose delivery Discord denies although it stored it stands once', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.faults.on('create_message', { kind: 'server-error', status: 502, stored: true });
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await discord.bot.replied({ to: asked });
    await discord.bot.settles();
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
  });

  it('a reply that Discord finds malformed is sent once more, as plain text', async () => {
    const { discord, logged } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.faults.on('create_message', { kind: 'refused', as: 'malformed' });
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    const answer = await discord.bot.replied({ to: asked });
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toContain('第1问（共5问）');
    expect(logged.filter((line) => line.includes('malformed'))).toHaveLength(1);
  });

  it('a question that is deleted before the answer is answered without reference', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    const hold = discord.faults.hold('create_message');
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await hold.reached();
    await mia.deletes(asked);
    hold.release();
    await discord.bot.settles();
    discord.assertNoViolations();
  });
});

describe('limits', () => {
  const limits = { memberPerMinute: 2, channelPerMinute: 3 };

  it('one short notice, then silence, and answers again a minute later', async () => {
    let now = 0;
    const { discord } = await startBot(undefined, { limits, clock: () => now });
    const { channel, mia } = openClub(discord);
    const ask = () => mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await discord.bot.replied({ to: await ask() });
    await discord.bot.replied({ to: await ask() });
    const notice = await discord.bot.replied({ to: await ask() });
    expect(embedOf(notice).description).toContain('一分钟');
    await discord.bot.staysSilent({ after: await ask() });
    now += 60_000;
    expect(embedOf(await discord.bot.replied({ to: await ask() })).title).toContain('AI治理');
    discord.assertNoViolations();
  });

  it('hold for a channel as for a member', async () => {
    const { discord } = await startBot(undefined, { limits, clock: () => 0 });
    const { channel, guild } = openClub(discord);
    const replies = ['Ann', 'Ben', 'Cleo', 'Dan'].map(async (name) => {
      const asked = await guild.member(name).says(channel, `${discord.bot.mention} ${QUESTION}`);
      return embedOf(await discord.bot.replied({ to: asked })).description;
    });
    expect((await Promise.all(replies)).filter((text) => text.includes('频道'))).toHaveLength(1);
  });

  it('are told to whoever uses a command, who would else see a failure', async () => {
    const { discord } = await startBot(undefined, { limits, clock: () => 0 });
    const { channel, mia } = openClub(discord, 'en-US');
    const run = () => mia.runs('/ask', { question: QUESTION }, { in: channel });
    await discord.bot.answered(await run());
    await discord.bot.answered(await run());
    for (const again of [await run(), await run()]) {
      const notice = await discord.bot.answered(again);
      expect(notice.ephemeralTo).toBe(mia.id);
      expect(embedOf(notice).description).toContain('in a minute');
    }
    discord.assertNoViolations();
  });
});
