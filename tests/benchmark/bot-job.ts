// The whole bot beside one that only says "pong": its start, its memory, and a question's way through it.
import type { JudgedQuestion } from '../../src/evaluation/judged-question.ts';
import { type BotKind, type BotStage, type StageTools, type Surface, withStages } from './bot-stage.ts';
import { median, percentile } from './statistics.ts';

export interface BotFigures {
  /** Milliseconds from the start of its process until its commands are registered. */
  readonly ready: number;
  /** Bytes when ready, and after the questions; undefined where the system does not tell. */
  readonly residentReady: number | undefined;
  readonly residentAfter: number | undefined;
  readonly message: Latency;
  readonly command: Latency;
}

/** Milliseconds from dispatch to request. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly asked: number;
}

export type BotComparison = Readonly<Record<BotKind, BotFigures>>;

export interface BotWish {
  readonly starts: number;
  /** Asked on each surface. */
  readonly questions: readonly string[];
}

type OfBoth<T> = Readonly<Record<BotKind, T>>;
type Open = (kind: BotKind) => Promise<BotStage>;

const KINDS: readonly BotKind[] = ['ours', 'pong'];
/** Questions on each surface before the clock runs. */
const WARM_UP = 30;

export async function compareBots({ starts, questions }: BotWish, tools: StageTools): Promise<BotComparison> {
  const readyTimes = { ours: [] as number[], pong: [] as number[] };
  for (let start = 0; start < starts; start += 1) {
    for (const kind of KINDS) {
      readyTimes[kind].push(await withStages(tools, async (open) => (await open(kind)).ready));
    }
  }
  const ready = { ours: median(readyTimes.ours), pong: median(readyTimes.pong) };
  return withStages(tools, (open) => askBoth(open, ready, questions));
}

async function askBoth(
  open: Open,
  ready: OfBoth<number>,
  questions: readonly string[],
): Promise<BotComparison> {
  const stages = { ours: await open('ours'), pong: await open('pong') };
  const atStart = { ours: await stages.ours.resident(), pong: await stages.pong.resident() };
  const message = await takeTurns(stages, 'message', questions);
  const command = await takeTurns(stages, 'command', questions);
  const figures = async (kind: BotKind): Promise<BotFigures> => ({
    ready: ready[kind],
    residentReady: atStart[kind],
    residentAfter: await stages[kind].resident(),
    message: latencyOf(message[kind]),
    command: latencyOf(command[kind]),
  });
  return { ours: await figures('ours'), pong: await figures('pong') };
}

/** Each question to both bots in turn, so that whatever else the machine does disturbs both alike. */
async function takeTurns(stages: OfBoth<BotStage>, surface: Surface, questions: readonly string[]) {
  const times = { ours: [] as number[], pong: [] as number[] };
  for (const [turn, question] of [...questions.slice(0, WARM_UP), ...questions].entries()) {
    for (const kind of KINDS) {
      const { stopwatch, ask } = stages[kind];
      const time = await stopwatch.time(() => ask[surface](question));
      if (turn >= WARM_UP) times[kind].push(time);
    }
  }
  return times;
}

function latencyOf(times: readonly number[]): Latency {
  return { p50: median(times), p99: percentile(times, 0.99), asked: times.length };
}

/** Questions that our interview answers. */
export function questionsToAsk(judged: readonly JudgedQuestion[]): readonly string[] {
  return judged.flatMap(({ source, question }) => (source === null ? [] : [question]));
}
