// npm run playground: the real bot on a simulated Discord, in a page, whether or not a token is configured.
import { statSync } from 'node:fs';
import { readConfig, readEnvironment } from './config.ts';
import { play } from './play.ts';

function isFolder(path: string) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
const { KNOWLEDGE_DIR } = readEnvironment();
const read = readConfig({ KNOWLEDGE_DIR }, isFolder);
if (read.ok) {
  process.exit(await play(read.config.knowledge));
} else {
  process.stderr.write(read.message);
  process.exitCode = 1;
}
