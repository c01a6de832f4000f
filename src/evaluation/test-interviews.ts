// The interviews that are judged, each as an editor may leave it: with lists and lexicon, without, and all in one folder; and the
// questions that several sections answer: which of them are quoted.
import { z } from 'zod';
import { ask } from '../answer/ask.ts';
import { type Library, type LibrarySource, openLibrary } from '../answer/library.ts';
import type { SectionRef } from '../answer/reply.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import type { Weights } from '../search/index/weights.ts';
import { BARE, type Beside, FULL, sourceOf, withoutItself } from './beside.ts';
import { type JudgedQuestion, readJudgedQuestions } from './judged-question.ts';

/** One row of the table: questions about one interview, asked of a library that it is in. */
export interface JudgedSetting {
  readonly name: string;
  readonly interview: string;
  readonly questions: readonly JudgedQuestion[];
  /** A question that stands in a list is asked of a library without it and its fold. */
  readonly libraryFor: (question: string) => Library;
}

export interface TestKnowledge {
  readonly shipped: Knowledge;
  /** Invented interviews, with lists by people who saw no judged question. */
  readonly invented: Knowledge;
  readonly dictionary: Dictionary;
  /** The judged questions of a set, one a line. */
  readonly read: (set: string) => string;
  /** Only fitting gives other weights. */
  readonly weights?: Weights;
}

export const SHIPPED = 'song-haitao';
/** Judged questions about the first interview that were used for tuning: never quoted as our figures. */
export const TUNING_SETS = ['dev', 'tune', 'calibrate', 'members'].map((set) => `${SHIPPED}.${set}`);
/** Nobody looks at their failures while tuning, and none of the report stands in any list. */
export const REPORTED_SETS = ['report', 'follow-ups'].map((set) => `${SHIPPED}.${set}`);
export const INVENTED = ['tide-clocks', 'poster-painter', 'river-sensors', 'night-market-game'];

const FOLDS = 5;

function readSet({ read }: TestKnowledge, set: string): readonly JudgedQuestion[] {
  return readJudgedQuestions(read(set), `${set}.jsonl`);
}

/** The shipped interview's tuning questions, each way of leaving the interview; every fifth asked of lists without it. */
export function tuningSettings(known: TestKnowledge): readonly JudgedSetting[] {
  const questions = TUNING_SETS.flatMap((set) => readSet(known, set));
  const folded = withoutItself(
    ofTest(known, SHIPPED, FULL),
    questions.map(({ question }) => question),
    FOLDS,
  );
  const bare = openTest(known, SHIPPED, BARE);
  return [
    {
      name: `${SHIPPED}, tuning`,
      interview: SHIPPED,
      questions,
      libraryFor: (question) => folded(question) ?? bare,
    },
    { name: `${SHIPPED}, tuning, bare`, interview: SHIPPED, questions, libraryFor: () => bare },
  ];
}

/** What people write to one another in a channel, asked of the bot all the same: none of it is for an interview. */
export function everydaySettings(known: TestKnowledge, set: 'tune' | 'report'): readonly JudgedSetting[] {
  const questions = readSet(known, `everyday.${set}`);
  return [SHIPPED, ...INVENTED].flatMap((interview) =>
    [BARE, FULL].map((beside) => {
      const library = openTest(known, interview, beside);
      const name = `${interview}${beside.lists ? '' : ', bare'}, everyday lines`;
      return { name, interview, questions, libraryFor: () => library };
    }),
  );
}

/** Every so many of the other interviews' questions are enough. */
const CROSS_EVERY = 4;

/** What is asked of an interview although another one answers it. */
export function crossSettings(known: TestKnowledge): readonly JudgedSetting[] {
  return [SHIPPED, ...INVENTED].flatMap((interview) => {
    const questions = INVENTED.filter((other) => other !== interview)
      .flatMap((other) => readSet(known, other))
      .filter(({ source }, at) => source !== null && at % CROSS_EVERY === 0)
      .map((judged) => ({ ...judged, source: null, also: [], must: [] }));
    return [BARE, FULL].map((beside) => {
      const library = openTest(known, interview, beside);
      const name = `${interview}${beside.lists ? '' : ', bare'}, others' questions`;
      return { name, interview, questions, libraryFor: () => library };
    });
  });
}

/** The reported questions about the shipped interview: whole, without its lists, without its lexicon, bare. */
export function reportedSettings(known: TestKnowledge): readonly JudgedSetting[] {
  return [
    reportedSetting(known, FULL),
    reportedSetting(known, { lists: false, lexicon: true }),
    reportedSetting(known, { lists: true, lexicon: false }),
    reportedSetting(known, BARE),
    { ...reportedSetting(known, FULL, REPORTED_SETS.slice(1)), name: `${SHIPPED}, follow-ups` },
  ];
}

export function reportedSetting(
  known: TestKnowledge,
  beside: Beside,
  [set = ''] = REPORTED_SETS,
): JudgedSetting {
  const library = openTest(known, SHIPPED, beside);
  const name = `${SHIPPED}${nameOf(beside)}`;
  return { name, interview: SHIPPED, questions: readSet(known, set), libraryFor: () => library };
}

function nameOf({ lists, lexicon }: Beside): string {
  if (lists !== lexicon) return lists ? ', without lexicon' : ', without lists';
  return lists ? '' : ', bare';
}

/** Each invented interview alone, bare and prepared. */
export function inventedSettings(known: TestKnowledge): readonly JudgedSetting[] {
  return INVENTED.flatMap((interview) =>
    [
      { name: `${interview}, bare`, beside: BARE },
      { name: interview, beside: FULL },
    ].map(({ name, beside }) => {
      const library = openTest(known, interview, beside);
      return { name, interview, questions: readSet(known, interview), libraryFor: () => library };
    }),
  );
}

/** The same questions with all interviews in one folder, the invented ones bare or prepared. */
export function folderSettings(known: TestKnowledge): readonly JudgedSetting[] {
  return [BARE, FULL].flatMap((beside) => {
    const sources = [SHIPPED, ...INVENTED].map((id) => ofTest(known, id, id === SHIPPED ? FULL : beside));
    const library = openLibrary({
      ...(sources[0] ?? ofTest(known, SHIPPED, FULL)),
      interviews: sources.flatMap(({ interviews }) => interviews),
      lexicons: sources.flatMap(({ lexicons }) => lexicons),
      questions: sources.flatMap(({ questions }) => questions),
    });
    const suffix = beside.lists ? '' : ', bare';
    return [
      ...INVENTED.map((interview) => ({ interview, questions: readSet(known, interview) })),
      ...(beside.lists ? [{ interview: SHIPPED, questions: readSet(known, REPORTED_SETS[0] ?? '') }] : []),
    ].map((own) => ({ ...own, name: `${own.interview}${suffix}, in one folder`, libraryFor: () => library }));
  });
}

const opened = new WeakMap<TestKnowledge, Map<string, Library>>();

/** One of them alone: opened once, however many sets are asked of it. */
function openTest(known: TestKnowledge, id: string, beside: Beside): Library {
  const libraries = opened.get(known) ?? new Map<string, Library>();
  opened.set(known, libraries);
  const key = JSON.stringify([id, beside]);
  const library = libraries.get(key) ?? openLibrary(ofTest(known, id, beside));
  libraries.set(key, library);
  return library;
}

function ofTest(known: TestKnowledge, id: string, beside: Beside): LibrarySource {
  const { shipped, invented, dictionary, weights } = known;
  return sourceOf(id === SHIPPED ? shipped : invented, { id, beside, dictionary, weights });
}

/** The judged questions of several places: their file without its ending. */
const SET = 'several-places';

const place = z.union([z.int().positive(), z.enum(['biography', 'introduction'])]);
const placedQuestion = z.strictObject({
  id: z.string(),
  interview: z.string(),
  question: z.string(),
  /** All sections that answer it or a part of it. */
  places: z.array(place).min(1),
});

export interface PlacesFigures {
  /** Questions of several places, and those of them all of whose places were quoted. */
  readonly several: number;
  readonly allShown: number;
  /** Questions of one place, and those of them where a second one was quoted. */
  readonly single: number;
  readonly needless: number;
}

/** Each question is asked of its interview alone, with lists and lexicon. */
export function evaluatePlaces(known: TestKnowledge): PlacesFigures {
  const questions = known
    .read(SET)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [placedQuestion.parse(JSON.parse(line))]));
  const judged = [SHIPPED, ...INVENTED].flatMap((id) => {
    const library = openTest(known, id, FULL);
    return questions
      .filter(({ interview }) => interview === id)
      .map(({ question, places }) => {
        const reply = ask(library, { question });
        const quoted = reply.outcome === 'answer' ? [reply, ...reply.further] : [];
        const shown = quoted.map(({ quotation }) => placeOf(quotation.source));
        return { places, shown };
      });
  });
  const several = judged.filter(({ places }) => places.length > 1);
  const single = judged.filter(({ places }) => places.length === 1);
  return {
    several: several.length,
    allShown: several.filter(({ places, shown }) => places.every((own) => shown.includes(own))).length,
    single: single.length,
    needless: single.filter(({ shown }) => shown.length > 1).length,
  };
}

function placeOf(source: SectionRef): number | string {
  return source.section === 'exchange' ? source.exchange : source.section;
}
