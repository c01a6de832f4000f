import { expect, onTestFinished, test } from 'vitest';
import { openShelf } from '../../src/answer/shelf.ts';
import { openHealth } from '../../src/health/health.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import { inventKnowledge } from '../discord/invented.ts';
import { openClub, startBot } from '../discord/stage.ts';

const ORCHARD = 'What is there to say about the orchard number 2?';
const HOST = '127.0.0.1';

async function openPages(first: Knowledge = inventKnowledge({ id: 'one', questions: 3 })) {
  const folder = { ...first, version: 'v1' };
  const opened = await openShelf({ load: async () => ({ ...folder }), now: () => 0 });
  if (!opened.ok) throw new Error('the interviews were refused');
  const { shelf } = opened;
  const stop = new AbortController();
  const health = await openHealth({ host: HOST, port: 0, version: '1.2.3', shelf, stop: stop.signal });
  if (!health.ok) throw new Error(health.reason);
  onTestFinished(() => health.close());
  const origin = `http://${HOST}:${health.port}`;
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`${origin}${path}`, { method });
    return { status: response.status, text: await response.text() };
  };
  /** A metric's value by its name and labels, as they are printed. */
  const value = async (series: string) => {
    const line = (await get('/metrics')).text.split('\n').find((each) => each.startsWith(`${series} `));
    return line?.slice(series.length + 1);
  };
  const exchange = (knowledge: Knowledge, version: string) => {
    Object.assign(folder, knowledge, { version });
    return shelf.look();
  };
  return { shelf, vitals: health.vitals, port: health.port, stop, get, value, exchange };
}

test('it lives before it is ready, is ready while every shard is, and no longer once it stops', async () => {
  const { shelf, vitals, stop, get } = await openPages();
  expect(await get('/livez')).toEqual({ status: 200, text: 'alive\n' });
  expect(await get('/readyz')).toEqual({ status: 503, text: 'not logged in yet\n' });
  const { discord } = await startBot(undefined, { shelf, vitals });
  expect(await get('/readyz')).toEqual({ status: 200, text: 'shard 0: Ready\n' });
  stop.abort();
  expect((await get('/readyz')).status).toBe(503);
  expect((await get('/livez')).status).toBe(200);
  discord.assertNoViolations();
});

test('it is not ready while a shard that the library calls ready has not been heard for two heartbeats', async () => {
  const { shelf, vitals, get, value } = await openPages();
  let now = 0;
  const { discord } = await startBot(undefined, { shelf, vitals, clock: () => now });
  // What is still on its way has come by then.
  expect((await get('/readyz')).status).toBe(200);
  now += 91_000;
  expect(await get('/readyz')).toEqual({ status: 503, text: 'shard 0: Ready, last heard 91 s ago\n' });
  expect(await value('verbatim_gateway_silence_seconds{shard="0"}')).toBe('91');
  expect((await get('/livez')).status).toBe(200);
  // Asks for a heartbeat, and acknowledges it.
  await discord.bot.settles();
  expect(await get('/readyz')).toEqual({ status: 200, text: 'shard 0: Ready\n' });
});

test('it is not ready while a RESUME is not answered, however well heartbeats are', async () => {
  const { shelf, vitals, get } = await openPages();
  const { discord } = await startBot(undefined, { shelf, vitals });
  discord.gateway.resumesAre('unanswered');
  discord.gateway.drop();
  while (!(await get('/readyz')).text.includes('no login answered'));
  expect((await get('/readyz')).status).toBe(503);
  discord.gateway.resumesAre('replayed');
  discord.gateway.drop();
  while ((await get('/readyz')).status !== 200);
});

test('counts a question with its outcome, surface and interview, and never a word or an id of a member', async () => {
  const { shelf, vitals, get, value } = await openPages();
  const { discord } = await startBot(undefined, { shelf, vitals });
  const { channel, mia, guild } = openClub(discord, 'en-US');
  const answered = 'verbatim_questions_total{outcome="answer",surface="message",interview="one"}';
  expect(await value(answered)).toBe('0');
  await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${ORCHARD}`) });
  await discord.bot.answered(await mia.runs('/ask', { question: 'Wheelbarrows?' }, { in: channel }));
  await discord.bot.settles();
  expect(await value(answered)).toBe('1');
  expect(await value('verbatim_question_seconds_count{surface="message"}')).toBe('1');
  expect(await value('verbatim_question_seconds_count{surface="command"}')).toBe('1');
  const { text } = await get('/metrics');
  for (const secret of [mia.id, channel.id, guild.id, 'Mia', 'orchard', 'heelbarrow', discord.token])
    expect(text).not.toContain(secret);
});

test('every label of a count stands there from the start, and those of an interview once it is loaded', async () => {
  const { get, value, exchange } = await openPages();
  const { text } = await get('/metrics');
  const series = [...text.matchAll(/^verbatim_questions_total\{.*\} (\d+)$/gm)];
  // Six surfaces, of which each has five outcomes without an interview, and answers from `one` or to words.
  expect(series).toHaveLength(6 * (5 + 2));
  expect(new Set(series.map(([, count]) => count))).toEqual(new Set(['0']));
  expect(
    [...text.matchAll(/^verbatim_lost_answers_total\{kind="(\w+)"\} 0$/gm)].map(([, kind]) => kind),
  ).toEqual(['gone', 'forbidden', 'late', 'unreachable', 'refused', 'fault']);
  expect(await value('verbatim_other_failures_total{work="deletion",kind="gone"}')).toBe('0');
  expect(await value('verbatim_knowledge_info{version="v1"}')).toBe('1');
  await exchange(inventKnowledge({ id: 'one', questions: 1 }, { id: 'two', questions: 1 }), 'v2');
  expect(await value('verbatim_questions_total{outcome="answer",surface="menu",interview="two"}')).toBe('0');
  expect(await value('verbatim_knowledge_info{version="v1"}')).toBeUndefined();
  expect(await value('verbatim_knowledge_info{version="v2"}')).toBe('1');
  expect(await value('verbatim_knowledge_interviews')).toBe('2');
  const problem = { file: 'one.md', line: 1, what: 'It is wrong.', mend: 'Mend it.' };
  await exchange({ ...inventKnowledge({ id: 'one', questions: 2 }), problems: [problem] }, 'v3');
  expect(await value('verbatim_knowledge_problems')).toBe('1');
  expect(await value('verbatim_knowledge_info{version="v2"}')).toBe('1');
});

test('tells the connections, reconnects, waits and losses', async () => {
  const { shelf, vitals, value } = await openPages();
  let hear: () => void = () => undefined;
  const resumed = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const reconnected: typeof vitals.reconnected = (shard, how) => {
    vitals.reconnected(shard, how);
    hear();
  };
  const { discord } = await startBot(undefined, { shelf, vitals: { ...vitals, reconnected } });
  const { channel, mia } = openClub(discord, 'en-US');
  expect(await value('verbatim_gateway_state{shard="0",state="Ready"}')).toBe('1');
  expect(await value('verbatim_gateway_state{shard="0",state="Resuming"}')).toBe('0');
  discord.faults.on('create_message', { kind: 'rate-limited', seconds: 0.01 });
  await discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${ORCHARD}`) });
  expect(await value('verbatim_rate_limit_waits_total')).toBe('1');
  discord.faults.on('create_message', { kind: 'refused', as: 'missingPermissions' });
  await mia.says(channel, `${discord.bot.mention} ${ORCHARD}`);
  await discord.bot.settles();
  expect(await value('verbatim_lost_answers_total{kind="forbidden"}')).toBe('1');
  const back = 'verbatim_gateway_reconnects_total{shard="0",how="resumed"}';
  expect(await value(back)).toBe('0');
  discord.gateway.drop();
  await resumed;
  expect(await value(back)).toBe('1');
});

test('tells the event loop’s delay and the memory', async () => {
  const { value } = await openPages();
  expect(Number(await value('nodejs_eventloop_lag_p99_seconds'))).toBeGreaterThanOrEqual(0);
  expect(Number(await value('process_resident_memory_bytes'))).toBeGreaterThan(0);
});

test('a port that is taken is named, and anything else than the three pages is refused', async () => {
  const { shelf, port, stop, get } = await openPages();
  const second = await openHealth({ host: HOST, port, version: '1.2.3', shelf, stop: stop.signal });
  expect(second).toEqual({ ok: false, reason: 'EADDRINUSE' });
  expect((await get('/')).status).toBe(404);
  expect((await get('/metrics', 'POST')).status).toBe(405);
});
