// The command line of the playground -> where it listens, or one message that says what is wrong with it.
import { parseArgs } from 'node:util';
import { LOOPBACK } from './http/guard.ts';

export interface Options {
  readonly address: string;
  readonly firstPort: number;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

export const USAGE = 'Usage: npm run playground -- [--port N] [--expose-to-network ADDRESS]';

/** Free on most machines, and easy to tell from the ports of other tools. */
const FIRST_PORT = 4580;
const LAST_PORT = 65_000;

export function parseOptions(argv: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { port: { type: 'string' }, 'expose-to-network': { type: 'string' } },
    });
    const { port = String(FIRST_PORT), 'expose-to-network': address = LOOPBACK } = values;
    const fault = faultOf(port, address);
    if (fault !== undefined) return { ok: false, message: fault };
    return { ok: true, options: { address, firstPort: Number(port) } };
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
