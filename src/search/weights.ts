// Every constant of the score, each with its meaning. They were fitted together on judged questions of public
// collections (see src/evaluation), never per collection: what differs between collections is read from their own text.

export const DEFAULT_WEIGHTS = {
  /** How much one matched term of each kind counts, per unit of inverse document frequency. */
  ideograph: 1,
  word: 1.7,
  ideographPair: 0.8,
  wordPair: 0.7,
  /** BM25's saturation: a second mention adds about a third of what the first did. */
  saturation: 1.2,
  /** BM25's length normalisation: 0 ignores the passage's length, 1 divides by it. */
  lengthNormalisation: 0.5,
  /** Terms found anywhere in the answer, saturated and length-normalised. */
  answer: 0.066,
  /** The same terms by how few of the candidates hold them: what tells sister passages apart. */
  distinction: 0.15,
  /** The best single sentence's matched terms. */
  sentence: 0.089,
  /** The best two neighbouring sentences' matched terms. */
  window: 0.086,
  /** The best sentence's matched terms together with those of the title. */
  joint: 0.091,
  /** Terms found in the title or in one other wording. */
  title: 0.088,
  /** Share (0..1) of the question's weight that the title holds, and of the title's weight that the question holds. */
  titleCoverage: 2.07,
  titlePrecision: 1.62,
  /** The same three again, times the share of titles that are questions themselves. */
  questionTitle: 0.137,
  questionTitleCoverage: 5.1,
  questionTitlePrecision: 2.4,

  /** How much commoner the question's terms are in the passage's wordings than in all (a sum of logarithms of ratios). */
  wordings: 0.125,

  // Which sentence to quote: each adds to the logarithm of its odds to hold the answer.

  /** A term of one unit, per unit of its rarity among the passage's own sentences. */
  own: 0.18,
  /** Any term, divided by one plus its distance to the question word: "founded in" stands beside the year. */
  nearQuestionWord: 0.42,
  /** A term of the title: the whole passage is about it, so it says little about which sentence. */
  inTitle: -0.217,
  /** Terms found in the sentences before and after. */
  before: 0.09,
  after: 0.078,
  /** Share (0..1) of the question that the sentence holds. */
  excerptCoverage: 2.8,
  /** The sentence with the rarest terms of all. */
  bestSupported: 1.03,
  /** The sentence shows the kind of thing asked for; dates and numbers are the surest signs. */
  expectedKind: 0.92,
  expectedDate: 3.6,
  expectedNumber: 1.25,
  /** Chance that a further sentence must add, as a multiple of a blind guess (one over the number of sentences). */
  furtherSentence: 0.15,
} as const;

export type Weights = Readonly<Record<keyof typeof DEFAULT_WEIGHTS, number>>;
