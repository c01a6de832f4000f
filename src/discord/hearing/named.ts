// Which interview a member means by what was typed: its id, a name, a title, in any language that it is printed in.
import type { Interview } from '../../knowledge/interview.ts';
import { fold } from '../../language/fold.ts';

/**
 * Which interview a member means: by its id; else the only one that goes by what was typed or picked from a list, in any
 * language it is printed or translated in; else the only one with that in a name or title.
 */
export function findInterview(interviews: readonly Interview[], typed: string): Interview | undefined {
  const words = lettersOf(typed);
  if (words === '') return undefined;
  const named = interviews.map((interview) => ({
    interview,
    names: [interview.id, ...goesBy(interview)].map(lettersOf),
  }));
  const fits: readonly ((name: string) => boolean)[] = [
    (name) => name === words,
    (name) => name.startsWith(words),
    (name) => name.includes(words),
  ];
  const byId = interviews.find(({ id }) => id === typed.trim());
  const meant = fits
    .map((fit) => named.filter(({ names }) => names.some(fit)))
    .find(({ length }) => length > 0);
  return byId ?? (meant?.length === 1 ? meant[0]?.interview : undefined);
}

/** What is left of a name as people type it, and as a list cuts it: no spaces, marks or ellipses. */
function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Its titles and its interviewee's names, folded. */
export function goesBy({ article, translations }: Interview): readonly string[] {
  const versions = [article, ...translations.map(({ title, article: own }) => ({ ...own, title }))];
  return versions.flatMap(({ title, interviewee }) => [title, interviewee?.name ?? title].map(fold));
}
