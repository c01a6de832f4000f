// The inspector’s record: everything between Discord and the bot in order, the bot’s log, and why it answered as it did. Direct
// messages and interactions are one visitor’s own affair, so that their contents are shown to nobody else.
import { ask } from '../../answer/ask.ts';
import type { Library } from '../../answer/library.ts';
import type { SectionRef } from '../../answer/reply.ts';
import type { SimulatedDiscord } from '../../simulator/discord.ts';
import { isObject, type Json, stringIn } from '../../simulator/protocol/json.ts';
import { describeProblem } from '../../simulator/protocol/problems.ts';
import type { LogEntry } from '../../simulator/record/log.ts';
import type { WorldEvent } from '../../simulator/world/nouns.ts';
import type { ExplanationView, RecordView, SchemaView } from '../protocol/records.ts';

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
  readonly line: RecordLine;
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
  const keep = (line: RecordLine, person: string | undefined) => {
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
function withheldTitle({ kind, title }: RecordLine): string {
  return kind === 'explanation' ? '…' : (title.split(' ')[0] ?? '');
}

export type RecordLine = Omit<RecordView, 'number' | 'withheld'>;

const UNPUBLISHED: SchemaView = { verdict: 'unpublished' };
/** Spent with its interaction, but no more the inspector's to show than any token. */
const TOKEN = /fake-(?:interaction-)?token(?:-\d+)?/gu;

/** An entry of the simulator’s log, without tokens. */
function lineOf(entry: LogEntry): RecordLine {
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

/** Whom a packet or request concerns alone. */
export interface Concerns {
  /** Learns from what happens which ids belong to whom. */
  readonly learn: (event: WorldEvent) => void;
  /** The id of the only person concerned; undefined where everybody may look. */
  readonly personIn: (entry: LogEntry) => string | undefined;
}

/** Interactions and conversations remembered; the oldest are forgotten, and Discord knows them no longer either. */
const MOST_REMEMBERED = 2_000;

function watchConcerns(): Concerns {
  const owners = new Map<string, string>();
  /** So that a response is told like its request, which alone has the path. */
  const requests = new Map<number, string>();
  const ownerOfPath = (path: string) =>
    path
      .split(/[/?=&]/u)
      .map((part) => owners.get(part))
      .find((owner) => owner !== undefined);
  return {
    learn: (event) => {
      if (event.type === 'interaction-created') {
        const { id, token, user } = event.interaction;
        remember(owners, id, user.id);
        remember(owners, token, user.id);
      }
      if (event.type === 'channel-created' && event.channel.kind === 'dm') {
        remember(owners, event.channel.id, event.channel.participantIds[0] ?? '');
      }
    },
    personIn: (entry) => {
      switch (entry.kind) {
        case 'gateway':
          return ownerOfEvent(entry.payload) ?? owners.get(stringIn(entry.payload, 'channel_id') ?? '');
        case 'request': {
          const owner = ownerOfPath(entry.path);
          if (owner !== undefined) remember(requests, entry.request, owner);
          return owner;
        }
        case 'response':
          return requests.get(entry.request);
        case 'connection':
          return undefined;
      }
    },
  };
}

/** An interaction tells in itself whose it is. */
function ownerOfEvent(payload: Json): string | undefined {
  if (typeof payload['token'] !== 'string' || payload['application_id'] === undefined) return undefined;
  const member = isObject(payload['member']) ? payload['member'] : payload;
  return isObject(member['user']) ? stringIn(member['user'], 'id') : undefined;
}

function remember<K>(map: Map<K, string>, key: K, value: string): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST_REMEMBERED) return;
    map.delete(oldest);
  }
}

/** Heaviest first; the many light ones explain nothing. */
const MOST_TERMS = 20;

/** Asks again. What a reply referred to is not known. */
export function explain(library: Library, question: string): ExplanationView {
  const reply = ask(library, { question });
  const { basis, best, runnerUp, decision, threshold } = reply.reasoning;
  return {
    question,
    outcome: reply.outcome === 'answer' ? 'answer' : `${reply.outcome} (${reply.reason})`,
    basis,
    quoted: reply.outcome === 'answer' ? nameOf(reply.quotation.source) : null,
    probability: reply.probability,
    threshold,
    decision,
    best: best ? nameOf(best.source) : null,
    score: best?.score ?? 0,
    parts: best?.explanation.parts ?? [],
    terms: (best?.explanation.terms ?? []).slice(0, MOST_TERMS),
    runnerUp: runnerUp ? nameOf(runnerUp.source) : null,
    runnerUpProbability: runnerUp?.probability ?? 0,
  };
}

function nameOf(source: SectionRef): string {
  const section = source.section === 'exchange' ? `question ${source.exchange}` : source.section;
  return `${source.interview}, ${section}`;
}
