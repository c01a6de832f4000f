// `interview check`: every problem and warning of folders or single files at once, and what was read of each interview.
import { parseArgs } from 'node:util';
import { companionOf, isKnowledgeName } from '../../knowledge/collection.ts';
import { FolderError, type Problem } from '../../knowledge/problem.ts';
import type { Status } from '../command.ts';
import { type Examination, examineFolder, type FolderFiles } from './examine.ts';
import { reportJson, reportText } from './report.ts';

const CHECK_USAGE = 'npm run interview -- check [DIR or FILE … | --knowledge DIR] [--brief] [--json]';

export interface CheckProgram {
  readonly argv: readonly string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** The configured folder, where the command line names nothing. */
  readonly knowledge: string;
  /** Undefined where nothing is there. */
  readonly look: (path: string) => Promise<'folder' | 'file' | undefined>;
  /** The folder and the name of a path to a file. */
  readonly part: (path: string) => { readonly folder: string; readonly name: string };
  /** The files of a folder that `isWanted` names; throws a FolderError. */
  readonly read: (folder: string, isWanted: (name: string) => boolean) => Promise<FolderFiles>;
}

export async function runCheck(program: CheckProgram): Promise<Status> {
  const parsed = parseOptions(program.argv);
  if (!parsed.ok) {
    program.complain(`${parsed.message}\nUsage: ${CHECK_USAGE}\n`);
    return 2;
  }
  const { paths, isBrief, isJson } = parsed;
  const examined: Examination[] = [];
  for (const path of paths.length > 0 ? paths : [program.knowledge]) {
    const own = await examinePath(program, path);
    if (typeof own === 'string') {
      program.complain(`${own}\n`);
      return paths.length > 0 ? 2 : 1;
    }
    examined.push(own);
  }
  const all: Examination = {
    errors: examined.flatMap(({ errors }) => errors),
    warnings: examined.flatMap(({ warnings }) => warnings),
    interviews: examined.flatMap(({ interviews }) => interviews),
  };
  const { out, err } = isJson ? { out: `${reportJson(all)}\n`, err: '' } : reportText(all, isBrief);
  program.complain(err);
  program.print(out);
  return all.errors.length > 0 ? 1 : 0;
}

type Parsed =
  | {
      readonly ok: true;
      readonly paths: readonly string[];
      readonly isBrief: boolean;
      readonly isJson: boolean;
    }
  | { readonly ok: false; readonly message: string };

function parseOptions(argv: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        brief: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        knowledge: { type: 'string' },
      },
    });
    const paths = [...(values.knowledge === undefined ? [] : [values.knowledge]), ...positionals];
    return { ok: true, paths, isBrief: values.brief, isJson: values.json };
  } catch (error) {
    // parseArgs reports unknown options as a TypeError whose message names them.
    if (error instanceof TypeError) return { ok: false, message: error.message };
    throw error;
  }
}

/** A message where the path cannot be read at all. */
async function examinePath(program: CheckProgram, path: string): Promise<Examination | string> {
  const kind = await program.look(path);
  if (kind === undefined) return `There is nothing at ${path}. Name a folder or a file of interviews.`;
  try {
    return kind === 'folder' ? await wholeFolder(program, path) : await oneFile(program, path);
  } catch (error) {
    if (error instanceof FolderError) return error.message;
    throw error;
  }
}

async function wholeFolder({ read }: CheckProgram, folder: string): Promise<Examination> {
  const examination = examineFolder(await read(folder, () => true));
  const isEmpty = examination.interviews.length === 0 && examination.errors.length === 0;
  const errors = isEmpty ? [NO_INTERVIEW] : examination.errors;
  return named({ ...examination, errors }, folder);
}

const NO_INTERVIEW: Problem = {
  file: '',
  line: 1,
  what: 'There is no interview in this folder.',
  mend: 'Add one as README.md says.',
};

/** An interview with all that stands beside it; a companion alone, read beside its interview. */
async function oneFile({ read, part }: CheckProgram, path: string): Promise<Examination> {
  const { folder, name } = part(path);
  const id = companionOf(name) ?? name.replace(/\.md$/, '');
  const isBeside = (other: string) => other === `${id}.md` || companionOf(other) === id;
  const isWanted = (other: string) => other === name || isBeside(other) || other === 'lexicon.txt';
  const found = await read(folder, name === 'lexicon.txt' ? () => true : isWanted);
  const { errors, warnings, interviews } = examineFolder(found);
  const isMeant = (file: string) => file === name || (name === `${id}.md` && isBeside(file));
  return named(
    {
      errors: [
        ...errors.filter(({ file }) => isMeant(file)),
        ...(isKnowledgeName(name) ? [] : [notOurs(name)]),
      ],
      warnings: warnings.filter(({ file, kind }) => isMeant(file) && kind !== 'not-read'),
      interviews: interviews.filter((own) => own.id === id),
    },
    folder,
  );
}

function notOurs(file: string): Problem {
  return {
    file,
    line: 1,
    what: 'The file name is not one of a knowledge file.',
    mend: 'Name an interview ID.md; npm run interview -- ingest makes one of a page or a document.',
  };
}

/** With the folder before each name, as an editor's terminal can open it. */
function named({ errors, warnings, interviews }: Examination, folder: string): Examination {
  const inFolder = (file: string) =>
    [folder.replace(/\/+$/, ''), file].filter((part) => part !== '').join('/');
  const place = <Found extends Problem>(found: Found): Found => ({ ...found, file: inFolder(found.file) });
  return {
    errors: errors.map(place),
    warnings: warnings.map(place),
    interviews: interviews.map((own) => ({ ...own, id: inFolder(`${own.id}.md`) })),
  };
}
