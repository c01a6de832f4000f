// A question of a member's becomes one harmless line of a list, or the reason why it cannot: what is read afterwards differs by that
// line and by nothing else.
import type { LibrarySource } from '../../answer/library.ts';
import { findSection } from '../../answer/quotation.ts';
import type { Interview } from '../../knowledge/interview.ts';
import {
  LONGEST_QUESTION,
  type MemberQuestions,
  readMemberQuestions,
} from '../../knowledge/member-questions.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { ListingRefusal, NewQuestion } from '../../wording/listing.ts';
import type { ListLine } from '../judged-lines.ts';
import { type Placed, placeQuestion } from './placement.ts';

/** What would open a heading, a remark, a sentence or a list item at the beginning of a line. */
const STRUCTURE = /^[\s[#＃>＞%*-]+/u;

/** One line of visible text that is nothing but a question. */
export function harmless(question: string): string {
  return question
    .replace(/[\s\u0085\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(STRUCTURE, '')
    .trim();
}

export interface Planned {
  readonly placed: Placed;
  readonly interview: Interview;
  /** As they are; undefined where the interview has none. */
  readonly lists: MemberQuestions | undefined;
  readonly next: MemberQuestions;
  readonly added: NewQuestion;
}

/** The list with the question in it, as text and as it will be read; or why it cannot stand there. */
export function planLine(
  { interviews, questions }: LibrarySource,
  before: string | undefined,
  added: NewQuestion,
): Planned | ListingRefusal {
  const { question, sentence } = added;
  const interview = interviews.find(({ id }) => id === added.interview);
  const section = interview && added.section && findSection(interview, added.section);
  if (!interview || (added.section && !section)) return 'no-place';
  if (sentence !== undefined && !section?.sentences[sentence]) return 'no-place';
  if (question.length > LONGEST_QUESTION) return 'too-long';
  const lists = questions.find((own) => own.interview === interview.id);
  if (linesIn(lists).some((line) => line.question === question)) return 'already-there';
  const placed = placeQuestion(before, question, { section, sentence });
  const problems: Problem[] = [];
  const name = `${interview.id}.questions.txt`;
  const next = readMemberQuestions({ name, text: placed.text }, interview, problems);
  const isOnly = addsOnly(lists, next, { question, ...(section ? { section } : {}) });
  return problems.length === 0 && isOnly ? { placed, interview, lists, next, added } : 'no-question';
}

export function linesIn(lists: MemberQuestions | undefined): readonly ListLine[] {
  return lists ? [...lists.answered, ...lists.notCovered.map((question) => ({ question }))] : [];
}

/** Whether the lists differ by the one question, in its part, and by nothing else. */
function addsOnly(lists: MemberQuestions | undefined, next: MemberQuestions, line: ListLine): boolean {
  const isAdded = (own: ListLine) => own.question === line.question && own.section === line.section;
  const others = linesIn(next).filter((own) => !isAdded(own));
  const before = linesIn(lists);
  return (
    linesIn(next).length === before.length + 1 &&
    others.length === before.length &&
    others.every((own, at) => {
      const old = before[at];
      return (
        old && own.question === old.question && own.section === old.section && own.sentence === old.sentence
      );
    })
  );
}
