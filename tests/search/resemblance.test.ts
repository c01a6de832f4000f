// What members asked before: which passage a question is like, and whether it is like those that none answers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import type { Passage } from '../../src/search/index/passage.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { resemblances } from '../../src/search/rank/resemblance.ts';
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
const NOT_COVERED = [
  { passages: [0, 1], wordings: ['who sells brass', 'what does a clock cost', 'price of a clock'] },
];

function hitsFor(question: string) {
  const index = buildIndex(CLOCKS, { lexicon: [], notCovered: NOT_COVERED });
  return search(analyse(question, index), 2);
}

describe('resemblance', () => {
  it.each([
    ['my watch runs late', 0, 'words of a wording, none of the answer'],
    ['shine the brass', 1, 'words of two wordings'],
  ])('%s finds passage %i: %s', (question, wanted) => {
    expect(hitsFor(question)[0]?.passage).toBe(wanted);
  });

  it('leans to the list whose wordings use the question’s words more than others do', () => {
    const [hit] = hitsFor('the price of brass');
    expect(hit?.notCovered?.lean).toBeGreaterThan(hit?.resemblance?.lean ?? 0);
    const [other] = hitsFor('why do the hands lag');
    expect(other?.resemblance?.lean).toBeGreaterThan(other?.notCovered?.lean ?? 0);
  });

  it('is not impressed by what a handful of wordings lacks', () => {
    const long = Array.from({ length: 200 }, (_, number) => `which brass polish number ${number}`);
    const passages = [
      passage(['tick'], 'Oil thickens.'),
      passage(long, 'Rub it.'),
      passage([], 'Salt helps.'),
    ];
    const index = buildIndex(passages, { lexicon: [] });
    const { answered } = resemblances(analyse('which brass polish', index));
    expect(answered.get(2)).toBeUndefined();
    expect(Math.abs(answered.get(0)?.lean ?? 99)).toBeLessThan(0.5);
  });

  it('knows a question that was listed, whatever its case and punctuation', () => {
    const sameness = (question: string) => hitsFor(question)[0]?.notCovered?.closest?.sameness;
    expect(sameness('What does a CLOCK cost?!')).toBeCloseTo(1);
    expect(sameness('what does a lemon cost')).toBeLessThan(0.9);
  });

  it('counts for each term the wordings that hold it, as a plain count does', () => {
    const word = fc.constantFrom('治理', 'AI', 'clock', '合', '，', ' ');
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        text,
        (lists, question) => {
          const index = buildIndex(
            lists.map((wordings) => passage(wordings, 'x')),
            { lexicon: [] },
          );
          const query = analyse(question, index);
          const { answered } = resemblances(query);
          lists.forEach((wordings, at) => {
            query.terms.forEach(({ text: term, kind }, number) => {
              if (kind !== 'ideograph' && kind !== 'word') return;
              const held = wordings.filter((wording) =>
                tokenise(fold(wording)).some((token) => token.term === term),
              );
              expect(answered.get(at)?.counts[number] ?? 0).toBe(held.length);
            });
          });
        },
      ),
    );
  });
});
