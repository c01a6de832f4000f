// One file's text -> an interview or a translation, or the complete list of what is wrong with it: its sections, and where a
// translation's shape differs from the original's.
import { checkArticle, checkTranslatedArticle, type TranslatedArticle } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Article, Section } from './interview.ts';
import { type Block, readOutline } from './outline.ts';
import type { Problem } from './problem.ts';
import { paragraphRanges, sentenceRanges } from './sentences.ts';
import { isBlank } from './unseen.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface InterviewText {
  readonly article: Article;
  readonly sections: readonly Section[];
  /** 1-based line of each section's heading, by index. */
  readonly lines: readonly number[];
}

export interface TranslationText {
  readonly article: TranslatedArticle;
  readonly sections: readonly Section[];
  /** 1-based line of each section's heading, by index. */
  readonly lines: readonly number[];
}

/** An interview's text; `file` is only used to name it in problems. Never throws. */
export function parseInterview(source: string, file: string): Parsed<InterviewText> {
  return parse(source, file, checkArticle);
}

/** A translation's text; its alignment with the original is checked elsewhere. Never throws. */
export function parseTranslation(source: string, file: string): Parsed<TranslationText> {
  return parse(source, file, checkTranslatedArticle);
}

type Check<A> = (
  matter: ReturnType<typeof readFrontMatter>,
  file: string,
  problems: Problem[],
) => A | undefined;

function parse<A>(
  source: string,
  file: string,
  check: Check<A>,
): Parsed<{ article: A; sections: readonly Section[]; lines: readonly number[] }> {
  const problems: Problem[] = [];
  const parts = readParts({ source, file, check }, problems);
  if (!parts) return { ok: false, problems };
  const { article, blocks } = parts;
  const sections = readSections(blocks, file, problems);
  if (!article || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, value: { article, sections, lines: blocks.map(({ line }) => line) } };
}

/** What is wrong with an interview's text, where nobody asks for its sentences: half the work of `parseInterview`. */
export function interviewProblems(source: string, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const parts = readParts({ source, file, check: checkArticle }, problems);
  if (parts) checkSections(parts.blocks, file, problems);
  return inOrder(problems);
}

interface Source<A> {
  readonly source: string;
  readonly file: string;
  readonly check: Check<A>;
}

function readParts<A>({ source, file, check }: Source<A>, problems: Problem[]) {
  const outline = readOutline(source, file, problems);
  if (!outline) return undefined;
  const matter = readFrontMatter({ file, ...outline.frontMatter }, problems);
  // Without readable YAML every key would be reported missing as well: noise around the one real problem.
  const isUnread = matter.values.size + matter.empty.size === 0 && problems.length > 0;
  return { article: isUnread ? undefined : check(matter, file, problems), blocks: outline.blocks };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.line - b.line);
}

const QUESTION = 'Q:';

/** The sections in the file's order; every misplaced, empty or unknown one is a problem. */
function readSections(blocks: readonly Block[], file: string, problems: Problem[]): readonly Section[] {
  let exchanges = 0;
  return checkSections(blocks, file, problems).map((block) => {
    if (isExchange(block)) exchanges += 1;
    return toSection(block, exchanges);
  });
}

/** The blocks that are sections; what is wrong with the others is a problem each. */
function checkSections(blocks: readonly Block[], file: string, problems: Problem[]): readonly Block[] {
  const fitting: Block[] = [];
  const headings = new Set<string>();
  for (const block of blocks) {
    const fault = faultOf(block, headings);
    if (fault) {
      problems.push({ file, line: block.line, ...fault });
      continue;
    }
    headings.add(block.heading);
    fitting.push(block);
  }
  if (!blocks.some(isExchange)) {
    const mend = 'Add at least one heading `## Q: the question`, a blank line, and the answer.';
    problems.push({ file, line: 1, what: 'There is no question and answer.', mend });
  }
  return fitting;
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

/** Every place where the translation's shape differs from the original's. */
export function checkAlignment(
  translation: TranslationText,
  original: readonly Section[],
  file: string,
): readonly Problem[] {
  const { sections, lines } = translation;
  const length = Math.max(sections.length, original.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const fault = faultBetween(original[index], sections[index]);
    return fault ? [{ file, line: lines[index] ?? lines.at(-1) ?? 1, ...fault }] : [];
  });
}

function faultBetween(original: Section | undefined, own: Section | undefined): Fault | undefined {
  if (!own) return { what: `${nameOf(original)} is not translated.`, mend: 'Add it, in the same order.' };
  if (!original) return { what: `The original has nothing where ${nameOf(own)} stands.`, mend: 'Remove it.' };
  if (own.kind !== original.kind) {
    const what = `${nameOf(own)} stands where the original has ${nameOf(original)}.`;
    return { what, mend: 'Keep the order of the original.' };
  }
  if (own.paragraphs.length !== original.paragraphs.length) {
    const what = `${nameOf(own)} has ${own.paragraphs.length} paragraphs, the original ${original.paragraphs.length}.`;
    return { what, mend: 'Give each paragraph one of its own.' };
  }
  const [ours, theirs] = [sentenceCounts(own), sentenceCounts(original)];
  const at = ours.findIndex((count, index) => count !== theirs[index]);
  if (at === -1) return undefined;
  const what = `${nameOf(own)}, paragraph ${at + 1}, has ${ours[at]} sentences, the original ${theirs[at]}.`;
  return { what, mend: 'Give each sentence one of its own; a semicolon ends one too.' };
}

/** Of each paragraph. */
function sentenceCounts({ paragraphs, sentences }: Section): readonly number[] {
  const counts = paragraphs.map(() => 0);
  for (const { paragraph } of sentences) counts[paragraph] = (counts[paragraph] ?? 0) + 1;
  return counts;
}

function nameOf(section: Section | undefined): string {
  if (!section) return 'A section';
  return section.kind === 'exchange' ? `Question ${section.number}` : `The ${section.kind}`;
}
