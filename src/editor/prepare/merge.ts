// New lines into a file as it stands: its own lines, remarks and order stay to the letter; what a program wrote is marked.
import { type Interview, openingOf, type Section } from '../../knowledge/interview.ts';
import { headingsOf, sectionUnder, sentenceMeant } from './parts.ts';
import type { TakenGroup, TakenQuestion } from './take-back.ts';

/** Above a block of lines that nobody has read yet; whoever has read them deletes it. */
export const PROPOSED = '# proposed, not yet read';

export const QUESTIONS_REMARK =
  '# What members ask, below the part of the interview that answers it. `> ` opens the sentence that is asked for.';
const LEXICON_REMARK = '# Words that mean the same here, one group a line.';

/** A file's lines in its own line ends, without the end of the last. */
interface Lines {
  readonly lines: string[];
  readonly end: string;
}

function read(source: string | undefined, remark: string): Lines {
  if (source === undefined || source.trim() === '') return { lines: [remark], end: '\n' };
  const end = /\r\n|\n/.exec(source)?.[0] ?? '\n';
  return { lines: source.replace(/(?:\r\n|\n)$/, '').split(/\r\n|\n/), end };
}

function write({ lines, end }: Lines): string {
  return `${lines.join(end)}${end}`;
}

/** Lines that stand together: below one heading, or below one sentence of it. */
interface Block {
  readonly heading: string;
  readonly sentence: number | undefined;
  readonly questions: readonly string[];
}

/** The list of questions with more of them, each below its part and sentence. */
export function mergeQuestions(
  source: string | undefined,
  questions: readonly TakenQuestion[],
  { interview, isProposed }: { readonly interview: Interview; readonly isProposed: boolean },
): string {
  const file = read(source, QUESTIONS_REMARK);
  for (const block of blocksOf(questions, interview))
    insertBlock(file.lines, block, { interview, isProposed });
  return write(file);
}

/** Part by part and sentence by sentence, as the interview goes. */
function blocksOf(questions: readonly TakenQuestion[], interview: Interview): readonly Block[] {
  return headingsOf(interview).flatMap((heading) => {
    const section = sectionUnder(interview, heading);
    const own = questions.filter((question) => question.heading === heading);
    const openings = (section?.sentences ?? []).map((_, at) =>
      section && openingOf(section, at) ? at : undefined,
    );
    // What asks for a sentence that another one repeats asks for the section.
    const placeOf = ({ sentence }: TakenQuestion) =>
      sentence === undefined ? undefined : openings[sentence];
    return [undefined, ...openings.flatMap((at) => at ?? [])].flatMap((sentence) => {
      const texts = own.filter((question) => placeOf(question) === sentence).map(({ text }) => text);
      return texts.length === 0 ? [] : [{ heading, sentence, questions: texts }];
    });
  });
}

interface Target {
  readonly interview: Interview;
  readonly isProposed: boolean;
}

function insertBlock(lines: string[], block: Block, { interview, isProposed }: Target): void {
  const section = sectionUnder(interview, block.heading);
  const part = partIn(lines, block.heading) ?? addPart(lines, block.heading, headingsOf(interview));
  const stretches = stretchesIn(lines, part, section);
  const own = stretches.find(({ sentence }) => sentence === block.sentence);
  if (own) {
    insertBelow(lines, { ...own, questions: block.questions, isProposed });
    return;
  }
  const before = stretches.filter(({ sentence }) => (sentence ?? -1) < (block.sentence ?? 0)).at(-1);
  const at = before?.end ?? part + 1;
  const opening = section && block.sentence !== undefined ? openingOf(section, block.sentence) : undefined;
  const marked = isProposed ? [PROPOSED, ...block.questions] : block.questions;
  lines.splice(at, 0, `> ${opening}`, ...marked);
}

/** The heading's place; undefined where the file has none. */
function partIn(lines: readonly string[], heading: string): number | undefined {
  const at = lines.findIndex((line) => line.replace(/^\uFEFF/, '').trim() === heading);
  return at === -1 ? undefined : at;
}

/** Before the first part that comes later in the interview, else at the end. */
function addPart(lines: string[], heading: string, order: readonly string[]): number {
  const later = order.slice(order.indexOf(heading) + 1);
  const next = lines.findIndex((line) => later.includes(line.trim()));
  if (next === -1) {
    while (lines.at(-1)?.trim() === '') lines.pop();
    return lines.push('', heading) - 1;
  }
  // The remarks right above a heading belong to it.
  let at = next;
  while (at > 0 && isRemark(lines[at - 1]) && lines.slice(0, at).some((line) => line.startsWith('[')))
    at -= 1;
  lines.splice(at, 0, heading, '');
  return at;
}

function isRemark(line = ''): boolean {
  return line.trim() === '#' || line.trimStart().startsWith('# ');
}

/** The lines below one `> `, or those of a part above the first: `end` is behind the last that says something. */
interface Stretch {
  readonly sentence: number | undefined;
  readonly start: number;
  readonly end: number;
}

function stretchesIn(
  lines: readonly string[],
  part: number,
  section: Section | undefined,
): readonly Stretch[] {
  const stretches: { sentence: number | undefined; start: number; end: number }[] = [
    { sentence: undefined, start: part, end: part + 1 },
  ];
  for (let at = part + 1; at < lines.length && !lines[at]?.trim().startsWith('['); at += 1) {
    const line = lines[at]?.trim() ?? '';
    if (line.startsWith('>')) {
      // Below a line that fits no sentence nothing is added.
      const sentence = (section && sentenceMeant(section, line.slice(1))) ?? Number.NaN;
      stretches.push({ sentence, start: at, end: at + 1 });
      continue;
    }
    const last = stretches.at(-1);
    if (last && line !== '' && (!isRemark(line) || line === PROPOSED)) last.end = at + 1;
  }
  return stretches;
}

interface Insertion extends Stretch {
  readonly questions: readonly string[];
  readonly isProposed: boolean;
}

/** Behind a marked block a person's lines stand apart; the program's go on in it. */
function insertBelow(lines: string[], { start, end, questions, isProposed }: Insertion): void {
  const isMarked = endsMarked(lines.slice(start, end));
  const head = isProposed ? (isMarked ? [] : [PROPOSED]) : isMarked ? [''] : [];
  lines.splice(end, 0, ...head, ...questions);
}

/** A mark counts to the next blank line. */
function endsMarked(lines: readonly string[]): boolean {
  const blank = lines.findLastIndex((line) => line.trim() === '');
  return lines.slice(blank + 1).some((line) => line.trim() === PROPOSED);
}

/** The lexicon with more groups at its end. */
export function mergeGroups(
  source: string | undefined,
  groups: readonly TakenGroup[],
  { isProposed }: { readonly isProposed: boolean },
): string {
  const file = read(source, LEXICON_REMARK);
  while (file.lines.at(-1)?.trim() === '') file.lines.pop();
  insertBelow(file.lines, {
    ...{ sentence: undefined, start: 0, end: file.lines.length, isProposed },
    questions: groups.map(({ text }) => text),
  });
  return write(file);
}
