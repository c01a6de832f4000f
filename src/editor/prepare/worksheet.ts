// A worksheet: an interview cut into sentences with a place below each for the ways in which members would ask for it; and a
// filled one in lines with their numbers, in the parts that its headings open.
import { exchangesOf, headingOf, type Interview, quote, type Section } from '../../knowledge/interview.ts';
import { NOT_COVERED } from '../../knowledge/member-questions.ts';
import { sameLanguage } from '../../language/fold.ts';
import { partOpenedBy, SAME_WORDS, TRANSLATION } from './parts.ts';

/** What is asked for: how much of it made three unseen interviews answer 70 % instead of 45 %. */
export interface Size {
  /** Ways of asking for one section. */
  readonly ofSection: (section: Section) => number;
  readonly notCovered: number;
  readonly sameWords: number;
}

/** Ways of asking for a full answer, for each of its sentences, and at least. */
const WAYS = { most: 40, sentence: 5, least: 8 };
/** What an exchange of ten asks for beside: of some 60 lines for a whole interview. */
const AN_EXCHANGE = { notCovered: 6, sameWords: 6 };
const BESIDE = { least: 12, most: 60 };
/** Empty places below a sentence; nobody minds another line, everybody minds a wall of empty ones. */
const PLACES = 2;

export function sizeOf(interview: Interview): Size {
  const exchanges = exchangesOf(interview).length;
  const beside = (each: number) => Math.min(BESIDE.most, Math.max(BESIDE.least, each * exchanges));
  return {
    ofSection: ({ sentences }) => Math.min(WAYS.most, Math.max(WAYS.least, sentences.length * WAYS.sentence)),
    notCovered: beside(AN_EXCHANGE.notCovered),
    sameWords: beside(AN_EXCHANGE.sameWords),
  };
}

/** The language that a quarter of the lines is wanted in, and a translation. */
function otherLanguage({ article }: Interview): { readonly tag: string; readonly name: string } {
  return sameLanguage(article.language, 'zh')
    ? { tag: 'en', name: 'English' }
    : { tag: 'zh-CN', name: 'Chinese' };
}

/** What makes a line worth writing. */
export function adviceFor(interview: Interview): readonly string[] {
  return [
    'Ask as members would who have not read the text: in everyday words that the text does not use.',
    'Use what people and things are called behind their backs (the boss, the clock lady, that firm).',
    'Use an idiom for what the text says soberly.',
    'Mix whole questions, half sentences and two or three keywords; some rude, some with what they get wrong.',
    `Write a quarter of the lines in ${otherLanguage(interview).name}.`,
    'Ask each sentence for what it alone tells; what two sentences tell belongs below the better one.',
    'Do not copy the sentence with a question mark behind it: the bot finds that by itself.',
  ];
}

export const NOT_COVERED_ADVICE =
  'What members would ask and the text does not say: near misses above all (the price, the year, the wife that is not mentioned).';
export const SAME_WORDS_ADVICE =
  'One group a line, `word of the text = what members say = other language`, at most 8 words. Only what nearly always means ' +
  'the same here; no loose synonyms, no question words.';

/** The first line names the interview, so that a sheet is not taken back for another one. */
export function titleOf({ id }: Interview): string {
  return `# Worksheet: ${id}`;
}

export function worksheetOf(interview: Interview): string {
  const size = sizeOf(interview);
  const parts = [
    headOf(interview),
    ...interview.sections.map((section) => sectionPart(section, size)),
    `## ${NOT_COVERED}\n\n<!-- about ${size.notCovered}. ${NOT_COVERED_ADVICE} -->\n\n${places(6)}`,
    `## ${SAME_WORDS}\n\n<!-- about ${size.sameWords}. ${SAME_WORDS_ADVICE} -->\n\n${places(6)}`,
    translationPart(interview),
  ];
  return `${parts.join('\n\n')}\n`;
}

function headOf(interview: Interview): string {
  const { id, article } = interview;
  return [
    titleOf(interview),
    `${article.title} (${article.interviewee.name})`,
    'Below each sentence write the ways in which members would ask for it, one a line behind `- `. As many lines as you ' +
      'like; an empty one is no fault, and an empty sentence neither. Leave the lines that begin with `## [` and `> ` as ' +
      'they are. What asks for a section as a whole goes right below its heading. Ten minutes make a difference.',
    `A translation is another work: who does it writes each sentence into the line \`= \` below it (below the heading that of the ` +
      `question), and fills in ${TRANSLATION} at the end. Without it those lines stay empty.`,
    adviceFor(interview)
      .map((line) => `* ${line}`)
      .join('\n'),
    `Then: \`npm run interview -- prepare ${id} --from ${id}.worksheet.md --by-hand\` (without \`--by-hand\` where an ` +
      'assistant filled it in: its lines are then marked as not yet read).',
  ].join('\n\n');
}

function sectionPart(section: Section, size: Size): string {
  return [
    headingLine(section),
    `<!-- about ${size.ofSection(section)} in all -->\n${section.kind === 'exchange' ? '= \n' : ''}${places(1)}`,
    ...section.sentences.map((range) => `> ${onOneLine(quote(section, range))}\n= \n${places(PLACES)}`),
  ].join('\n\n');
}

/** The part as an assistant gets it: no places, no remarks. */
export function sentencesOf(section: Section): string {
  const sentences = section.sentences.map((range) => `> ${onOneLine(quote(section, range))}`);
  return [headingLine(section), ...sentences].join('\n\n');
}

function headingLine(section: Section): string {
  return `## ${headingOf(section)}${section.kind === 'exchange' ? ` ${section.question}` : ''}`;
}

function places(count: number): string {
  return Array.from({ length: count }, () => '- ').join('\n');
}

function translationPart(interview: Interview): string {
  return [
    `## ${TRANSLATION}`,
    '<!-- only with every line `= ` filled in, one sentence for one sentence; each value behind its colon -->',
    `language: ${otherLanguage(interview).tag}\ntranslator: \ntitle: `,
  ].join('\n\n');
}

/** White space in a row is one space: a line of the sheet is one line. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

export interface SheetLine {
  readonly line: number;
  readonly text: string;
}

export interface Part {
  readonly heading: string;
  readonly lines: readonly SheetLine[];
}

/** Without thoughts, remarks and code fences; the numbers of the lines stay. */
export function linesOf(source: string): readonly SheetLine[] {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/<think>[\s\S]*?<\/think>/gi, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .split('\n')
    .map((text, at) => ({ line: at + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !/^(?:```|~~~)/.test(text) && !/^[[\]{},\s-]*$/.test(text));
}

export function partsOf(lines: readonly SheetLine[]): {
  readonly preface: readonly SheetLine[];
  readonly parts: readonly Part[];
} {
  const parts: { heading: string; lines: SheetLine[] }[] = [];
  const preface: SheetLine[] = [];
  for (const own of lines) {
    const heading = partOpenedBy(own.text);
    if (heading !== undefined) parts.push({ heading, lines: [own] });
    else (parts.at(-1)?.lines ?? preface).push(own);
  }
  return { preface, parts };
}
