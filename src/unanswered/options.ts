// The command line of `npm run unanswered` -> options, or one message that says what is wrong with it.
import { parseArgs } from 'node:util';

/** A gap of the list, and the exchange that covers it; absent: the nearest. */
export interface GapChoice {
  readonly gap: number;
  readonly exchange?: number;
  /** Absent: the nearest exchange's interview. */
  readonly interview?: string;
}

/** A gap of the list that an interview does not cover. */
export interface Silence {
  readonly gap: number;
  /** Absent: the interview that the question was meant for. */
  readonly interview?: string;
}

export interface UnansweredOptions {
  readonly apply: readonly GapChoice[];
  readonly notCovered: readonly Silence[];
  readonly help: boolean;
  readonly json: boolean;
  readonly log?: string;
  readonly knowledge?: string;
  readonly evaluation: string;
}

export type ParsedUnanswered =
  | { readonly ok: true; readonly options: UnansweredOptions }
  | { readonly ok: false; readonly message: string };

export const USAGE =
  'Usage: npm run --silent unanswered -- [--apply N[:ID/EXCHANGE][,…]] [--not-covered N[:ID][,…]] [--json]\n' +
  '       [--log FILE] [--knowledge DIR] [--evaluation DIR]';

export const HELP = `${USAGE}

Lists the questions that were left open, most frequent first, each with the line that would close the gap.

  --apply 1             adds gap 1 to the exchange that comes nearest
  --apply 2:ID/4        adds gap 2 to question 4 of the interview ID (the file ID.md); 2:4 where there is only one interview
  --not-covered 3       records that the interview which the question was meant for does not say
  --not-covered 3:ID    records it of the interview ID
  --knowledge DIR       the folder of the interviews, in place of KNOWLEDGE_DIR
  --log FILE            the log, in place of UNANSWERED_LOG
  --evaluation DIR      where the judged questions go
  --json                one JSON object`;

/** Where `npm run evaluate` finds its questions. */
const EVALUATION = 'tests/evaluation';

/** Gap, then the exchange's number, with its interview in front where that is another one: 2, 2:4, 2:song-haitao/4. */
const CHOICE = /^([1-9]\d{0,3})(?::(?:([a-z0-9-]{1,64})\/)?([1-9]\d{0,3}))?$/;

/** Gap, and the interview's id where another one than it was meant for is recorded; a number alone would be an exchange. */
const SILENCE = /^([1-9]\d{0,3})(?::(?!\d+$)([a-z0-9-]{1,64}))?$/;

export function parseOptions(argv: readonly string[]): ParsedUnanswered {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        apply: { type: 'string', default: '' },
        'not-covered': { type: 'string', default: '' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        log: { type: 'string' },
        knowledge: { type: 'string' },
        evaluation: { type: 'string', default: EVALUATION },
      },
    });
    const { json, help, log, knowledge, evaluation } = values;
    const apply = items(values.apply).map(readChoice);
    const notCovered = items(values['not-covered']).map(readSilence);
    const fault = faultOf(apply, notCovered);
    if (fault !== undefined) return { ok: false, message: fault };
    return {
      ok: true,
      options: {
        apply: apply.flatMap((choice) => choice ?? []),
        notCovered: notCovered.flatMap((silence) => silence ?? []),
        help,
        json,
        evaluation,
        ...(log === undefined ? {} : { log }),
        ...(knowledge === undefined ? {} : { knowledge }),
      },
    };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return { ok: false, message: error.message };
    throw error;
  }
}

function items(list: string): readonly string[] {
  return list === '' ? [] : list.split(',').map((item) => item.trim());
}

function readChoice(item: string): GapChoice | undefined {
  const [, gap, interview, exchange] = CHOICE.exec(item) ?? [];
  if (gap === undefined) return undefined;
  return {
    gap: Number(gap),
    ...(exchange === undefined ? {} : { exchange: Number(exchange) }),
    ...(interview === undefined ? {} : { interview }),
  };
}

function readSilence(item: string): Silence | undefined {
  const [, gap, interview] = SILENCE.exec(item) ?? [];
  if (gap === undefined) return undefined;
  return { gap: Number(gap), ...(interview === undefined ? {} : { interview }) };
}

function faultOf(
  apply: readonly (GapChoice | undefined)[],
  notCovered: readonly (Silence | undefined)[],
): string | undefined {
  if (apply.includes(undefined)) {
    return '--apply takes numbers of the list, each with an exchange where another one than the nearest covers it: 1,2:ID/4';
  }
  if (notCovered.includes(undefined)) {
    return '--not-covered takes numbers of the list, each with an interview where it is another one: 3,5:ID';
  }
  const gaps = [...apply, ...notCovered].map((choice) => choice?.gap);
  return new Set(gaps).size < gaps.length ? 'A gap is named twice.' : undefined;
}
