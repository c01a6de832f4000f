// npm run ask: the interviews in the terminal, for people and for programs.
import { knowledgeFolder, readEnvironment } from './config.ts';
import { loadDictionary, loadKnowledge } from './load-knowledge.ts';
import { runAsk } from './terminal/run.ts';
import { endWhenReaderLeaves } from './terminal/streams.ts';

const { stdin, stdout, stderr } = process;
endWhenReaderLeaves(stdout, process.exit);
process.exitCode = await runAsk({
  argv: process.argv.slice(2),
  streams: { stdin, stdout, stderr },
  language: Intl.DateTimeFormat().resolvedOptions().locale,
  knowledge: knowledgeFolder(readEnvironment()),
  loadKnowledge,
  loadDictionary,
});
