// npm run organise -- ID: puts each question of ID.questions.txt below the sentence that it asks for, where that is clear, and
// prints the others.
import { readFile, writeFile } from 'node:fs/promises';
import { openLibrary } from './answer/library.ts';
import { readOrExit } from './command-line.ts';
import { organise } from './evaluation/organise.ts';
import { loadDictionary, loadKnowledge } from './load-knowledge.ts';

const FOLDER = process.env['KNOWLEDGE_DIR'] || 'knowledge';
const knowledge = await loadKnowledge(FOLDER);
const [, , id = ''] = process.argv;
const { open, lists } = await readOrExit('npm run organise -- ID', async () => {
  const library = openLibrary({ ...knowledge, dictionary: await loadDictionary() });
  const open = library.open.find(({ interview }) => interview.id === id);
  const lists = knowledge.questions.find(({ interview }) => interview === id);
  if (!open || !lists)
    throw new Error(`${FOLDER} has no ${id}.questions.txt that belongs to a readable interview.`);
  return { open, lists };
});
const file = `${FOLDER}/${id}.questions.txt`;
const { text, placed, unplaced } = organise(await readFile(file, 'utf8'), open, lists);
await writeFile(file, text);
process.stdout.write(
  `${unplaced.join('\n')}\n${file}: ${placed} questions stand below a sentence, ${unplaced.length} below none.\n`,
);
