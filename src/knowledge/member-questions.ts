// Files of questions that members ask: `ID.questions.txt` lists them below the part of the interview that answers each.
import { exchangesOf, type Interview, type Section } from './interview.ts';
import type { Problem } from './problem.ts';

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
const LONGEST_QUESTION = 300;
/** The heading of what the interview does not say. */
export const NOT_COVERED = '[not covered]';
const EXCHANGE = /^\[question ([1-9]\d*)\]$/;

interface Line {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** A heading with the questions below it; the first has none. */
interface Block {
  readonly heading: Line | undefined;
  readonly questions: readonly Line[];
}

function linesOf(source: string): readonly Line[] {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && text !== '#' && !text.startsWith('# '));
}

function blocksOf(lines: readonly Line[]): readonly Block[] {
  const starts = lines.flatMap(({ text }, at) => (text.startsWith('[') ? [at] : []));
  const first = { heading: undefined, questions: lines.slice(0, starts[0]) };
  return [
    first,
    ...starts.map((at, number) => ({
      heading: lines[at],
      questions: lines.slice(at + 1, starts[number + 1]),
    })),
  ];
}

type Fault = Pick<Problem, 'what' | 'mend'>;

/** What a heading names, or why it names nothing. */
function placeOf(heading: string | undefined, interview: Interview): Section | typeof NOT_COVERED | Fault {
  const exchanges = exchangesOf(interview);
  const mend = `Write [question 1] to [question ${exchanges.length}], [introduction], [biography] or ${NOT_COVERED}.`;
  if (heading === undefined) return { what: 'No heading stands above this question.', mend };
  if (heading === NOT_COVERED) return NOT_COVERED;
  const number = EXCHANGE.exec(heading)?.[1];
  const section =
    number === undefined
      ? interview.sections.find(({ kind }) => kind !== 'exchange' && heading === `[${kind}]`)
      : exchanges[Number(number) - 1];
  return section ?? { what: `${heading} names no part of ${interview.id}.md.`, mend };
}

/** The one sentence of a section that begins with these words, or why there is none. */
function sentenceOf(opening: string, section: Section): number | Fault {
  const words = opening.trim();
  const fits = section.sentences.flatMap(({ start }, at) =>
    section.text.startsWith(words, start) && words !== '' ? [at] : [],
  );
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only;
  const what = `${fits.length === 0 ? 'No sentence' : 'More than one sentence'} of this part begins so.`;
  return { what, mend: 'Copy the opening words of one sentence behind `> `, as many as it takes.' };
}

function faultOf({ text }: Line, firstLine: number | undefined): Fault | undefined {
  if (text.startsWith('#')) {
    return {
      what: 'A line that begins with # is neither a question nor a remark.',
      mend: 'Write `# ` before a remark.',
    };
  }
  if (text.length > LONGEST_QUESTION) {
    return { what: `The question is longer than ${LONGEST_QUESTION} characters.`, mend: 'Ask it shortly.' };
  }
  if (firstLine === undefined) return undefined;
  return {
    what: `The question stands in line ${firstLine} already.`,
    mend: 'Keep it where it is answered best.',
  };
}

interface Reading {
  readonly file: string;
  readonly problems: Problem[];
  /** The line in which each question was met. */
  readonly known: Map<string, number>;
}

/** The questions below one heading, each with the sentence that it asks for; the faulty ones are reported. */
function readBlock(
  { file, problems, known }: Reading,
  lines: readonly Line[],
  section: Section | undefined,
): readonly { readonly question: string; readonly sentence?: number }[] {
  let asksFor: { readonly sentence?: number } = {};
  return lines.flatMap((line) => {
    if (section && line.text.startsWith('>')) {
      const found = sentenceOf(line.text.slice(1), section);
      asksFor = typeof found === 'number' ? { sentence: found } : {};
      if (typeof found !== 'number') problems.push({ file, line: line.line, ...found });
      return [];
    }
    const fault = faultOf(line, known.get(line.text));
    if (fault) {
      problems.push({ file, line: line.line, ...fault });
      return [];
    }
    known.set(line.text, line.line);
    return [{ question: line.text, ...asksFor }];
  });
}

/** The questions of one interview's file; faulty lines are added to `problems` and the others kept. */
export function readMemberQuestions(
  { name: file, text }: { readonly name: string; readonly text: string },
  interview: Interview,
  problems: Problem[],
): MemberQuestions {
  const answered: AnsweredQuestion[] = [];
  const notCovered: string[] = [];
  const reading = { file, problems, known: new Map<string, number>() };
  for (const { heading, questions } of blocksOf(linesOf(text))) {
    const place = placeOf(heading?.text, interview);
    const headingLine = heading ?? questions[0];
    if (headingLine === undefined) continue;
    if (place === NOT_COVERED) {
      notCovered.push(...readBlock(reading, questions, undefined).map(({ question }) => question));
    } else if ('what' in place) {
      problems.push({ file, line: headingLine.line, ...place });
    } else {
      answered.push(...readBlock(reading, questions, place).map((own) => ({ ...own, section: place })));
    }
  }
  return { interview: interview.id, answered, notCovered };
}
