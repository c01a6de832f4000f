// Which answer belongs to which question, for edits and deletions: ids only, the oldest forgotten.

/** Questions remembered: hours on a busy server, some hundred kilobytes. */
const CAPACITY = 2_000;
/** How long after the answer an edit of the question counts, in milliseconds. */
const EDIT_WINDOW_MS = 2 * 60_000;

interface Entry {
  readonly answer: string;
  readonly time: number;
  readonly isEdited: boolean;
}

export interface AnswerMemory {
  readonly remember: (question: string, answer: string) => void;
  /** The answer to change for an edited question, once and within two minutes; undefined otherwise. */
  readonly takeForEdit: (question: string) => string | undefined;
  /** The answer to remove with its question, which is then forgotten. */
  readonly takeForDeletion: (question: string) => string | undefined;
}

/** `now` in milliseconds; only differences matter. */
export function rememberAnswers(now: () => number): AnswerMemory {
  const entries = new Map<string, Entry>();
  return {
    remember: (question, answer) => {
      entries.set(question, { answer, time: now(), isEdited: false });
      const oldest = entries.keys().next();
      if (entries.size > CAPACITY && oldest.done !== true) entries.delete(oldest.value);
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
