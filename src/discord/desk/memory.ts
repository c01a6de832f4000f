// What each member was last answered, and where: for ten minutes, so that "why?" is understood; which answer belongs to which
// question, for two; and which of the bot's messages Discord told of, though the request failed. A restart forgets it all.
import type { Quotation } from '../../answer/reply.ts';
import type { Origin } from './gate.ts';

export interface Memory {
  /** What was quoted before the question with this id; undefined where nothing was, or too long ago. */
  readonly before: (origin: Origin, question: string) => Quotation | undefined;
  /** Keeps what the question with this id was answered with. */
  readonly answered: (origin: Origin, question: string, quotation: Quotation) => void;
}

/** Milliseconds for which an answer is remembered. */
const LIFETIME_MS = 10 * 60_000;
/** Members at places remembered: some hundred kilobytes; beyond it the one answered longest ago is forgotten. */
const CAPACITY = 2_000;

interface Entry {
  readonly question: string;
  readonly quotation: Quotation;
  /** What the same question followed: an edit of it follows that again, and not its own answer. */
  readonly followed: Quotation | undefined;
  readonly time: number;
}

/** `now` in milliseconds of a clock that never jumps; only differences matter. */
export function openMemory(now: () => number, capacity = CAPACITY): Memory {
  const entries = new Map<string, Entry>();
  const before: Memory['before'] = (origin, question) => {
    const entry = entries.get(keyOf(origin));
    if (!entry || now() - entry.time > LIFETIME_MS) return undefined;
    return entry.question === question ? entry.followed : entry.quotation;
  };
  return {
    before,
    answered: (origin, question, quotation) => {
      const key = keyOf(origin);
      const followed = before(origin, question);
      // Taken out first: a Map keeps the order of insertion.
      entries.delete(key);
      entries.set(key, { question, quotation, followed, time: now() });
      const oldest = entries.keys().next();
      if (entries.size > capacity && oldest.done !== true) entries.delete(oldest.value);
    },
  };
}

function keyOf({ member, channel }: Origin): string {
  return `${channel}/${member}`;
}

export interface Echoes {
  /** A message of the bot's own was told: the key is its nonce, else the id of the interaction that it follows. */
  readonly hear: (key: string, message: string) => void;
  /** The id of the message with the key; undefined where none is told soon. */
  readonly find: (key: string) => Promise<string | undefined>;
}

/** Milliseconds that an echo may come after the failure of its request. */
const LONGEST_ECHO_MS = 2_000;
/** Echoes kept: some minutes of a busy server. */
const MOST_ECHOES = 2_000;

export function openEchoes(longest = LONGEST_ECHO_MS): Echoes {
  const heard = new Map<string, string>();
  const waiting = new Map<string, (message: string) => void>();
  return {
    hear: (key, message) => {
      heard.set(key, message);
      const oldest = heard.keys().next();
      if (heard.size > MOST_ECHOES && oldest.done !== true) heard.delete(oldest.value);
      waiting.get(key)?.(message);
    },
    find: async (key) => heard.get(key) ?? (await nextEcho(waiting, key, longest)),
  };
}

function nextEcho(
  waiting: Map<string, (message: string) => void>,
  key: string,
  longest: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (message?: string) => {
      clearTimeout(timer);
      waiting.delete(key);
      resolve(message);
    };
    const timer = setTimeout(end, longest);
    waiting.set(key, end);
  });
}

/** Questions remembered: hours on a busy server, some hundred kilobytes. */
const MOST_QUESTIONS = 2_000;
/** How long after the answer an edit of the question counts, in milliseconds. */
const EDIT_WINDOW_MS = 2 * 60_000;

interface GivenAnswer {
  readonly answer: string;
  readonly time: number;
  readonly isEdited: boolean;
}

/** Which answer belongs to which question, for edits and deletions: ids only, the oldest forgotten. */
export interface AnswerMemory {
  readonly remember: (question: string, answer: string) => void;
  /** The answer to change for an edited question, once and within two minutes; undefined otherwise. */
  readonly takeForEdit: (question: string) => string | undefined;
  /** The answer to remove with its question, which is then forgotten. */
  readonly takeForDeletion: (question: string) => string | undefined;
}

/** `now` in milliseconds; only differences matter. */
export function rememberAnswers(now: () => number): AnswerMemory {
  const entries = new Map<string, GivenAnswer>();
  return {
    remember: (question, answer) => {
      entries.set(question, { answer, time: now(), isEdited: false });
      const oldest = entries.keys().next();
      if (entries.size > MOST_QUESTIONS && oldest.done !== true) entries.delete(oldest.value);
    },
    takeForEdit: (question) => {
      const entry = entries.get(question);
      if (!entry || entry.isEdited || now() - entry.time > EDIT_WINDOW_MS) return undefined;
      entries.set(question, { ...entry, isEdited: true });
      return entry.answer;
    },
    takeForDeletion: (question) => {
      const entry = entries.get(question);
      entries.delete(question);
      return entry?.answer;
    },
  };
}
