// Who the bot is, whose interviews it answers from and what they are about: a sentence and their titles.
import type { Interview } from '../knowledge/interview.ts';
import { type Locale, wordingFor } from './locale.ts';
import { namesOf, ofWhom, titleLabel } from './present.ts';

export interface Introduced {
  /** The bot's own name. */
  readonly bot: string;
  readonly locale: Locale;
  /** The id of the interview that its channel is for, which is named first. */
  readonly home?: string | undefined;
}

export interface Introduction {
  readonly text: string;
  /** The title, or the titles with whose they are; what is not named is counted. */
  readonly titles: readonly string[];
}

/** Interviews named: what fits a glance. */
const MOST_NAMED = 5;

export function introduce(interviews: readonly Interview[], { bot, locale, home }: Introduced): Introduction {
  const words = wordingFor(locale).discord.guide;
  const reader = { interviews, locale };
  const [only, ...others] = interviews;
  if (only && others.length === 0)
    return { text: words.introduce(bot, namesOf(reader)), titles: [titleLabel(only, locale)] };
  const homeFirst = interviews.toSorted((a, b) => Number(b.id === home) - Number(a.id === home));
  const named = homeFirst.slice(0, MOST_NAMED);
  const more = interviews.length - named.length;
  return {
    text: words.introduceSeveral(bot, interviews.length),
    titles: [
      ...named.map((interview) => ofWhom(titleLabel(interview, locale), interview.id, reader)),
      ...(more > 0 ? [words.more(more)] : []),
    ],
  };
}
