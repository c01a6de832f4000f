// Analysis: a member's question becomes a query. Question words are set aside; its single terms, its pairs of neighbours and
// its concepts become weighted terms.
import { numbersOf } from '../../dictionary/numbers.ts';
import { fold } from '../../language/fold.ts';
import { asksForList, asksForWork, kindAsked } from '../../language/kinds.ts';
import { FAR, type ReadToken, readQuestion } from '../../language/question-words.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { asHeld } from './as-held.ts';
import {
  addConcept,
  type FoundConcept,
  type Growing,
  lexiconConcepts,
  merged,
  nearConcepts,
  phraseText,
  type QueryToken,
  queryTokens,
} from './concepts.ts';
import { wordBorders } from './look-up.ts';
import { isSingle, patternTable, type Query, type QueryTerm, type TermKind, type Words } from './query.ts';
import { synonymTerms } from './synonyms.ts';
import { capitalConcepts, translateChinese, translateWords } from './translate.ts';

/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;

interface LiteralTerm {
  readonly term: QueryTerm;
  readonly units: readonly number[];
}

function kindOf(tokens: readonly QueryToken[]): Exclude<TermKind, 'concept'> {
  const isChinese = tokens.every(({ term }) => isIdeograph(term));
  if (tokens.length === 1) return isChinese ? 'ideograph' : 'word';
  return isChinese ? 'ideographPair' : 'wordPair';
}

/** A term of a question but for what it weighs, which each interview tells: one token, or two side by side. */
interface Literal extends Omit<QueryTerm, 'weight' | 'kind'> {
  readonly kind: Exclude<TermKind, 'concept'>;
  /** The places of its tokens. */
  readonly places: readonly number[];
}

function literalOf(tokens: readonly QueryToken[], places: readonly number[], share: number): Literal {
  const own = places.flatMap((at) => tokens[at] ?? []);
  return {
    text: phraseText(own),
    kind: kindOf(own),
    share,
    titleOnly: own.some(({ dropped }) => dropped),
    distance: Math.min(...own.map(({ distance }) => distance)),
    places,
  };
}

/** Each term once by its text, where it stands nearer and says more; met both as a question word and as a topic word, it is one. */
function literalsOf({ dictionary, weights }: SearchIndex, tokens: readonly QueryToken[]): readonly Literal[] {
  const byText = new Map<string, Literal>();
  const add = (made: Literal) => {
    const known = byText.get(made.text);
    if (known === undefined || (known.titleOnly && !made.titleOnly)) byText.set(made.text, made);
    else if (known.titleOnly === made.titleOnly) {
      const [distance, share] = [Math.min(known.distance, made.distance), Math.max(known.share, made.share)];
      byText.set(made.text, { ...known, distance, share });
    }
  };
  const { within, across } = wordBorders(dictionary, tokens);
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    add(literalOf(tokens, [at], within[at] === 1 ? weights.withinWord : 1));
    const previous = tokens[at - 1];
    if (previous !== undefined && previous.term !== BREAK)
      add(literalOf(tokens, [at - 1, at], across[at] === 1 ? weights.acrossWords : 1));
  });
  return [...byText.values()];
}

/** The literals of a question by which of its tokens are dropped: most interviews drop the same. */
interface KnownLiterals extends Pick<SearchIndex, 'dictionary' | 'weights'> {
  readonly byDropped: Map<string, readonly Literal[]>;
}

const knownLiterals = new WeakMap<readonly ReadToken[], KnownLiterals>();

function sharedLiterals(
  index: SearchIndex,
  asked: readonly ReadToken[],
  tokens: readonly QueryToken[],
): readonly Literal[] {
  const { dictionary, weights } = index;
  let own = knownLiterals.get(asked);
  if (own?.dictionary !== dictionary || own?.weights !== weights)
    own = { dictionary, weights, byDropped: new Map() };
  knownLiterals.set(asked, own);
  const dropped = tokens.map((token) => (token.dropped ? '-' : '+')).join('');
  const literals = own.byDropped.get(dropped) ?? literalsOf(index, tokens);
  own.byDropped.set(dropped, literals);
  return literals;
}

function literalTerms(
  index: SearchIndex,
  asked: readonly ReadToken[],
  tokens: readonly QueryToken[],
): readonly LiteralTerm[] {
  const all = sharedLiterals(index, asked, tokens).map(
    ({ text, kind, share, titleOnly, distance, places }): LiteralTerm => {
      const units = places.map((at) => tokens[at]?.unit ?? NO_UNIT);
      const term = termOf(index.postings, units[0] ?? NO_UNIT, units[1] ?? NO_UNIT);
      const weight = index.weights[kind] * inverseFrequencyOfTerm(index, term);
      return { units, term: { text, kind, weight, share, titleOnly, distance } };
    },
  );
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}

/** Longest question that is read, in UTF-16 code units: Discord's longest option value; a message is shorter. */
export const LONGEST_QUESTION = 6000;
/** Longest question that is translated word by word, in tokens: translation is for questions, not for essays. */
const LONGEST_TRANSLATED = 120;

/** All concepts of a question. The lexicon's come first: the words they cover are not looked up elsewhere. */
function withOtherConcepts(
  index: SearchIndex,
  tokens: readonly QueryToken[],
  fromLexicon: readonly FoundConcept[],
): readonly FoundConcept[] {
  const covered = new Set(fromLexicon.flatMap(({ covers }) => [...covers]));
  const others = new Map<string, FoundConcept>();
  for (const concept of [
    ...nearConcepts(index, tokens),
    ...capitalConcepts(index, tokens),
    ...translateWords(index, tokens),
    ...translateChinese(index, tokens),
  ]) {
    if ([...concept.covers].every((text) => covered.has(text))) continue;
    const known = others.get(concept.text);
    const alternatives = known ? merged([known.alternatives, concept.alternatives]) : concept.alternatives;
    others.set(concept.text, { ...(known ?? concept), alternatives });
  }
  return [...fromLexicon, ...others.values()];
}

function isMostlyChinese(tokens: readonly QueryToken[]): boolean {
  const terms = tokens.filter(({ term }) => term !== BREAK);
  return terms.filter(({ term }) => isIdeograph(term)).length * 2 > terms.length;
}

/** What a find is worth: nothing for a question word. */
function topicWeight({ weight, share, titleOnly }: QueryTerm): number {
  return titleOnly ? 0 : weight * share;
}

/** The terms that stand in the question, with their patterns, and all concepts. */
function growQuery(
  index: SearchIndex,
  { asked, tokens }: { readonly asked: readonly ReadToken[]; readonly tokens: readonly QueryToken[] },
  fromLexicon: readonly FoundConcept[],
): Growing {
  const growing: Growing = { numbers: new Map(), terms: [], concepts: [], patterns: [] };
  literalTerms(index, asked, tokens).forEach(({ units, term }, number) => {
    growing.terms.push(term);
    if (!term.titleOnly) growing.numbers.set(term.text, [number]);
    if (units.every((unit) => unit > NO_UNIT)) growing.patterns.push({ units, term: number, weight: 1 });
  });
  const brief = tokens.slice(0, LONGEST_TRANSLATED);
  for (const found of withOtherConcepts(index, brief, fromLexicon)) addConcept(index, growing, found);
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
  return {
    ...{ text, tokens: readQuestion(text), expected: kindAsked(text) },
    ...{ asksForWork: asksForWork(text), asksForList: asksForList(text), rewritten: new Map() },
  };
}

/** The words of a question with other words in it, made once for each text. */
export function rewritten(typed: Words, text: string): Words {
  const words = text === typed.text ? typed : (typed.rewritten.get(text) ?? wordsOf(text));
  typed.rewritten.set(text, words);
  return words;
}

/** The words of a question as the interview writes its numbers and verbs. */
export function wordsHeld(question: string | Words, index: SearchIndex): Words {
  const typed = typeof question === 'string' ? wordsOf(question) : question;
  return index.weights.numerals > 0 ? rewritten(typed, asHeld(index, typed)) : typed;
}

export function analyse(question: string | Words, index: SearchIndex): Query {
  const words = wordsHeld(question, index);
  const { text, tokens: asked, expected, asksForWork, asksForList } = words;
  const read = queryTokens(index, asked);
  const fromLexicon = lexiconConcepts(index, read);
  const inLexicon = new Set(fromLexicon.flatMap(({ places }) => places));
  // A question word or light word inside a phrase of the lexicon is part of what the phrase says.
  const tokens =
    inLexicon.size === 0
      ? read
      : read.map((token, at) => (inLexicon.has(at) ? { ...token, dropped: false, isLight: false } : token));
  const growing = growQuery(index, { asked, tokens }, fromLexicon);
  const lightTerms = new Set(tokens.flatMap(({ term, isLight }) => (isLight ? [term] : [])));
  return {
    ...{ index, text, words, tokens, lightTerms, expected, asksForWork, asksForList },
    terms: growing.terms,
    concepts: growing.concepts,
    patterns: patternTable(growing.patterns),
    synonyms: synonymTerms(index, { asked, tokens: tokens.slice(0, LONGEST_TRANSLATED) }, inLexicon),
    ...weightsIn(index, growing, lightTerms),
    droppedWords: tokens.filter(({ dropped }) => dropped).map(({ word }) => word),
    asksNothing: tokens.every(({ distance }) => distance === FAR),
    script: isMostlyChinese(tokens) ? 'chinese' : 'latin',
  };
}
