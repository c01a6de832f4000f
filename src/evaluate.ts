// npm run evaluate: asks the judged questions of every test interview and prints what came back, side by side, and for the
// reported set by kind and by language.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ENOUGH_TO_ANSWER } from './answer/decide.ts';
import { openLibrary } from './answer/library.ts';
import { readOrExit } from './command-line.ts';
import { knowledgeFolder, readEnvironment } from './config.ts';
import {
  type Baseline,
  curveOf,
  type EvaluatedReply,
  evaluate,
  figuresOf,
  readBaseline,
  worsened,
} from './evaluation/evaluate.ts';
import { readJudgedQuestions } from './evaluation/judged-question.ts';
import { curveTable, failureLines, missLines, reportTable, settingsTable } from './evaluation/report.ts';
import {
  evaluatePlaces,
  everydaySettings,
  folderSettings,
  inventedSettings,
  reportedSettings,
  SHIPPED,
  tuningSettings,
} from './evaluation/test-interviews.ts';
import { JUDGED_FOLDER, loadTestKnowledge } from './load-judged.ts';
import { loadKnowledge } from './load-knowledge.ts';

const BASELINE = `${JUDGED_FOLDER}/baseline.json`;

const { values } = await readOrExit(
  'npm run evaluate -- [--failures] [--misses] [--update-baseline] [--knowledge DIR]',
  () =>
    parseArgs({
      options: {
        failures: { type: 'boolean', default: false },
        misses: { type: 'boolean', default: false },
        'update-baseline': { type: 'boolean', default: false },
        knowledge: { type: 'string' },
      },
    }),
);
function print(text: string) {
  return process.stdout.write(`${text}\n\n`);
}
const known = await loadTestKnowledge();

const reported = [
  ...reportedSettings(known),
  ...inventedSettings(known),
  ...folderSettings(known),
  ...everydaySettings(known, 'report'),
];
const replies = new Map<string, readonly EvaluatedReply[]>(
  reported.map((setting) => [setting.name, evaluate(setting)]),
);
const tuning = new Map(tuningSettings(known).map((setting) => [setting.name, evaluate(setting)]));
print(settingsTable(replies));
print(reportTable(SHIPPED, replies.get(SHIPPED) ?? []));
print(settingsTable(tuning));
const { several, allShown, single, needless } = evaluatePlaces(known);
print(
  `Of ${several} questions of several places all were quoted for ${allShown}; of ${single} of one, ${needless} got a needless second.`,
);
if (values.misses) {
  // The reported set is nobody's to look at.
  for (const setting of [...tuningSettings(known), ...inventedSettings(known)])
    print(missLines(setting, replies.get(setting.name) ?? tuning.get(setting.name) ?? []).join('\n'));
}
if (values.failures) for (const own of tuning.values()) print(failureLines(own).join('\n'));
// What editors added from the log of unanswered questions: printed, but no part of the baseline or of the curve.
const added = (await readdir(JUDGED_FOLDER)).filter((name) => name.endsWith('.unanswered.jsonl')).toSorted();
// Asked of the interviews that the log is about; all else is about those that the repository holds.
const folder = values.knowledge ?? knowledgeFolder(readEnvironment());
const own = added.length === 0 ? known.shipped : await loadKnowledge(folder);
const library = openLibrary({ ...own, dictionary: known.dictionary });
for (const file of added) {
  const questions = readJudgedQuestions(await readFile(`${JUDGED_FOLDER}/${file}`, 'utf8'), file);
  const interview = file.slice(0, -'.unanswered.jsonl'.length);
  const setting = { interview, questions, libraryFor: () => library };
  print(reportTable(file.slice(0, -'.jsonl'.length), evaluate(setting)));
}
print(curveTable(curveOf([...tuning.values()].flat()), ENOUGH_TO_ANSWER));
const measured: Baseline = Object.fromEntries(
  [...replies, ...tuning].map(([name, own]) => [name, figuresOf(own)]),
);
if (values['update-baseline']) await writeFile(BASELINE, `${JSON.stringify(measured, null, 2)}\n`);
const worse = worsened(readBaseline(await readFile(BASELINE, 'utf8')), measured);
print(worse.length === 0 ? 'No figure is below the baseline.' : worse.join('\n'));
if (worse.length > 0) process.exitCode = 1;
