// npm run ablation [-- FOLDER]: what each technique is worth on the judged sets of the repository, and on the public sets of a
// folder; writes the table into src/evaluation/ABLATION.md.
import { readFile, writeFile } from 'node:fs/promises';
import { readOrExit } from './command-line.ts';
import { GROUPS, measureInterviews } from './evaluation/ablation.ts';
import type { Metrics } from './evaluation/evaluate.ts';
import {
  INTERVIEW_TECHNIQUES,
  measureTechnique,
  TECHNIQUES,
  type Technique,
} from './evaluation/technique.ts';
import { loadTestKnowledge, readPublicSets, readXquad } from './load-judged.ts';

const FILE = 'src/evaluation/ABLATION.md';
/** The table stands between these lines of the file. */
const [BEGINS, ENDS] = ['| technique |', '\n\n##'];

function percent(share: number | undefined) {
  return share === undefined ? '' : (share * 100).toFixed(1);
}

function interviewCell({ rightSentence, wrong, quiet }: Metrics): string {
  return rightSentence === undefined
    ? percent(quiet)
    : [rightSentence, wrong, quiet].map(percent).join(' / ');
}

const known = await loadTestKnowledge();
const collections = await readOrExit('npm run ablation [-- FOLDER]', async () => {
  const [, , folder] = process.argv;
  return [...(await readXquad()), ...(folder === undefined ? [] : await readPublicSets(folder))];
});

function rowOf(technique: Technique): string {
  const groups = measureInterviews(known, technique);
  const ofPublic = collections.map((collection) => {
    if (technique.interviews) return '';
    const { top1, excerpt } = measureTechnique(collection, technique, known.dictionary);
    return `${percent(top1)} / ${percent(excerpt)}`;
  });
  const cells = [...GROUPS.map((_, at) => (groups[at] ? interviewCell(groups[at]) : '')), ...ofPublic];
  return `| ${technique.name} | ${cells.join(' | ')} |`;
}

const names = [...GROUPS, ...collections.map(({ name }) => name)];
const lines = [`${BEGINS} ${names.join(' | ')} |`, `|---|${names.map(() => '--:').join('|')}|`];
for (const technique of [...TECHNIQUES, ...INTERVIEW_TECHNIQUES]) {
  lines.push(rowOf(technique));
  process.stdout.write(`${lines.at(-1)}\n`);
}
const text = await readFile(FILE, 'utf8');
const begins = text.indexOf(BEGINS);
await writeFile(FILE, text.slice(0, begins) + lines.join('\n') + text.slice(text.indexOf(ENDS, begins)));
