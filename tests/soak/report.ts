// What came of a soak -> its page: what was asked and what became of it, losses by kind as counted and as seen, times, memory.
import { LOSSES, type Loss, SURFACES } from '../../src/discord/desk/vitals.ts';
import { percentile } from '../benchmark/statistics.ts';
import { markdownTable, megabytes, milliseconds, percent, whole } from '../benchmark/tables.ts';
import { fateOf, type Gap, type Question, troubleAfter } from './ledger.ts';

export interface Soaked {
  readonly wish: {
    readonly questions: number;
    readonly seed: number;
    readonly guilds: number;
    readonly shards: number;
  };
  readonly questions: readonly Question[];
  readonly gaps: readonly Gap[];
  /** Lost answers by kind, as the bot counted them. */
  readonly counted: ReadonlyMap<string, number>;
  /** Why an answer is wrong, one for each. */
  readonly wrong: readonly string[];
  /** Bytes, at each tenth of the questions. */
  readonly resident: readonly number[];
  /** Bytes of objects, the least of each tenth. */
  readonly heap: readonly number[];
  /** What was made to go wrong, and what else happened, in words. */
  readonly events: readonly string[];
  readonly violations: number;
  /** Of the bot when it was told to stop. */
  readonly status: number | null;
  readonly machine: string;
  readonly minutes: number;
}

export interface Verdict {
  readonly doubled: number;
  readonly uncounted: number;
  readonly wrong: number;
  /** Memory at the end beside that after a tenth of the questions: 0.1 is 10 % more. */
  readonly growth: number;
  readonly passes: boolean;
}

const MOST_GROWTH = 0.1;

export function judgeSoak(soaked: Soaked): Verdict {
  const { questions, resident, wrong, violations, status } = soaked;
  const doubled = questions.filter(({ answers }) => answers > 1).length;
  const seen = countFates(soaked);
  // By kind the two may differ: what never arrived leaves no sign here, and the bot calls it unreachable.
  const lost = ['silent', ...LOSSES].reduce((sum, fate) => sum + (seen.get(fate) ?? 0), 0);
  const counted = [...soaked.counted.values()].reduce((sum, times) => sum + times, 0);
  const uncounted = Math.max(0, lost - counted);
  const growth = (resident.at(-1) ?? Number.NaN) / (resident[0] ?? Number.NaN) - 1;
  const isSound = violations === 0 && status === 0;
  const passes = doubled + uncounted + wrong.length === 0 && growth <= MOST_GROWTH && isSound;
  return { doubled, uncounted, wrong: wrong.length, growth, passes };
}

function countFates({ questions, gaps }: Pick<Soaked, 'questions' | 'gaps'>) {
  const counts = new Map<string, number>();
  for (const question of questions) {
    const fate = fateOf(question, gaps);
    counts.set(fate, (counts.get(fate) ?? 0) + 1);
  }
  return counts;
}

export function soakPage(soaked: Soaked): string {
  const { wish, machine, minutes, events, violations, status, wrong } = soaked;
  const { growth, passes } = judgeSoak(soaked);
  return [
    `## ${whole(wish.guilds)} servers, ${wish.shards === 1 ? 'one shard' : `${wish.shards} shards in one process`}: ${whole(soaked.questions.length)} questions`,
    `Seed ${wish.seed}, ${minutes.toFixed(1)} minutes, ${machine}. ${passes ? 'Passed.' : '**Failed.**'}`,
    questionTable(soaked),
    lossTable(soaked),
    memoryTable(soaked),
    `At the end ${percent(growth)} % against after a tenth. ${violations} breaches of Discord's protocol; told to stop, the bot ended with ${status}.`,
    events.map((event) => `- ${event}`).join('\n'),
    ...(wrong.length > 0
      ? [
          `Wrong:\n\n${wrong
            .slice(0, 10)
            .map((why) => `- ${why}`)
            .join('\n')}`,
        ]
      : []),
  ].join('\n\n');
}

function questionTable({ questions, gaps }: Soaked): string {
  const row = (name: string, own: readonly Question[]) => {
    const fates = countFates({ questions: own, gaps });
    const answered = fates.get('answered') ?? 0;
    const untold = fates.get('untold') ?? 0;
    const doubled = own.filter(({ answers }) => answers > 1).length;
    return [
      ...[name, whole(own.length), whole(answered), whole(own.length - answered - untold), whole(untold)],
      ...[whole(doubled), ...times(own.filter(({ isCalm }) => isCalm)), ...times(own)],
    ];
  };
  const header = [
    '',
    'asked',
    'answered',
    'lost',
    'never told',
    'doubled',
    'calm p50 ms',
    'p99',
    'all p50 ms',
    'p99',
  ];
  return markdownTable(header, [
    ...SURFACES.map((surface) =>
      row(
        surface,
        questions.filter((each) => each.surface === surface),
      ),
    ),
    row('all', questions),
  ]);
}

function times(questions: readonly Question[]): readonly string[] {
  const taken = questions.flatMap(({ begun, ended }) => (ended === undefined ? [] : [ended - begun]));
  return [0.5, 0.99].map((share) => (taken.length === 0 ? '' : milliseconds(percentile(taken, share))));
}

function lossTable(soaked: Soaked): string {
  const { questions, gaps, counted } = soaked;
  const seen = countFates(soaked);
  const all = questions.map((question) => troubleAfter(question, gaps));
  const row = (loss: Loss) => [
    ...[loss, whole(seen.get(loss) ?? 0), whole(all.filter((trouble) => trouble === loss).length)],
    whole(counted.get(loss) ?? 0),
  ];
  return markdownTable(
    ['lost', 'as Discord saw it', 'answered, but the last request failed', 'as the bot counted'],
    [...LOSSES.map(row), ['without a sign (unreachable)', whole(seen.get('silent') ?? 0), '-', '-']],
  );
}

function memoryTable({ resident, heap }: Soaked): string {
  const header = [
    'MB',
    ...resident.map((_, place) => percent((place + 1) / resident.length).replace('.0', ' %')),
  ];
  return markdownTable(header, [
    ['resident', ...resident.map(megabytes)],
    ['objects, least of the tenth', ...heap.map(megabytes)],
  ]);
}
