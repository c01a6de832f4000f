// What becomes of each question, as the simulated Discord sees it: every answer, every request that carried one and how that
// ended. What nobody answered is lost, and the last response says to what.
import type { Loss, Surface } from '../../src/discord/desk/vitals.ts';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import type { LogEntry } from '../../src/simulator/record/log.ts';
import type { Interaction, Message, WorldEvent } from '../../src/simulator/world/nouns.ts';

export interface Question {
  readonly surface: Surface;
  /** Milliseconds of a clock that only ever goes on. */
  readonly begun: number;
  /** Whether nothing was made to go wrong when it was asked. */
  readonly isCalm: boolean;
  ended: number | undefined;
  /** Answers that the bot made for it: a line that says why there is none is no answer. */
  answers: number;
  /** The last response to its requests that was no success. */
  trouble: Trouble | undefined;
  /** Whether the last response of all was none: the bot may call lost what is there. */
  hasFailedLast: boolean;
  /** The bot said no more than that it did not work. */
  isApology: boolean;
}

interface Trouble {
  /** 0: the connection was cut. */
  readonly status: number;
  /** Discord's own, 0 where there is none. */
  readonly code: number;
}

/** What Discord's user did: said something, changed what was said, used a command or a control. */
export type Act =
  | { readonly surface: 'message'; readonly message: Message }
  | { readonly surface: 'edit'; readonly answer: Message }
  | { readonly surface: Exclude<Surface, 'message' | 'edit'>; readonly interaction: Interaction }
  /** A press that shall remove the message with the control. */
  | { readonly surface: 'control'; readonly interaction: Interaction; readonly removes: Message };

export interface Ledger {
  readonly questions: readonly Question[];
  readonly open: (act: Act, begun: number, isCalm: boolean) => Question;
  /** Whether it is answered within so many milliseconds; it may still be later. */
  readonly answered: (question: Question, milliseconds: number) => Promise<boolean>;
  readonly close: () => void;
}

interface Book {
  readonly now: () => number;
  readonly apologies: ReadonlySet<string>;
  readonly bot: string;
  /** By the id of what was asked; `edit` or `removal` and the id of the bot's message. */
  readonly open: Map<string, Question>;
  readonly waiting: Map<Question, () => void>;
  /** By the number of the request. */
  readonly requests: Map<number, Question>;
}

/** @param apologies what the bot says where something did not work */
export function openLedger(
  discord: SimulatedDiscord,
  { now, apologies }: Pick<Book, 'now' | 'apologies'>,
): Ledger {
  const questions: Question[] = [];
  const book: Book = {
    ...{ now, apologies, bot: discord.bot.id },
    ...{ open: new Map(), waiting: new Map(), requests: new Map() },
  };
  const ends = [
    discord.follow((event) => hear(book, event)),
    discord.log.subscribe((entry) => look(book, entry)),
  ];
  return {
    questions,
    open: (act, begun, isCalm) => {
      const question: Question = {
        ...{ surface: act.surface, begun, isCalm, ended: undefined, answers: 0 },
        ...{ trouble: undefined, hasFailedLast: false, isApology: false },
      };
      questions.push(question);
      for (const key of keysOf(act)) book.open.set(key, question);
      return question;
    },
    answered: (question, milliseconds) => waitFor(book, question, milliseconds),
    close: () => {
      for (const end of ends) end();
    },
  };
}

function keysOf(act: Act): readonly string[] {
  switch (act.surface) {
    case 'message':
      return [act.message.id];
    case 'edit':
      return [`edit ${act.answer.id}`];
    default:
      return [act.interaction.id, ...('removes' in act ? [`removal ${act.removes.id}`] : [])];
  }
}

function waitFor({ waiting }: Book, question: Question, milliseconds: number): Promise<boolean> {
  if (question.ended !== undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      waiting.delete(question);
      resolve(question.ended !== undefined);
    };
    const timer = setTimeout(end, milliseconds);
    waiting.set(question, end);
  });
}

function finish({ now, waiting }: Book, question: Question | undefined): void {
  if (question === undefined || question.ended !== undefined) return;
  question.ended = now();
  waiting.get(question)?.();
}

function hear(book: Book, event: WorldEvent): void {
  const { open, bot } = book;
  switch (event.type) {
    case 'message-created':
      if (event.message.author.id === bot) hearMessage(book, event.message);
      return;
    case 'message-updated':
      if (event.message.author.id === bot) finish(book, open.get(`edit ${event.message.id}`));
      return;
    case 'message-deleted':
      finish(book, open.get(`removal ${event.message.id}`));
      return;
    case 'interaction-responded':
      if (['message', 'update', 'modal'].includes(event.interaction.response.state))
        finish(book, open.get(event.interaction.id));
      return;
    default:
  }
}

function hearMessage(book: Book, message: Message): void {
  const { nonce, reference, interactionId } = message;
  const asked = interactionId ?? (nonce === undefined ? reference?.messageId : String(nonce));
  const question = book.open.get(asked ?? '');
  if (question === undefined) return;
  if (interactionId === undefined || message.embeds.length > 0) question.answers += 1;
  question.isApology ||= book.apologies.has(String(message.embeds[0]?.['description']));
  if (interactionId === undefined) finish(book, question);
}

/** The simulator writes an interaction's id into its token. */
const TOKEN = /\/(?:interactions\/|webhooks\/\d+\/fake-interaction-token-)(\d+)/;
const LEAST_FAILURE = 400;

function look({ open, requests }: Book, entry: LogEntry): void {
  if (entry.kind === 'request') {
    const question = open.get(askedBy(entry) ?? '');
    if (question) requests.set(entry.request, question);
  }
  if (entry.kind === 'response') {
    const question = requests.get(entry.request);
    requests.delete(entry.request);
    if (question === undefined) return;
    const { status, body } = entry;
    question.hasFailedLast = status === 0 || status >= LEAST_FAILURE;
    if (question.hasFailedLast) question.trouble = { status, code: Number(fieldOf(body, 'code') ?? 0) };
  }
}

function askedBy({ route, path, body }: LogEntry & { readonly kind: 'request' }): string | undefined {
  if (route === 'create_message') return String(fieldOf(body, 'nonce'));
  if (route === 'update_message') return `edit ${path.split('/').at(-1)}`;
  return TOKEN.exec(path)?.[1];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A span in which Discord may have told the bot nothing, in milliseconds of the ledger's clock. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** `untold`: Discord ended the session and never told the bot. `silent`: nobody can say where it went. */
export type Fate = 'answered' | 'untold' | 'silent' | Loss;

export function fateOf({ ended, begun, trouble, isApology }: Question, gaps: readonly Gap[]): Fate {
  if (ended !== undefined && !isApology) return 'answered';
  if (trouble) return lossBy(trouble);
  return gaps.some(({ from, to }) => begun <= to && begun >= from) ? 'untold' : 'silent';
}

/** Why the last request for an answer that is there was refused; undefined where it was not. */
export function troubleAfter(question: Question, gaps: readonly Gap[]): Loss | undefined {
  const { trouble, hasFailedLast } = question;
  if (!trouble || !hasFailedLast || trouble.code === ACKNOWLEDGED) return undefined;
  return fateOf(question, gaps) === 'answered' ? lossBy(trouble) : undefined;
}

const [FORBIDDEN, NOT_FOUND, TOO_MANY, SERVER_ERROR] = [403, 404, 429, 500] as const;
/** Discord's codes for an interaction, and for a token of one, that it does not know any more. */
const LATE: readonly number[] = [10062, 50027];

/** Discord has a first response already: the request before was taken. */
const ACKNOWLEDGED = 40060;

/** By the meaning of Discord's status and code, written apart from the bot's own table. */
function lossBy({ status, code }: Trouble): Loss {
  if (status === 0) return 'unreachable';
  if (status === TOO_MANY || LATE.includes(code)) return 'late';
  if (status >= SERVER_ERROR) return 'refused';
  if (status === FORBIDDEN) return 'forbidden';
  return status === NOT_FOUND ? 'gone' : 'refused';
}
