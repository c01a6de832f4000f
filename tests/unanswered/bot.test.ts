import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Message } from '../../src/simulator/world/nouns.ts';
import { collectUnanswered, type LogLine } from '../../src/unanswered/collect.ts';
import { songHaitao } from '../answer/interviews.ts';
import { controlOf, offeredAs, openClub, startBot } from '../discord/stage.ts';

/** A question that is in no list and gets this reply today, whatever the thresholds. */
function questionThatGets(outcome: 'suggest' | 'abstain'): string {
  const lines = ['dev', 'report'].flatMap((set) =>
    readFileSync(`tests/evaluation/song-haitao.${set}.jsonl`, 'utf8').trim().split('\n'),
  );
  const found = lines
    .map((line): string => JSON.parse(line).question)
    .find((question) => {
      const reply = ask(songHaitao, { question });
      return reply.outcome === outcome && reply.reason !== 'not-a-question';
    });
  if (found === undefined) throw new Error(`no question gets ${outcome}`);
  return found;
}

const UNSURE = questionThatGets('suggest');
const UNCOVERED = questionThatGets('abstain');

async function startCollecting() {
  const written: LogLine[] = [];
  const unanswered = collectUnanswered({
    write: (line) => written.push(line),
    today: Date.now,
    now: () => performance.now(),
  });
  const { discord, stop, ended } = await startBot(undefined, { unanswered });
  const end = async () => {
    stop();
    await ended;
    unanswered.close();
  };
  return { discord, written, end, ...openClub(discord) };
}

type Scene = Awaited<ReturnType<typeof startCollecting>>;

const SURFACES: Readonly<Record<string, (scene: Scene, question: string) => Promise<Message>>> = {
  mention: async ({ discord, mia, channel }, question) =>
    discord.bot.replied({ to: await mia.says(channel, `${discord.bot.mention} ${question}`) }),
  command: async ({ discord, mia, channel }, question) =>
    discord.bot.answered(await mia.runs('/ask', { question }, { in: channel })),
  menu: async ({ discord, mia, channel }, question) =>
    discord.bot.answered(await mia.usesOn('Ask the interview', await mia.says(channel, question))),
};
const EACH = Object.keys(SURFACES);
const SUGGESTED = '选择你想问的问题';

it.each(EACH)(
  'a question by %s that gets no answer is written, without who asked it or where',
  async (surface) => {
    const scene = await startCollecting();
    await SURFACES[surface]?.(scene, UNCOVERED);
    await scene.end();
    expect(scene.written).toEqual([expect.objectContaining({ question: UNCOVERED })]);
    for (const { id } of [scene.mia, scene.channel, scene.guild, scene.discord.bot])
      expect(JSON.stringify(scene.written)).not.toContain(id);
  },
);

it.each(EACH)('a suggestion by %s is not written when somebody takes it', async (surface) => {
  const scene = await startCollecting();
  const { discord, mia } = scene;
  const reply = ask(songHaitao, { question: UNSURE });
  const [first] = reply.suggestions.flatMap(({ source }) => ('exchange' in source ? [source] : []));
  const offer = await SURFACES[surface]?.(scene, UNSURE);
  if (!offer) throw new Error('nothing was offered');
  const control = controlOf(offer, SUGGESTED);
  const value = offeredAs(offer, SUGGESTED, `e${first?.exchange}/${first?.interview}`);
  await discord.bot.answered(await mia.selects(offer, control, [value]));
  await scene.end();
  expect(scene.written).toEqual([]);
});

test('a suggestion that nobody took is written when the bot ends', async () => {
  const scene = await startCollecting();
  await SURFACES['mention']?.(scene, UNSURE);
  expect(scene.written).toEqual([]);
  await scene.end();
  expect(scene.written).toMatchObject([{ question: UNSURE, nearest: { interview: 'song-haitao' } }]);
});
