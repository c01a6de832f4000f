// npm run interview: the editor's desk. Hands the command line to the subcommand that it names.
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { knowledgeFolder, readEnvironment } from './config.ts';
import { runCheck } from './editor/check/run.ts';
import { runInterview, type Subcommand } from './editor/command.ts';
import { readKnowledgeFiles } from './load-knowledge.ts';

function print(text: string) {
  process.stdout.write(text);
}
function complain(text: string) {
  process.stderr.write(text);
}
const knowledge = knowledgeFolder(readEnvironment());

const check: Subcommand = (argv) =>
  runCheck({
    ...{ argv, print, complain, knowledge, read: readKnowledgeFiles },
    look: async (path) => {
      const found = await stat(path).catch(() => undefined);
      return found && (found.isDirectory() ? 'folder' : 'file');
    },
    part: (path) => ({ folder: dirname(path), name: basename(path) }),
  });

const notBuilt: Subcommand = async () => {
  complain('This is not built yet.\n');
  return 2;
};

process.exitCode = await runInterview({
  argv: process.argv.slice(2),
  print,
  complain,
  subcommands: { check, ingest: notBuilt, prepare: notBuilt, try: notBuilt },
});
