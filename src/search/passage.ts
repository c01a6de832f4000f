// What the index is built from: one section of one interview.

export interface Passage {
  /** The interviewer's question as printed; '' where there is none. */
  readonly title: string;
  /** '' where there is no translation. */
  readonly translatedTitle: string;
  /** `asked as` wordings. */
  readonly wordings: readonly string[];
  /** The text's sentences in order, each with its closing punctuation. */
  readonly sentences: readonly string[];
  /** Aligned with `sentences` by index, or empty. */
  readonly translation: readonly string[];
}
