// npm run benchmark: our engine and its peers on the same questions, what each costs, and the whole bot.
import { writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { readOrExit } from '../../src/command-line.ts';
import { installPeers, installSize, read, sources } from './files.ts';
import { perform } from './job.ts';
import type { Instruments } from './sources.ts';

const RESULTS = 'tests/benchmark/RESULTS.md';
const JUDGED = 'tests/evaluation/song-haitao.report.jsonl';
const BYTES_PER_GIGABYTE = 1e9;
const MICROSECONDS_PER_MS = 1_000;
/** To each bot, and to each folder; in the short version each folder is asked fewer. */
const QUESTIONS = 400;
const QUICK_QUESTIONS = 60;
/** Folders whose growth is measured; the last of the full list fills minutes. */
const ONE_OF_TEN = { interviews: 1, exchanges: 10 };
const GROWTH = [ONE_OF_TEN, ...[10, 100, 1_000].map((interviews) => ({ ...ONE_OF_TEN, interviews }))];
/** As much text in a hundred files and in one; and the most. */
const LARGE = [
  { interviews: 100, exchanges: 100 },
  { interviews: 1, exchanges: 10_000 },
  { interviews: 1_000, exchanges: 100 },
];

const { values } = await readOrExit(
  'npm run benchmark -- [--quick] [--write | --against REVISION | --hard | --pages]',
  () =>
    parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        /** A revision to compare this one with; the peers are left out. */
        against: { type: 'string' },
        /** What the hardest inputs cost, alone. */
        hard: { type: 'boolean', default: false },
        /** What `ingest` takes for large pages, and nothing else. */
        pages: { type: 'boolean', default: false },
        /** For the processes that the benchmark starts. */
        job: { type: 'string' },
      },
    }),
);
function now() {
  return performance.now();
}
const instruments: Instruments = {
  now,
  memory: () => {
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { resident: rss, live: heapUsed + external };
  },
};

if (values.job !== undefined) await work(values.job);
else if (values.against !== undefined) await compare(values.against);
else if (values.hard) await measureHardest();
else if (values.pages) await costOfPages();
else await benchmark();

function show(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

async function work(job: string): Promise<void> {
  const result = await perform(job, { sources, instruments });
  if (result !== undefined) process.send?.(result, () => process.exit());
}

async function measureHardest(): Promise<void> {
  const { measureHard } = await import('./hard.ts');
  const processor = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS_PER_MS;
  };
  show(describeMachine());
  await measureHard({ ...sources, processor }, show);
}

async function compare(revision: string): Promise<void> {
  const { measureAgainst } = await import('./against.ts');
  const { readJudgedQuestions } = await import('../../src/evaluation/judged-question.ts');
  const { questionsToAsk } = await import('./bot-job.ts');
  const wish = {
    revision,
    rounds: values.quick ? 1 : 5,
    growth: values.quick ? GROWTH.slice(0, -1) : [...GROWTH, ...LARGE],
    botQuestions: questionsToAsk(readJudgedQuestions(await read(JUDGED), JUDGED)).slice(
      0,
      values.quick ? QUICK_QUESTIONS : QUESTIONS,
    ),
    replies: values.quick ? QUICK_QUESTIONS : QUESTIONS,
  };
  show(describeMachine());
  await measureAgainst(wish, { now, clock: Date.now, read }, show);
}

async function costOfPages(): Promise<void> {
  const { measurePages } = await import('./page-cost.ts');
  const table = await measurePages({ read });
  process.stdout.write(`${describeMachine()}\n\n${table}\n`);
}

async function benchmark(): Promise<void> {
  const { FULL, measureAll, QUICK } = await import('./run.ts');
  const { questionsToAsk } = await import('./bot-job.ts');
  const { reportPage } = await import('./report.ts');
  const { readJudgedQuestions } = await import('../../src/evaluation/judged-question.ts');
  const versions = await installPeers();
  const machine = describeMachine();
  const plan = values.quick ? QUICK : FULL;
  const measured = await measureAll(plan, {
    announce: (what) => process.stderr.write(`${what}\n`),
    now,
    clock: Date.now,
    read,
    botQuestions: questionsToAsk(readJudgedQuestions(await read(JUDGED), JUDGED)),
  });
  const page = reportPage({
    length: values.quick ? 'quick' : 'full',
    date: new Date().toISOString().slice(0, 10),
    machine,
    versions,
    install: values.quick ? { ok: false, reason: 'short version' } : await installSize(),
    ...measured,
  });
  process.stdout.write(`${page}\n`);
  if (values.write) await writeFile(RESULTS, `# Benchmark\n\n${page}\n`);
}

function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / BYTES_PER_GIGABYTE);
  const busy = `${(loadavg()[0] ?? 0).toFixed(1)} processes wanting to run when it began`;
  return `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, ${memory} GB, ${type()} ${arch()}, Node ${process.versions.node}; ${busy}`;
}
