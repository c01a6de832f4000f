// Faults of Discord's that no other test of the bot meets; and FAULTS.md, which names for every fault the test that shows what
// happens then.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { embedOf, openClub, type Stage, startBot } from './stage.ts';
import { WORDS } from './ways-in-stage.ts';

const QUESTION = 'AI治理涵盖了哪些内容?';
const MINUTE = 60_000;

function lostIn({ logged }: Stage): readonly string[] {
  return logged.map((line) => JSON.parse(line)).flatMap(({ loss }) => (loss === undefined ? [] : [loss]));
}

async function answersOnce({ discord }: Stage): Promise<void> {
  const { channel, mia } = openClub(discord);
  const asked = await mia.says(channel, `${discord.bot.mention} ${QUESTION}`);
  await discord.bot.replied({ to: asked });
  await discord.bot.settles();
  expect(discord.bot.repliesTo(asked)).toHaveLength(1);
}

describe('an interaction', () => {
  it('whose three seconds are over is not answered again, and its answer is counted as late', async () => {
    const stage = await startBot();
    const { discord } = stage;
    const { channel, mia } = openClub(discord);
    const hold = discord.faults.hold('create_interaction_response');
    await mia.runs('/ask', { question: QUESTION }, { in: channel });
    await hold.reached();
    discord.clock.advance(4_000);
    hold.release();
    await stage.logs('"loss"');
    expect(lostIn(stage)).toEqual(['late']);
    expect(discord.bot.messagesIn(channel)).toEqual([]);
  });

  it('whose fifteen minutes are over is no one’s loss: what its answer offers answers by itself', async () => {
    const stage = await startBot();
    const { discord } = stage;
    const { channel, mia } = openClub(discord);
    const answer = await discord.bot.answered(
      await mia.runs('/ask', { question: QUESTION, private: true }, { in: channel }),
    );
    discord.clock.advance(16 * MINUTE);
    const full = await discord.bot.answered(await mia.presses(answer, WORDS.buttons.fullAnswer));
    expect(embedOf(full).description).toContain('治理');
    expect(lostIn(stage)).toEqual([]);
    discord.assertNoViolations();
  });
});

describe('a reply', () => {
  it('that its route’s limit holds up comes once the limit ends, once', async () => {
    const stage = await startBot();
    stage.discord.faults.on('create_message', { kind: 'rate-limited', seconds: 0.05 }, { times: 2 });
    await answersOnce(stage);
    expect(lostIn(stage)).toEqual([]);
  });

  it('to a member who takes no direct messages is given up, counted, and not tried again', async () => {
    const stage = await startBot();
    const { discord } = stage;
    const { mia } = openClub(discord);
    discord.faults.on('create_message', { kind: 'refused', as: 'cannotSendToUser' });
    const asked = await mia.says(mia.directChannel(), QUESTION);
    await stage.logs('"loss"');
    expect(lostIn(stage)).toEqual(['forbidden']);
    expect(discord.bot.repliesTo(asked)).toEqual([]);
    await discord.bot.replied({ to: await mia.says(mia.directChannel(), QUESTION) });
  });
});

describe('the gateway', () => {
  it('that asks for a new connection loses no question, and registers nothing again', async () => {
    const stage = await startBot();
    const { discord } = stage;
    const puts = () =>
      discord.log.entries().filter((entry) => entry.kind === 'request' && entry.method === 'PUT').length;
    const before = puts();
    discord.gateway.requestReconnect();
    await answersOnce(stage);
    discord.gateway.invalidateSession({ resumable: false });
    await discord.bot.settles();
    await answersOnce(stage);
    expect(discord.gateway.resumes).toBe(1);
    expect(discord.gateway.identifies).toBe(2);
    expect(puts()).toBe(before);
  });

  it('that acknowledges no heartbeat is left, and the session resumed on another connection', async () => {
    const stage = await startBot(undefined, { heartbeatMs: 250 });
    const { gateway, bot } = stage.discord;
    gateway.heartbeatsAre('unanswered');
    await stage.logs('the connection was lost');
    gateway.heartbeatsAre('acknowledged');
    await bot.settles();
    await answersOnce(stage);
    expect(gateway.resumes).toBeGreaterThanOrEqual(1);
  });
});

test('FAULTS.md names tests that there are, in each row', () => {
  const text = readFileSync('tests/discord/FAULTS.md', 'utf8');
  const rows = [...text.matchAll(/^\| (\d+) \|.*$/gm)].map(([row]) => row);
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(rows.map((_, at) => at + 1));
  const missing = rows.flatMap((row) => {
    const named = [...row.matchAll(/`([\w/-]+\.test\.ts)` “(.+?)”/g)];
    if (named.length === 0) return [row];
    return named
      .filter(([, file = '', name = '']) => !readFileSync(`tests/${file}`, 'utf8').includes(`'${name}'`))
      .map(([shown]) => shown);
  });
  expect(missing).toEqual([]);
});
