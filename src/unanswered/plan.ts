// Plans the two changes that close a gap, as text: the `asked as` line and the judged question that holds it to account.
import { type JudgedQuestion, readJudgedQuestions } from '../evaluation/judged-question.ts';
import { parseInterview } from '../knowledge/parse.ts';
import { insertBelow, type NewLine } from './insert.ts';

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
