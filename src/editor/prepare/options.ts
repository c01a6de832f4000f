// The command line of `interview prepare` -> options, or one message that says what is wrong with it.
import { parseArgs } from 'node:util';
import { addressOf } from './assistant.ts';

export interface Options {
  readonly id: string;
  /** Left out: the configured folder. */
  readonly knowledge?: string;
  /** A folder, or the worksheet's own path; left out: the current folder. */
  readonly out?: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly work: Work;
}

export type Work =
  | { readonly kind: 'write-worksheet' }
  | {
      readonly kind: 'take-back';
      readonly from: string;
      readonly isByHand: boolean;
      readonly isDecided: boolean;
    }
  | { readonly kind: 'ask'; readonly address: URL; readonly model: string; readonly timeLimit: number };

export type ParsedOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

export const USAGE = `Usage: npm run interview -- prepare ID [--out DIR or FILE] [--force]         writes ID.worksheet.md
       npm run interview -- prepare ID --from FILE [--by-hand] [--decided]   takes it, or an assistant's answer, back
       npm run interview -- prepare ID --ask URL --model NAME                asks an OpenAI-compatible address
Each with [--knowledge DIR] [--json]. --by-hand: a person wrote the lines, they need no mark “proposed, not yet read”;
--decided: also takes the lines that lead elsewhere. A key for URL comes from VERBATIM_ASSISTANT_KEY; [--time-limit SECONDS].`;

/** Seconds for one answer: a model on a laptop takes a minute or two for a long part. */
const TIME_LIMIT = '300';
const ID = /^[a-z0-9-]{1,64}$/;

export function parseOptions(argv: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        knowledge: { type: 'string' },
        out: { type: 'string' },
        force: { type: 'boolean', default: false },
        from: { type: 'string' },
        'by-hand': { type: 'boolean', default: false },
        decided: { type: 'boolean', default: false },
        ask: { type: 'string' },
        model: { type: 'string' },
        'time-limit': { type: 'string', default: TIME_LIMIT },
        json: { type: 'boolean', default: false },
      },
    });
    const [id = '', ...others] = positionals;
    if (!ID.test(id) || others.length > 0) return fault('Name one interview: its file’s name without .md.');
    const work = workOf(values);
    if (typeof work === 'string') return fault(work);
    const { knowledge, out, force, json } = values;
    if (force && work.kind !== 'write-worksheet')
      return fault('--force belongs to a worksheet: lists are merged, never overwritten.');
    const named = {
      ...(knowledge === undefined ? {} : { knowledge }),
      ...(out === undefined ? {} : { out }),
    };
    return { ok: true, options: { id, ...named, force, json, work } };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return fault(error.message);
    throw error;
  }
}

function fault(message: string): ParsedOptions {
  return { ok: false, message };
}

interface Values {
  readonly from?: string | undefined;
  readonly ask?: string | undefined;
  readonly model?: string | undefined;
  readonly 'by-hand': boolean;
  readonly decided: boolean;
  readonly 'time-limit': string;
}

function workOf(values: Values): Work | string {
  const { from, ask, model, 'by-hand': isByHand, decided: isDecided, 'time-limit': seconds } = values;
  if (from !== undefined && ask !== undefined)
    return '--from and --ask are two ways to the same lists: give one.';
  if (ask === undefined) {
    if (model !== undefined) return '--model belongs to --ask.';
    if (from !== undefined) return { kind: 'take-back', from, isByHand, isDecided };
    return isByHand || isDecided ? '--by-hand and --decided belong to --from.' : { kind: 'write-worksheet' };
  }
  if (isByHand) return '--by-hand does not go with --ask: what an assistant wrote is marked.';
  if (model === undefined) return '--ask needs --model NAME.';
  if (!/^\d{1,5}(?:\.\d+)?$/.test(seconds) || Number(seconds) === 0)
    return `--time-limit takes seconds, not ${JSON.stringify(seconds)}.`;
  const address = addressOf(ask);
  // The address is not repeated: what is wrong with it may be the key in it.
  if (typeof address === 'string') return `What --ask names ${address}`;
  return { kind: 'ask', address, model, timeLimit: Number(seconds) * 1000 };
}
