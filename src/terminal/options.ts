// What `npm run ask` is asked to do: its command line -> options, and a line of the JSON protocol -> a question; or one message
// that says what is wrong with it.
import { parseArgs } from 'node:util';
import { jsonIn } from '../knowledge/problem.ts';

export interface AskOptions {
  readonly question?: string;
  readonly json: boolean;
  readonly explain: boolean;
  /** Left out: the configured folder. */
  readonly knowledge?: string;
  readonly locale?: string;
  readonly top: number;
}

export type ParsedAsk =
  | { readonly ok: true; readonly options: AskOptions }
  | { readonly ok: false; readonly message: string };

export const USAGE =
  'Usage: npm run --silent ask -- ["question"] [--json] [--knowledge DIR] [--locale TAG] [--top K] [--explain]';

export function parseOptions(argv: readonly string[]): ParsedAsk {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        knowledge: { type: 'string' },
        locale: { type: 'string' },
        top: { type: 'string', default: '0' },
      },
    });
    const fault = faultOf(values);
    if (fault !== undefined) return { ok: false, message: fault };
    const { locale, json, explain, knowledge } = values;
    const question = positionals.length > 0 ? { question: positionals.join(' ') } : {};
    const chosen = {
      ...(locale === undefined ? {} : { locale }),
      ...(knowledge === undefined ? {} : { knowledge }),
    };
    return { ok: true, options: { ...question, ...chosen, json, explain, top: Number(values.top) } };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return { ok: false, message: error.message };
    throw error;
  }
}

function faultOf({ top, locale }: { readonly top: string; readonly locale?: string | undefined }) {
  if (!/^\d{1,4}$/.test(top)) return `--top takes a whole number, not ${JSON.stringify(top)}.`;
  if (locale !== undefined && !isLocale(locale)) return `--locale takes a tag such as zh-TW, not ${locale}.`;
  return undefined;
}

/** Whether a text has the form of a BCP 47 tag. */
function isLocale(tag: string): boolean {
  return /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/.test(tag);
}

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
