// The parts of a worksheet and of a list of questions: a section each, what is not covered, words that mean the same.
import { exchangesOf, headingOf, type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';

export const SAME_WORDS = '[same words]';
export const TRANSLATION = '[translation]';

/** The headings of an interview's list of questions, in the interview's order. */
export function headingsOf(interview: Interview): readonly string[] {
  return [...interview.sections.map(headingOf), NOT_COVERED];
}

export function sectionUnder(interview: Interview, heading: string): Section | undefined {
  return interview.sections.find((section) => headingOf(section) === heading);
}

const PART =
  /^\[?\s*(?:(?:question|exchange)\s*(?<number>\d+)|(?<name>introduction|biography|not covered|same words|translation))\s*(?<closed>\]?)/iu;

/**
 * The heading that a line opens a part with: in brackets wherever it stands, without them only as a heading of Markdown.
 * A number that no exchange has is a heading all the same; whoever reads it says so.
 */
export function partOpenedBy(line: string): string | undefined {
  const isHeading = /^\s*(?:#|\*\*|__)/.test(line);
  const text = line.replace(/^[\s#*_]+/, '');
  const match = PART.exec(text)?.groups;
  if (!match || (!isHeading && !(text.startsWith('[') && match['closed'] === ']'))) return undefined;
  return match['number'] === undefined
    ? `[${match['name']?.toLowerCase()}]`
    : `[question ${Number(match['number'])}]`;
}

/** How many exchanges there are is what an editor needs to hear whose heading names none. */
export function knownHeadings(interview: Interview): string {
  return `[question 1] to [question ${exchangesOf(interview).length}], [introduction], [biography], ${NOT_COVERED} or ${SAME_WORDS}`;
}

/**
 * The sentence that a quoted line means: it begins so, or is how the line begins; white space, quotation marks around it and
 * dots behind it do not count. Of sentences that are the same the next one behind `after`. Undefined where none or several fit.
 */
export function sentenceMeant(section: Section, quoted: string, after = -1): number | undefined {
  const wanted = plain(quoted);
  if (wanted === '') return undefined;
  const texts = section.sentences.map((range) => plain(quote(section, range)));
  const placesOf = (fits: (text: string) => boolean) => texts.flatMap((text, at) => (fits(text) ? [at] : []));
  const same = placesOf((text) => text === wanted);
  if (same.length > 0) return same.find((at) => at > after) ?? same[0];
  const begun = placesOf((text) => text.startsWith(wanted));
  const found = begun.length > 0 ? begun : placesOf((text) => text !== '' && wanted.startsWith(text));
  return found.length === 1 ? found[0] : undefined;
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s"“”„«»「『'‘]+|[\s"“”„«»」』'’]+$/gu, '')
    .replace(/\s*(?:…+|\.{3,})$/u, '')
    .trim();
}
