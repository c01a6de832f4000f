import { describe, expect, it } from 'vitest';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { joinDiscord, openClub, startBot } from './stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';

describe('the connection', () => {
  it('that drops is resumed, and a question asked meanwhile is answered once', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.gateway.drop();
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await discord.bot.replied({ to: asked });
    await discord.bot.settles();
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    expect(discord.gateway.resumes).toBe(1);
    discord.assertNoViolations();
  });

  it('whose session is invalid identifies anew', async () => {
    const { discord } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.gateway.invalidateSession({ resumable: false });
    await discord.bot.settles();
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    expect(discord.gateway.identifies).toBe(2);
  });
});

describe('the end', () => {
  it('lets an answer in flight finish, takes no new question, and is good', async () => {
    const { discord, stop, ended, logged } = await startBot();
    const { channel, mia } = openClub(discord);
    const hold = discord.faults.hold('create_message');
    const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    await hold.reached();
    stop();
    const late = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    hold.release();
    expect(await ended).toBe(0);
    expect(discord.bot.repliesTo(asked)).toHaveLength(1);
    expect(discord.bot.repliesTo(late)).toEqual([]);
    expect(logged.at(-1)).toContain('"finishedAnswers":true');
    discord.assertNoViolations();
  });

  it.each([
    [4004, 78],
    [4010, 75],
    [4011, 75],
    [4012, 78],
    [4013, 78],
    [4014, 78],
  ])('comes at once after close code %i, with one line and status %i', async (code, status) => {
    const { discord, ended, logged } = await startBot();
    discord.gateway.close(code);
    expect(await ended).toBe(status);
    expect(logged.filter((line) => JSON.parse(line).level === 60)).toHaveLength(1);
    expect(logged.at(-1)).toContain(String(code));
  });

  it.each([4004, 4013, 4014])('comes at once where IDENTIFY is refused with %i', async (code) => {
    const discord = await simulateDiscord();
    discord.gateway.refuseIdentify(code);
    const { ended, logged } = await joinDiscord(discord);
    expect(await ended).toBe(78);
    expect(logged.at(-1)).toContain(String(code));
    expect(logged.filter((line) => JSON.parse(line).level === 60)).toHaveLength(1);
  });

  it('comes at once where the token is wrong', async () => {
    const discord = await simulateDiscord();
    discord.faults.revokeToken();
    const { ended, logged } = await joinDiscord(discord);
    expect(await ended).toBe(78);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('DISCORD_TOKEN');
  });

  it('comes at once where the token is revoked while the bot runs', async () => {
    const { discord, ended, logged } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.faults.revokeToken();
    await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
    expect(await ended).toBe(78);
    expect(logged.filter((line) => JSON.parse(line).level === 60)).toHaveLength(1);
  });
});

describe('the log', () => {
  it('has one line for a question, without its text, its asker or any token', async () => {
    const { discord, logged } = await startBot();
    const { channel, mia } = openClub(discord);
    discord.faults.on('create_interaction_response', { kind: 'refused', as: 'unknownInteraction' });
    await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await discord.bot.settles();
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    await discord.bot.settles();
    const text = logged.join('');
    expect(text).not.toMatch(new RegExp(`${QUESTION.slice(0, 4)}|${mia.id}|${discord.token}`));
    for (const { token } of discord.log.entries().flatMap(interactionIn)) expect(text).not.toContain(token);
    expect(logged.filter((line) => JSON.parse(line).msg === 'question')).toHaveLength(1);
    expect(text).toContain('"section":"exchange 1"');
    expect(text).toContain('/interactions/…/…/callback');
  });

  it('tells the question and its asker at level debug', async () => {
    const { discord, logged } = await startBot(undefined, { level: 'debug' });
    const { channel, mia } = openClub(discord);
    await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${QUESTION}`) });
    await discord.bot.settles();
    expect(logged.join('')).toContain(QUESTION);
    expect(logged.join('')).toContain(mia.id);
  });
});

function interactionIn(entry: unknown): readonly { readonly token: string }[] {
  const [, token] = /"token":"([^"]+)"/.exec(JSON.stringify(entry)) ?? [];
  return token === undefined || token === 'fake-token' ? [] : [{ token }];
}
