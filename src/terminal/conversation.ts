// One person's questions to a collection: prints each reply, and knows which wording the person reads.
import { ask } from '../answer/ask.ts';
import type { Collection } from '../answer/collection.ts';
import { languageOf } from '../answer/language.ts';
import { type Locale, localeFor, localeOfScript } from '../wording/locale.ts';
import { present } from '../wording/present.ts';
import { explanationTree } from './explanation-tree.ts';
import { toJson } from './json-reply.ts';
import type { Options } from './options.ts';
import { toPlainText } from './plain-reply.ts';

export type Manner = Pick<Options, 'json' | 'explain' | 'top' | 'locale'>;

export interface Question {
  readonly question: string;
  readonly locale?: string;
}

/** The printed reply, without a final line feed. */
export function printedReply(collection: Collection, { question, locale }: Question, manner: Manner): string {
  const reply = ask(collection, { question, top: manner.top });
  const shown = shownLocale(question, locale ?? manner.locale);
  if (manner.json) return JSON.stringify(toJson(reply, shown, manner));
  const text = toPlainText(present(reply, shown));
  return manner.explain ? `${text}\n${explanationTree(reply.reasoning)}` : text;
}

/** The wording for a question: by the locale where one is named, else by the question's script. */
function shownLocale(question: string, locale: string | undefined): Locale {
  if (locale !== undefined) return localeFor(locale);
  return localeOfScript(question, languageOf(question)) ?? 'en-US';
}
