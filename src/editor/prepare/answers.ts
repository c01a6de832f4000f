// The file that keeps an assistant's answers as they come: a second run goes on where the first one broke off.
import type { Interview } from '../../knowledge/interview.ts';
import type { Answered } from './assistant.ts';
import { partOpenedBy } from './parts.ts';
import { titleOf } from './worksheet.ts';

const REMARK = 'What an assistant answered, part by part. Delete this file to ask anew.';
const OPENING = /^<!-- answer to (.+) -->$/gm;

/** An empty file of answers; its first line names the interview, as that of a worksheet does. */
export function noAnswers(interview: Interview): string {
  return `${titleOf(interview)}\n\n${REMARK}\n`;
}

/** Whether a file is one of this interview. */
export function isAnswers(source: string, interview: Interview): boolean {
  return source.startsWith(noAnswers(interview));
}

/** The tasks that were answered. */
export function answeredIn(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(OPENING)].map(([, name]) => name ?? ''));
}

/** The last line of an answer that was cut short may be half a line. An answer without its heading gets it. */
export function withAnswer(
  source: string,
  name: string,
  { text, isCut }: Extract<Answered, { ok: true }>,
): string {
  const whole = isCut ? text.slice(0, Math.max(0, text.lastIndexOf('\n'))) : text;
  // Its own remarks could not be told from ours.
  const own = whole
    .replace(/<think>[\s\S]*?<\/think>/gi, '')
    .replaceAll('<!--', '')
    .replaceAll('-->', '');
  return `${source}\n<!-- answer to ${name} -->\n\n${headed(own.trim(), name)}\n`;
}

/** Words before its first heading are for nobody; without a heading, all is below that of its task. */
function headed(text: string, name: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => partOpenedBy(line) !== undefined);
  if (first === -1) return `## ${name}\n\n${text}`;
  const before = lines.slice(0, first).join('\n').trim();
  return `${before === '' ? '' : `<!-- ${before} -->\n\n`}${lines.slice(first).join('\n')}`;
}
