// What members asked before: which list of wordings a question is near to, that of a passage or that of what none answers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { BREAK, tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { titleWeightOf } from '../../src/search/index/measures.ts';
import type { Passage } from '../../src/search/index/runs.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import type { Query } from '../../src/search/query/query.ts';
import { nearness } from '../../src/search/rank/nearest.ts';
import { search } from '../../src/search/rank/search.ts';

const passage = (wordings: readonly string[], ...sentences: string[]): Passage => ({
  title: '',
  translatedTitle: '',
  wordings,
  sentences,
  translation: [],
});

const CLOCKS = [
  passage(
    ['why does my clock run late', 'the hands lag behind', 'it loses minutes every day'],
    'Oil thickens in the cold.',
  ),
  passage(['how do I polish brass', 'make the case shine again'], 'Rub it with lemon and salt.'),
];
const NOT_COVERED = ['who sells brass', 'what does a clock cost', 'price of a clock'];

const clocks = buildIndex(CLOCKS, { lexicon: [], notCovered: NOT_COVERED });

function found(question: string) {
  return search(analyse(question, clocks), 2);
}

describe('nearness', () => {
  it.each([
    ['my watch runs late', 0, 'words of a wording, none of the answer'],
    ['shine the brass', 1, 'words of two wordings'],
  ])('%s finds passage %i: %s', (question, wanted) => {
    expect(found(question).hits[0]?.passage).toBe(wanted);
  });

  it('leans, and votes, to the list whose wordings use the question’s words more than others do', () => {
    const price = found('the price of brass');
    const brass = price.hits.find((hit) => hit.passage === 1)?.nearness;
    expect(price.notCovered?.lean).toBeGreaterThan(brass?.lean ?? 99);
    expect(price.notCovered?.vote).toBeGreaterThan(brass?.vote ?? 99);
    const hands = found('why do the hands lag');
    expect(hands.hits[0]?.nearness?.lean).toBeGreaterThan(hands.notCovered?.lean ?? 99);
    expect(hands.hits[0]?.nearness?.vote).toBeGreaterThan(hands.notCovered?.vote ?? 99);
  });

  it('is not impressed by what a handful of wordings lacks', () => {
    const long = Array.from({ length: 200 }, (_, number) => `which brass polish number ${number}`);
    const passages = [
      passage(['tick'], 'Oil thickens.'),
      passage(long, 'Rub it.'),
      passage([], 'Salt helps.'),
    ];
    const near = nearness(analyse('which brass polish', buildIndex(passages, { lexicon: [] })));
    expect(near.get(2)).toBeUndefined();
    expect(Math.abs(near.get(0)?.lean ?? 99)).toBeLessThan(0.5);
  });

  it('knows a question that was listed, whatever its case and punctuation', () => {
    const closest = (question: string) => found(question).notCovered?.closest;
    expect(closest('What does a CLOCK cost?!')?.sameness).toBeCloseTo(1);
    expect(clocks.wordings.texts[closest('What does a CLOCK cost?!')?.number ?? -1]).toBe(NOT_COVERED[1]);
    expect(closest('what does a lemon cost')?.sameness).toBeLessThan(0.9);
  });

  it('is none where no list has a wording', () => {
    const index = buildIndex([passage([], 'Oil thickens.')], { lexicon: [] });
    expect(nearness(analyse('oil', index)).size).toBe(0);
    expect(search(analyse('oil', index), 1).notCovered).toBeUndefined();
  });
});

/** The terms and neighbours of one wording, by the tokeniser alone. */
function textsOf(wording: string): ReadonlySet<string> {
  const terms = tokenise(fold(wording)).map(({ term }) => term);
  return new Set(
    terms.flatMap((term, at) => {
      const next = terms[at + 1];
      if (term === BREAK) return [];
      return next === undefined || next === BREAK ? [term] : [term, `${term} ${next}`];
    }),
  );
}

/** How the query writes a term or two neighbours: ideographs together, all else apart. */
function asQueried(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function holds(wording: string, term: string): boolean {
  return [...textsOf(wording)].map(asQueried).includes(term);
}

/** The share 0..1 of the weight of a wording and a question that both hold, the heavier of the two counting as the whole. */
function likeness(query: Query, wording: string): number {
  // In single precision and in the order of the terms, so that what is alike to the last bit stays so.
  const both = query.terms.reduce(
    (sum, { text }, term) => Math.fround(sum + (holds(wording, text) ? (query.singleWeights[term] ?? 0) : 0)),
    0,
  );
  const weight = Math.fround(titleWeightOf({ ...query.index, dropsLight: true }, wording));
  const larger = Math.max(query.titleWeight, weight);
  return larger > 0 ? Math.min(1, both / larger) : 0;
}

describe('nearness, as a slow and obvious count has it', () => {
  const word = fc.constantFrom('治理', ' AI ', ' clock ', '合', '，', '什么', ' oil ', '钟');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
  const someLists = fc.array(fc.array(text, { maxLength: 6 }), { minLength: 2, maxLength: 4 });

  function counted(lists: readonly (readonly string[])[], question: string) {
    const passages = lists.slice(1).map((wordings) => passage(wordings, 'x'));
    const index = buildIndex(passages, { lexicon: [], notCovered: lists[0] ?? [] });
    const query = analyse(question, index);
    // The list of what is not covered comes last.
    return { query, near: nearness(query), ordered: [...lists.slice(1), lists[0] ?? []] };
  }

  it('counts for each term and pair the wordings that hold it', () => {
    fc.assert(
      fc.property(someLists, text, (lists, question) => {
        const { query, near, ordered } = counted(lists, question);
        ordered.forEach((wordings, list) => {
          expect(near.has(list)).toBe(wordings.length > 0);
          query.terms.forEach(({ text: term }, number) => {
            const held = wordings.filter((wording) => holds(wording, term));
            expect(near.get(list)?.counts[number] ?? 0).toBe(held.length);
          });
        });
      }),
    );
  });

  it('leans by the logarithm of how much commoner a list has the terms than all lists have', () => {
    fc.assert(
      fc.property(someLists, text, (lists, question) => {
        const { query, near, ordered } = counted(lists, question);
        const all = ordered.flat();
        ordered.forEach((own, list) => {
          let lean = 0;
          for (const { text: term, weight } of query.terms) {
            const usual = all.filter((wording) => holds(wording, term)).length / all.length;
            const held = own.filter((wording) => holds(wording, term)).length;
            // Four wordings that are like all are added to each list.
            if (usual > 0) lean += weight * Math.log((held + 4 * usual) / (own.length + 4) / usual);
          }
          // Twenty wordings tell half of what very many would.
          const expected = (lean * own.length) / (own.length + 20);
          if (own.length > 0) expect(near.get(list)?.lean).toBeCloseTo(expected, 3);
        });
      }),
    );
  });

  it('lets the eight likest wordings vote, each with the cube of its likeness, against what none has', () => {
    // What one wording that is the question itself lacks of the whole vote.
    const [alone] = nearness(counted([['钟'], []], '钟').query).values();
    const prior = 1 / (alone?.vote ?? 0) - 1;
    expect(prior).toSatisfy((value: number) => value > 0 && value <= 1);
    fc.assert(
      fc.property(someLists, text, (lists, question) => {
        const { query, near, ordered } = counted(lists, question);
        const voters = ordered
          .flatMap((wordings, list) => wordings.map((wording) => ({ list, alike: likeness(query, wording) })))
          .filter(({ alike }) => alike > 0)
          .toSorted((a, b) => b.alike - a.alike)
          .slice(0, 8);
        const all = voters.reduce((sum, { alike }) => sum + alike ** 3, prior);
        ordered.forEach((wordings, list) => {
          const own = voters.filter((voter) => voter.list === list);
          const votes = own.reduce((sum, { alike }) => sum + alike ** 3, 0);
          if (wordings.length > 0) expect(near.get(list)?.vote).toBeCloseTo(votes / all, 4);
        });
      }),
    );
  });
});
