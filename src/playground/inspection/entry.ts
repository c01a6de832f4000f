// An entry of the simulator's log -> a line of the inspector.
import { describeProblem } from '../../simulator/inspection/form-errors.ts';
import type { LogEntry } from '../../simulator/inspection/log.ts';
import type { RecordView, SchemaView } from '../protocol.ts';

export type Line = Omit<RecordView, 'number' | 'withheld'>;

const UNPUBLISHED: SchemaView = { verdict: 'unpublished' };
/** Spent with its interaction, but no more the inspector's to show than any token. */
const TOKEN = /fake-(?:interaction-)?token(?:-\d+)?/gu;

export function lineOf(entry: LogEntry): Line {
  const { at } = entry;
  switch (entry.kind) {
    case 'gateway': {
      const isEvent = entry.direction === 'to-bot';
      const title = entry.delivered ? entry.name : `${entry.name} (withheld: no intent for it)`;
      // Only dispatched events have schemas; they alone have names in capitals.
      const schema = /^[A-Z_]+$/u.test(entry.name) ? schemaOf(entry) : UNPUBLISHED;
      return { at, kind: isEvent ? 'event' : 'sent', title, body: withoutTokens(entry.payload), schema };
    }
    case 'request': {
      const title = `${entry.method} ${withoutToken(entry.path)}`;
      return { at, kind: 'request', title, body: withoutTokens(entry.body), schema: schemaOf(entry) };
    }
    case 'response': {
      const title = entry.status === 0 ? `cut (${entry.route})` : `${entry.status} (${entry.route})`;
      return { at, kind: 'response', title, body: withoutTokens(entry.body), schema: schemaOf(entry) };
    }
    case 'connection': {
      const title = entry.what === 'opened' ? 'connection opened' : `connection closed (${entry.code})`;
      return { at, kind: 'connection', title, body: undefined, schema: UNPUBLISHED };
    }
  }
}

function schemaOf({ problems }: Extract<LogEntry, { readonly problems: unknown }>): SchemaView {
  return problems.length === 0
    ? { verdict: 'fits' }
    : { verdict: 'problems', problems: problems.map(describeProblem) };
}

function withoutToken(text: string): string {
  return text.replace(TOKEN, '[token]');
}

function withoutTokens(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(withoutToken(JSON.stringify(body)));
}
