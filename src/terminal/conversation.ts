// One person's questions to a collection: prints each reply, and knows which wording the person reads.
import { ask } from '../answer/ask.ts';
import type { Collection } from '../answer/collection.ts';
import type { Quotation, Reply } from '../answer/reply.ts';
import { languageOf } from '../language/language.ts';
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
  /** The answer that the question may follow up. */
  readonly earlier?: Quotation | undefined;
}

export interface Printed {
  /** Without a final line feed. */
  readonly text: string;
  /** What was quoted: the next question may follow it up. */
  readonly quotation: Quotation | undefined;
}

export function printReply(collection: Collection, question: Question, manner: Manner): Printed {
  const { locale, earlier } = question;
  const reply = ask(collection, {
    question: question.question,
    top: manner.top,
    ...(earlier ? { earlier } : {}),
  });
  const quotation = reply.outcome === 'answer' ? reply.quotation : undefined;
  return { text: textOf(reply, shownLocale(question.question, locale ?? manner.locale), manner), quotation };
}

function textOf(reply: Reply, locale: Locale, manner: Manner): string {
  if (manner.json) return JSON.stringify(toJson(reply, locale, manner));
  const text = toPlainText(present(reply, locale));
  return manner.explain ? `${text}\n${explanationTree(reply.reasoning)}` : text;
}

/** The wording for a question: by the locale where one is named, else by the question's script. */
function shownLocale(question: string, locale: string | undefined): Locale {
  if (locale !== undefined) return localeFor(locale);
  return localeOfScript(question, languageOf(question)) ?? 'en-US';
}
