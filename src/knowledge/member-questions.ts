// Files of questions that members ask: `ID.questions.txt` lists them below the part of the interview that answers each.
import { exchangesOf, type Interview, type Section } from './interview.ts';
import type { Problem } from './problem.ts';
import { contentLines, type ListLine, remarkSlip } from './unseen.ts';

export interface MemberQuestions {
  /** The interview's id. */
  readonly interview: string;
  readonly answered: readonly AnsweredQuestion[];
  /** What the interview does not say. */
  readonly notCovered: readonly string[];
}

export interface AnsweredQuestion {
  readonly question: string;
  /** The section that answers it. */
  readonly section: Section;
  /** The sentence of the section that it asks for, by its index; left out where the editor names none. */
  readonly sentence?: number;
}

/** Characters; a longer one is a post, not a question. */
export const LONGEST_QUESTION = 300;
/** The heading of what the interview does not say. */
export const NOT_COVERED = '[not covered]';
const EXCHANGE = /^\[question ([1-9]\d*)\]$/;

/** A heading with the lines below it; the first part has none. */
export interface Part {
  readonly heading: ListLine | undefined;
  readonly lines: readonly ListLine[];
}

/** The parts of a file in its order, whatever their headings name. */
export function partsOf(source: string): readonly Part[] {
  const lines = contentLines(source);
  const starts = lines.flatMap(({ text }, at) => (text.startsWith('[') ? [at] : []));
  const first = { heading: undefined, lines: lines.slice(0, starts[0]) };
  return [
    first,
    ...starts.map((at, number) => ({ heading: lines[at], lines: lines.slice(at + 1, starts[number + 1]) })),
  ];
}

type Fault = Pick<Problem, 'what' | 'mend'>;

/** What a file's headings may name. */
interface Places {
  readonly interview: string;
  readonly exchanges: readonly Section[];
  readonly others: readonly Section[];
}

function placesOf(interview: Interview): Places {
  const others = interview.sections.filter(({ kind }) => kind !== 'exchange');
  return { interview: interview.id, exchanges: exchangesOf(interview), others };
}

/** What a heading names, or why it names nothing. */
function placeOf(heading: string | undefined, places: Places): Section | typeof NOT_COVERED | Fault {
  const { exchanges, others, interview } = places;
  const mend = `Write [question 1] to [question ${exchanges.length}], [introduction], [biography] or ${NOT_COVERED}.`;
  if (heading === undefined) return { what: 'No heading stands above this question.', mend };
  if (heading === NOT_COVERED) return NOT_COVERED;
  const number = EXCHANGE.exec(heading)?.[1];
  const section =
    number === undefined ? others.find(({ kind }) => heading === `[${kind}]`) : exchanges[Number(number) - 1];
  return section ?? { what: `${heading} names no part of ${interview}.md.`, mend };
}

/** The one sentence of a section that begins with these words, or why there is none. */
function sentenceOf(opening: string, section: Section | undefined): number | Fault {
  if (!section) {
    const mend = `Below ${NOT_COVERED} write questions only.`;
    return { what: 'No sentence answers what is not covered.', mend };
  }
  const words = opening.trim();
  const fits = section.sentences.flatMap(({ start }, at) =>
    section.text.startsWith(words, start) && words !== '' ? [at] : [],
  );
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only;
  const what = `${fits.length === 0 ? 'No sentence' : 'More than one sentence'} of this part begins so.`;
  return { what, mend: 'Copy the opening words of one sentence behind `> `, as many as it takes.' };
}

/** A heading in other brackets, in none, or with marks around it. */
const NEARLY_HEADING =
  /^[\s[\](){}【】［］（）〔〕*#:：]*(?:question\s*\d+|introduction|biography|not\s*covered)[\s[\](){}【】［］（）〔〕*#:：]*$/i;

function faultOf(text: string): Fault | undefined {
  const slip = remarkSlip(text);
  if (slip) return slip;
  if (NEARLY_HEADING.test(text)) {
    return {
      what: `\`${text}\` seems meant as a heading.`,
      mend: 'Write it in square brackets: [question 1].',
    };
  }
  if (text.length > LONGEST_QUESTION) {
    return { what: `The question is longer than ${LONGEST_QUESTION} characters.`, mend: 'Ask it shortly.' };
  }
  return undefined;
}

interface Reading {
  readonly file: string;
  readonly problems: Problem[];
}

interface ListedQuestion {
  readonly question: string;
  readonly sentence?: number;
}

/** The questions below one heading, each once, with the sentence that it asks for; the faulty ones are reported. */
function readPart(
  { file, problems }: Reading,
  lines: readonly ListLine[],
  section: Section | undefined,
): readonly ListedQuestion[] {
  let asksFor: { readonly sentence?: number } = {};
  const questions = new Map<string, ListedQuestion>();
  for (const { text, line } of lines) {
    if (OPENING.test(text)) {
      const found = sentenceOf(text.slice(1), section);
      asksFor = typeof found === 'number' ? { sentence: found } : {};
      if (typeof found !== 'number') problems.push({ file, line, ...found });
      continue;
    }
    const fault = faultOf(text);
    if (fault) problems.push({ file, line, ...fault });
    else if (!questions.has(text)) questions.set(text, { question: text, ...asksFor });
  }
  return [...questions.values()];
}

const OPENING = /^[>＞]/;

/** Reports what is wrong with lines of which it is open what they belong to; the others are returned. */
function reportLines({ file, problems }: Reading, lines: readonly ListLine[]): readonly ListLine[] {
  return lines.filter(({ text, line }) => {
    const fault = OPENING.test(text) ? undefined : faultOf(text);
    if (fault) problems.push({ file, line, ...fault });
    return !fault;
  });
}

/** What can be said of a file whose interview was refused: its headings and openings wait for it. */
export function checkQuestionLines(
  { name: file, text }: { readonly name: string; readonly text: string },
  problems: Problem[],
): void {
  for (const { lines } of partsOf(text)) reportLines({ file, problems }, lines);
}

/** The questions of one interview's file; faulty lines are added to `problems` and the others kept. */
export function readMemberQuestions(
  { name: file, text }: { readonly name: string; readonly text: string },
  interview: Interview,
  problems: Problem[],
): MemberQuestions {
  const answered: AnsweredQuestion[] = [];
  const notCovered: string[] = [];
  const places = placesOf(interview);
  const reading = { file, problems };
  for (const { heading, lines } of partsOf(text)) {
    const place = placeOf(heading?.text, places);
    if (heading === undefined && lines.length === 0) continue;
    if (place === NOT_COVERED) {
      for (const { question } of readPart(reading, lines, undefined)) notCovered.push(question);
    } else if ('what' in place) {
      const sound = reportLines(reading, lines);
      const at = heading ?? sound[0];
      if (at) problems.push({ file, line: at.line, ...place });
    } else {
      for (const own of readPart(reading, lines, place)) answered.push({ ...own, section: place });
    }
  }
  return { interview: interview.id, answered, notCovered };
}
