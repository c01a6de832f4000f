import { describe, expect, it } from 'vitest';
import { openShelf } from '../../src/answer/shelf.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import { inventKnowledge } from './invented.ts';
import { embedOf, openClub, type StageOptions, startBot } from './stage.ts';

/** A bot over interviews that the test exchanges. */
async function openScene(first: Knowledge, options: Pick<StageOptions, 'patience'> = {}) {
  let [knowledge, version] = [first, 'v1'];
  const opened = await openShelf({ load: async () => ({ ...knowledge, version }), now: () => 0 });
  if (!opened.ok) throw new Error('the first interviews were refused');
  const { shelf } = opened;
  const { discord, logged, stop, ended } = await startBot(undefined, {
    ...{ ...options, shelf, clock: () => 90 * 60_000 },
  });
  const club = openClub(discord, 'en-US');
  const exchange = (next: Knowledge, name: string) => {
    [knowledge, version] = [next, name];
    return shelf.look();
  };
  const boss = club.guild.member('Boss', { locale: 'en-US', permissions: ['ManageGuild'] });
  const asks = async (question: string) => {
    const asked = await club.mia.says(club.channel, `${discord.bot.mention} ${question}`);
    return embedOf(await discord.bot.replied({ to: asked })).description;
  };
  return { discord, logged, stop, ended, exchange, boss, asks, ...club };
}

const ORCHARD = 'What is there to say about the orchard number 2?';

it('answers from what has changed, and says in the log and in /status which content answers and since when', async () => {
  const one = inventKnowledge({ id: 'one', questions: 3 });
  const { discord, logged, exchange, asks, boss, channel } = await openScene(one);
  const ready = logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'ready');
  expect(ready).toMatchObject({ version: '1.2.3', knowledge: 'v1', interviews: 1 });
  expect(await asks(ORCHARD)).toContain('orchard number 2');
  await exchange(inventKnowledge({ id: 'one', questions: 1 }), 'v2');
  expect(await asks(ORCHARD)).not.toContain('orchard number 2');
  const status = await discord.bot.answered(await boss.runs('/status', {}, { in: channel }));
  expect(embedOf(status).description).toContain('Content v2, answering for 0 d 1 h 30 min');
  discord.assertNoViolations();
});

it('tells in /status how many problems the changed files have, while those from before answer', async () => {
  const one = inventKnowledge({ id: 'one', questions: 3 });
  const { discord, exchange, asks, boss, channel } = await openScene(one);
  const problem = { file: 'one.md', line: 1, what: 'It is wrong.', mend: 'Mend it.' };
  await exchange({ ...inventKnowledge({ id: 'one', questions: 1 }), problems: [problem, problem] }, 'v2');
  expect(await asks(ORCHARD)).toContain('Sentence 1');
  const status = await discord.bot.answered(await boss.runs('/status', {}, { in: channel }));
  expect(embedOf(status).description).toMatch(/Content v1[\s\S]*Problems in the files: 2/);
});

it('makes no answer of two libraries: one that is sent again after a change is the same as before', async () => {
  const { discord, exchange, channel, mia } = await openScene(inventKnowledge({ id: 'one', questions: 3 }));
  const hold = discord.faults.hold('create_message');
  const asked = await mia.says(channel, `${discord.bot.mention} ${ORCHARD}`);
  await hold.reached();
  await exchange(inventKnowledge({ id: 'other', questions: 1 }), 'v2');
  discord.faults.on('create_message', { kind: 'refused', as: 'malformed' });
  hold.release();
  const answer = await discord.bot.replied({ to: asked });
  expect(answer.content).toContain('Sentence 1');
});

it('registers commands anew where other interviews change them, and only there', async () => {
  const { discord, exchange } = await openScene(inventKnowledge({ id: 'one', questions: 3 }));
  const puts = () =>
    discord.log.entries().filter((entry) => entry.kind === 'request' && entry.method === 'PUT').length;
  await exchange(inventKnowledge({ id: 'one', questions: 4 }), 'v2');
  await discord.bot.settles();
  expect(puts()).toBe(1);
  await exchange(inventKnowledge({ id: 'one', questions: 3 }, { id: 'two', questions: 3 }), 'v3');
  await discord.bot.settles();
  expect(puts()).toBe(2);
  const ask = await discord.bot.registered('ask');
  expect(JSON.stringify(ask)).toContain('interview');
  discord.assertNoViolations();
});

describe('commands that could not be registered', () => {
  const several = () => inventKnowledge({ id: 'one', questions: 3 }, { id: 'two', questions: 3 });
  const patient = () => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => void slept.push(milliseconds);
    return { slept, patience: { sleep } };
  };

  it.each([
    ['on a connection that is closed', { kind: 'cut', stored: false }],
    ['on a connection that is reset', { kind: 'cut', stored: false, reset: true }],
    ['by a Discord that answers 502', { kind: 'server-error', status: 502, stored: false }],
  ] as const)('%s are tried again after growing pauses, with a line for each change', async (_, fault) => {
    const { slept, patience } = patient();
    const one = inventKnowledge({ id: 'one', questions: 3 });
    const { discord, logged, exchange } = await openScene(one, { patience });
    // The library repeats some by itself, up to three times.
    discord.faults.on('bulk_set_application_commands', fault, { times: 12 });
    await exchange(several(), 'v2');
    while (!logged.join('').includes('registered after all')) await discord.bot.settles();
    expect(JSON.stringify(await discord.bot.registered('ask'))).toContain('interview');
    expect(slept.length).toBeGreaterThan(1);
    expect(slept).toEqual(slept.map((_, attempt) => Math.min(1_000 * 2 ** attempt, 60_000)));
    expect(logged.filter((line) => line.includes('could not be registered'))).toHaveLength(1);
    discord.assertNoViolations();
  });

  it('because Discord refuses them are not tried again', async () => {
    const { slept, patience } = patient();
    const one = inventKnowledge({ id: 'one', questions: 3 });
    const { discord, logged, exchange } = await openScene(one, { patience });
    discord.faults.on('bulk_set_application_commands', { kind: 'refused', as: 'malformed' });
    await exchange(several(), 'v2');
    while (!logged.join('').includes('could not be registered')) await discord.bot.settles();
    await discord.bot.settles();
    expect(slept).toEqual([]);
  });

  it('do not keep a bot that shall stop', async () => {
    const one = inventKnowledge({ id: 'one', questions: 3 });
    const { discord, logged, exchange, stop, ended } = await openScene(one);
    discord.faults.on('bulk_set_application_commands', { kind: 'cut', stored: false }, { times: 12 });
    await exchange(several(), 'v2');
    while (!logged.join('').includes('could not be registered')) await discord.bot.settles();
    stop();
    expect(await ended).toBe(0);
    expect(logged.at(-1)).toContain('"finishedAnswers":true');
  });
});
