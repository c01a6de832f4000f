// Every threshold of the decision, in one place, with its reason.

/**
 * Share 0..1 of the question's term weight that must be found together before an excerpt is shown. On the second interview,
 * which has no lists of questions, 0.36 answers 5 of 100 more rightly, as many wrongly, and 12 of 100 that it does not cover
 * (`npm run evaluate` prints all three, and the curve of the tuning sets).
 */
export const ENOUGH_TO_ANSWER = 0.48;

/**
 * The same where the editor also lists what the interview does not say, for a question that is as much like those as like
 * the ones that it answers: a fair share of what members ask is not covered.
 */
export const ENOUGH_BETWEEN_LISTS = 0.78;

/** Least that an answer needs however much its question is like those that are answered: the excerpt must say something of it. */
export const LEAST_EVIDENCE = 0.12;

/** Length of the shorter of the two lists from which on they decide more than ENOUGH_TO_ANSWER does. */
export const TELLING_LIST = 20;

/** Share of two questions' weight, each of the other's, from which on they are the same. */
export const SAME_QUESTION = 0.9;

/** What each unit of the closest wording's fit, and of the terms' lean, towards the answered questions saves of that share. */
export const EVIDENCE_PER_FIT = 0.05;
export const EVIDENCE_PER_LEAN = 0.003;

/** Below this share what was found is a stray character or two. */
export const NEXT_TO_NOTHING = 0.1;

/** Share of the evidence that an answer needs, below which nothing is worth suggesting as what was meant. */
export const ENOUGH_TO_SUGGEST = 0.5;

/** Share of the best score by which it must lead the runner-up, where the evidence is not plain by itself. */
export const CLEAR_MARGIN = 0.15;

/** Evidence beyond what an answer needs, from which a narrow margin no longer matters. */
export const PLAIN_EVIDENCE = 0.14;

/** Most suggestions shown: Discord's five buttons in a row. */
export const MOST_SUGGESTIONS = 5;

/** Hits to look at for the decision, the suggestions and the runner-up. */
export const HITS_CONSIDERED = 8;

/** How much more a name or number weighs that nothing in the collection says: no sentence tells about it. */
export const UNSAID_FACTOR = 5;

/** Letters of its own (a Latin word counts as two) up to which a reply is read as a follow-up: about four words. */
export const LARGEST_FOLLOW_UP = 8;

/** A Latin word says about as much as a Chinese word of two characters. */
export const WORD_IN_IDEOGRAPHS = 2;

/** Least weight 0..1 of a word that every passage has; a word that none has weighs 1. */
export const LEAST_WORD_WEIGHT = 0.25;

/** Share 0..1 of a Chinese character that is found without either neighbour: mostly chance. */
export const LONE_IDEOGRAPH_SHARE = 0.2;

/** Most that one phrase weighs, in characters: a long name is one thing said. */
export const MOST_PHRASE_WEIGHT = 6;

/** How much more the words right behind the question word weigh ("哪座城市", "how many students"). */
export const FOCUS_FACTOR = 2;

/** What is left of the evidence when the excerpt has no number or date although one is asked for: never enough. */
export const WRONG_KIND_FACTOR = 0.3;

/** What a word counts (0..1) that only the dictionary bridges: a gloss is a hint where the text can be compared itself … */
export const GLOSS_SHARE = 0.2;

/** … and nearly all there is where the interview is in another language than the question. */
export const BRIDGING_GLOSS_SHARE = 0.9;

/** What a word counts (0..1) that stands in the section but outside the excerpt: it shows the topic, not the answer. */
export const ELSEWHERE_SHARE = 0.4;

/** What a word counts (0..1) that is found as one spelled nearly the same: a slip, or another word. */
export const NEAR_WORD_SHARE = 0.6;

/** How much more the biography's score counts where a question is about the person: the name itself is set aside. */
export const BIOGRAPHY_FACTOR = 1.3;
