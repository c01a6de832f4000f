// Which interview a member means by what was chosen or typed for it.
import type { Interview } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';

/** By its id; else the only one with that title or interviewee, in any language it is printed or translated in. */
export function findInterview(interviews: readonly Interview[], typed: string): Interview | undefined {
  const chosen = interviews.find(({ id }) => id === typed);
  const [only, ...others] = interviews.filter((interview) => goesBy(interview).includes(fold(typed).trim()));
  return chosen ?? (others.length === 0 ? only : undefined);
}

/** Its titles and its interviewee's names, folded. */
export function goesBy({ article, translations }: Interview): readonly string[] {
  const versions = [article, ...translations.map(({ title, article: own }) => ({ ...own, title }))];
  return versions.flatMap(({ title, interviewee }) => [title, interviewee?.name ?? title].map(fold));
}
