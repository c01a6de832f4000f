// npm start: the bot on Discord; until a token is configured, the same bot on a simulated one, in a page.
import { statSync } from 'node:fs';
import { openLibrary } from './answer/library.ts';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { processName } from './discord/connection/client.ts';
import { openDesk } from './discord/desk/desk.ts';
import { describeError, type Log, openLog } from './discord/desk/log.ts';
import { EXIT_STATUS, runBot } from './discord/run-bot.ts';
import { formatProblem } from './knowledge/problem.ts';
import { loadDictionary } from './load-dictionary.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { ownVersion } from './own-version.ts';
import { stopSignal } from './stop-signal.ts';
import { type Collector, collectUnanswered } from './unanswered/collect.ts';
import { openUnansweredLog } from './unanswered-log.ts';

const { stdout, stderr } = process;
const read = readConfig(
  readEnvironment(),
  (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
);
if (!read.ok) {
  stderr.write(read.message);
  process.exitCode = EXIT_STATUS.final;
} else if (read.config.token === undefined) {
  // Loaded only here: the way to Discord never touches the simulated one.
  const { play } = await import('./play.ts');
  process.exit(await play(read.config.knowledge));
} else {
  // Idle connections to Discord would hold the process for seconds after the bot has ended.
  process.exit(await answerOnDiscord(read.config, read.config.token));
}

async function answerOnDiscord(config: Config, token: string): Promise<number> {
  const { logLevel, knowledge: folder, limits, channels, apiUrl, unansweredLog, shards: assignment } = config;
  // discord.js reads these by itself, unchecked, and takes an empty one for 0.
  for (const name of ['SHARDS', 'SHARD_COUNT', 'SHARDING_MANAGER']) delete process.env[name];
  const log = openLog({
    ...{ level: logLevel, secrets: [token], write: (line) => stdout.write(line) },
    ...(assignment ? { process: processName(assignment) } : {}),
  });
  // A bot goes on when nobody reads its log any more.
  stdout.on('error', () => undefined);
  logWhatNobodyCaught(log);
  const [{ problems, ...knowledge }, dictionary] = await Promise.all([
    loadKnowledge(folder),
    loadDictionary(),
  ]);
  for (const problem of problems)
    log.warn({ problem: formatProblem(problem) }, 'a knowledge file was refused');
  if (knowledge.interviews.length === 0) {
    log.fatal(`No interview could be loaded from ${folder} (KNOWLEDGE_DIR). Add one as README.md says.`);
    return EXIT_STATUS.final;
  }
  const library = openLibrary({ ...knowledge, dictionary });
  for (const [channel, id] of Object.entries(channels.interviews))
    if (!knowledge.interviews.some((interview) => interview.id === id))
      log.warn({ channel, interview: id }, 'CHANNEL_INTERVIEWS names an interview that is not loaded');
  const collector = unansweredLog === undefined ? undefined : keepUnanswered(unansweredLog, log);
  const desk = openDesk({
    ...{ library, log, limits, channels, version: await ownVersion(), now: monotonic },
    ...(collector ? { unanswered: collector } : {}),
  });
  const status = await runBot({ token, apiUrl, assignment, desk, stop: stopSignal(), today: Date.now });
  collector?.close();
  return status;
}

/** Milliseconds for durations: no step of the machine's clock reaches them. */
function monotonic(): number {
  return performance.now();
}

function keepUnanswered(path: string, log: Log): Collector {
  const warn = (error: unknown) =>
    log.warn({ error: describeError(error) }, 'a question without an answer could not be kept');
  return collectUnanswered({
    ...{ write: openUnansweredLog(path, { warn }), today: Date.now, now: monotonic },
  });
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
