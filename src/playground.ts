// npm run playground: the real bot on a simulated Discord, in a page, whether or not a token is configured.
import { knowledgeFolder, readEnvironment } from './config.ts';
import { play } from './play.ts';

process.exit(await play(knowledgeFolder(readEnvironment())));
