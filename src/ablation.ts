// npm run ablation -- FOLDER: what each technique of the search is worth on the public sets of a folder.
import { readOrExit } from './command-line.ts';
import { measureTechnique, TECHNIQUES } from './evaluation/technique.ts';
import { readPublicSets } from './load-judged.ts';
import { loadDictionary } from './load-knowledge.ts';

function percent(share: number) {
  return (share * 100).toFixed(1);
}

const collections = await readOrExit('npm run ablation -- FOLDER', () => {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('Name the folder of the judged collections.');
  return readPublicSets(folder);
});
const dictionary = await loadDictionary();
process.stdout.write(`| technique | ${collections.map(({ name }) => name).join(' | ')} |\n`);
process.stdout.write(`|---|${collections.map(() => '--:').join('|')}|\n`);
for (const technique of TECHNIQUES) {
  const cells = collections.map((collection) => {
    const { top1, excerpt, sentences } = measureTechnique(collection, technique, dictionary);
    return `${percent(top1)} / ${percent(excerpt)} (${sentences.toFixed(2)})`;
  });
  process.stdout.write(`| ${technique.name} | ${cells.join(' | ')} |\n`);
}
