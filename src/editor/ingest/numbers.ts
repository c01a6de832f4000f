// The numbers that layout counts with: before the questions of a publication, where they count them in order; and at the heads of pages.
import type { LeftOut } from './block.ts';
import type { ExchangeFound } from './exchanges.ts';

const CHINESE = '一二三四五六七八九十';
const NUMBER = `(\\d{1,2}|[${CHINESE}]{1,3}|[①-⑳]|[❶-❿]|[IVX]{1,5}(?=[.、)]))`;
/** `1.`, `1、`, `(1)`, `①`, `一、`, `Q1:`, `第一问：`, `#1`, `01 `; behind digits no digits, which would be a decimal. */
const FORMS = [
  `(?:Q|Question|No\\.|#|问题?|問題?)\\s?${NUMBER}\\s*[.．、:：)）|｜—–-]?\\s*`,
  `第${NUMBER}[问問题題个個](?:问题|問題)?\\s*[.．、:：]?\\s*`,
  `[（(【[〔]\\s?${NUMBER}\\s?[）)】\\]〕]\\s*`,
  `${NUMBER}\\s*(?:[.．](?!\\d)|[、:：)）|｜/])\\s*`,
  '([①-⑳]|[❶-❿])\\s*',
  '(\\d{1,2})\\s+(?=\\D)',
  '(0\\d)(?:\\s+|(?=\\D))',
].map((form) => new RegExp(`^${form}`, 'iu'));

/** Share of the questions that must have a number: one that asks back may have none. */
const NEARLY_ALL = 0.6;
const FEWEST = 3;

interface Numbered {
  readonly number: number;
  /** UTF-16 units of all that counts. */
  readonly length: number;
}

/** The questions without their numbers, which count from 1 in steps of 1; unchanged where they do not. */
export function withoutNumbers(exchanges: readonly ExchangeFound[]): {
  readonly exchanges: readonly ExchangeFound[];
  readonly leftOut: readonly LeftOut[];
} {
  for (const form of FORMS) {
    const all = exchanges.map(({ question }) => numberIn(question, form));
    if (countUp(all))
      return { exchanges: exchanges.map((own, at) => cut(own, all[at])), leftOut: told(exchanges, all) };
  }
  return { exchanges, leftOut: [] };
}

function numberIn(question: string, form: RegExp): Numbered | undefined {
  const [whole, printed] = form.exec(question) ?? [];
  if (whole === undefined || printed === undefined || whole.length >= question.length) return undefined;
  return { number: valueIn(printed), length: whole.length };
}

function countUp(all: readonly (Numbered | undefined)[]): boolean {
  const numbers = all.flatMap((own) => own?.number ?? []);
  const isEnough = numbers.length >= FEWEST && numbers.length >= all.length * NEARLY_ALL;
  return isEnough && numbers.every((number, at) => number === at + 1);
}

function cut(exchange: ExchangeFound, found: Numbered | undefined): ExchangeFound {
  return found ? { ...exchange, question: exchange.question.slice(found.length) } : exchange;
}

function told(
  exchanges: readonly ExchangeFound[],
  all: readonly (Numbered | undefined)[],
): readonly LeftOut[] {
  return exchanges.flatMap(({ line, question }, at) => {
    const text = question.slice(0, all[at]?.length ?? 0).trim();
    return text === '' ? [] : [{ line, text, reason: 'the number of a question' }];
  });
}

/** NaN for what is no number. */
function valueIn(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  const code = printed.codePointAt(0) ?? 0;
  if (/^[①-⑳]$/.test(printed)) return code - 0x245f;
  if (/^[❶-❿]$/u.test(printed)) return code - 0x2775;
  return /^[IVX]/i.test(printed) ? romanValue(printed.toUpperCase()) : chineseValue(printed);
}

function chineseValue(printed: string): number {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const digit = (text = '') => (text === '' ? 0 : CHINESE.indexOf(text) + 1);
  return printed.includes('十') ? (digit(tens) || 1) * 10 + digit(ones) : digit(ones);
}

const ROMAN = { I: 1, V: 5, X: 10 } as const;

function romanValue(printed: string): number {
  const values = Array.from(printed, (letter) => ROMAN[letter as keyof typeof ROMAN] ?? Number.NaN);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const ALONE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:part|no|q(?:uestion)?|chapter|问题?|問題?|第)[.\\s]*)?(?:\\d{1,2}|[${CHINESE}]{1,3}|[①-⑳❶-❿]|[IVX]{1,5})[问問题題]?[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** `01`, `— 2 —`, `PART 3`, `Q4`, `第五问`, `一`: a number that stands alone above a question. */
export function isNumberAlone(text: string): boolean {
  return ALONE.test(text);
}

/** By at least one, and by no more than `step`. */
export function areRising(numbers: readonly number[], step: number): boolean {
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? number));
  return steps.every((own) => own > 0 && own <= step);
}

/** Lines of a page; and the share by which pages differ. */
const FEWEST_LINES = 5;
const SAME_LENGTH = 0.2;

/** Whether lines are as far from one another as the heads of pages are. */
export function arePages(lines: readonly number[]): boolean {
  const gaps = lines.slice(1).map((at, index) => at - (lines[index] ?? at));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  return gaps.length > 1 && least > FEWEST_LINES && most - least <= least * SAME_LENGTH;
}
