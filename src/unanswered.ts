// npm run unanswered: the questions that were left open, and the change that closes each gap.
import { statSync } from 'node:fs';
import { readConfig, readEnvironment } from './config.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { loadDictionary } from './load-dictionary.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { runUnanswered } from './unanswered/run.ts';
import { readUnansweredLog } from './unanswered-log.ts';

const { stdout, stderr, argv } = process;
const read = readConfig(
  readEnvironment(),
  (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
);
if (read.ok) {
  process.exitCode = await runUnanswered({
    argv: argv.slice(2),
    print: (text) => stdout.write(`${text}\n`),
    complain: (text) => stderr.write(`${text}\n`),
    log: read.config.unansweredLog,
    knowledge: read.config.knowledge,
    files: filesOnDisk,
    readLog: readUnansweredLog,
    loadKnowledge,
    loadDictionary,
  });
} else {
  stderr.write(read.message);
  process.exitCode = 1;
}
