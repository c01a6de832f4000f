// npm run ablation -- FOLDER: what each technique of the search is worth, on judged collections of the form
// NAME.dev.json = {pairs: [{id, question, answer}], queries: [{text, relevant: [id], answers: [text]}]}.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readOrExit } from './command-line.ts';
import { figuresOf, type JudgedCollection, TECHNIQUES } from './evaluation/technique.ts';
import { paragraphRanges, sentenceRanges } from './knowledge/sentences.ts';
import { loadDictionary } from './load-dictionary.ts';

const SUFFIX = '.dev.json';
const judged = z.object({
  pairs: z.array(z.object({ id: z.string(), question: z.string(), answer: z.string() })),
  queries: z.array(
    z.object({ text: z.string(), relevant: z.array(z.string()), answers: z.array(z.string()) }),
  ),
});

function sentencesOf(text: string): readonly string[] {
  return sentenceRanges(text, paragraphRanges(text)).map(({ start, end }) => text.slice(start, end));
}

function parseJudged(file: string, text: string): z.infer<typeof judged> {
  try {
    return judged.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} is no judged collection: ${reason}`);
  }
}

async function readJudged(file: string, name: string): Promise<JudgedCollection> {
  const { pairs, queries } = parseJudged(file, await readFile(file, 'utf8'));
  const numbers = new Map(pairs.map(({ id }, number) => [id, number]));
  return {
    name,
    passages: pairs.map(({ question, answer }) => ({
      title: question,
      translatedTitle: '',
      wordings: [],
      sentences: sentencesOf(answer),
      translation: [],
    })),
    queries: queries.map(({ text, relevant, answers }) => ({
      text,
      answers,
      relevant: relevant.flatMap((id) => numbers.get(id) ?? []),
    })),
  };
}

const percent = (share: number) => (share * 100).toFixed(1);

async function readFolder(folder: string | undefined): Promise<readonly JudgedCollection[]> {
  if (folder === undefined) throw new Error('Name the folder of the judged collections.');
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort();
  if (names.length === 0) throw new Error(`${folder} holds no file that ends in ${SUFFIX}.`);
  return await Promise.all(
    names.map((name) => readJudged(join(folder, name), name.slice(0, -SUFFIX.length))),
  );
}

const collections = await readOrExit('npm run ablation -- FOLDER', () => readFolder(process.argv[2]));
const dictionary = await loadDictionary();
process.stdout.write(`| technique | ${collections.map(({ name }) => name).join(' | ')} |\n`);
process.stdout.write(`|---|${collections.map(() => '--:').join('|')}|\n`);
for (const technique of TECHNIQUES) {
  const cells = collections.map((collection) => {
    const { top1, excerpt, sentences } = figuresOf(collection, technique, dictionary);
    return `${percent(top1)} / ${percent(excerpt)} (${sentences.toFixed(2)})`;
  });
  process.stdout.write(`| ${technique.name} | ${cells.join(' | ')} |\n`);
}
