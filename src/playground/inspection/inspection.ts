// The inspector's record: everything between Discord and the bot in order, the bot's log, and why it answered as it did.
import type { SimulatedDiscord } from '../../simulator/discord.ts';
import { isObject, stringIn } from '../../simulator/json.ts';
import type { ExplanationView, RecordView } from '../protocol.ts';
import { watchConcerns } from './concerns.ts';
import { type Line, lineOf } from './entry.ts';

export interface Inspection {
  readonly follow: (discord: SimulatedDiscord) => void;
  /** Takes a line of the bot's log. */
  readonly hearLog: (line: string) => void;
  /** What somebody may see of the records so far. */
  readonly recordsFor: (personId: string) => readonly RecordView[];
  /** Calls back with the records that come; the result ends it. */
  readonly subscribe: (personId: string, listener: (record: RecordView) => void) => () => void;
}

export interface InspectionOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly explain: (question: string) => ExplanationView;
}

interface Kept {
  readonly line: Line;
  readonly number: number;
  /** The only person who may see the body. */
  readonly concerns: string | undefined;
}

const MOST_RECORDS = 400;

export function openInspection({ now, explain }: InspectionOptions): Inspection {
  const concerns = watchConcerns();
  const listeners = new Set<(kept: Kept) => void>();
  let records: readonly Kept[] = [];
  let next = 1;
  const keep = (line: Line, person: string | undefined) => {
    const kept = { line, number: next, concerns: person };
    next += 1;
    records = [...records.slice(1 - MOST_RECORDS), kept];
    for (const listener of listeners) listener(kept);
  };
  return {
    follow: (discord) => {
      discord.follow((event) => concerns.learn(event));
      discord.log.subscribe((entry) => keep(lineOf(entry), concerns.personIn(entry)));
    },
    hearLog: (text) => {
      const entry: unknown = JSON.parse(text);
      const body = isObject(entry) ? entry : {};
      const member = stringIn(body, 'member');
      const question = stringIn(body, 'question');
      const title = `${stringIn(body, 'msg') ?? ''}`;
      keep({ at: now(), kind: 'log', title, body, schema: { verdict: 'unpublished' } }, member);
      if (question === undefined || question === '') return;
      const why = { at: now(), kind: 'explanation', title: question, body: explain(question) } as const;
      keep({ ...why, schema: { verdict: 'unpublished' } }, member);
    },
    recordsFor: (personId) => records.map((kept) => recordFor(personId, kept)),
    subscribe: (personId, listener) => {
      const hear = (kept: Kept) => listener(recordFor(personId, kept));
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function recordFor(personId: string, { line, number, concerns }: Kept): RecordView {
  if (concerns === undefined || concerns === personId) return { ...line, number, withheld: false };
  const { at, kind, schema } = line;
  return { number, at, kind, title: withheldTitle(line), withheld: true, schema };
}

/** A question is its own title, and a path may hold an id; the kind of thing is all that others learn. */
function withheldTitle({ kind, title }: Line): string {
  return kind === 'explanation' ? '…' : (title.split(' ')[0] ?? '');
}
