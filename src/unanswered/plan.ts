// Plans the changes that close a gap, as text, and tells whether what is read afterwards differs by just that.
import { type JudgedQuestion, readJudgedQuestions } from '../evaluation/judged-question.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import type { Interview } from '../knowledge/interview.ts';
import { NOT_COVERED } from '../knowledge/member-questions.ts';
import { parseInterview } from '../knowledge/parse.ts';
import type { ExchangeId } from './gaps.ts';

/** A text with one line more. */
export interface NewLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  readonly inserted: string;
}

export type PlannedLine =
  | ({ readonly ok: true } & NewLine)
  | { readonly ok: false; readonly fault: PlanFault };

export type PlanFault = 'unreadable-file' | 'no-such-exchange' | 'already-there' | 'too-long';

/** Characters; a longer question is a story, which nobody asks twice in the same words. */
const LONGEST_WORDING = 300;

export interface NewWording {
  readonly exchange: number;
  /** One line. */
  readonly wording: string;
}

/** An interview's file with one line more, directly below the exchange's heading, in the file's own line ends. */
export function planWording(source: string, { exchange, wording }: NewWording): PlannedLine {
  const parsed = parseInterview(source, '');
  if (!parsed.ok) return { ok: false, fault: 'unreadable-file' };
  const { sections, lines } = parsed.value;
  const index = sections.findIndex((each) => each.kind === 'exchange' && each.number === exchange);
  const section = sections[index];
  const heading = lines[index];
  if (section?.kind !== 'exchange' || heading === undefined) return { ok: false, fault: 'no-such-exchange' };
  if (section.askedAs.includes(wording)) return { ok: false, fault: 'already-there' };
  if (wording.length > LONGEST_WORDING) return { ok: false, fault: 'too-long' };
  const inserted = `- asked as: ${wording}`;
  return { ok: true, text: insertBelow(source, heading, inserted), line: heading + 1, inserted };
}

const ID_PREFIX = 'unanswered-';
const ID_DIGITS = 3;
/** All questions of these files, in the table that `npm run evaluate` prints by kind. */
const KIND = 'unanswered';

export type NewJudgedQuestion = Pick<JudgedQuestion, 'question' | 'language' | 'source' | 'must'>;

export interface PlannedJudgement {
  readonly text: string;
  readonly line: number;
  readonly judged: JudgedQuestion;
}

/** A file of judged questions with one more at its end. Throws where the file is not one, naming the line. */
export function planJudgement(source: string, file: string, made: NewJudgedQuestion): PlannedJudgement {
  const before = readJudgedQuestions(source, file);
  const numbers = before.map(({ id }) => Number(id.startsWith(ID_PREFIX) ? id.slice(ID_PREFIX.length) : 0));
  const next = Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
  const id = ID_PREFIX + String(next).padStart(ID_DIGITS, '0');
  const { question, language, source: section, must } = made;
  const judged = { id, question, language, kind: KIND, source: section, also: [], must };
  const head = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  return { text: `${head}${JSON.stringify(judged)}\n`, line: head.split('\n').length, judged };
}

const LINE_END = /\r\n|\n|\r/;
const REMARK =
  '# What members ask, below the part of the interview that answers it. A line that begins with # is a remark.';

/** The file with one question more, directly below its heading; a file that has none, or is not there, gets the heading. */
export function planNotCovered(source: string | undefined, question: string): NewLine {
  const whole = withHeading(source ?? `${REMARK}\n`);
  const heading = whole.split(LINE_END).findIndex((line) => line.trim() === NOT_COVERED) + 1;
  return { text: insertBelow(whole, heading, question), line: heading + 1, inserted: question };
}

function withHeading(source: string): string {
  if (source.split(LINE_END).some((line) => line.trim() === NOT_COVERED)) return source;
  const end = LINE_END.exec(source)?.[0] ?? '\n';
  return `${source}${source.endsWith(end) ? '' : end}${end}${NOT_COVERED}${end}`;
}

/** In the text's own line ends; `line` is 1-based. */
function insertBelow(source: string, line: number, inserted: string): string {
  const ends = [...source.matchAll(/\r\n|\n|\r/g)];
  const end = ends[line - 1];
  const at = end ? end.index + end[0].length : source.length;
  return `${source.slice(0, at)}${inserted}${end?.[0] ?? '\n'}${source.slice(at)}`;
}

export interface Comparison {
  readonly before: Knowledge;
  readonly after: Knowledge;
  readonly target: ExchangeId;
  readonly wording: string;
}

/** Whether what is read now differs from before by the one wording that was added, and by nothing else. */
export function addsOnlyWording({ before, after, target, wording }: Comparison): boolean {
  const expected = before.interviews.map((interview) =>
    interview.id === target.interview ? withWording(interview, target.exchange, wording) : interview,
  );
  return (
    JSON.stringify(after.interviews) === JSON.stringify(expected) &&
    after.problems.length <= before.problems.length
  );
}

function withWording(interview: Interview, exchange: number, wording: string): Interview {
  const sections = interview.sections.map((section) =>
    section.kind === 'exchange' && section.number === exchange
      ? { ...section, askedAs: [wording, ...section.askedAs] }
      : section,
  );
  return { ...interview, sections };
}

export interface Listing {
  readonly before: Knowledge;
  readonly after: Knowledge;
  readonly interview: string;
  /** New among those that are not covered. */
  readonly question: string;
}

/** Whether it differs by the one question that is listed as not covered, and by nothing else. */
export function listsOnly({ before, after, interview, question }: Listing): boolean {
  const lists = before.questions.some((own) => own.interview === interview)
    ? before.questions
    : [...before.questions, { interview, answered: [], notCovered: [] }];
  const expected = lists.map(({ notCovered, ...own }) => ({
    ...own,
    notCovered: own.interview === interview ? [question, ...notCovered] : notCovered,
  }));
  const sorted = (questions: Knowledge['questions']) =>
    JSON.stringify(questions.toSorted((a, b) => (a.interview < b.interview ? -1 : 1)));
  return (
    JSON.stringify(after.interviews) === JSON.stringify(before.interviews) &&
    sorted(after.questions) === sorted(expected) &&
    after.problems.length <= before.problems.length
  );
}
