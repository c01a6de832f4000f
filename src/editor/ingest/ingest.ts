// A source's bytes -> an interview file and a report: read, find who speaks, tell the sections apart, write. No file is touched.
import type { Key } from '../../knowledge/front-matter.ts';
import { interviewProblems } from '../../knowledge/parse.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { biographyLabel, nameOpening } from './biography.ts';
import type { Block, LeftOut, Reading, Remark } from './block.ts';
import { composeFile, missingKeys } from './compose.ts';
import type { Dialogue } from './dialogue.ts';
import { readEnding } from './ending.ts';
import { readExchanges } from './exchanges.ts';
import { type Fate, readHeader } from './header.ts';
import { EDITORS_NOTE, type JunkAt, junkOf } from './junk.ts';
import { takeInterviewFile } from './own-file.ts';
import type { Paragraph } from './paragraphs.ts';
import { fullName, personNames } from './person.ts';
import { type Refusal, readSource, type SourceRead } from './read.ts';
import { DROPPED } from './read-page.ts';
import { keptRuns, type Report } from './report.ts';
import { findIn } from './sift.ts';
import { valuesOf } from './values.ts';

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
  const junkAt = junkOf(main, { isChinese, isSpoken: false });
  const spoken = personNames(dialogue.answerer);
  const names = spoken.length > 0 ? fullNames(spoken, main, dialogue) : namesTold(reading, main, dialogue);
  const told = readExchanges({ blocks: main, marks: dialogue.marks, names, junkAt });
  const first = dialogue.marks[0]?.at ?? 0;
  const boxes = new Set([
    ...dialogue.marks.map(({ at }) => main[at]?.box),
    ...main.slice(0, first).flatMap(({ box, looks }) => (looks.includes(DROPPED) ? [] : [box])),
  ]);
  const isBiographyOrNote = (index: number) =>
    biographyLabel(main[index] as Block, names) !== undefined || junkAt(index)?.reason === EDITORS_NOTE;
  const header = readHeader({
    blocks: main.slice(0, first),
    headlines: reading.headlines,
    names,
    junkAt: (index) => (isBiographyOrNote(index) ? undefined : junkAt(index)?.reason),
    isBeside: (index) => boxes.has(main[index]?.box),
  });
  const taken = (fates: ReadonlyMap<number, Fate>) => (index: number) => fates.get(index)?.kept === true;
  const isTaken = (index: number) =>
    taken(told.fates)(index) ||
    (taken(header.fates)(index) && header.fates.get(index)?.what !== 'introduction');
  const ending = readEnding({ blocks: main, names, isTaken, end: told.end, junkAt });
  const beside = ending.biography.length > 0 ? undefined : besideBiography(reading, names, isChinese);
  const biography = beside?.biography ?? ending.biography;
  const introduction = header.introduction.filter(
    ({ at }) => !at.some((index) => ending.fates.get(index)?.kept),
  );
  const fates = new Map([...header.fates, ...told.fates, ...ending.fates]);
  const { values, hints, unsure } = valuesOf(
    { reading, header, names, biography, isChinese, firstLine: main[first]?.line ?? 1 },
    options.values ?? {},
  );
  const text = composeFile({ values, hints, introduction, exchanges: told.exchanges, biography });
  const lines = fatesByLine(main, fates, junkAt);
  return {
    ok: true,
    wasFinished: false,
    text,
    report: {
      source: `${read.kind}, ${read.encoding}`,
      unit: reading.unit,
      voices: dialogue.how,
      exchanges: told.exchanges.length,
      kept: keptRuns([...lines.kept, ...(beside?.kept ?? [])]),
      leftOut: [
        ...understood.leftOut.filter(({ line }) => !beside?.lines.has(line)),
        ...lines.leftOut,
        ...told.leftOut,
      ].toSorted((a, b) => a.line - b.line),
      unsure: [
        ...reading.unsure,
        ...dialogue.unsure,
        ...told.unsure,
        ...header.unsure,
        ...ending.unsure,
        ...unsure,
      ].toSorted((a, b) => a.line - b.line),
      problems: [
        ...reading.problems.map(({ line, what }) => `${options.name}:${line}: ${what}.`),
        ...problemsOf(text, options.file, missingKeys(values)),
      ],
    },
  };
}

/** With the full name where the labels have the surname only. */
function fullNames(
  spoken: readonly string[],
  main: readonly Block[],
  { marks }: Dialogue,
): readonly string[] {
  const around = [...main.slice(0, marks[0]?.at ?? 0), ...main.slice(marks.at(-1)?.at ?? 0)];
  const full = fullName(spoken, around.map(({ text }) => text).join('\n'), '');
  return full === undefined || spoken.includes(full) ? spoken : [full, ...spoken];
}

/** Where no label is a name: whom the end tells of by a heading, or by the first words, if the lines above name them, too. */
function namesTold(reading: Reading, main: readonly Block[], { marks }: Dialogue): readonly string[] {
  const headed = reading.blocks.flatMap(({ text }, at) => {
    const [, name] = /^About ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})$/u.exec(text) ?? [];
    return name !== undefined && reading.blocks[at + 1]?.text.includes(name) ? [name] : [];
  });
  if (headed.length > 0) return headed;
  const above = main
    .slice(0, marks[0]?.at ?? 0)
    .map(({ text }) => text)
    .join('\n');
  const behind = main.slice(marks.at(-1)?.at ?? 0);
  const name = behind
    .map(({ text }) => nameOpening(text))
    .find((each) => each !== undefined && above.includes(each));
  return name === undefined ? [] : [name];
}

interface Beside {
  readonly biography: readonly Paragraph[];
  readonly lines: ReadonlySet<number>;
  readonly kept: readonly { readonly line: number; readonly what: string }[];
}

/** A biography with a label may stand in a box beside the article. */
function besideBiography(reading: Reading, names: readonly string[], isChinese: boolean): Beside | undefined {
  const blocks = reading.blocks.filter(({ aside }) => aside !== undefined && aside !== 'hidden on the page');
  const junkAt = junkOf(blocks, { isChinese, isSpoken: false });
  const { biography, fates } = readEnding({
    blocks,
    names,
    isTaken: () => false,
    end: blocks.length,
    junkAt,
  });
  if (biography.length === 0) return undefined;
  const own = blocks.filter((_, index) => fates.get(index)?.kept);
  return {
    biography,
    lines: new Set(own.map(({ line }) => line)),
    kept: own.map(({ line }) => ({ line, what: 'biography' })),
  };
}

function fatesByLine(main: readonly Block[], fates: ReadonlyMap<number, Fate>, junkAt: JunkAt) {
  const all = main.map((block, index) => {
    const fate = fates.get(index) ?? { kept: false, what: junkAt(index)?.reason ?? 'outside the interview' };
    return { ...fate, line: block.line, text: block.text };
  });
  return {
    kept: all.filter(({ kept }) => kept).map(({ line, what }) => ({ line, what })),
    leftOut: all.filter(({ kept }) => !kept).map(({ line, text, what }) => ({ line, text, reason: what })),
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
