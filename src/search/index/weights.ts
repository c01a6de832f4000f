// Every constant of the score, each with its meaning. The weights of the ranking's features are fitted (`npm run fit`); what
// stands here shapes the features, and was chosen once on judged questions of public collections, never per collection.
import fitted from '../weights.json' with { type: 'json' };

export const DEFAULT_WEIGHTS = {
  /** The fitted weight of each feature of the ranking, and of each that tells which sentence holds the answer. */
  rank: fitted.rank,
  sentence: fitted.sentence,
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

  // Which sentence to quote.

  /** Chance that a further sentence must add: this over the number of sentences, that raised to the exponent. */
  furtherSentence: 0.08,
  furtherExponent: 0.75,

  // Rules, 1 where they hold; only measuring tools go without one.

  /** An excerpt that opens by pointing back takes the sentence before. */
  standingAlone: 1,
  /** Who asks for a list gets all its items. */
  wholeList: 1,
  /** A printed question is answered by the beginning of its answer. */
  printedOpening: 1,
  /** A number is read as the collection writes it. */
  numerals: 1,
  /** A word is also looked for by the others of its family, and US, WHO and their like by the names that they stand for. */
  families: 1,
} as const;

export type Weights = Readonly<Record<Exclude<keyof typeof DEFAULT_WEIGHTS, 'rank' | 'sentence'>, number>> & {
  readonly rank: RankFeatures;
  readonly sentence: SentenceFeatures;
};

/** What the ranking's formula weighs, each feature from 0 to 1 in any collection. */
export type RankFeature = keyof typeof fitted.rank;
export type RankFeatures = Readonly<Record<RankFeature, number>>;

/**
 * What tells that a sentence, not another of its passage, holds the answer: the question's terms in it (of one unit, near the
 * question word, of the title, of the title in the first sentence) and in its neighbours, its share (0..1) of what the best
 * sentence and the question have, the logarithm of its length in terms, what it shows of the kind asked for, and how much the
 * list lines that ask for it are the question.
 */
export type SentenceFeature = keyof typeof fitted.sentence;
export type SentenceFeatures = Readonly<Record<SentenceFeature, number>>;
export const SENTENCE_FEATURES = Object.keys(fitted.sentence) as readonly SentenceFeature[];
