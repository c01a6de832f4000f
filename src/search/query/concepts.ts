// Concepts in a question: phrases that other phrases of the collection may stand for, by the lexicon or otherwise; and what
// each weighs as a term of the query, with the patterns by which its phrases are found.
import { FAR, type ReadToken } from '../../language/question-words.ts';
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { holds, inverseFrequency, inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { rarestTerm } from '../index/postings.ts';
import { type Alternative, NO_UNIT, phrasesAt } from '../index/runs.ts';
import {
  type ConceptSource,
  type ConceptTerm,
  factorOf,
  type Mention,
  type Pattern,
  type QueryTerm,
  type QueryToken,
} from './query.ts';

/** The unit of a term that neither a passage nor a wording holds. */
const UNKNOWN_UNIT = -1;

/** The tokens of a question as an index knows them; light words are dropped where rarity cannot tell how little they say. */
export function queryTokens(index: SearchIndex, tokens: readonly ReadToken[]): readonly QueryToken[] {
  const dropsLight = index.sentenceFrequency !== undefined;
  // Without a spread: each interview reads the question so.
  return tokens.map(({ term, word, start, isAsking, isLight, distance }) => ({
    term,
    word,
    start,
    isAsking,
    isLight,
    distance,
    unit: term === BREAK ? NO_UNIT : (index.vocabulary.get(term) ?? UNKNOWN_UNIT),
    dropped: isAsking || (dropsLight && isLight),
  }));
}

export interface FoundConcept {
  readonly text: string;
  /** Whether it stands for all terms within its mentions, or only for those that are as long. */
  readonly coversParts: boolean;
  readonly alternatives: readonly Alternative[];
  readonly source: ConceptSource;
  /** The lexicon's groups that name it, by their numbers in the index; none where another source made it. */
  readonly groups: readonly number[];
  readonly mentions: readonly Mention[];
}

/** The phrase as what may stand for a concept, where a passage or a wording can hold it. */
export function heldAs(index: SearchIndex, terms: readonly string[], weight = 1): readonly Alternative[] {
  const units = knownUnits(index, terms);
  return units === undefined ? [] : [{ units, weight }];
}

/** The units of a phrase, or undefined where neither a passage nor a wording can hold it. */
export function knownUnits(index: SearchIndex, terms: readonly string[]): readonly number[] | undefined {
  const { vocabulary } = index;
  // Most phrases are not there: nothing is made for these.
  for (const term of terms) if (vocabulary.get(term) === undefined) return undefined;
  const units = terms.map((term) => vocabulary.get(term) ?? NO_UNIT);
  return holds(index, units) ? units : undefined;
}

/** The runs of units that a gloss may be in the collection's own words: many words share one of the dictionary's stems. */
export function glossUnits(index: SearchIndex, stems: readonly string[]): readonly (readonly number[])[] {
  let runs: readonly (readonly number[])[] = [[]];
  for (const stem of stems) {
    const units = index.vocabulary.glossed(stem);
    if (units.length === 0) return [];
    runs = runs.flatMap((run) => units.map((unit) => [...run, unit]));
  }
  return runs.filter((units) => holds(index, units));
}

/** Each run of units once, as its surest alternative. */
export function merged(lists: readonly (readonly Alternative[])[]): readonly Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of lists.flat()) {
    const key = alternative.units.join(' ');
    if (alternative.weight > (best.get(key)?.weight ?? 0)) best.set(key, alternative);
  }
  return [...best.values()];
}

/** Terms as a person writes them: Chinese characters together, words apart. */
export function phraseText(tokens: readonly { readonly term: string }[]): string {
  let text = '';
  let endsWithIdeograph = false;
  for (const { term } of tokens) {
    const begins = isIdeograph(term);
    text = text === '' || (begins && endsWithIdeograph) ? text + term : `${text} ${term}`;
    endsWithIdeograph = begins;
  }
  return text;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** All concepts that the span names. */
  readonly concepts: number[];
}

/** Where phrases of the lexicon stand, the longest first. */
function spansOf(index: SearchIndex, tokens: readonly QueryToken[]): readonly Span[] {
  const asked = Int32Array.from(tokens, ({ unit }) => unit);
  const spans: Span[] = [];
  for (let start = 0; start < asked.length; start += 1) {
    const own: Span[] = [];
    for (const { concept, units } of phrasesAt(index.phrases, asked, start)) {
      const end = start + units.length;
      const known = own.find((span) => span.end === end);
      if (known === undefined) own.push({ start, end, concepts: [concept] });
      else if (!known.concepts.includes(concept)) known.concepts.push(concept);
    }
    for (const span of own) spans.push(span);
  }
  return spans.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

interface InLexicon {
  readonly concepts: readonly FoundConcept[];
  /** 1 for each token that belongs to one of their mentions. */
  readonly taken: Uint8Array;
}

/**
 * The lexicon's concepts, each once, covering all its mentions, the longest phrases first; a word belongs to one mention
 * only. A phrase that stands in several groups asks for any of them.
 */
export function lexiconConcepts(index: SearchIndex, tokens: readonly QueryToken[]): InLexicon {
  const taken = new Uint8Array(tokens.length);
  const found = new Map<string, FoundConcept>();
  for (const { start, end, concepts } of spansOf(index, tokens)) {
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    const key = concepts.join(' ');
    const known = found.get(key);
    found.set(key, {
      groups: concepts,
      text: known?.text ?? phraseText(tokens.slice(start, end)),
      coversParts: true,
      alternatives: known?.alternatives ?? concepts.flatMap((concept) => index.alternatives[concept] ?? []),
      source: 'lexicon',
      mentions: [...(known?.mentions ?? []), { start, end }],
    });
  }
  return { concepts: [...found.values()], taken };
}

/** A query in the making. */
export interface Growing {
  readonly terms: QueryTerm[];
  readonly concepts: ConceptTerm[];
  readonly patterns: Pattern[];
  /** For each token the terms that begin there. */
  readonly begins: (readonly (readonly [term: number, end: number])[])[];
}

/** Adds a term that may be covered by concepts to come. */
export function addTerm({ terms, begins }: Growing, term: QueryTerm): void {
  for (const { start, end } of term.titleOnly ? [] : term.mentions)
    begins[start] = [...(begins[start] ?? []), [terms.length, end]];
  terms.push(term);
}

/** Whether a mention holds all of another. */
export function isWithin(own: Mention, { start, end }: Mention): boolean {
  return start <= own.start && own.end <= end;
}

/** Topic words, and concepts that were added before; in their order. */
function coveredBy({ begins }: Growing, { mentions, coversParts }: FoundConcept): readonly number[] {
  const covered = new Set<number>();
  for (const whole of mentions)
    for (let start = whole.start; start < (coversParts ? whole.end : whole.start + 1); start += 1)
      for (const [term, end] of begins[start] ?? [])
        if (coversParts ? end <= whole.end : end === whole.end) covered.add(term);
  return [...covered].sort((a, b) => a - b);
}

/** How many passages hold one of a concept's phrases, each counted by how good a find it is. */
function passagesWith(index: SearchIndex, { alternatives }: FoundConcept): number {
  const { starts, passages } = index.postings;
  const best = new Float64Array(index.passages.length);
  let sum = 0;
  for (const { units, weight } of alternatives) {
    const term = rarestTerm(index.postings, units);
    if (term < 0) continue;
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
      const passage = passages[at] ?? 0;
      const known = best[passage] ?? 0;
      if (weight <= known) continue;
      best[passage] = weight;
      sum += weight - known;
    }
  }
  return sum;
}

function frequencyOf(index: SearchIndex, found: FoundConcept): number {
  const counts = index.sentenceFrequency?.concepts;
  if (counts === undefined || found.groups.length === 0) return passagesWith(index, found);
  return found.groups.reduce((sum, group) => sum + (counts[group] ?? 0), 0);
}

/**
 * Adds a concept. It is as rare as its whole group. The editor's phrases count alike; of others each counts by its
 * sureness times the mean of the group's rarity and its own, as a translation that half the collection holds says little.
 */
export function addConcept(index: SearchIndex, growing: Growing, found: FoundConcept): void {
  const covers = coveredBy(growing, found);
  const group = inverseFrequency(index, frequencyOf(index, found));
  const worths = found.source === 'lexicon' ? undefined : worthsOf(index, found.alternatives, group);
  const most = worths?.reduce((a, b) => Math.max(a, b), 0) ?? group;
  const covered = covers.flatMap((at) => growing.terms[at] ?? []);
  const factor = covered.reduce((sum, { kind }) => sum + index.weights[factorOf(kind)], 0);
  const term = growing.terms.length;
  addTerm(growing, {
    text: found.text,
    kind: 'concept',
    weight: (factor || index.weights.word) * most,
    titleOnly: false,
    share: 1,
    mentions: found.mentions,
    distance: covered.reduce((least, { distance }) => Math.min(least, distance), FAR),
  });
  growing.concepts.push({ term, covers, source: found.source });
  found.alternatives.forEach(({ units }, at) => {
    growing.patterns.push({ units, term, weight: worths && most > 0 ? (worths[at] ?? 0) / most : 1 });
  });
}

function worthsOf(
  index: SearchIndex,
  alternatives: readonly Alternative[],
  group: number,
): readonly number[] {
  return alternatives.map(({ units, weight }) => {
    const own = inverseFrequencyOfTerm(index, rarestTerm(index.postings, units));
    return (weight * (own + group)) / 2;
  });
}
