// npm run playground: the real bot on a simulated Discord, in a page, whether or not a token is configured.
import { statSync } from 'node:fs';
import { readConfig, readEnvironment } from './config.ts';
import { loadKnowledge, stampKnowledge } from './load-knowledge.ts';
import { runPlayground } from './playground/run.ts';

const { stdout, stderr } = process;
const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const { KNOWLEDGE_DIR } = readEnvironment();
const read = readConfig({ KNOWLEDGE_DIR }, isFolder);
if (read.ok) {
  const { knowledge: folder } = read.config;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const status = await runPlayground({
    argv: process.argv.slice(2),
    write: { out: (text) => stdout.write(text), err: (text) => stderr.write(text) },
    knowledge: { load: () => loadKnowledge(folder), stamp: () => stampKnowledge(folder) },
    now: Date.now,
    stop: stop.signal,
  });
  // Idle connections between the bot and its Discord would hold the process for seconds.
  process.exit(status);
} else {
  stderr.write(read.message);
  process.exitCode = 1;
}
