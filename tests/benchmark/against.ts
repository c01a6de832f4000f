// Another revision, this one, and a bot that says "pong", measured in turn: whatever else the machine does disturbs all alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type StageTools, withStages } from './bot-stage.ts';
import { type FolderSize, withFolder } from './made-interviews.ts';
import { scriptArguments } from './processes.ts';
import { type PassageText, type PublicQuestion, readPublicSet } from './public-set.ts';
import { median } from './statistics.ts';
import { markdownTable, milliseconds, whole } from './tables.ts';
import { withWorktree } from './worktree.ts';

export interface AgainstWish {
  readonly revision: string;
  readonly rounds: number;
  readonly growth: readonly FolderSize[];
  /** Questions to the running bots; each is new to them. */
  readonly botQuestions: readonly string[];
  /** Questions to each folder, new to it. */
  readonly replies: number;
}

type Side = 'before' | 'now' | 'pong';
type Figures = Readonly<Record<string, number>>;
/** Values of one figure by who was measured, a round each. */
type Taken = Map<string, Map<Side, number[]>>;

const MEGABYTE = 1e6;
const TWENTY: FolderSize = { interviews: 20, exchanges: 100 };
/** A word of the shipped interview: what is measured is the start of the command. */
const ASKED = '金砖峰会';
const jobFigures = z.record(z.string(), z.number());

/** @param show is given each table as soon as it is there: a run that is ended early is not lost */
export async function measureAgainst(
  wish: AgainstWish,
  tools: StageTools,
  show: (table: string) => void,
): Promise<void> {
  const { passages, questions } = await readPublicSet('zh', tools);
  const home = await mkdtemp(join(tmpdir(), 'verbatim-questions-'));
  try {
    const list = join(home, 'questions.txt');
    const kept = join(home, 'kept');
    await mkdir(kept);
    await writeFile(list, everyNth(questions, wish.replies).join('\n'));
    const taken = await withWorktree(wish.revision, (tree) =>
      takeTurns({ tree, list, kept, passages }, wish, tools),
    );
    show(tableOf(taken));
    show(await measureGrowth(wish.growth, passages, list));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** So many questions, spread over all passages. */
function everyNth(questions: readonly PublicQuestion[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(questions.length / count));
  return questions
    .filter((_, at) => at % step === 0)
    .slice(0, count)
    .map(({ question }) => question);
}

interface Subject {
  readonly tree: string;
  /** The file of the questions. */
  readonly list: string;
  /** Where a start may keep its indexes. */
  readonly kept: string;
  readonly passages: readonly PassageText[];
}

async function takeTurns(subject: Subject, wish: AgainstWish, tools: StageTools): Promise<Taken> {
  const { tree, list, kept, passages } = subject;
  const taken: Taken = new Map();
  const trees = [
    ['before', tree],
    ['now', process.cwd()],
  ] as const;
  await withFolder(TWENTY, passages, async (folder) => {
    for (let round = -1; round < wish.rounds; round += 1) {
      // The first round fills the caches, and does not count.
      const note = (side: Side, figures: Figures) => {
        if (round >= 0) add(taken, side, figures);
      };
      note('pong', await botFigures('pong', { tree: process.cwd(), questions: wish.botQuestions }, tools));
      for (const [side, place] of trees) {
        note(side, await botFigures('ours', { tree: place, questions: wish.botQuestions }, tools));
        note(side, await askFigures(place));
        const shipped = await replyFigures(place, 'knowledge', list);
        note(side, renamed(shipped, { p50: 'reply p50, CPU ms', repeated: 'the same again, CPU ms' }));
        const twenty = await replyFigures(place, folder, list);
        note(
          side,
          renamed(twenty, {
            p50: '20 interviews: reply p50, CPU ms',
            start: '20 interviews: start, CPU ms',
            live: '20 interviews: live MB',
          }),
        );
      }
      const later = await replyFigures(process.cwd(), folder, list, kept);
      note('now', renamed(later, { start: '20 interviews: a later start, CPU ms' }));
    }
  });
  return taken;
}

function add(taken: Taken, side: Side, figures: Figures): void {
  for (const [name, value] of Object.entries(figures)) {
    const bySide = taken.get(name) ?? new Map<Side, number[]>();
    bySide.set(side, [...(bySide.get(side) ?? []), value]);
    taken.set(name, bySide);
  }
}

function renamed(figures: Figures, names: Readonly<Record<string, string>>): Figures {
  return Object.fromEntries(Object.entries(names).map(([from, to]) => [to, figures[from] ?? Number.NaN]));
}

async function botFigures(
  kind: 'ours' | 'pong',
  { tree, questions }: { readonly tree: string; readonly questions: readonly string[] },
  tools: StageTools,
): Promise<Figures> {
  return withStages(tools, async (open) => {
    const stage = await open(kind, tree);
    const cpu = (await stage.processor()) ?? Number.NaN;
    const times: number[] = [];
    for (const question of questions)
      times.push(await stage.stopwatch.time(() => stage.ask.message(question)));
    return {
      'bot ready, CPU ms': cpu,
      'bot ready, wall ms': stage.ready,
      'message p50, wall ms': median(times),
      'resident after the questions, MB': ((await stage.resident()) ?? Number.NaN) / MEGABYTE,
    };
  });
}

/** By the shell, which tells the processor's time of what it has started and waited for. */
async function askFigures(tree: string): Promise<Figures> {
  const args = [
    '-c',
    '"$@" >&2; times',
    'sh',
    process.execPath,
    ...(await scriptArguments(tree, 'ask')),
    ASKED,
  ];
  const start = performance.now();
  const times = await outputOf('sh', args, tree);
  const wall = performance.now() - start;
  const children = times.trim().split('\n').at(-1) ?? '';
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
  return { 'npm run ask, CPU ms': cpu, 'npm run ask, wall ms': wall };
}

async function replyFigures(tree: string, folder: string, ...rest: readonly string[]): Promise<Figures> {
  const job = ['--expose-gc', '--import', 'tsx', 'tests/benchmark/reply-job.ts', tree, folder, ...rest];
  const figures = jobFigures.parse(JSON.parse(await outputOf(process.execPath, job, process.cwd())));
  return {
    ...figures,
    live: (figures['live'] ?? 0) / MEGABYTE,
    resident: (figures['resident'] ?? 0) / MEGABYTE,
  };
}

async function outputOf(name: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(name, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}.`);
  return output;
}

function tableOf(taken: Taken): string {
  const spread = (values: readonly number[] | undefined) =>
    values === undefined
      ? ''
      : [Math.min(...values), median(values), Math.max(...values)].map(milliseconds).join(' / ');
  const rows = [...taken].map(([name, bySide]) => {
    const middle = (side: Side) => median(bySide.get(side) ?? []);
    const ratio = (own: number) => (Number.isNaN(own) ? '' : own.toFixed(2));
    const cells = (['before', 'now', 'pong'] as const).map((side) => spread(bySide.get(side)));
    return [name, ...cells, ratio(middle('now') / middle('before')), ratio(middle('now') / middle('pong'))];
  });
  const header = ['minimum / median / maximum', 'before', 'now', 'pong', 'now / before', 'now / pong'];
  return markdownTable(header, rows);
}

async function measureGrowth(sizes: readonly FolderSize[], passages: readonly PassageText[], list: string) {
  const rows: string[][] = [];
  for (const size of sizes) {
    const figures = await withFolder(size, passages, (folder) => replyFigures('.', folder, list));
    const cell = (name: string) => milliseconds(figures[name] ?? Number.NaN);
    rows.push([
      ...[`${whole(size.interviews)} × ${size.exchanges}`, cell('start'), cell('live'), cell('resident')],
      ...[cell('slowest'), cell('asked'), cell('p50'), cell('p99'), cell('repeated')],
    ]);
  }
  const header = [
    'interviews × exchanges',
    'start, CPU ms',
    'live MB',
    'resident MB',
    'slowest of the first',
  ];
  return markdownTable([...header, 'asked', 'p50, CPU ms', 'p99', 'the same again, p50'], rows);
}
