// Starts the playground for a person at a terminal: reads the command line, prints the address first, runs until told to stop.
import { parseArgs } from 'node:util';
import { openShelf, type Shelf, type ShelfOptions } from '../answer/shelf.ts';
import { formatProblem, type Problem } from '../knowledge/problem.ts';
import { LOOPBACK } from './http/api.ts';
import type { Listening } from './http/server.ts';
import { openPlayground } from './playground.ts';

/** The knowledge folder, as the main reads it. */
export interface KnowledgeFolder extends Pick<ShelfOptions, 'load'> {
  /** Calls back when files have changed; the result ends it. */
  readonly watch: (watch: {
    readonly onChange: () => void;
    readonly onError: (error: unknown) => void;
  }) => () => Promise<void>;
}

export interface PlaygroundProgram {
  readonly argv: readonly string[];
  readonly write: { readonly out: (text: string) => void; readonly err: (text: string) => void };
  /** A folder of interviews; the configured one where none is named. */
  readonly knowledge: (folder: string | undefined) => KnowledgeFolder;
  /** The bot's own, which `/status` tells. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the playground shall stop. */
  readonly stop: AbortSignal;
  /** Opens a page in the reader's browser; left out where there is no desktop. */
  readonly openPage?: ((address: string) => void) | undefined;
}

const ENTER =
  'This is the real bot on a simulated Discord: the messages, commands and people in the page are made up on this\n' +
  'machine, nothing is sent elsewhere, and everything is forgotten when it stops (Ctrl+C).\n\n' +
  'To answer on Discord itself, copy .env.example to .env, put your token there and run npm start (see README.md).\n' +
  'To ask in the terminal instead, run npm run ask.\n';

/** Exit status: 0 when it was told to stop; 1 when it could not start or the bot gave up; 2 for a bad option. */
export async function runPlayground(program: PlaygroundProgram): Promise<number> {
  const { argv, write, knowledge, stop } = program;
  const parsed = parseOptions(argv);
  if (!parsed.ok) {
    write.err(`${parsed.message}\n${USAGE}\n`);
    return 2;
  }
  const folder = knowledge(parsed.options.knowledge);
  const opened = await openShelf({ load: folder.load, now: program.now });
  if (!opened.ok) {
    write.err(`No interview could be loaded.\n${problemLines(opened.problems)}`);
    return 1;
  }
  const { shelf } = opened;
  const onError = (error: unknown) => write.err(`The playground made a mistake: ${describe(error)}\n`);
  const playground = await open(program, { ...parsed.options, onError }, shelf);
  write.out(announcement(parsed.options, playground.port));
  if (!parsed.options.isQuiet) program.openPage?.(`http://${parsed.options.address}:${playground.port}/`);
  if (shelf.problems.length > 0) write.err(`\n${problemLines(shelf.problems)}`);
  shelf.onChange(() =>
    write.err(
      shelf.problems.length > 0 ? problemLines(shelf.problems) : 'The interviews were loaded anew.\n',
    ),
  );
  const unwatch = folder.watch({ onChange: () => void shelf.look().catch(onError), onError });
  const status = await Promise.race([untilAborted(stop), playground.botEnded]);
  await unwatch();
  await playground.close();
  return status;
}

interface Place extends Listening {
  readonly onError: (error: unknown) => void;
}

function open({ version, now, write, stop }: PlaygroundProgram, place: Place, shelf: Shelf) {
  return openPlayground({ ...place, shelf, version, now, onLog: tellTrouble(write.err, stop) });
}

/** The address stands first, on a line of its own. */
function announcement({ address, firstPort }: Listening, port: number): string {
  const isTaken = firstPort !== 0 && port !== firstPort;
  return [
    `http://${address.includes(':') ? `[${address}]` : address}:${port}/\n\n`,
    isTaken ? `Port ${firstPort} is taken, so this is port ${port}.\n` : '',
    address === LOOPBACK ? '' : 'Everybody who reaches this machine in the network can open this address.\n',
    ENTER,
  ].join('');
}

function untilAborted(stop: AbortSignal): Promise<0> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(0);
    stop.addEventListener('abort', () => resolve(0), { once: true });
  });
}

function problemLines(problems: readonly Problem[]): string {
  return problems.map((problem) => `Warning: ${formatProblem(problem)}\n`).join('');
}

/** Of the bot's log, a terminal shows what went wrong; the page's inspector shows all of it. */
function tellTrouble(err: (text: string) => void, stop: AbortSignal): (line: string) => void {
  return (line) => {
    // What a bot loses that is being stopped is no trouble.
    if (stop.aborted) return;
    const entry: unknown = JSON.parse(line);
    const level = typeof entry === 'object' && entry !== null && 'level' in entry ? Number(entry.level) : 0;
    if (level >= WARN) err(line);
  };
}

/** pino's number for warnings. */
const WARN = 40;

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface PlaygroundOptions extends Listening {
  /** Left out: the configured folder. */
  readonly knowledge?: string;
  /** Whether the page is not to be opened by itself. */
  readonly isQuiet: boolean;
}

export type ParsedPlayground =
  | { readonly ok: true; readonly options: PlaygroundOptions }
  | { readonly ok: false; readonly message: string };

const USAGE =
  'Usage: npm run playground -- [--port N] [--expose-to-network ADDRESS] [--knowledge DIR] [--no-open]';

/** Free on most machines, and easy to tell from the ports of other tools. */
const FIRST_PORT = 4580;
const LAST_PORT = 65_000;

function parseOptions(argv: readonly string[]): ParsedPlayground {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        'expose-to-network': { type: 'string' },
        knowledge: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
    const { port = String(FIRST_PORT), 'expose-to-network': address = LOOPBACK } = values;
    const fault = faultOf(port, address);
    if (fault !== undefined) return { ok: false, message: fault };
    const { knowledge } = values;
    const folder = knowledge === undefined ? {} : { knowledge };
    const isQuiet = values['no-open'];
    return { ok: true, options: { address, firstPort: Number(port), isQuiet, ...folder } };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return { ok: false, message: error.message };
    throw error;
  }
}

function faultOf(port: string, address: string): string | undefined {
  if (!/^\d{1,5}$/u.test(port) || Number(port) > LAST_PORT) {
    return `--port takes a number up to ${LAST_PORT}, not ${JSON.stringify(port)}.`;
  }
  // The page checks the name under which it was opened, so it has to know that name.
  if (/^(?:0\.0\.0\.0|::|\*|)$/u.test(address) || !/^[\w.:-]+$/u.test(address)) {
    return '--expose-to-network takes the one address of this machine that others will open, such as 192.168.1.20.';
  }
  return undefined;
}
