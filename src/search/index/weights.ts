// Every constant of the score, each with its meaning. The weights of the ranking's features are fitted (`npm run fit`); what
// stands here shapes the features, and was chosen once on judged questions of public collections, never per collection.
import fitted from '../weights.json' with { type: 'json' };

export const DEFAULT_WEIGHTS = {
  /** The fitted weight of each feature of the ranking. */
  rank: fitted.rank,
  /** How much one matched term of each kind counts, per unit of inverse document frequency. */
  ideograph: 1,
  word: 1.7,
  ideographPair: 0.87,
  wordPair: 0.63,
  /** Share of that weight of an ideograph within a longer word of the question, and of a pair that is no part of one. */
  withinWord: 0.37,
  acrossWords: 0.33,
  /** BM25's saturation: a second mention adds about a third of what the first did. */
  saturation: 1,
  /** BM25's length normalisation: 0 ignores the passage's length, 1 divides by it. */
  lengthNormalisation: 0.6,
  /** Share of the mean title's weight that is added to each title's: one of a single word would be held too easily. */
  titlePrior: 0.2,
  /** What a light word (want, possible) that a title holds takes away, per unit of its weight. */
  titleLight: 3.5,
  /** Share of its worth that a title loses if it asks for a definition, and the question has no question word. */
  definition: 0.48,
  /** Share of the answer's features that a list of frequent questions goes without. */
  questionListAnswer: 0.85,
  /** How much of a list of frequent questions a collection must be for a question word of its titles to count like another. */
  questionListAsking: 0.2,

  // Which sentence to quote: each adds to the logarithm of its odds to hold the answer.

  /** A term of one unit, per unit of its rarity among the passage's own sentences. */
  own: 0.125,
  /** Any term, less with its distance to the question word: "founded in" stands beside the year. */
  nearQuestionWord: 0.294,
  /** A term of the title: the whole passage is about it, so it says little about which sentence. */
  inTitle: -0.318,
  /** The same term in the first sentence, which introduces what the title names. */
  opening: 0.137,
  /** Terms found in the sentences before and after. */
  before: 0.078,
  after: 0.065,
  /** Terms found in the next sentence, where that one only refers back. */
  referredTo: 0.07,
  /** Where a date is asked for: the next sentence's share of the best support, if this one names the year and that one none. */
  datedBefore: 1.77,
  /** Share (0..1) of the best supported sentence's rarest terms, and of the question, that the sentence holds. */
  support: 3,
  excerptCoverage: 1,
  /** For the logarithm of the sentence's length in terms: a long one holds some terms by chance. */
  sentenceLength: -0.49,
  /** The sentence shows the kind of thing asked for; dates and numbers are the surest signs. */
  expectedKind: 1,
  expectedDate: 3.7,
  expectedNumber: 1.1,
  expectedPerson: 1.48,
  /** A name in quotation marks where a work is asked for. */
  namedWork: 3.03,
  /** Chance that a further sentence must add: this over the number of sentences, that raised to the exponent. */
  furtherSentence: 0.067,
  furtherExponent: 0.75,
  /** What a sentence gains that a list line asks for which is the question. */
  askedFor: 3,

  // Rules, 1 where they hold; only measuring tools go without one.

  /** An excerpt that opens by pointing back takes the sentence before. */
  standingAlone: 1,
  /** Who asks for a list gets all its items. */
  wholeList: 1,
  /** A printed question is answered by the beginning of its answer. */
  printedOpening: 1,
  /** A number is read as the collection writes it. */
  numerals: 1,
  /** US, WHO and their like are also looked for by the names that they stand for. */
  capitals: 1,
} as const;

export type Weights = Readonly<Record<Exclude<keyof typeof DEFAULT_WEIGHTS, 'rank'>, number>> & {
  readonly rank: RankFeatures;
};

/** What the ranking's formula weighs, each feature from 0 to 1 in any collection. */
export type RankFeature = keyof typeof fitted.rank;
export type RankFeatures = Readonly<Record<RankFeature, number>>;
