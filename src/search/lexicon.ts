// The lexicon: groups of phrases that mean the same in this interview, in any language. A group is one concept.

/** Each group lists phrases of one meaning (Chinese: found as a run of characters; English: as a run of stems). */
export type Lexicon = readonly (readonly string[])[];
