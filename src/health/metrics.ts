// What Prometheus reads. Every label is there from the start, at zero, so that an alert on it sees the first time.
import { Status } from 'discord.js';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeskShelf } from '../discord/desk/desk.ts';
import {
  type Connection,
  LOSSES,
  OUTCOMES,
  RETURNS,
  SIDE_WORK,
  SURFACES,
  type Vitals,
} from '../discord/desk/vitals.ts';

export interface Metrics {
  /** For the bot to tell. */
  readonly vitals: Vitals;
  /** None before the first login. */
  readonly connections: () => readonly Connection[];
  /** In the text format of Prometheus. */
  readonly page: () => Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** The bot's own. */
  readonly version: string;
  readonly shelf: DeskShelf;
}

export function openMetrics({ version, shelf }: MetricsOptions): Metrics {
  const registry = new Registry();
  // Memory, CPU and the event loop's delay among them.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  describeBot(version, registers);
  describeKnowledge(shelf, registers);
  let look: () => readonly Connection[] = () => [];
  describeGateway(() => look(), registers);
  const vitals: Vitals = {
    ...countQuestions(shelf, registers),
    ...countTrouble(() => look(), registers),
    follow: (connections) => {
      look = connections;
    },
  };
  return {
    vitals,
    connections: () => look(),
    page: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

type Registers = Registry[];

function describeBot(version: string, registers: Registers): void {
  new Gauge({
    ...{ name: 'verbatim_info', help: 'The version of the bot.', labelNames: ['version'], registers },
  }).set({ version }, 1);
}

function describeKnowledge(shelf: DeskShelf, registers: Registers): void {
  new Gauge({
    ...{ name: 'verbatim_knowledge_info', help: 'The content that answers now.', registers },
    labelNames: ['version'],
    collect() {
      this.reset();
      this.set({ version: shelf.version }, 1);
    },
  });
  new Gauge({
    ...{ name: 'verbatim_knowledge_interviews', help: 'Interviews that answer now.', registers },
    collect() {
      this.set(shelf.library.interviews.length);
    },
  });
  new Gauge({
    ...{ name: 'verbatim_knowledge_problems', help: 'Problems in the files as they are now.', registers },
    collect() {
      this.set(shelf.problems.length);
    },
  });
}

const STATES = Object.keys(Status).filter((name) => Number.isNaN(Number(name)));
const MS_PER_S = 1_000;

function describeGateway(connections: () => readonly Connection[], registers: Registers): void {
  new Gauge({
    ...{ name: 'verbatim_gateway_state', help: '1 for the state that a shard is in.', registers },
    labelNames: ['shard', 'state'],
    collect() {
      this.reset();
      for (const { shard, state } of connections())
        for (const each of STATES) this.set({ shard, state: each }, each === state ? 1 : 0);
    },
  });
  new Gauge({
    ...{ name: 'verbatim_gateway_ping_seconds', help: 'The last heartbeat of a shard.', registers },
    labelNames: ['shard'],
    collect() {
      this.reset();
      for (const { shard, ping } of connections())
        this.set({ shard }, ping === undefined ? Number.NaN : ping / MS_PER_S);
    },
  });
  new Gauge({
    ...{ name: 'verbatim_gateway_silence_seconds', help: 'Since a shard was last heard.', registers },
    labelNames: ['shard'],
    collect() {
      this.reset();
      for (const { shard, silence } of connections())
        this.set({ shard }, silence === undefined ? Number.NaN : silence / MS_PER_S);
    },
  });
}

/** In place of an interview's id. */
const NO_INTERVIEW = 'none';
/** Seconds: from an answer on a free core to Discord's limit of three for an interaction, and beyond. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10, 60, 120];

function countQuestions(shelf: DeskShelf, registers: Registers): Pick<Vitals, 'question'> {
  const questions = new Counter({
    ...{ name: 'verbatim_questions_total', help: 'Questions, by what came of them.', registers },
    labelNames: ['outcome', 'surface', 'interview'],
  });
  const times = new Histogram({
    ...{ name: 'verbatim_question_seconds', help: 'From the event to the end of sending.', registers },
    ...{ labelNames: ['surface'], buckets: BUCKETS },
  });
  const begin = () => {
    for (const surface of SURFACES)
      for (const outcome of OUTCOMES)
        for (const interview of outcome === 'answer' ? idsOf(shelf) : [NO_INTERVIEW])
          questions.inc({ outcome, surface, interview }, 0);
  };
  begin();
  shelf.onChange(begin);
  for (const surface of SURFACES) times.zero({ surface });
  return {
    question: ({ outcome, surface, interview = NO_INTERVIEW, milliseconds }) => {
      questions.inc({ outcome, surface, interview });
      times.observe({ surface }, milliseconds / MS_PER_S);
    },
  };
}

/** Words to the bot are answered, too, and from no interview. */
function idsOf({ library }: DeskShelf): readonly string[] {
  return [NO_INTERVIEW, ...library.interviews.map(({ id }) => id)];
}

function countTrouble(
  connections: () => readonly Connection[],
  registers: Registers,
): Pick<Vitals, 'lost' | 'failed' | 'reconnected' | 'waited'> {
  const lost = new Counter({
    ...{ name: 'verbatim_lost_answers_total', help: 'Answers that nobody sees.', registers },
    labelNames: ['kind'],
  });
  const failures = new Counter({
    ...{ name: 'verbatim_other_failures_total', help: 'What failed and cost nobody an answer.', registers },
    labelNames: ['work', 'kind'],
  });
  const reconnects = new Counter({
    ...{ name: 'verbatim_gateway_reconnects_total', help: 'Connections that came back.', registers },
    labelNames: ['shard', 'how'],
    collect() {
      for (const { shard } of connections()) for (const how of RETURNS) this.inc({ shard, how }, 0);
    },
  });
  const waits = new Counter({
    ...{
      name: 'verbatim_rate_limit_waits_total',
      help: 'Requests that waited for Discord (429).',
      registers,
    },
  });
  for (const kind of LOSSES) {
    lost.inc({ kind }, 0);
    for (const work of SIDE_WORK) failures.inc({ work, kind }, 0);
  }
  return {
    lost: (kind) => lost.inc({ kind }),
    failed: (work, kind) => failures.inc({ work, kind }),
    reconnected: (shard, how) => reconnects.inc({ shard, how }),
    waited: () => waits.inc(),
  };
}
