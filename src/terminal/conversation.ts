// Each question's reply as it is printed, in the wording that the person reads.
import { ask } from '../answer/ask.ts';
import type { Library } from '../answer/library.ts';
import type { Quotation, Reply } from '../answer/reply.ts';
import { languageOf } from '../language/language.ts';
import type { Reader } from '../wording/interview-labels.ts';
import { type Locale, localeFor, localeOfScript } from '../wording/locale.ts';
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

export function printReply(library: Library, asked: Question, manner: Manner): Printed {
  const { question, locale, earlier } = asked;
  const reply = ask(library, { question, top: manner.top, earlier });
  const reader = { interviews: library.interviews, locale: shownLocale(question, locale ?? manner.locale) };
  const quotation = reply.outcome === 'answer' ? reply.quotation : undefined;
  return { text: textOf(reply, reader, manner), quotation };
}

function textOf(reply: Reply, reader: Reader, manner: Manner): string {
  if (manner.json) return JSON.stringify(toJson(reply, reader.locale, manner));
  const text = toPlainText(reply, reader);
  return manner.explain ? `${text}\n${explanationTree(reply)}` : text;
}

/** The wording for a question: by the locale where one is named, else by the question's script. */
function shownLocale(question: string, locale: string | undefined): Locale {
  if (locale !== undefined) return localeFor(locale);
  return localeOfScript(question, languageOf(question)) ?? 'en-US';
}
