// The judged collections on disk: the interviews of the tests beside the shipped one, and folders of public sets of the form
// NAME.dev.json = {pairs: [{id, question, answer}], queries: [{text, relevant: [id], answers: [text]}]}.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { JudgedCollection } from './evaluation/technique.ts';
import type { TestKnowledge } from './evaluation/test-interviews.ts';
import { paragraphRanges, sentenceRanges } from './knowledge/sentences.ts';
import { loadDictionary, loadKnowledge } from './load-knowledge.ts';

export const JUDGED_FOLDER = 'tests/evaluation';
const SET_SUFFIX = '.jsonl';

export async function loadTestKnowledge(): Promise<TestKnowledge> {
  const sets = await readSets();
  return {
    shipped: await loadKnowledge('knowledge'),
    invented: await loadKnowledge('tests/interviews'),
    dictionary: await loadDictionary(),
    read: (set) => {
      const text = sets.get(`${set}${SET_SUFFIX}`);
      if (text === undefined) throw new Error(`There is no ${JUDGED_FOLDER}/${set}${SET_SUFFIX}.`);
      return text;
    },
  };
}

/** The judged questions of the repository, by file name. */
async function readSets(): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(JUDGED_FOLDER)).filter((name) => name.endsWith(SET_SUFFIX));
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(JUDGED_FOLDER, file), 'utf8')] as const),
    ),
  );
}

const XQUAD_FOLDER = 'tests/benchmark/xquad';
/** Of questions, each with the language of its passages. */
const XQUAD = [
  ['en', 'en'],
  ['zh', 'zh'],
  ['en-zh', 'zh'],
] as const;
const xquadPassage = z.object({ id: z.string(), title: z.string(), zh: z.string(), en: z.string() });
const xquadQuestion = z.object({ passage: z.string(), question: z.string(), answer: z.string() });

/** The part of XQuAD that the repository holds: questions in English, in Chinese, and English ones about Chinese passages. */
export async function readXquad(): Promise<readonly JudgedCollection[]> {
  const linesOf = async (name: string) =>
    (await readFile(join(XQUAD_FOLDER, name), 'utf8')).trim().split('\n');
  const passages = (await linesOf('passages.jsonl')).map((line) => xquadPassage.parse(JSON.parse(line)));
  const places = new Map(passages.map(({ id }, at) => [id, at]));
  return await Promise.all(
    XQUAD.map(async ([name, language]) => ({
      name: `XQuAD ${name}`,
      passages: passages.map((own) => passageOf(own.title, own[language])),
      queries: (await linesOf(`questions.${name}.jsonl`))
        .map((line) => xquadQuestion.parse(JSON.parse(line)))
        .map(({ question: text, passage, answer }) => ({
          text,
          answers: [answer],
          relevant: [places.get(passage) ?? -1],
        })),
    })),
  );
}

function passageOf(title: string, text: string): JudgedCollection['passages'][number] {
  return { title, translatedTitle: '', wordings: [], sentences: sentencesOf(text), translation: [] };
}

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
    passages: pairs.map(({ question, answer }) => passageOf(question, answer)),
    queries: queries.map(({ text, relevant, answers }) => ({
      text,
      answers,
      relevant: relevant.flatMap((id) => numbers.get(id) ?? []),
    })),
  };
}

/** The public sets of a folder, by name; throws where there is none. */
export async function readPublicSets(folder: string): Promise<readonly JudgedCollection[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort();
  if (names.length === 0) throw new Error(`${folder} holds no file that ends in ${SUFFIX}.`);
  return await Promise.all(
    names.map((name) => readJudged(join(folder, name), name.slice(0, -SUFFIX.length))),
  );
}
