// npm run soak: the real bot in a process of its own, on a simulated Discord with many servers, through thousands of questions
// while things go wrong from a seed; then a table of what became of them, and a status that says whether nothing was lost.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readOrExit } from '../../src/command-line.ts';
import { judgeSoak, soakPage } from './report.ts';
import { soak } from './run.ts';

const RESULTS = 'tests/soak/SOAK.md';
/** Judged questions that tuning has seen; none of a reported set. */
const SETS = [
  ...['song-haitao.members', 'song-haitao.tune', 'song-haitao.calibrate', 'song-haitao.dev', 'tide-clocks'],
  ...['everyday.tune', 'words-to-bot.tune'],
];
const INTRODUCTION = `# Soak

\`npm run soak -- --questions N [--seed S] [--guilds G] [--shards K] [--write]\`: the bot as \`npm start\` runs it, seen from
outside, on the simulated Discord over loopback. Half of the time all is well (calm); in the other half requests and connections fail.
Times run from what a member does until Discord has the answer; simulated Discord and judge run in one process beside the
bot's, so they hold what this machine was doing, too. An answer is wrong where it quotes a line that is in no file, or words to
which another question leads.

"Never told": Discord ended the session (opcode 9, a RESUME refused), and the bot was never sent the question: it can count the
sessions alone (connections that came back anew). Lost, by kind: gone, its channel or message was deleted; forbidden, the bot
may not speak there; late, Discord knew the interaction no more, or two minutes were over; unreachable, the connection died and
so did the repetition; refused, 5xx to the end; fault, the bot's own. Where an answer is there although its last request
failed, the bot may count it as lost.
Resident: the median of the last five of ten looks. Objects: the least of ten, so what is kept when others are collected.`;

const { values } = await readOrExit(
  'npm run soak -- --questions N [--seed S] [--guilds G] [--shards K] [--rate R] [--minutes M] [--write]',
  () =>
    parseArgs({
      options: {
        questions: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        guilds: { type: 'string', default: '40' },
        shards: { type: 'string', default: '1' },
        /** Questions a second, as long as machine and bot keep up. */
        rate: { type: 'string', default: '40' },
        /** Ends then, however few were asked. */
        minutes: { type: 'string', default: 'Infinity' },
        /** Keeps the page beside the others, in place of one with the same servers and shards. */
        write: { type: 'boolean', default: false },
      },
    }),
);
const wish = {
  ...{ questions: Number(values.questions), seed: Number(values.seed), guilds: Number(values.guilds) },
  ...{ shards: Number(values.shards), rate: Number(values.rate), minutes: Number(values.minutes) },
};
const busy = (loadavg()[0] ?? 0).toFixed(1);
const material = await Promise.all(SETS.map(questionsOf));
const result = await soak(wish, {
  material: material.flat(),
  say: (line) => process.stderr.write(`${line}\n`),
});
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}; ${busy} processes wanted to run when it began, ${(loadavg()[0] ?? 0).toFixed(1)} when it ended`;
const soaked = { ...result, wish, machine };
const page = soakPage(soaked);
process.stdout.write(`${page}\n`);
if (values.write) await keep(page);
process.exitCode = judgeSoak(soaked).passes ? 0 : 1;

/** What is said to the bot itself stands under another name there. */
async function questionsOf(set: string): Promise<readonly string[]> {
  const lines = (await readFile(`tests/evaluation/${set}.jsonl`, 'utf8')).split('\n');
  const judged = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  return judged.map(({ question, text }) => String(question ?? text));
}

async function keep(own: string): Promise<void> {
  const before = await readFile(RESULTS, 'utf8').catch(() => '');
  const [, ...pages] = before.split(/\n(?=## )/);
  const kindOf = (each: string) => each.slice(0, each.indexOf(':'));
  const others = pages.map((each) => each.trim()).filter((each) => kindOf(each) !== kindOf(own));
  await writeFile(RESULTS, `${[INTRODUCTION, ...others, own].join('\n\n')}\n`);
}
