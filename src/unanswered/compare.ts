// Whether the interviews as they are read now differ from before by one other wording, and by nothing else.
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
