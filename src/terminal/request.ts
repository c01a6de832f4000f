// One input line of the JSON protocol -> a question, or what is wrong with the line.
import { jsonIn } from '../knowledge/json.ts';
import { isLocale } from './options.ts';

export type Request =
  | {
      readonly ok: true;
      readonly question: string;
      readonly locale?: string;
      /** The question is a turn of it; left out, it stands alone. */
      readonly conversation?: string;
    }
  | { readonly ok: false; readonly fault: string };

/** A line that starts with `{` is an object; any other is the question itself. */
export function readRequest(line: string): Request {
  if (!line.trimStart().startsWith('{')) return { ok: true, question: line.trim() };
  const value = jsonIn(line);
  if (typeof value !== 'object' || value === null) return { ok: false, fault: 'this is not valid JSON' };
  const question = 'question' in value ? value.question : undefined;
  if (typeof question !== 'string') return { ok: false, fault: '`question` is missing or not a string' };
  const locale = 'locale' in value ? (value.locale ?? undefined) : undefined;
  const conversation = 'conversation' in value ? (value.conversation ?? undefined) : undefined;
  if (!isLocaleOrNone(locale)) {
    return { ok: false, fault: '`locale` is not a language tag such as "zh-TW"' };
  }
  if (conversation !== undefined && typeof conversation !== 'string') {
    return { ok: false, fault: '`conversation` is not a string' };
  }
  return {
    ...{ ok: true, question },
    ...(locale === undefined ? {} : { locale }),
    ...(conversation === undefined ? {} : { conversation }),
  };
}

function isLocaleOrNone(locale: unknown): locale is string | undefined {
  return locale === undefined || (typeof locale === 'string' && isLocale(locale));
}
