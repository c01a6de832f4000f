// npm start: the bot on Discord; until a token is configured, the same bot on a simulated one, in a page.
import { statSync, writeSync } from 'node:fs';
import { openLibrary } from './answer/library.ts';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { describeError } from './discord/describe-error.ts';
import { type Log, openLog } from './discord/log.ts';
import { openDesk } from './discord/open-desk.ts';
import { runBot } from './discord/run-bot.ts';
import { formatProblem } from './knowledge/problem.ts';
import { loadKnowledge, stampKnowledge } from './load-knowledge.ts';

const STDOUT = 1;

const { stdout, stderr } = process;
const read = readConfig(
  readEnvironment(),
  (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
);
if (!read.ok) {
  stderr.write(read.message);
  process.exitCode = 1;
} else if (read.config.token === undefined) {
  process.exit(await play(read.config.knowledge));
} else {
  // Idle connections to Discord would hold the process for seconds after the bot has ended.
  process.exit(await answerOnDiscord(read.config, read.config.token));
}

/** Loaded only here: the way to Discord never touches the simulated one. */
async function play(folder: string): Promise<number> {
  const { runPlayground } = await import('./playground/run.ts');
  return runPlayground({
    argv: process.argv.slice(2),
    write: { out: (text) => stdout.write(text), err: (text) => stderr.write(text) },
    knowledge: { load: () => loadKnowledge(folder), stamp: () => stampKnowledge(folder) },
    now: Date.now,
    stop: stopSignal(),
  });
}

async function answerOnDiscord(config: Config, token: string): Promise<number> {
  const { logLevel, knowledge, limits, apiUrl } = config;
  const log = openLog({ level: logLevel, secrets: [token], write: (line) => writeSync(STDOUT, line) });
  logWhatNobodyCaught(log);
  const { interviews, lexicon, problems } = await loadKnowledge(knowledge);
  for (const problem of problems)
    log.warn({ problem: formatProblem(problem) }, 'a knowledge file was refused');
  if (interviews.length === 0) {
    log.fatal(`No interview could be loaded from ${knowledge} (KNOWLEDGE_DIR). Add one as README.md says.`);
    return 1;
  }
  const desk = openDesk({ library: openLibrary({ interviews, lexicon }), log, limits, now: Date.now });
  return runBot({ token, apiUrl, desk, stop: stopSignal() });
}

/** Aborted by the first SIGINT or SIGTERM; a terminal sends it to npm and to the bot, so later ones change nothing. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

/** Node would print the error with the URL of its request, and that may hold a token. */
function logWhatNobodyCaught(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ error: describeError(error) }, 'an error that nobody caught');
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => {
    log.error({ error: describeError(error) }, 'a failure that nobody waited for');
  });
}
