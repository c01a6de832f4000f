// The literal terms of a question: its single terms and its pairs of neighbours, weighted.
import { BREAK, isIdeograph } from '../../language/tokenise.ts';
import { inverseFrequencyOfTerm, type SearchIndex } from '../index/index.ts';
import { termOf } from '../index/postings.ts';
import { NO_UNIT } from '../index/runs.ts';
import { phraseText, type QueryToken } from './concepts.ts';
import { wordBorders } from './headword.ts';
import type { QueryTerm, TermKind } from './query.ts';

/** Most distinct terms of one query; of a longer question the weightiest stay. */
const MOST_TERMS = 192;

export interface LiteralTerm {
  readonly term: QueryTerm;
  readonly units: readonly number[];
}

function kindOf(tokens: readonly QueryToken[]): Exclude<TermKind, 'concept'> {
  const isChinese = tokens.every(({ term }) => isIdeograph(term));
  if (tokens.length === 1) return isChinese ? 'ideograph' : 'word';
  return isChinese ? 'ideographPair' : 'wordPair';
}

function literalTerm(index: SearchIndex, tokens: readonly QueryToken[], share: number): LiteralTerm {
  const units = tokens.map(({ unit }) => unit);
  const kind = kindOf(tokens);
  const term = termOf(index.postings, units[0] ?? NO_UNIT, units[1] ?? NO_UNIT);
  return {
    units,
    term: {
      text: phraseText(tokens),
      kind,
      weight: index.weights[kind] * inverseFrequencyOfTerm(index, term),
      share,
      titleOnly: tokens.some(({ dropped }) => dropped),
      distance: Math.min(...tokens.map(({ distance }) => distance)),
    },
  };
}

/** A term that stands twice in the question counts where it stands nearer, and where it says more. */
function together({ units, term }: LiteralTerm, { term: other }: LiteralTerm): LiteralTerm {
  const distance = Math.min(term.distance, other.distance);
  return { units, term: { ...term, distance, share: Math.max(term.share, other.share) } };
}

/** Each term once by its text; met both as a question word and as a topic word, it is a topic word. */
export function literalTerms(index: SearchIndex, tokens: readonly QueryToken[]): readonly LiteralTerm[] {
  const byText = new Map<string, LiteralTerm>();
  const add = (made: LiteralTerm) => {
    const known = byText.get(made.term.text);
    if (known === undefined || (known.term.titleOnly && !made.term.titleOnly))
      byText.set(made.term.text, made);
    else if (known.term.titleOnly === made.term.titleOnly) byText.set(made.term.text, together(known, made));
  };
  const { withinWord, acrossWords } = index.weights;
  const { within, across } = wordBorders(index.dictionary, tokens);
  tokens.forEach((token, at) => {
    if (token.term === BREAK) return;
    add(literalTerm(index, [token], within[at] === 1 ? withinWord : 1));
    const previous = tokens[at - 1];
    if (previous !== undefined && previous.term !== BREAK)
      add(literalTerm(index, [previous, token], across[at] === 1 ? acrossWords : 1));
  });
  const all = [...byText.values()];
  if (all.length <= MOST_TERMS) return all;
  return all.sort((a, b) => b.term.weight - a.term.weight).slice(0, MOST_TERMS);
}
