// npm run fit [-- FOLDER]: fits the weights of the decision on the judged questions of the repository, and those of ranking
// and sentences too where the folder of the public sets is given; writes src/search/weights.json, and prints loss, figures and
// calibration, each interview judged by weights that were fitted without it.
import { readFile, writeFile } from 'node:fs/promises';
import { readOrExit } from './command-line.ts';
import { fitDecision, fitRanking, fitSentences } from './evaluation/fit/fit.ts';
import { loadTestKnowledge, readPublicSets } from './load-judged.ts';
import { DEFAULT_WEIGHTS } from './search/index/weights.ts';

const FILE = new URL('./search/weights.json', import.meta.url);

const known = await loadTestKnowledge();
const [, , folder] = process.argv;
const sets = await readOrExit('npm run fit [-- FOLDER]', () =>
  folder === undefined ? [] : readPublicSets(folder),
);
function print(text: string) {
  return process.stdout.write(`${text}\n`);
}
const before = JSON.parse(await readFile(FILE, 'utf8'));
const rank = sets.length === 0 ? before.rank : fitRanking(known, sets, print);
const weights = { ...DEFAULT_WEIGHTS, rank };
const sentence = sets.length === 0 ? before.sentence : fitSentences({ ...known, weights }, sets, print);
if (sets.length === 0)
  print(
    'Ranking and sentences keep their weights: they are fitted where the folder of the public sets is given.',
  );
const fitted = fitDecision({ ...known, weights: { ...weights, sentence } }, before.decide, print);
await writeFile(FILE, `${JSON.stringify({ rank, sentence, ...fitted }, null, 2)}\n`);
