// One input line of the JSON protocol -> a question, or what is wrong with the line.
import { isLocale } from './options.ts';

export type Request =
  | { readonly ok: true; readonly question: string; readonly locale?: string }
  | { readonly ok: false; readonly fault: string };

/** A line that starts with `{` is an object; any other is the question itself. */
export function readRequest(line: string): Request {
  if (!line.trimStart().startsWith('{')) return { ok: true, question: line.trim() };
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null) return { ok: false, fault: 'this is not valid JSON' };
  const question = 'question' in value ? value.question : undefined;
  if (typeof question !== 'string') return { ok: false, fault: '`question` is missing or not a string' };
  const locale = 'locale' in value ? value.locale : undefined;
  if (locale === undefined || locale === null) return { ok: true, question };
  if (typeof locale !== 'string' || !isLocale(locale)) {
    return { ok: false, fault: '`locale` is not a language tag such as "zh-TW"' };
  }
  return { ok: true, question, locale };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
