// Mentions: which tokens of a question each term of its query stands for.
import { isIdeograph, tokenise } from '../language/tokenise.ts';
import { phraseText } from '../search/query/concepts.ts';
import type { ConceptSource, Query } from '../search/query/query.ts';

/** Share 0..1 of a Chinese character that is found without either neighbour: mostly chance. */
const LONE_IDEOGRAPH_SHARE = 0.2;
/** What a word counts (0..1) that is found as one spelled nearly the same: a slip, or another word. */
const NEAR_WORD_SHARE = 0.6;

/** A run of tokens that one query term stands for. */
export interface Mention {
  readonly term: number;
  readonly first: number;
  readonly last: number;
  /** How much of these tokens a find of the term covers, 0..1. */
  readonly covers: number;
}

/** The numbers of the terms that stand in the question as they are, by their text. */
export function literalNumbers({ terms }: Query): ReadonlyMap<string, number> {
  return new Map(
    terms.flatMap(({ text, kind }, number) => (kind === 'concept' ? [] : [[text, number] as const])),
  );
}

/** `numbers` are the query's literal terms; `dictionaryShare` (0..1) is what a word counts that only the dictionary finds. */
export function mentionsIn(
  query: Query,
  numbers: ReadonlyMap<string, number>,
  dictionaryShare: number,
): readonly Mention[] {
  const tokens = query.tokens.map(({ term }) => term);
  return [...literalMentions(tokens, numbers), ...conceptMentions(tokens, query, dictionaryShare)];
}

function literalMentions(
  tokens: readonly string[],
  numbers: ReadonlyMap<string, number>,
): readonly Mention[] {
  return tokens.flatMap((token, at) => {
    const single = numbers.get(token);
    const next = tokens[at + 1];
    const pair = next === undefined ? undefined : numbers.get(phraseText([{ term: token }, { term: next }]));
    const alone = isIdeograph(token) ? LONE_IDEOGRAPH_SHARE : 1;
    return [
      ...(single === undefined ? [] : [{ term: single, first: at, last: at, covers: alone }]),
      ...(pair === undefined ? [] : [{ term: pair, first: at, last: at + 1, covers: 1 }]),
    ];
  });
}

function conceptMentions(
  tokens: readonly string[],
  { concepts, terms }: Query,
  dictionaryShare: number,
): readonly Mention[] {
  return concepts.flatMap(({ term, source }) => {
    const phrase = tokenise(terms[term]?.text ?? '').map(({ term: text }) => text);
    const covers = shareOf(source, dictionaryShare);
    return placesOf(phrase, tokens).map((first) => ({
      term,
      first,
      last: first + phrase.length - 1,
      covers,
    }));
  });
}

/** What a word counts (0..1) that is found by another word standing for it. */
export function shareOf(source: ConceptSource, dictionaryShare: number): number {
  return { lexicon: 1, dictionary: dictionaryShare, near: NEAR_WORD_SHARE }[source];
}

function placesOf(phrase: readonly string[], tokens: readonly string[]): readonly number[] {
  return tokens.flatMap((_, at) =>
    phrase.every((token, offset) => tokens[at + offset] === token) ? [at] : [],
  );
}
