// npm run interview: the editor's desk. Hands the command line to the subcommand that it names, and to `ingest` a file or standard
// input, at most as much as may be; what it writes is written whole, over another only where told to.
import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import writeFileAtomic from 'write-file-atomic';
import { knowledgeFolder, readEnvironment } from './config.ts';
import { runCheck } from './editor/check/run.ts';
import { runInterview, type Subcommand } from './editor/command.ts';
import { LARGEST_SOURCE } from './editor/ingest/read.ts';
import { type IngestPort, ingestCommand } from './editor/ingest-command.ts';
import { type PrepareProgram, runPrepare } from './editor/prepare/run.ts';
import { runTry } from './editor/try/run.ts';
import { editorFiles } from './editor-files.ts';
import { loadDictionary, loadKnowledge, readKnowledgeFiles } from './load-knowledge.ts';
import { endWhenReaderLeaves, write } from './terminal/streams.ts';

const ingestFiles: IngestPort = {
  read: (source) =>
    orFault(async () => {
      if (source === '-') return await head(process.stdin);
      const found = await stat(source);
      if (found.isDirectory()) return { code: 'EISDIR' };
      if (!found.isFile()) return { code: 'EINVAL' };
      return await buffer(createReadStream(source, { end: LARGEST_SOURCE }));
    }),
  write: (path, text, mayReplace) =>
    orFault(async () => {
      if (!mayReplace && (await exists(path))) return { code: 'EEXIST' };
      await writeFileAtomic(path, text);
      return undefined;
    }),
  print: (text) => write(process.stdout, text),
  complain: (text) => write(process.stderr, text),
};

/** One byte more than may be is enough to refuse it. */
async function head(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LARGEST_SOURCE) break;
  }
  return Buffer.concat(chunks);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The system's refusals as values; anything else is a mistake of ours. */
async function orFault<T>(work: () => Promise<T>): Promise<T | { readonly code: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return { code: error.code };
    throw error;
  }
}

const { stdout, stderr } = process;
endWhenReaderLeaves(stdout, process.exit);
const environment = readEnvironment();
const knowledge = knowledgeFolder(environment);

function print(text: string) {
  stdout.write(text);
}
function complain(text: string) {
  stderr.write(text);
}

const check: Subcommand = (argv) =>
  runCheck({
    ...{ argv, print, complain, knowledge, read: readKnowledgeFiles },
    look: async (path) => {
      const found = await stat(path).catch(() => undefined);
      return found && (found.isDirectory() ? 'folder' : 'file');
    },
    part: (path) => ({ folder: dirname(path), name: basename(path) }),
  });

function programOf(argv: readonly string[]): PrepareProgram {
  return {
    ...{ argv, knowledge, files: editorFiles, loadKnowledge, loadDictionary, fetch, wait },
    print: (text) => print(`${text}\n`),
    complain: (text) => complain(`${text}\n`),
    assistantKey: environment['VERBATIM_ASSISTANT_KEY']?.trim() || undefined,
  };
}

process.exitCode = await runInterview({
  ...{ argv: process.argv.slice(2), print, complain },
  subcommands: {
    check,
    ingest: (argv) => ingestCommand(argv, ingestFiles),
    prepare: (argv) => runPrepare(programOf(argv)),
    try: (argv) => runTry(programOf(argv)),
  },
});
