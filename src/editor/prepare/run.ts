// The program `interview prepare`: writes a worksheet, takes one back, or has an assistant fill it in. Returns the exit status.
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Dictionary } from '../../dictionary/dictionary.ts';
import type { Knowledge } from '../../knowledge/collection.ts';
import type { Interview } from '../../knowledge/interview.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { askForLists } from './ask.ts';
import { keyFault } from './assistant.ts';
import { type Change, type EditorFiles, writeAll } from './files.ts';
import { type Options, parseOptions, USAGE, type Work } from './options.ts';
import { planLists } from './plan.ts';
import { apartSheet, needsPerson, type Outcome, outcomeJson, outcomeText, problemLines } from './report.ts';
import { takeBack } from './take-back.ts';
import { type Translated, translate } from './translation.ts';
import { worksheetOf } from './worksheet.ts';

export interface PrepareProgram {
  /** Behind `prepare`. */
  readonly argv: readonly string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** The configured folder. */
  readonly knowledge: string;
  /** Of VERBATIM_ASSISTANT_KEY; undefined where it is not set. */
  readonly assistantKey: string | undefined;
  readonly files: EditorFiles;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary | undefined>;
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** 0; 1 where something is left for a person to see to; 2 for a bad command line. */
export async function runPrepare(program: PrepareProgram): Promise<0 | 1 | 2> {
  if (program.argv.includes('--help')) {
    program.print(USAGE);
    return 0;
  }
  const parsed = parseOptions(program.argv);
  if (!parsed.ok) {
    program.complain(`${parsed.message}\n${USAGE}`);
    return 2;
  }
  try {
    return await work(program, parsed.options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    program.complain(error.message);
    return 1;
  }
}

/** What all three kinds of work need. */
interface Case {
  readonly program: PrepareProgram;
  readonly options: Options;
  readonly folder: string;
  readonly knowledge: Knowledge;
  readonly interview: Interview;
}

async function work(program: PrepareProgram, options: Options): Promise<0 | 1> {
  const folder = options.knowledge ?? program.knowledge;
  const knowledge = await program.loadKnowledge(folder);
  const interview = knowledge.interviews.find(({ id }) => id === options.id);
  if (!interview) throw new Error(unknownInterview(options.id, folder, knowledge));
  const own: Case = { program, options, folder, knowledge, interview };
  switch (options.work.kind) {
    case 'write-worksheet':
      return writeWorksheet(own);
    case 'take-back': {
      const { from, isByHand, isDecided } = options.work;
      const text = await program.files.read(from);
      if (text === undefined) throw new Error(`${from} is not there. Name the sheet that was filled in.`);
      return takeIn(own, { path: from, text, isProposed: !isByHand, isDecided });
    }
    case 'ask':
      return askAndTakeIn(own, options.work);
  }
}

function unknownInterview(id: string, folder: string, { interviews, problems }: Knowledge): string {
  const own = problems.filter(({ file }) => file === `${id}.md`);
  if (own.length > 0) return own.map((problem) => `${folder}/${formatProblem(problem)}`).join('\n');
  const known = interviews.map((interview) => interview.id).join(', ');
  return `${folder} has no interview ${id}. ${known === '' ? 'It has none.' : `Name one of these: ${known}.`}`;
}

async function writeWorksheet(own: Case): Promise<0 | 1> {
  const { program, options, interview } = own;
  const path = await besideKnowledge(own, `${interview.id}.worksheet.md`);
  const before = await program.files.read(path);
  if (before !== undefined && !options.force)
    throw new Error(
      `${path} is there. Move it away, name another place with --out, or overwrite it with --force.`,
    );
  await program.files.write(path, worksheetOf(interview));
  program.print(
    options.json
      ? JSON.stringify({ written: [path] })
      : `${path}: fill it in, then \`npm run interview -- prepare ${interview.id} --from ${path} --by-hand\`.`,
  );
  return 0;
}

/** The path of a working file: in --out or the current folder, never in that of the interviews. */
async function besideKnowledge({ program: { files }, options, folder }: Case, name: string): Promise<string> {
  const { out = '.' } = options;
  const isWorksheet = options.work.kind === 'write-worksheet';
  const isFolder = await files.isFolder(out);
  if (!isFolder && !isWorksheet) throw new Error(`--out ${out} is no folder. Create it first.`);
  const path = isFolder ? join(out, name) : out;
  if (!(await files.isFolder(dirname(path))))
    throw new Error(`${dirname(path)} is no folder. Create it first, or name another place with --out.`);
  const [inner, outer] = await Promise.all([files.realPath(resolve(path)), files.realPath(resolve(folder))]);
  const way = relative(outer, inner);
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return path;
  throw new Error(`${path} would stand among the interviews in ${folder}. Name another folder with --out.`);
}

interface SheetFile {
  readonly path: string;
  readonly text: string;
  readonly isProposed: boolean;
  readonly isDecided: boolean;
}

/** So many take a minute. */
const MANY_LINES = 500;

async function takeIn(own: Case, sheet: SheetFile): Promise<0 | 1> {
  const { program, options, interview, folder, knowledge } = own;
  const taken = takeBack(sheet.text, interview, { isByHand: !sheet.isProposed });
  if (!taken.ok) throw new Error(`${sheet.path}: ${taken.what} ${taken.mend} Nothing was written.`);
  if (taken.questions.length >= MANY_LINES)
    program.complain(`Holding ${taken.questions.length} ways of asking against one another …`);
  const read = async (name: string) => {
    const path = join(folder, `${interview.id}.${name}.txt`);
    return { path, before: await program.files.read(path) };
  };
  const [questions, lexicon] = [await read('questions'), await read('lexicon')];
  const plan = planLists(
    { taken, ...sheet },
    {
      ...{ interview, knowledge, dictionary: await program.loadDictionary() },
      ...{ questionsFile: questions.before, lexiconFile: lexicon.before },
    },
  );
  const apart = await apartChange(own, apartSheet(plan, interview));
  const translated = await newTranslation(own, translate(taken.translation, interview, sheet));
  const changes = [
    ...(translated.change ? [translated.change] : []),
    ...(plan.questionsFile === undefined ? [] : [{ ...questions, after: plan.questionsFile }]),
    ...(plan.lexiconFile === undefined ? [] : [{ ...lexicon, after: plan.lexiconFile }]),
  ];
  await writeAll(program.files, [...(apart && apart.before === undefined ? [apart] : []), ...changes]);
  const outcome: Outcome = {
    ...{ sheet: sheet.path, taken, plan, isProposed: sheet.isProposed, untranslated: translated.why },
    ...{ written: changes.map(({ path }) => path), apartFile: apart?.path },
  };
  program.print(options.json ? outcomeJson(outcome) : outcomeText(outcome));
  for (const line of problemLines(outcome)) program.complain(line);
  return needsPerson(outcome) ? 1 : 0;
}

/** A translation that is there stays as it is. */
async function newTranslation(
  { program, folder }: Case,
  translated: Translated,
): Promise<{ readonly change?: Change; readonly why?: string | undefined }> {
  if (translated.outcome === 'none') return {};
  if (translated.outcome === 'unfinished') return { why: translated.why };
  const path = join(folder, translated.name);
  const before = await program.files.read(path);
  if (before === undefined) return { change: { path, before, after: translated.text } };
  return before === translated.text
    ? {}
    : { why: `${path} is there, and was left as it is. Move it away, and take the sheet back again.` };
}

/** The first free name, or the file that holds just that. */
async function apartChange(own: Case, after: string | undefined): Promise<Change | undefined> {
  if (after === undefined) return undefined;
  for (let number = 1; ; number += 1) {
    const name = `${own.interview.id}.apart${number === 1 ? '' : `-${number}`}.md`;
    const path = await besideKnowledge(own, name);
    const before = await own.program.files.read(path);
    if (before === undefined || before === after) return { path, before, after };
  }
}

async function askAndTakeIn(
  own: Case,
  { address, model, timeLimit }: Extract<Work, { kind: 'ask' }>,
): Promise<0 | 1> {
  const { program, interview } = own;
  const { assistantKey: key, files, wait } = program;
  const fault = key === undefined ? undefined : keyFault(key);
  if (fault !== undefined) throw new Error(fault);
  const answersFile = await besideKnowledge(own, `${interview.id}.answers.md`);
  const assistant = { address, model, key, timeLimit, fetch: program.fetch };
  const asked = await askForLists({ interview, assistant, files, answersFile, tell: program.complain, wait });
  if (!asked.ok) throw new Error(asked.why);
  return takeIn(own, { path: answersFile, text: asked.answers, isProposed: true, isDecided: false });
}
