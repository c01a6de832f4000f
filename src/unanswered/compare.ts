// Whether what is read now differs from before by the one line that was added, and by nothing else.
import type { Knowledge } from '../knowledge/collection.ts';
import type { Interview } from '../knowledge/interview.ts';
import type { Target } from './gaps.ts';

export interface Comparison {
  readonly before: Knowledge;
  readonly after: Knowledge;
  readonly target: Target;
  readonly wording: string;
}

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
