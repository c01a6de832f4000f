// What search knows of one section: its question, other wordings of it, its sentences in order and their translation.

export interface Passage {
  /** The interviewer's question as printed, or ''. */
  readonly title: string;
  /** The same in the translation, or ''. */
  readonly translatedTitle: string;
  /** The editor's other wordings of what it answers, in any language. */
  readonly wordings: readonly string[];
  /** For each wording the sentence that it asks for, where the editor says so; left out where none does. */
  readonly askedSentences?: readonly (number | undefined)[];
  /** The section's text in order; a sentence keeps its closing punctuation. */
  readonly sentences: readonly string[];
  /** The translated sentences aligned with `sentences` by index, or []. */
  readonly translation: readonly string[];
}
