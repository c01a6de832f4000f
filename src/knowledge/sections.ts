// Headed blocks -> sections: the introduction, the numbered exchanges, the biography.
import type { Section } from './interview.ts';
import type { Block } from './outline.ts';
import type { Problem } from './problem.ts';
import { paragraphRanges, sentenceRanges } from './sentences.ts';
import { isBlank } from './unseen.ts';

const QUESTION = 'Q:';

/** The sections in the file's order; every misplaced, empty or unknown one is a problem. */
export function readSections(
  blocks: readonly Block[],
  file: string,
  problems: Problem[],
): readonly Section[] {
  const sections: Section[] = [];
  const headings = new Set<string>();
  let exchanges = 0;
  for (const block of blocks) {
    const fault = faultOf(block, headings);
    if (fault) {
      problems.push({ file, line: block.line, ...fault });
      continue;
    }
    if (isExchange(block)) exchanges += 1;
    headings.add(block.heading);
    sections.push(toSection(block, exchanges));
  }
  if (!blocks.some(isExchange)) {
    const mend = 'Add at least one heading `## Q: the question`, a blank line, and the answer.';
    problems.push({ file, line: 1, what: 'There is no question and answer.', mend });
  }
  return sections;
}

type Fault = Pick<Problem, 'what' | 'mend'>;

/** @param earlier the headings above it */
function faultOf(block: Block, earlier: ReadonlySet<string>): Fault | undefined {
  const { heading } = block;
  if (!isExchange(block) && heading !== 'Introduction' && heading !== 'Biography') {
    const mend = 'Use `## Introduction`, `## Q: …` or `## Biography`; a backslash before it makes it text.';
    return { what: `The heading \`## ${heading}\` is not known.`, mend };
  }
  if (isExchange(block) && isBlank(heading.slice(QUESTION.length)))
    return { what: 'The question is empty.', mend: 'Write it after `## Q: `.' };
  if (isBlank(block.text)) {
    return {
      what: `Nothing stands below \`## ${heading}\`.`,
      mend: 'Write its text, or remove the heading.',
    };
  }
  if (isExchange(block)) return undefined;
  if (block.askedAs.length > 0) {
    const mend = 'Move the lines below a `## Q:` heading.';
    return { what: '`asked as` belongs to a question.', mend };
  }
  if (!earlier.has(heading)) return undefined;
  return { what: `There are two sections \`## ${heading}\`.`, mend: 'Join them into one.' };
}

function toSection(block: Block, number: number): Section {
  const { text, askedAs } = block;
  const paragraphs = paragraphRanges(text);
  const body = { text, paragraphs, sentences: sentenceRanges(text, paragraphs) };
  if (block.heading === 'Introduction') return { kind: 'introduction', ...body };
  if (block.heading === 'Biography') return { kind: 'biography', ...body };
  const question = block.heading.slice(QUESTION.length).trim();
  return { kind: 'exchange', number, question, askedAs, ...body };
}

function isExchange({ heading }: Block): boolean {
  return heading.startsWith(QUESTION);
}
