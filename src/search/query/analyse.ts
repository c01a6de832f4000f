// Analysis: a member's question becomes a query. Question words are set aside; its single terms, its pairs of neighbours and
// its concepts become weighted terms.
import { numbersOf } from '../../dictionary/numbers.ts';
import { fold } from '../../language/fold.ts';
import { askingOf, asksForList } from '../../language/kinds.ts';
import { FAR, readQuestion } from '../../language/question-words.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { asHeld } from './as-held.ts';
import {
  addConcept,
  addTerm,
  type FoundConcept,
  type Growing,
  lexiconConcepts,
  phraseText,
  queryTokens,
} from './concepts.ts';
import { synonymTerms, wordBorders } from './look-up.ts';
import {
  isSingle,
  type Mention,
  patternTable,
  type Query,
  type QueryTerm,
  type QueryToken,
  type TermKind,
  type Words,
} from './query.ts';
import { otherConcepts } from './translate.ts';

/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;

/** A term of the question's own words, and the units of its tokens. */
interface Literal {
  readonly term: QueryTerm;
  readonly units: readonly number[];
  /** Those of the term, while they come. */
  readonly mentions: Mention[];
}

function kindOf(first: QueryToken, second?: QueryToken): Exclude<TermKind, 'concept'> {
  const isChinese = isIdeograph(first.term) && (second === undefined || isIdeograph(second.term));
  if (second === undefined) return isChinese ? 'ideograph' : 'word';
  return isChinese ? 'ideographPair' : 'wordPair';
}

/** Of one token, or of two side by side. */
function literalOf(
  index: SearchIndex,
  [first, second]: readonly [QueryToken, QueryToken?],
  { end, share }: { readonly end: number; readonly share: number },
): Literal {
  const kind = kindOf(first, second);
  const number = termOf(index.postings, first.unit, second?.unit ?? NO_UNIT);
  const mentions = [{ start: second ? end - 2 : end - 1, end }];
  const term = {
    text: second ? phraseText([first, second]) : first.term,
    weight: index.weights[kind] * inverseFrequencyOfTerm(index, number),
    titleOnly: first.dropped || second?.dropped === true,
    distance: second ? Math.min(first.distance, second.distance) : first.distance,
    kind,
    share,
    mentions,
  };
  return { units: second ? [first.unit, second.unit] : [first.unit], term, mentions };
}

/** The same term met twice: where it stands nearer and says more; a question word and a topic word are a topic word. */
function asOne(known: Literal, { term, units, mentions: [mention] }: Literal): Literal {
  const { mentions } = known;
  if (mention) mentions.push(mention);
  if (known.term.titleOnly !== term.titleOnly)
    return { units, mentions, term: { ...(known.term.titleOnly ? term : known.term), mentions } };
  const distance = Math.min(known.term.distance, term.distance);
  const share = Math.max(known.term.share, term.share);
  if (distance === known.term.distance && share === known.term.share) return known;
  return { units, mentions, term: { ...known.term, distance, share, mentions } };
}

/** Each term once by its text. */
function literalsOf(index: SearchIndex, words: Words, tokens: readonly QueryToken[]): readonly Literal[] {
  const byText = new Map<string, Literal>();
  const add = (own: Literal) => {
    const known = byText.get(own.term.text);
    byText.set(own.term.text, known ? asOne(known, own) : own);
  };
  const { dictionary, weights } = index;
  const { within, across } = wordBorders(dictionary, words);
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    const end = at + 1;
    add(literalOf(index, [token], { end, share: within[at] === 1 ? weights.withinWord : 1 }));
    const previous = tokens[at - 1];
    if (previous !== undefined && previous.term !== BREAK)
      add(literalOf(index, [previous, token], { end, share: across[at] === 1 ? weights.acrossWords : 1 }));
  });
  const all = [...byText.values()];
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}

/** Longest question that is read, in UTF-16 code units: Discord's longest option value; a message is shorter. */
export const LONGEST_QUESTION = 6000;
/** Longest question that is translated word by word, in tokens: translation is for questions, not for essays. */
const LONGEST_TRANSLATED = 120;

/** What a find is worth: nothing for a question word. */
function topicWeight({ weight, share, titleOnly }: QueryTerm): number {
  return titleOnly ? 0 : weight * share;
}

/** The terms that stand in the question, with their patterns, and all concepts. */
function growQuery(
  index: SearchIndex,
  literals: readonly Literal[],
  concepts: readonly FoundConcept[],
): Growing {
  const growing: Growing = { terms: [], concepts: [], patterns: [], begins: [] };
  literals.forEach(({ units, term }, number) => {
    addTerm(growing, term);
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term: number, weight: 1 });
  });
  for (const found of concepts) addConcept(index, growing, found);
  return growing;
}

/** What the finds of each term are worth, and what all of them are together. */
function weightsIn(index: SearchIndex, { terms, concepts }: Growing, lightTerms: ReadonlySet<string>) {
  const asking = index.askingShare;
  const singleWeight = (term: QueryTerm) =>
    isSingle(term) ? (term.titleOnly ? asking : 1) * term.weight : 0;
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const uncovered = terms.filter((_, at) => !covered.has(at));
  const lightWeight = (term: QueryTerm) =>
    !term.titleOnly && lightTerms.has(term.text) ? singleWeight(term) : 0;
  return {
    topicWeights: numbersOf(terms, topicWeight),
    askingWeights: numbersOf(terms, ({ titleOnly, weight }) => (titleOnly ? asking * weight : 0)),
    singleWeights: numbersOf(terms, singleWeight),
    lightWeights: numbersOf(terms, lightWeight),
    weight: uncovered.reduce((sum, term) => sum + topicWeight(term), 0),
    titleWeight: terms.reduce((sum, term) => sum + singleWeight(term), 0),
  };
}

/** Reads a question once for all that it is put to; the work grows with its length and stops at 6,000 characters. */
export function wordsOf(question: string): Words {
  const text = fold(question.slice(0, LONGEST_QUESTION));
  const tokens = readQuestion(text);
  return {
    text,
    tokens,
    asking: askingOf(text),
    asksNothing: tokens.every(({ distance }) => distance === FAR),
    asksForList: asksForList(text),
    rewritten: new Map(),
    notes: new Map(),
  };
}

/** The words of a question with other words in it, made once for each text. */
export function rewritten(typed: Words, text: string): Words {
  const words = text === typed.text ? typed : (typed.rewritten.get(text) ?? wordsOf(text));
  typed.rewritten.set(text, words);
  return words;
}

/** The words of the tokens that no phrase of the lexicon stands for, and that say something; BREAK for the others. */
function wordsBeside(taken: Uint8Array, tokens: readonly QueryToken[]): readonly string[] {
  return tokens
    .slice(0, LONGEST_TRANSLATED)
    .map(({ word, dropped }, at) => (dropped || taken[at] === 1 ? BREAK : word));
}

/** The words of a question as the interview writes its numbers and verbs. */
export function wordsHeld(question: string | Words, index: SearchIndex): Words {
  const typed = typeof question === 'string' ? wordsOf(question) : question;
  return index.weights.numerals > 0 ? rewritten(typed, asHeld(index, typed)) : typed;
}

export function analyse(question: string | Words, index: SearchIndex): Query {
  const words = wordsHeld(question, index);
  const read = queryTokens(index, words.tokens);
  const { concepts: fromLexicon, taken } = lexiconConcepts(index, read);
  // A question word or light word inside a phrase of the lexicon is part of what the phrase says.
  const tokens = read.map((token, at) =>
    taken[at] === 1 ? { ...token, dropped: false, isLight: false } : token,
  );
  const others = otherConcepts(index, tokens.slice(0, LONGEST_TRANSLATED), fromLexicon);
  const growing = growQuery(index, literalsOf(index, words, tokens), [...fromLexicon, ...others]);
  const lightTerms = new Set(tokens.flatMap(({ term, isLight }) => (isLight ? [term] : [])));
  return {
    ...{ index, words, tokens, lightTerms },
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: patternTable(growing.patterns),
    synonyms: synonymTerms(index, wordsBeside(taken, tokens)),
    ...weightsIn(index, growing, lightTerms),
  };
}
