// npm run check, last step: validates every file in the knowledge folder.
import { formatProblem } from './knowledge/problem.ts';
import { loadKnowledge } from './load-knowledge.ts';

const folder = process.argv[2] ?? 'knowledge';
const { interviews, lexicon, questions, problems } = await loadKnowledge(folder);
for (const problem of problems) process.stderr.write(`${folder}/${formatProblem(problem)}\n`);
const exchanges = interviews.flatMap(({ sections }) => sections.filter(({ kind }) => kind === 'exchange'));
const asked = questions.reduce((sum, own) => sum + own.answered.length + own.notCovered.length, 0);
process.stdout.write(
  `${folder}: ${interviews.length} interviews, ${exchanges.length} questions, ${lexicon.length} lexicon groups, ` +
    `${asked} questions of members, ` +
    `${problems.length} problems\n`,
);
if (problems.length > 0 || interviews.length === 0) process.exitCode = 1;
