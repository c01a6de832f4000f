// Lexicon files: groups of words and phrases that mean the same, one group a line, ` = ` between its members.
import type { Problem } from './problem.ts';
import { contentLines, isBlank, remarkSlip } from './unseen.ts';

/** Words and phrases of any language that mean the same in these interviews. */
export type LexiconGroup = readonly string[];

/** One file's groups: those of an interview, by its id, or (`undefined`) of the whole folder. */
export interface Lexicon {
  readonly interview: string | undefined;
  readonly groups: readonly LexiconGroup[];
}

/** A group as it stands in its file. */
export interface LexiconLine {
  /** 1-based. */
  readonly line: number;
  readonly members: LexiconGroup;
}

const SEPARATOR = /(?<=^|\s)=(?=\s|$)/;
/** Characters; a longer member is a pasted sentence, which no question repeats. */
const LONGEST_MEMBER = 80;

/** The groups of one file; faulty lines are added to `problems` and the others kept. */
export function readLexicon(source: string, file: string, problems: Problem[]): readonly LexiconGroup[] {
  return lexiconLines(source, file, problems).map(({ members }) => members);
}

/** The same, each group with its line. */
export function lexiconLines(source: string, file: string, problems: Problem[]): readonly LexiconLine[] {
  const groups: LexiconLine[] = [];
  for (const { text, line } of contentLines(source)) {
    const members = text.split(SEPARATOR).map((member) => member.trim());
    const fault = remarkSlip(text) ?? faultOf(members);
    if (fault) problems.push({ file, line, ...fault });
    else groups.push({ line, members });
  }
  return groups;
}

function faultOf(members: readonly string[]): Pick<Problem, 'what' | 'mend'> | undefined {
  if (members.length < 2) {
    return { what: 'The group has one member.', mend: 'Write `word = other word`, with spaces around `=`.' };
  }
  if (members.some(isBlank)) {
    return { what: 'A member is empty.', mend: 'Write a word on both sides of each `=`.' };
  }
  const long = members.find((member) => member.length > LONGEST_MEMBER);
  if (long !== undefined) {
    return {
      what: `A member is longer than ${LONGEST_MEMBER} characters.`,
      mend: 'Name the notion shortly.',
    };
  }
  const twice = members.find((member, index) => members.indexOf(member) !== index);
  if (twice !== undefined) return { what: `\`${twice}\` stands twice.`, mend: 'Keep it once.' };
  return undefined;
}
