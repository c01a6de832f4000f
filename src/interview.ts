// npm run interview: the editor's desk. Hands the command line to the subcommand that it names.
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { knowledgeFolder, readEnvironment } from './config.ts';
import { runCheck } from './editor/check/run.ts';
import { runInterview, type Subcommand } from './editor/command.ts';
import { ingestCommand } from './editor/ingest-command.ts';
import { type PrepareProgram, runPrepare } from './editor/prepare/run.ts';
import { runTry } from './editor/try/run.ts';
import { editorFiles } from './editor-files.ts';
import { ingestFiles } from './ingest-files.ts';
import { loadDictionary, loadKnowledge, readKnowledgeFiles } from './load-knowledge.ts';
import { endWhenReaderLeaves } from './terminal/streams.ts';

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
