// npm run check, last step: validates every file in the knowledge folder.
import { formatProblem } from './knowledge/problem.ts';
import { loadKnowledge } from './load-knowledge.ts';

const folder = process.argv[2] ?? 'knowledge';
const { interviews, lexicons, questions, problems } = await loadKnowledge(folder);
for (const problem of problems) process.stderr.write(`${folder}/${formatProblem(problem)}\n`);
const exchanges = interviews.flatMap(({ sections }) => sections.filter(({ kind }) => kind === 'exchange'));
const groups = lexicons.reduce((sum, own) => sum + own.groups.length, 0);
const asked = questions.reduce((sum, own) => sum + own.answered.length + own.notCovered.length, 0);
process.stdout.write(
  `${folder}: ${interviews.length} interviews, ${exchanges.length} questions, ${groups} lexicon groups, ` +
    `${asked} questions of members, ` +
    `${problems.length} problems\n`,
);
for (const { id, article } of interviews.filter(({ article }) => !/^(?:zh|en)\b/i.test(article.language))) {
  process.stdout.write(
    `${folder}/${id}.md: note: nothing is known of the language “${article.language}” (question words, light words, ` +
      'endings, a dictionary): it is answered as far as its letters go. A translation, a list of questions and a lexicon help.\n',
  );
}
if (problems.length > 0 || interviews.length === 0) process.exitCode = 1;
