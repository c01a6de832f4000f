// The terminal program: options, knowledge, then one question, a stream of them, or a prompt. Returns the exit status.
import { type Library, openLibrary } from '../answer/library.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import { FolderError, formatProblem } from '../knowledge/problem.ts';
import { parseOptions, USAGE } from './options.ts';
import { answerLines, printReply, prompt } from './session.ts';
import { type Streams, write } from './streams.ts';

export interface AskProgram {
  readonly argv: readonly string[];
  readonly streams: Streams;
  /** The system's language tag; words the prompt until a question shows the person's own. */
  readonly language: string;
  /** The folder of the interviews, where the command line names no other. */
  readonly knowledge: string;
  readonly loadKnowledge: (folder: string) => Promise<Knowledge>;
  readonly loadDictionary: () => Promise<Dictionary>;
}

/** Exit status: 0; 1 when no interview could be loaded; 2 for a bad option or a bad line. */
export async function runAsk(program: AskProgram): Promise<number> {
  const { streams, argv } = program;
  const parsed = parseOptions(argv);
  if (!parsed.ok) {
    await write(streams.stderr, `${parsed.message}\n${USAGE}\n`);
    return 2;
  }
  const { options } = parsed;
  const library = await openFolder(program, options.knowledge ?? program.knowledge);
  if (!library) return 1;
  if (options.question !== undefined) {
    await write(streams.stdout, `${printReply(library, { question: options.question }, options).text}\n`);
    return 0;
  }
  const session = { library, manner: options, streams };
  if (streams.stdin.isTTY && !options.json) {
    await prompt(session, options.locale ?? program.language);
    return 0;
  }
  const faults = await answerLines(session);
  return faults > 0 ? 2 : 0;
}

async function openFolder(
  { loadKnowledge, loadDictionary, streams }: AskProgram,
  folder: string,
): Promise<Library | undefined> {
  const knowledge = await loadKnowledge(folder).catch(async (error: unknown) => {
    if (!(error instanceof FolderError)) throw error;
    await write(streams.stderr, `${error.message}\n`);
    return undefined;
  });
  if (!knowledge) return undefined;
  for (const problem of knowledge.problems)
    await write(streams.stderr, `Warning: ${formatProblem(problem)}\n`);
  if (knowledge.interviews.length > 0) {
    return openLibrary({ ...knowledge, dictionary: await loadDictionary() });
  }
  const advice = 'Add one as README.md says, or name another folder.';
  await write(streams.stderr, `No interview could be loaded from ${folder}. ${advice}\n`);
  return undefined;
}
