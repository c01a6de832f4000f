// Every printed and every listed question of one interview, asked without itself; the listed ones also of what is left when
// lists or lexicon go. The judging is the evaluation's.
import { type Library, openLibrary } from '../../answer/library.ts';
import type { Dictionary } from '../../dictionary/dictionary.ts';
import { BARE, type Beside, FULL, sourceOf, withoutItself } from '../../evaluation/beside.ts';
import { type EvaluatedReply, evaluate } from '../../evaluation/evaluate.ts';
import type { JudgedQuestion } from '../../evaluation/judged-question.ts';
import type { Knowledge } from '../../knowledge/collection.ts';
import { exchangesOf, type Interview, type Section } from '../../knowledge/interview.ts';
import { judgedLine } from '../judged-lines.ts';

export interface Subject {
  readonly interview: Interview;
  readonly knowledge: Knowledge;
  readonly dictionary: Dictionary | undefined;
}

/** One row of figures. */
export interface Row {
  readonly name: string;
  readonly replies: readonly EvaluatedReply[];
}

export interface Measured {
  /** The whole, and what it is without lists or lexicon. */
  readonly rows: readonly Row[];
  /** Those of the lists and the printed ones, without themselves, with all that stands beside the interview. */
  readonly replies: readonly EvaluatedReply[];
  /** Listed questions that are not answered even as they stand. */
  readonly deaf: readonly EvaluatedReply[];
}

/** Libraries that the listed questions are asked of: each lacks every so manieth of them. */
const FOLDS = 10;

const ROWS = {
  printed: 'printed, as they stand',
  untitled: 'printed, without themselves',
  bare: 'listed, bare text',
  lists: 'listed, with lists alone',
  lexicon: 'listed, with lexicon alone',
  full: 'listed, with both',
};

/** `tell` hears of each row before it is asked: a long list takes minutes. */
export function measureInterview(subject: Subject, tell: (text: string) => void): Measured {
  const whole = openLibrary(sourceFor(subject, FULL));
  const printed = printedQuestions(subject.interview);
  const asPrinted = evaluateAll(subject, printed, () => whole);
  const untitled = untitledReplies(subject, printed);
  const listed = listedQuestions(subject);
  const ask = (name: string, beside: Beside) => {
    if (listed.length > 0) tell(`${name}: ${listed.length} questions …`);
    return listedReplies(subject, listed, beside);
  };
  const full = ask(ROWS.full, FULL);
  const failed = full.filter(({ verdict }) => FAILED.includes(verdict)).map(({ judged }) => judged);
  const others: readonly (readonly [string, Beside])[] = [
    [ROWS.bare, BARE],
    [ROWS.lists, { lists: true, lexicon: false }],
    [ROWS.lexicon, { lists: false, lexicon: true }],
  ];
  const rows = others.map(([name, beside]) => ({ name, replies: ask(name, beside) }));
  return {
    rows: [
      { name: ROWS.printed, replies: asPrinted },
      { name: ROWS.untitled, replies: untitled },
      ...(listed.length === 0 ? [] : [...rows, { name: ROWS.full, replies: full }]),
    ],
    replies: [...untitled, ...full],
    deaf: evaluateAll(subject, failed, () => whole).filter(({ verdict }) => FAILED.includes(verdict)),
  };
}

/** Not answered from the right section. */
export const FAILED: readonly EvaluatedReply['verdict'][] = ['wrong', 'suggested', 'missed'];

function sourceFor({ interview: { id }, knowledge, dictionary }: Subject, beside: Beside) {
  return sourceOf(knowledge, { id, beside, dictionary });
}

function evaluateAll(
  { interview: { id } }: Subject,
  questions: readonly JudgedQuestion[],
  libraryFor: (question: string) => Library,
): readonly EvaluatedReply[] {
  return evaluate({ interview: id, questions, libraryFor });
}

/** As printed and as translated. */
function printedQuestions(interview: Interview): readonly JudgedQuestion[] {
  return [interview, ...interview.translations].flatMap((own, at) =>
    exchangesOf(own).map(({ question, number }) => ({
      ...judgedLine(
        { question, section: exchangesOf(interview)[number - 1] },
        { id: `${number}.${at}`, kind: 'printed' },
      ),
    })),
  );
}

function listedQuestions({ interview: { id }, knowledge }: Subject): readonly JudgedQuestion[] {
  const lists = knowledge.questions.filter(({ interview }) => interview === id);
  const lines = lists.flatMap(({ answered, notCovered }) => [
    ...answered,
    ...notCovered.map((question) => ({ question })),
  ]);
  return lines.map((line, at) => judgedLine(line, { id: String(at + 1), kind: 'listed' }));
}

function listedReplies(
  subject: Subject,
  questions: readonly JudgedQuestion[],
  beside: Beside,
): readonly EvaluatedReply[] {
  if (questions.length === 0) return [];
  const source = sourceFor(subject, beside);
  const whole = openLibrary(source);
  if (!beside.lists) return evaluateAll(subject, questions, () => whole);
  const folded = withoutItself(
    source,
    questions.map(({ question }) => question),
    FOLDS,
  );
  return evaluateAll(subject, questions, (question) => folded(question) ?? whole);
}

/** Each exchange's questions are asked of a library in which it has none: only its answer, its lists and the lexicon find it. */
function untitledReplies(subject: Subject, printed: readonly JudgedQuestion[]): readonly EvaluatedReply[] {
  return exchangesOf(subject.interview).flatMap((exchange) => {
    const own = printed.filter(({ source }) => source === exchange.number);
    const library = openLibrary(sourceFor(withoutTitle(subject, exchange.number), FULL));
    return evaluateAll(subject, own, () => library);
  });
}

function withoutTitle(subject: Subject, number: number): Subject {
  const { interview, knowledge } = subject;
  const untitled = <Of extends Section>(section: Of): Of =>
    section.kind === 'exchange' && section.number === number
      ? { ...section, question: '', askedAs: [] }
      : section;
  const sections = new Map(interview.sections.map((section) => [section, untitled(section)] as const));
  const own: Interview = {
    ...interview,
    sections: [...sections.values()],
    translations: interview.translations.map((each) => ({ ...each, sections: each.sections.map(untitled) })),
  };
  // A list belongs to the very section that it names.
  const questions = knowledge.questions.map((lists) => ({
    ...lists,
    answered: lists.answered.map((line) => ({
      ...line,
      section: sections.get(line.section) ?? line.section,
    })),
  }));
  return { ...subject, interview: own, knowledge: { ...knowledge, interviews: [own], questions } };
}
