// npm start: until a token is configured, the interview answers in the terminal.
import { loadKnowledge } from './load-knowledge.ts';
import { runDemonstration } from './terminal/run.ts';
import { endWhenReaderLeaves } from './terminal/streams.ts';

const { stdin, stdout, stderr } = process;
endWhenReaderLeaves(stdout, process.exit);
process.exitCode = await runDemonstration(
  {
    argv: process.argv.slice(2),
    streams: { stdin, stdout, stderr },
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    loadKnowledge,
  },
  'knowledge',
);
