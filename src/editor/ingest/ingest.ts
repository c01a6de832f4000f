// A source's bytes -> an interview file and a report: read, find who speaks, tell the sections apart, write. No file is touched.
import type { Key } from '../../knowledge/front-matter.ts';
import { interviewProblems } from '../../knowledge/parse.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import {
  type Block,
  type LeftOut,
  type Paragraph,
  paragraphsOf,
  type Reading,
  type Remark,
} from './block.ts';
import { biographyLabel } from './closing.ts';
import { composeFile, keptRuns, missingKeys, type Report, takeInterviewFile } from './compose.ts';
import type { Dialogue } from './dialogue.ts';
import { besideBiography, readEnding } from './ending.ts';
import { readExchanges } from './exchanges.ts';
import { askersOf, type Header, readHeader } from './header.ts';
import { EDITORS_NOTE, isEditorsNote, type JunkAt, junkOf } from './junk.ts';
import { doubtsOfLeftOut } from './left-out.ts';
import { namesOf } from './person.ts';
import { type Refusal, readSource, type SourceRead } from './read.ts';
import { DROPPED } from './read-page.ts';
import { findIn } from './sift.ts';
import { saysMore, type Values, valuesOf } from './values.ts';

export interface Options {
  /** The source's name: its ending is asked where the content does not tell what it is. */
  readonly name: string;
  /** The name of the file to be, for its problems. */
  readonly file: string;
  /** Values that the editor gives; they go before what is found. */
  readonly values?: Partial<Readonly<Record<Key, string>>>;
}

export type Ingested =
  | {
      readonly ok: true;
      readonly text: string;
      readonly report: Report;
      /** It was an interview file already, and is unchanged. */
      readonly wasFinished: boolean;
    }
  | ({ readonly ok: false; readonly leftOut: readonly LeftOut[] } & Refusal);

/** Never throws for what the bytes are; a file with values to fill in is `ok`, and its report has problems. */
export async function ingest(bytes: Uint8Array, options: Options): Promise<Ingested> {
  const read = await readSource(bytes, options.name);
  if (!read.ok) return { ...read, leftOut: [] };
  if (read.kind === 'interview file') return takeInterviewFile(read, options);
  const { reading } = read;
  const isChinese = isMostlyChinese(reading.blocks);
  const { main, leftOut, found } = findIn(reading, isChinese);
  if (!found.ok)
    return { ...found, what: [...reading.problems.map(inOneLine), found.what].join(' '), leftOut };
  return write(read, { main, leftOut, dialogue: found.dialogue, isChinese }, options);
}

/** What is wrong with the source may be why no interview is found in it. */
function inOneLine({ line, what }: Remark): string {
  return `Line ${line}: ${what}.`;
}

/** Share of Han among the letters above which a text is Chinese. */
const CHINESE = 0.3;
/** Characters that tell it, of each block and of all. */
const SAMPLE = { block: 500, all: 200_000 };

function isMostlyChinese(blocks: readonly Block[]): boolean {
  let sample = '';
  for (const { text } of blocks) {
    sample += text.slice(0, SAMPLE.block);
    if (sample.length > SAMPLE.all) break;
  }
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(/\p{Script=Han}/gu)?.length ?? 0) > letters * CHINESE;
}

interface Understood {
  readonly main: readonly Block[];
  readonly leftOut: readonly LeftOut[];
  readonly dialogue: Dialogue;
  readonly isChinese: boolean;
}

function write(read: SourceRead, understood: Understood, options: Options): Ingested {
  const { reading } = read;
  const { main, dialogue, isChinese } = understood;
  const parts = tellApart(reading, understood);
  const { names, header, biography, introduction, told } = parts;
  const firstLine = main[dialogue.marks[0]?.at ?? 0]?.line ?? 1;
  const { values, hints, unsure } = valuesOf(
    {
      ...{ reading, header, names, biography, isChinese, firstLine },
      askers: dialogue.asker,
      questions: told.exchanges.map(({ question }) => question),
    },
    options.values ?? {},
  );
  const text = composeFile({ values, hints, introduction, exchanges: told.exchanges, biography });
  const problems = [
    ...reading.problems.map(({ line, what }) => `${options.name}:${line}: ${what}.`),
    ...problemsOf(text, options.file, missingKeys(values)),
  ];
  const report: Report = {
    ...{ source: `${read.kind}, ${read.encoding}`, unit: reading.unit, voices: dialogue.how },
    exchanges: told.exchanges.length,
    ...fatesByLine(understood, parts, values),
    unsure: inOrder([
      ...reading.unsure,
      ...dialogue.unsure,
      ...doubtsOfLeftOut(reading.blocks, understood),
      ...parts.unsure,
      ...unsure,
    ]),
    problems,
  };
  return { ok: true, wasFinished: false, text, report };
}

/** What each block is: headline or data, introduction, somebody's turn, biography. */
function tellApart(reading: Reading, { main, dialogue, isChinese }: Understood) {
  const junkAt = junkOf(main, { isChinese, isSpoken: false });
  const names = namesOf(reading, main, dialogue);
  const header = readAbove({ reading, main, names, junkAt }, dialogue);
  const askers = askersOf(dialogue, header.author);
  const told = readExchanges({ blocks: main, marks: dialogue.marks, names, askers, junkAt });
  const isTaken = (index: number) => {
    const above = header.fates.get(index);
    return told.fates.get(index)?.kept === true || (above?.kept === true && above.what !== 'introduction');
  };
  const ending = readEnding({ blocks: main, names, isTaken, end: told.end, junkAt });
  const beside = ending.biography.length > 0 ? undefined : besideBiography(reading, names, isChinese);
  const isFree = ({ at }: Paragraph) => !at.some((index) => ending.fates.get(index)?.kept);
  return {
    ...{ names, told, header, beside, junkAt },
    biography: beside?.biography ?? ending.biography,
    introduction: header.introduction.filter(isFree),
    fates: new Map([...header.fates, ...told.fates, ...ending.fates]),
    unsure: [...told.unsure, ...header.unsure, ...ending.unsure],
  };
}

interface Above {
  readonly reading: Reading;
  readonly main: readonly Block[];
  readonly names: readonly string[];
  readonly junkAt: JunkAt;
}

/** What stands before the first turn; an introduction stands where the turns do, or where the article extractor keeps it. */
function readAbove({ reading, main, names, junkAt }: Above, { marks, welcome }: Dialogue): Header {
  const first = marks[0]?.at ?? 0;
  const blocks = main.slice(0, welcome?.at ?? first);
  const boxes = new Set([
    ...marks.map(({ at }) => main[at]?.box),
    ...blocks.flatMap(({ box, looks }) => (looks.includes(DROPPED) ? [] : [box])),
  ]);
  const isTold = ({ text }: Block) => names.some((name) => text.includes(name));
  const isBiographyOrNote = (index: number) => {
    const block = main[index] as Block;
    const isNote = isEditorsNote(block.text) && !isTold(block);
    return biographyLabel(block, names) !== undefined || (junkAt(index)?.reason === EDITORS_NOTE && !isNote);
  };
  const header = readHeader({
    ...{ blocks, names, headlines: reading.headlines },
    junkAt: (index) => (isBiographyOrNote(index) ? undefined : junkAt(index)?.reason),
    isBeside: (index) => boxes.has(main[index]?.box),
  });
  return welcome === undefined ? header : withWelcome(header, main.slice(0, first), welcome);
}

function withWelcome(
  header: Header,
  blocks: readonly Block[],
  { at, words }: NonNullable<Dialogue['welcome']>,
): Header {
  const own = [...blocks.keys()].slice(at);
  const textOf = (index: number) => blocks[index]?.text.slice(index === at ? words : 0) ?? '';
  const fate = { kept: true, what: 'introduction' };
  return {
    ...header,
    introduction: [...header.introduction, ...paragraphsOf(blocks, own, textOf)],
    fates: new Map([...header.fates, ...own.map((index) => [index, fate] as const)]),
  };
}

function inOrder<T extends { readonly line: number }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => a.line - b.line);
}

/** What `readHeader` calls the lines that it reads values off. */
const OF_DATA = new Set(['byline', 'date and source', 'dateline']);

function fatesByLine(
  { main, leftOut }: Understood,
  { fates, junkAt, beside, told }: ReturnType<typeof tellApart>,
  values: Values,
): Pick<Report, 'kept' | 'leftOut'> {
  const all = main.map(({ line, last, text }, index) => {
    const fate = fates.get(index) ?? { kept: false, what: junkAt(index)?.reason ?? 'outside the interview' };
    return { ...fate, line, ...(last === undefined ? {} : { last }), text };
  });
  const lost = all.filter(({ kept }) => !kept).map(({ kept: _, what, ...own }) => ({ ...own, reason: what }));
  const rests = all
    .filter(({ kept, what, text }) => kept && OF_DATA.has(what) && saysMore(text, values))
    .map(({ line, text }) => ({
      line,
      text,
      reason: 'the rest of a line of which a name or a date is kept',
    }));
  return {
    kept: keptRuns([...all.filter(({ kept }) => kept), ...(beside?.kept ?? [])]),
    leftOut: inOrder([
      ...leftOut.filter(({ line }) => !beside?.lines.has(line)),
      ...lost,
      ...rests,
      ...told.leftOut,
    ]),
  };
}

/** What the validator says of the file; a value to fill in is named once, with how. */
function problemsOf(text: string, file: string, missing: readonly Key[]): readonly string[] {
  const found = interviewProblems(text, file).map(formatProblem);
  const isMissing = (problem: string) => missing.some((key) => problem.includes(`\`${key}\``));
  const lines = text.split('\n');
  const toFill = missing.map((key) => {
    const name = key.split('.').at(-1) ?? key;
    const line = lines.findIndex((each) => each.trim().startsWith(`${name}: # ?`)) + 1;
    return `${file}:${line}: \`${key}\` was not found. Fill it in, or give it with --set ${key}=VALUE.`;
  });
  return [...toFill, ...found.filter((problem) => !isMissing(problem))];
}
