// npm run evaluate: asks the judged questions and prints what came back, by kind and by language.
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openCollection } from './answer/collection.ts';
import { ENOUGH_TO_ANSWER } from './answer/evidence/thresholds.ts';
import { readOrExit } from './command-line.ts';
import { type Baseline, figuresOf, readBaseline, worsened } from './evaluation/baseline.ts';
import { chartSvg } from './evaluation/chart.ts';
import { curveOf } from './evaluation/curve.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { failureLines } from './evaluation/failures.ts';
import { readJudgedQuestions } from './evaluation/judged-question.ts';
import { evaluateSets, TUNING_SETS } from './evaluation/judged-sets.ts';
import { curveTable, reportTable } from './evaluation/report.ts';
import { readCollection } from './knowledge/collection.ts';
import { loadDictionary } from './load-dictionary.ts';
import { loadKnowledge } from './load-knowledge.ts';

const FOLDER = 'tests/evaluation';
const BASELINE = `${FOLDER}/baseline.json`;
const SECOND = 'tide-clocks';
const CHART = `${FOLDER}/threshold.svg`;

const { values } = await readOrExit('npm run evaluate -- [--failures] [--update-baseline]', () =>
  parseArgs({
    options: {
      failures: { type: 'boolean', default: false },
      'update-baseline': { type: 'boolean', default: false },
    },
  }),
);
const print = (text: string) => process.stdout.write(`${text}\n\n`);
const source = { ...(await loadKnowledge('knowledge')), dictionary: await loadDictionary() };

const measured: Baseline = {};
const sets = evaluateSets(source, (set) => readFileSync(`${FOLDER}/${set}.jsonl`, 'utf8'));
for (const { set, replies } of sets) {
  print(reportTable(set.replace('song-haitao.', ''), replies));
  if (values.failures && TUNING_SETS.includes(set)) print(failureLines(replies).join('\n'));
  measured[set] = figuresOf(replies);
}
// What editors added from the log of unanswered questions: printed, but no part of the baseline or of the curve.
const closedGaps = (await readdir(FOLDER)).filter((file) => file.endsWith('.unanswered.jsonl')).toSorted();
for (const file of closedGaps) {
  const questions = readJudgedQuestions(await readFile(`${FOLDER}/${file}`, 'utf8'), file);
  print(reportTable(file.slice(0, -'.jsonl'.length), evaluate(openCollection(source), questions)));
}
// The second interview has no list of questions and no lexicon: what any other may expect. Printed only, too.
const second = readCollection([
  { name: `${SECOND}.md`, bytes: await readFile(`tests/interviews/${SECOND}.md`) },
]);
const judged = readJudgedQuestions(await readFile(`${FOLDER}/${SECOND}.jsonl`, 'utf8'), SECOND);
const bare = openCollection({ ...second, dictionary: source.dictionary });
print(reportTable(SECOND, evaluate(bare, judged)));
const tuning = sets.filter(({ set }) => TUNING_SETS.includes(set)).flatMap(({ replies }) => replies);
const curve = curveOf(tuning);
print(curveTable(curve, ENOUGH_TO_ANSWER));
if (values['update-baseline']) {
  await writeFile(BASELINE, `${JSON.stringify(measured, null, 2)}\n`);
  await writeFile(CHART, chartSvg(curve, ENOUGH_TO_ANSWER));
}
const worse = worsened(readBaseline(await readFile(BASELINE, 'utf8')), measured);
print(worse.length === 0 ? 'No figure is below the baseline.' : worse.join('\n'));
if (worse.length > 0) process.exitCode = 1;
