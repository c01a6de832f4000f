// The program `interview try`: how good is it, and what would make it better? Returns the exit status.
import { parseArgs } from 'node:util';
import type { Dictionary } from '../../dictionary/dictionary.ts';
import type { Knowledge } from '../../knowledge/collection.ts';
import { formatProblem } from '../../knowledge/problem.ts';
import { measureInterview } from './measure.ts';
import { triedJson, triedText } from './show.ts';
import { worstOf } from './worst.ts';

export interface TryProgram {
  /** Behind `try`. */
  readonly argv: readonly string[];
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** The configured folder. */
  readonly knowledge: string;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary | undefined>;
}

const USAGE = `Usage: npm run interview -- try ID [--knowledge DIR] [--json]
Asks every printed and every listed question of the interview without it: how many are answered from the right section, what
lists and lexicon each add, and which line would help most.`;

interface Options {
  readonly id: string;
  readonly knowledge: string | undefined;
  readonly json: boolean;
}

/** 0; 1 where the interview or what stands beside it has a problem; 2 for a bad command line. */
export async function runTry(program: TryProgram): Promise<0 | 1 | 2> {
  if (program.argv.includes('--help')) {
    program.print(USAGE);
    return 0;
  }
  const options = parseOptions(program.argv);
  if (typeof options === 'string') {
    program.complain(`${options}\n${USAGE}`);
    return 2;
  }
  try {
    return await work(program, options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    program.complain(error.message);
    return 1;
  }
}

function parseOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { knowledge: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [id, ...others] = positionals;
    if (id === undefined || others.length > 0) return 'Name one interview: its file’s name without .md.';
    return { id, knowledge: values.knowledge, json: values.json };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

async function work(program: TryProgram, { id, json, ...options }: Options): Promise<0 | 1> {
  const folder = options.knowledge ?? program.knowledge;
  const knowledge = await program.loadKnowledge(folder);
  const own = knowledge.problems.filter(({ file }) => file.startsWith(`${id}.`));
  for (const problem of own) program.complain(`${folder}/${formatProblem(problem)}`);
  const interview = knowledge.interviews.find((each) => each.id === id);
  if (!interview) {
    if (own.length === 0) {
      const known = knowledge.interviews.map((each) => each.id).join(', ');
      program.complain(
        `${folder} has no interview ${id}. ${known === '' ? 'It has none.' : `Name one of these: ${known}.`}`,
      );
    }
    return 1;
  }
  const subject = { interview, knowledge, dictionary: await program.loadDictionary() };
  const measured = measureInterview(subject, program.complain);
  const worst = worstOf(subject, measured);
  program.print((json ? triedJson : triedText)(id, measured, worst));
  return own.length > 0 ? 1 : 0;
}
