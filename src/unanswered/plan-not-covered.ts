// Plans the line that tells the bot to keep quiet: a question below `[not covered]` in the file of members' questions.
import { NOT_COVERED } from '../knowledge/member-questions.ts';
import { insertBelow, type NewLine } from './insert.ts';

const LINE_END = /\r\n|\n|\r/;
const REMARK =
  '# What members ask, below the part of the interview that answers it. A line that begins with # is a remark.';

/** The file with one question more, directly below its heading; a file that has none, or is not there, gets the heading. */
export function planNotCovered(source: string | undefined, question: string): NewLine {
  const whole = withHeading(source ?? `${REMARK}\n`);
  const heading = whole.split(LINE_END).findIndex((line) => line.trim() === NOT_COVERED) + 1;
  return { text: insertBelow(whole, heading, question), line: heading + 1, inserted: question };
}

function withHeading(source: string): string {
  if (source.split(LINE_END).some((line) => line.trim() === NOT_COVERED)) return source;
  const end = LINE_END.exec(source)?.[0] ?? '\n';
  return `${source}${source.endsWith(end) ? '' : end}${end}${NOT_COVERED}${end}`;
}
