// node --import tsx tests/benchmark/walk.ts [QUESTION]: which files of src a mention enters between the gateway's event and
// the request that answers it, and which a press of Full answer; by V8's precise coverage, in the order of the calls.
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../src/answer/library.ts';
import { openDesk } from '../../src/discord/desk/desk.ts';
import { openLog } from '../../src/discord/desk/log.ts';
import { runBot } from '../../src/discord/run-bot.ts';
import { loadDictionary, loadKnowledge } from '../../src/load-knowledge.ts';
import { simulateDiscord } from '../../src/simulator/discord.ts';
import { wordingFor } from '../../src/wording/locale.ts';

const DEFAULT_QUESTION = '全球AI治理最大的挑战是什么?';
const LOCALE = 'zh-CN';
/** Discord's routes as the simulator names them. */
const REPLY_TO_MESSAGE = 'create_message';
const REPLY_TO_PRESS = 'create_interaction_response';
const UNLIMITED = { memberPerMinute: 0, channelPerMinute: 0 };
const EVERYWHERE = { ask: [], allow: [], deny: [] };
/** The library waits some seconds between two logins, which Discord demands and loopback does not. */
const AT_ONCE = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } };
/** Where events come in, and a reader begins. */
const FIRST = { file: 'src/discord/run-bot.ts', name: 'answerEvents' };
/** Another program in the same process. */
const SIMULATOR = 'src/simulator/';

/** For each file the names of its functions that were called. */
type Called = ReadonlyMap<string, ReadonlySet<string>>;

const UNCHANGED = { version: '0', since: 0, problems: [], onChange: () => () => undefined };

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

const discord = await simulateDiscord();
const bot = await startBot();
const guild = discord.guild('Club', { locale: LOCALE });
const channel = guild.channel('general');
const mia = guild.member('Mia', { locale: LOCALE });
await discord.bot.settles();

const mention = calledUntil(REPLY_TO_MESSAGE);
const asked = await mia.says(channel, `${discord.bot.mention} ${process.argv[2] ?? DEFAULT_QUESTION}`);
print('A mention', await mention);

const answer = await discord.bot.replied({ to: asked });
await discord.bot.settles();
const press = calledUntil(REPLY_TO_PRESS);
await mia.presses(answer, wordingFor(LOCALE).discord.buttons.fullAnswer);
print('A press of Full answer', await press);

bot.stop.abort();
process.exitCode = await bot.ended;
await discord.close();

async function startBot() {
  const [knowledge, dictionary] = await Promise.all([loadKnowledge('knowledge'), loadDictionary()]);
  const { token, api: apiUrl } = discord;
  const desk = openDesk({
    shelf: { library: openLibrary({ ...knowledge, dictionary }), ...UNCHANGED },
    log: openLog({ level: 'info', secrets: [token], write: () => undefined }),
    ...{ limits: UNLIMITED, channels: EVERYWHERE, version: '0.0.0', now: Date.now },
  });
  const stop = new AbortController();
  const ended = runBot({ token, apiUrl, desk, stop: stop.signal, timing: AT_ONCE });
  await discord.ready();
  await discord.bot.registered('ask');
  return { stop, ended };
}

/** What is called between now and the bot's next request on that route. */
function calledUntil(route: string): Promise<Called> {
  takeCalled();
  return new Promise((done) => {
    const end = discord.log.subscribe((entry) => {
      if (entry.kind !== 'request' || entry.route !== route) return;
      end();
      done(takeCalled());
    });
  });
}

/** The files of src in which a function was called since the last time; in this process V8 answers at once. */
function takeCalled(): Called {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    scripts = result;
  });
  const own = scripts
    .filter(({ url }) => url.startsWith('file:'))
    .map(({ url, functions }) => ({ file: relative('.', fileURLToPath(url)), functions }))
    .filter(({ file }) => file.startsWith('src/') && !file.startsWith(SIMULATOR));
  const called = own.map(({ file, functions }) => [file, namesOf(functions)] as const);
  return new Map(called.filter(([, names]) => names.size > 0));
}

/** The module itself, which runs once as it is loaded, is a function from its start to its end. */
function namesOf(functions: readonly Profiler.FunctionCoverage[]): ReadonlySet<string> {
  const called = functions.filter(({ functionName, ranges: [whole] }) => {
    const isModule = functionName === '' && whole?.startOffset === 0;
    return whole !== undefined && whole.count > 0 && !isModule;
  });
  return new Set(called.map(({ functionName }) => functionName));
}

/** As the calls lead from where events come in, read from the text; at the end what no text names, such as a port's work. */
function inOrder(called: Called): readonly string[] {
  const met = new Set([FIRST.file]);
  const seen = new Set<string>();
  const visit = (file: string, name: string) => {
    const isSeen = seen.has(`${file} ${name}`);
    seen.add(`${file} ${name}`);
    const source = called.has(file) && !isSeen ? sourceOf(file) : undefined;
    const text = source?.parts.get(name);
    if (!source || text === undefined) return;
    if (called.get(file)?.has(name)) met.add(file);
    else if (name !== FIRST.name && /^(?:export )?(?:async )?function /.test(text)) return;
    for (const [word] of text.matchAll(/\w+/g)) {
      if (source.parts.has(word)) visit(file, word);
      else visit(source.imports.get(word) ?? '', word);
    }
  };
  visit(FIRST.file, FIRST.name);
  return [...met, ...[...called.keys()].filter((file) => !met.has(file))];
}

interface Source {
  /** The text of each top-level function or constant, without comments. */
  readonly parts: ReadonlyMap<string, string>;
  /** The file that each imported name comes from. */
  readonly imports: ReadonlyMap<string, string>;
}

function sourceOf(file: string): Source {
  const text = readFileSync(file, 'utf8').replace(/^ *(?:\/\/|\/?\*).*$/gm, '');
  const parts = text
    .split(/^(?=(?:export )?(?:(?:async )?function|const|interface|type) )/m)
    .flatMap((part) => {
      const name = /^(?:export )?(?:(?:async )?function|const) (\w+)/.exec(part)?.[1];
      return name === undefined ? [] : [[name, part] as const];
    });
  const imports = [...text.matchAll(/^import (?!type )([^;]*?) from '(\.[^']+)';$/gm)].flatMap(
    ([, names = '', path = '']) =>
      [...names.matchAll(/\w+/g)].map(
        ([name]) => [name, relative('.', resolve(dirname(file), path))] as const,
      ),
  );
  return { parts: new Map(parts), imports: new Map(imports) };
}

function print(what: string, called: Called): void {
  const lines = inOrder(called).map((file) => `  ${file}`);
  process.stdout.write(`${what} enters ${called.size} files of src:\n${lines.join('\n')}\n`);
}
