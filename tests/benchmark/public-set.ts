// XQuAD's passages and questions: read from their files, and made into interviews whose answers are the passages.
import { z } from 'zod';
import type { Exchange, Interview } from '../../src/knowledge/interview.ts';
import { paragraphRanges, sentenceRanges } from '../../src/knowledge/sentences.ts';
import { documentsOf, type Material } from './material.ts';
import type { Sources } from './sources.ts';

const passage = z.strictObject({ id: z.string(), title: z.string(), zh: z.string(), en: z.string() });
const question = z.strictObject({
  id: z.string(),
  passage: z.string(),
  question: z.string(),
  answer: z.string(),
});

export interface PublicQuestion {
  readonly question: string;
  /** Place of the passage that answers it. */
  readonly place: number;
  /** Words of that passage. */
  readonly answer: string;
}

export interface PassageText {
  readonly title: string;
  readonly text: string;
}

export interface PublicSet {
  /** Of the passages: BCP 47. */
  readonly language: string;
  readonly passages: readonly PassageText[];
  readonly questions: readonly PublicQuestion[];
}

export const PUBLIC_SETS = ['zh', 'en', 'en-zh'] as const;
export type PublicSetName = (typeof PUBLIC_SETS)[number];

const FOLDER = 'tests/benchmark/xquad';

export async function readPublicSet(
  name: PublicSetName,
  { read }: Pick<Sources, 'read'>,
): Promise<PublicSet> {
  const passages = linesOf(await read(`${FOLDER}/passages.jsonl`)).map((line) => passage.parse(line));
  const questions = linesOf(await read(`${FOLDER}/questions.${name}.jsonl`)).map((line) =>
    question.parse(line),
  );
  const places = new Map(passages.map(({ id }, place) => [id, place]));
  return {
    language: name === 'en' ? 'en' : 'zh-CN',
    passages: passages.map(({ title, zh, en }) => ({ title, text: name === 'en' ? en : zh })),
    questions: questions.map(({ question: text, passage: id, answer }) => ({
      question: text,
      place: places.get(id) ?? -1,
      answer,
    })),
  };
}

/** Exchanges of one made interview: as long as a book of conversations, and far below the largest file allowed. */
const EXCHANGES_EACH = 100;

/** Interviews without lexicon or translation: each passage is an answer, its article's title the question. */
export function materialOf({ passages, language }: Pick<PublicSet, 'passages' | 'language'>): Material {
  const count = Math.ceil(passages.length / EXCHANGES_EACH);
  const interviews = Array.from({ length: count }, (_, place): Interview => {
    const own = passages.slice(place * EXCHANGES_EACH, (place + 1) * EXCHANGES_EACH);
    const article = { ...ARTICLE, language };
    return { id: `xquad-${place + 1}`, article, sections: own.map(toExchange), translations: [] };
  });
  const documents = interviews.flatMap((interview) => documentsOf(interview));
  return { interviews, lexicons: [], questions: [], documents };
}

function toExchange({ title, text }: PassageText, place: number): Exchange {
  const paragraphs = paragraphRanges(text);
  const sentences = sentenceRanges(text, paragraphs);
  return { kind: 'exchange', number: place + 1, question: title, askedAs: [], text, paragraphs, sentences };
}

const ARTICLE = {
  title: 'XQuAD',
  interviewee: { name: 'XQuAD' },
  publication: 'XQuAD',
  date: '2019',
};

function linesOf(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
