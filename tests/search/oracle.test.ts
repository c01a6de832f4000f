// The index against a slow, obvious count over the same tokens, and what must hold for any collection and question.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { BREAK, tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { documentFrequency, termOf } from '../../src/search/index/postings.ts';
import type { Passage } from '../../src/search/index/runs.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';
import { chooseSentences, scoreSentences } from '../../src/search/rank/sentences.ts';

const word = fc.constantFrom(
  '治理',
  '人工智能',
  '合作',
  '，',
  'robots',
  'governance',
  ' ',
  '2025',
  'C++',
  '。',
  '臺灣',
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
const passage: fc.Arbitrary<Passage> = fc.record({
  title: text,
  translatedTitle: text,
  wordings: fc.array(text, { maxLength: 2 }),
  sentences: fc.array(text, { minLength: 1, maxLength: 5 }),
  translation: fc.constant([]),
});
const collection = fc.array(passage, { minLength: 1, maxLength: 8 });

/** All terms of some texts and all neighbours within one of them, by the tokeniser alone. */
function pairsOf(texts: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const one of texts) {
    const terms = tokenise(fold(one)).map(({ term }) => term);
    terms.forEach((term, at) => {
      const next = terms[at + 1];
      if (term === BREAK) return;
      pairs.add(term);
      if (next !== undefined && next !== BREAK) pairs.add(`${term} ${next}`);
    });
  }
  return pairs;
}

const printed = ({ title, translatedTitle, sentences, translation }: Passage) => [
  title,
  translatedTitle,
  ...sentences,
  ...translation,
];

describe('the inverted index', () => {
  it('counts each term and pair in as many passages as a plain search does', () => {
    fc.assert(
      fc.property(collection, (passages) => {
        const index = buildIndex(passages, { lexicon: [] });
        const held = passages.map((one) => pairsOf(printed(one)));
        for (const pair of new Set(held.flatMap((pairs) => [...pairs]))) {
          const [first = '', second] = pair.split(' ');
          const unit = index.vocabulary.get(first) ?? -1;
          const next = second === undefined ? 0 : (index.vocabulary.get(second) ?? -1);
          const counted = documentFrequency(index.postings, termOf(index.postings, unit, next));
          expect(counted).toBe(held.filter((pairs) => pairs.has(pair)).length);
        }
      }),
    );
  });
});

describe('search', () => {
  it('returns hits in the order of their scores, each passage once, at most as many as asked for', () => {
    fc.assert(
      fc.property(collection, text, fc.integer({ min: 1, max: 5 }), (passages, question, top) => {
        const index = buildIndex(passages, { lexicon: [] });
        const { hits } = search(analyse(question, index), top);
        expect(hits.length).toBeLessThanOrEqual(top);
        expect(new Set(hits.map((hit) => hit.passage)).size).toBe(hits.length);
        for (const [at, hit] of hits.entries())
          expect(hit.score).toBeGreaterThanOrEqual(hits[at + 1]?.score ?? 0);
      }),
    );
  });

  it('explains every score: the parts add up, and each matched term stands in the passage', () => {
    fc.assert(
      fc.property(collection, text, (passages, question) => {
        const index = buildIndex(passages, { lexicon: [] });
        for (const hit of search(analyse(question, index), 3).hits) {
          const { passage: at, score, coverage, explain } = hit;
          const explanation = explain();
          expect(explanation.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(score);
          const own = passages[at] as Passage;
          const held = [...pairsOf([...printed(own), ...own.wordings])].map((pair) =>
            pair.replaceAll(' ', ''),
          );
          const literal = explanation.terms.filter(({ places }) => !places.includes('family'));
          for (const { text: term } of literal) expect(held).toContain(term.replaceAll(' ', ''));
          for (const share of [coverage, hit.printed?.sameness ?? 0, hit.title?.sameness ?? 0])
            expect(share).toSatisfy((value: number) => value >= 0 && value <= 1.0001);
        }
      }),
    );
  });

  it('does not depend on the question being traditional, wide or in capitals', () => {
    fc.assert(
      fc.property(collection, fc.constantFrom('台湾治理', 'robots 合作'), (passages, question) => {
        const index = buildIndex(passages, { lexicon: [] });
        const disguised = question === '台湾治理' ? '臺灣治理' : 'ＲＯＢＯＴＳ 合作';
        const explained = (asked: string) =>
          search(analyse(asked, index), 5).hits.map(({ explain, nearness, ...hit }) => ({
            ...hit,
            why: explain(),
            nearness: nearness && { ...nearness, likeliest: nearness.likeliest() },
          }));
        expect(explained(disguised)).toEqual(explained(question));
      }),
    );
  });
});

describe('sentences', () => {
  it('chooses one to three neighbours of the passage, and scores every sentence', () => {
    fc.assert(
      fc.property(collection, text, (passages, question) => {
        const index = buildIndex(passages, { lexicon: [] });
        const query = analyse(question, index);
        passages.forEach(({ sentences }, at) => {
          const scores = scoreSentences(query, at);
          const { first, last } = chooseSentences(index, scores);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThan(sentences.length);
          expect(last - first).toSatisfy((more: number) => more >= 0 && more <= 2);
          expect(scores).toHaveLength(sentences.length);
        });
      }),
    );
  });
});
