// npm start: the bot on Discord; until a token is configured, the same bot on a simulated one, in a page.
import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { openShelf, type Shelf } from './answer/shelf.ts';
import { ownVersion, stopSignal } from './command-line.ts';
import { type Config, readConfig, readEnvironment } from './config.ts';
import { processName } from './discord/connection/client.ts';
import { type EditorsPort, openDesk } from './discord/desk/desk.ts';
import type { FeedbackPort } from './discord/desk/journal.ts';
import { describeError, type Log, openLog, readableLine } from './discord/desk/log.ts';
import { warmUp } from './discord/handlers/warm-up.ts';
import { EXIT_STATUS, runBot } from './discord/run-bot.ts';
import type { EditorsOptions } from './editor-files.ts';
import type { HealthOptions, OpenedHealth } from './health/health.ts';
import { keptLogs, openFeedbackLog, openUnansweredLog } from './kept-logs.ts';
import { formatProblem, type Problem } from './knowledge/problem.ts';
import { loadDictionary, loadKnowledge, watchKnowledge } from './load-knowledge.ts';
import { type Collector, collectUnanswered, dayOf, describeOpinion } from './unanswered/collect.ts';

/** How often what is too old is dropped; stands above what runs. */
const DAY_MS = 24 * 3_600_000;
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
  // Tidies what objects leave between them: else the heap of a bot that is never idle grows for hours, though what it keeps does
  // not. Said to node at its start, it would also make the young generation smaller, and a question dearer by a sixth.
  setFlagsFromString('--optimize-for-size');
  const { logLevel, knowledge: folder, limits, channels, apiUrl, shards: assignment } = config;
  // discord.js reads these by itself, unchecked, and takes an empty one for 0.
  for (const name of ['SHARDS', 'SHARD_COUNT', 'SHARDING_MANAGER']) delete process.env[name];
  const write = (line: string) => stdout.write(stdout.isTTY ? readableLine(line) : line);
  const log = openLog({
    ...{ level: logLevel, secrets: [token], write },
    ...(assignment ? { process: processName(assignment) } : {}),
  });
  // A bot goes on when nobody reads its log any more.
  stdout.on('error', () => undefined);
  logWhatNobodyCaught(log);
  const dictionary = loadDictionary();
  const load = async () => ({ ...(await loadKnowledge(folder)), dictionary: await dictionary });
  // The desk's clock, too: /status tells how long ago the shelf has changed.
  const opened = await openShelf({ load, now: monotonic });
  warnOf(opened.ok ? opened.shelf.problems : opened.problems, log);
  if (!opened.ok) {
    log.fatal(`No interview could be loaded from ${folder} (KNOWLEDGE_DIR). Add one as README.md says.`);
    return EXIT_STATUS.final;
  }
  const { shelf } = opened;
  warnOfChannels(channels.interviews, shelf, log);
  const [version, stop] = [await ownVersion(), stopSignal()];
  const health = config.health && (await tellHealth({ ...config.health, version, shelf, stop }, log));
  if (health?.ok === false) return EXIT_STATUS.final;
  const { unansweredLog, feedbackLog } = config;
  const collector = unansweredLog === undefined ? undefined : keepUnanswered(unansweredLog, log);
  const feedback = feedbackLog === undefined ? undefined : keepFeedback(feedbackLog, log);
  const kept = keptLogs(config, Date.now);
  const editors = config.editors && (await letEditorsWrite({ roles: config.editors, folder, shelf }, log));
  const desk = openDesk({
    ...{ shelf, log, limits, channels, version, now: monotonic },
    ...(collector ? { unanswered: collector } : {}),
    ...(health ? { vitals: health.vitals } : {}),
    ...(feedback ? { feedback } : {}),
    ...(kept ? { kept } : {}),
    ...(editors ? { editors } : {}),
  });
  shelf.onChange(() => warnOfChannels(channels.interviews, shelf, log));
  const unwatch = keepUpToDate(shelf, folder, log);
  const whenReady = () => void warmUp(shelf.library, stop);
  const status = await runBot({ token, apiUrl, assignment, desk, stop, whenReady, today: Date.now });
  await unwatch();
  await health?.close();
  collector?.close();
  return status;
}

/** Milliseconds for durations: no step of the machine's clock reaches them. */
function monotonic(): number {
  return performance.now();
}

function warnOf(problems: readonly Problem[], log: Log): void {
  for (const problem of problems)
    log.warn({ problem: formatProblem(problem) }, 'a knowledge file was refused');
}

function warnOfChannels(asked: Config['channels']['interviews'], { library }: Shelf, log: Log): void {
  for (const [channel, id] of Object.entries(asked))
    if (!library.interviews.some((interview) => interview.id === id))
      log.warn({ channel, interview: id }, 'CHANNEL_INTERVIEWS names an interview that is not loaded');
}

async function tellHealth(options: HealthOptions, log: Log): Promise<OpenedHealth> {
  // Loaded only here: most bots are not watched, and start sooner.
  const { openHealth } = await import('./health/health.ts');
  const opened = await openHealth(options);
  const at = `${options.host}, port ${options.port}`;
  if (opened.ok) log.info(`Health and metrics are told at ${at}.`);
  else log.fatal(`Nothing can listen at ${at} (HEALTH_HOST, HEALTH_PORT): ${opened.reason}.`);
  return opened;
}

async function letEditorsWrite(options: EditorsOptions, log: Log): Promise<EditorsPort> {
  // Loaded only here, as most bots write nothing.
  const { openEditors } = await import('./editor-files.ts');
  const editors = openEditors(options);
  const study = () =>
    void editors.study().catch((error: unknown) => {
      log.error({ error: describeError(error) }, 'the judged questions cannot be read');
    });
  study();
  options.shelf.onChange(study);
  return editors;
}

/** Takes in what changes in the folder, and says what came of it; the result ends it. */
function keepUpToDate(shelf: Shelf, folder: string, log: Log): () => Promise<void> {
  shelf.onChange(() => {
    const { problems, version: knowledge, library } = shelf;
    warnOf(problems, log);
    const interviews = library.interviews.length;
    if (problems.length === 0)
      log.info({ knowledge, interviews }, 'the changed interviews answer from now on');
    else log.warn({ knowledge, problems: problems.length }, 'the interviews from before go on answering');
  });
  const onError = (error: unknown) =>
    log.error(
      { error: describeError(error) },
      'the knowledge folder cannot be looked after; SIGHUP reads it',
    );
  return watchKnowledge(folder, { onChange: () => void shelf.look().catch(onError), onError });
}

function keepUnanswered(path: string, log: Log): Collector {
  const warn = (error: unknown) =>
    log.warn({ error: describeError(error) }, 'a question without an answer could not be kept');
  return collectUnanswered({
    ...{ write: openUnansweredLog(path, { warn }), today: Date.now, now: monotonic },
  });
}

/** Nobody may press for weeks: what is too old is dropped nevertheless. */
function keepFeedback(path: string, log: Log): FeedbackPort {
  const warn = (error: unknown) =>
    log.warn({ error: describeError(error) }, 'what an asker thinks of an answer could not be kept');
  const { write, tidy } = openFeedbackLog(path, { warn, now: Date.now });
  void tidy();
  setInterval(() => void tidy(), DAY_MS).unref();
  return { record: (judgement) => write(describeOpinion(judgement, dayOf(Date.now()))) };
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
