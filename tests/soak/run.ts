// One soak from its first question to its last: scenes begin at a pace, things go wrong on time, every answer is judged.
import { setTimeout as delay } from 'node:timers/promises';
import { type SimulatedDiscord, simulateDiscord } from '../../src/simulator/discord.ts';
import { Impossible } from '../../src/simulator/people/interact.ts';
import { SimulationTimeout } from '../../src/simulator/record/log.ts';
import { LOCALES, wordingFor } from '../../src/wording/locale.ts';
import { startWatched, type WatchedBot } from './bot.ts';
import type { Scenery } from './controls.ts';
import { diceFrom } from './dice.ts';
import { collect, lastOnes } from './ending.ts';
import { type Editing, openFolder } from './folder.ts';
import { openJudge } from './judge.ts';
import { type Act, openLedger } from './ledger.ts';
import {
  count,
  isFair,
  isFoul,
  learn,
  MS_PER_SECOND,
  now,
  openRun,
  passTime,
  type Run,
  type SoakWish,
} from './passing.ts';
import type { Soaked } from './report.ts';
import { SCENES } from './scenes.ts';
import { type Citizen, questionsFrom, settle } from './town.ts';

export interface SoakTools {
  readonly material: readonly string[];
  /** Tells how far it is. */
  readonly say: (line: string) => void;
}

const FAKE_TOKEN = 'FAKE.TOKEN.for-the-soak';
const LEAST_MEMBERS = 120;
/** Scenes at the same time. */
const MOST_AT_ONCE = 16;
/** Milliseconds that a member waits before going on. */
const LONGEST_WAIT_MS = 15_000;
const SIMULATION = { timeoutMs: LONGEST_WAIT_MS, maxMessages: 60, maxLog: 500, checksItself: false };

export async function soak(wish: SoakWish, tools: SoakTools): Promise<Omit<Soaked, 'wish' | 'machine'>> {
  const { guilds, shards, seed } = wish;
  const editing = await openFolder();
  const gatewayBot = { shards, maxConcurrency: shards };
  const discord = await simulateDiscord({ ...SIMULATION, token: FAKE_TOKEN, gatewayBot, now: Date.now });
  try {
    const citizens = settle(discord, { guilds, members: Math.max(LEAST_MEMBERS, guilds) });
    const judge = openJudge();
    await learn(judge, editing);
    const bot = await startWatched(environmentFor(discord, editing));
    await registered(discord, bot);
    const apologies = new Set(LOCALES.map((locale) => wordingFor(locale).discord.failed));
    const ledger = openLedger(discord, { now, apologies });
    const run = openRun(wish, { discord, bot, judge, editing, ledger, say: tools.say });
    const begun = now();
    await playAll(run, citizens, questionsFrom(tools.material, seed));
    await Promise.all(run.going);
    await lastOnes(ledger);
    return await collect(run, (now() - begun) / MS_PER_MINUTE);
  } finally {
    await discord.close();
    await editing.remove();
  }
}

const MS_PER_MINUTE = 60_000;

function environmentFor({ api, token }: SimulatedDiscord, { folder, logs }: Editing) {
  return {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' },
    ...{ DISCORD_TOKEN: token, DISCORD_API_URL: api, KNOWLEDGE_DIR: folder },
    // A few members ask everything.
    ...{ LIMIT_MEMBER_PER_MINUTE: '0', LIMIT_CHANNEL_PER_MINUTE: '0' },
    ...{ UNANSWERED_LOG: logs.unanswered, FEEDBACK_LOG: logs.feedback },
  };
}

/** A machine that is busy takes longer than one wait. */
async function registered(discord: SimulatedDiscord, bot: WatchedBot): Promise<void> {
  try {
    await discord.bot.registered('ask');
    await discord.ready();
  } catch (error) {
    if (!(error instanceof SimulationTimeout) || !bot.isRunning()) throw error;
    await registered(discord, bot);
  }
}

async function playAll(
  run: Run,
  citizens: readonly Citizen[],
  questions: Scenery['questions'],
): Promise<void> {
  const { wish, bot } = run;
  const chance = diceFrom(wish.seed);
  const scenery = sceneryOf(run, questions);
  const playing = new Set<Promise<void>>();
  const begun = now();
  const end = begun + wish.minutes * MS_PER_MINUTE;
  for (let scene = 0; run.asked < wish.questions && bot.isRunning() && now() < end; scene += 1) {
    while (playing.size >= MOST_AT_ONCE) await Promise.race(playing);
    const early = (run.asked / wish.rate) * MS_PER_SECOND - (now() - begun);
    if (early > 0) await delay(early);
    const citizen = chance.pick(citizens.filter(({ isBusy }) => !isBusy));
    const dice = diceFrom(wish.seed * SCENES_A_SEED + scene);
    citizen.isBusy = true;
    const played = dice
      .weigh(SCENES)
      .play(scenery, { ...citizen, dice })
      .catch((error: unknown) => cutShort(run, error))
      .finally(() => {
        citizen.isBusy = false;
        playing.delete(played);
      });
    playing.add(played);
  }
  await Promise.all(playing);
}

const SCENES_A_SEED = 10_000_000;

/** A message or control that is gone by the time that somebody wants to use it. */
function cutShort(run: Run, error: unknown): void {
  if (!(error instanceof Impossible)) throw error;
  count(run, 'scenes that ended early');
}

function sceneryOf(run: Run, questions: Scenery['questions']): Scenery {
  const { discord, judge, ledger, wrong } = run;
  return {
    ...{ discord, questions, quotedIn: judge.quotedIn, unseen: judge.unseen },
    also: async (what, act) => {
      count(run, what);
      await act().catch((error: unknown) => {
        if (!(error instanceof SimulationTimeout)) throw error;
        count(run, `${what} in vain`);
      });
    },
    ask: async (act, expected) => {
      passTime(run);
      const isCalm = isFair(run);
      const begun = now();
      const done = await act();
      const question = ledger.open(done, begun, isCalm);
      deliverAgain(run, done);
      if (!(await ledger.answered(question, LONGEST_WAIT_MS))) return undefined;
      const answer = await answerTo(discord, done);
      if (!answer || question.isApology) return undefined;
      const fault = judge.fault(answer, expected);
      if (fault !== undefined) wrong.push(fault);
      return answer;
    },
  };
}

/** Of a hundred questions in foul weather so many come twice, as Discord delivers some events. */
const TWICE = 0.02;

function deliverAgain(run: Run, act: Act): void {
  if (act.surface === 'edit' || !isFoul(run.asked) || run.weather.roll() >= TWICE) return;
  run.discord.gateway.redeliver('message' in act ? act.message : act.interaction);
  count(run, 'events delivered twice');
}

/** Answered already, so at once; undefined where the answer is no message, or gone again. */
async function answerTo(discord: SimulatedDiscord, act: Act) {
  switch (act.surface) {
    case 'message':
      return discord.bot
        .messagesIn({ id: act.message.channelId })
        .find(({ nonce }) => String(nonce) === act.message.id);
    case 'edit':
      return discord.bot.messagesIn({ id: act.answer.channelId }).find(({ id }) => id === act.answer.id);
    default: {
      const { state } = discord.interaction(act.interaction.id)?.response ?? { state: 'none' };
      return state === 'message' || state === 'update' ? discord.bot.answered(act.interaction) : undefined;
    }
  }
}
