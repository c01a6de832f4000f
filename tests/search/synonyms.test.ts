// What a passage says in another word than the question: found by shared translations, only where the word itself is lacking.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import type { Passage, PhraseGroups } from '../../src/search/index/runs.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { search } from '../../src/search/rank/search.ts';

// Glosses by number: 0 boat, 1 first, 2 ship, 3 span, 4 use.
const GLOSSES = ['使用\t4', '利用\t4', '中用\t1,1,4', '横跨\t3', '轮船\t0,2', '船只\t0,2', '船\t0'];
const dictionary = parseDictionary(
  `boat first ship span use\n卡\n${GLOSSES.toSorted()
    .map((line) => `${line}\n`)
    .join('')}`,
  'span\t横越,跨越\n',
);

function passage(title: string, ...sentences: string[]): Passage {
  return { title, translatedTitle: '', wordings: [], sentences, translation: [] };
}

function indexOf(passages: readonly Passage[], lexicon: PhraseGroups = []) {
  return buildIndex(passages, { lexicon, dictionary });
}

/** The found synonyms of the best hit, as the explanation names them. */
function explained(
  passages: readonly Passage[],
  question: string,
  lexicon: PhraseGroups = [],
): readonly string[] {
  const [hit] = search(analyse(question, indexOf(passages, lexicon)), 1).hits;
  const terms = hit?.explain().terms ?? [];
  return terms.filter(({ places }) => places.includes('synonym')).map(({ text }) => text);
}

describe('the synonyms of a question', () => {
  const synonymsOf = (question: string, held: string) =>
    analyse(question, indexOf([passage('', held)])).synonyms;

  it.each([
    ['使用', '利用它。', [['使用', 1]], 'a Chinese word of the same gloss'],
    ['横跨', '跨越它，横越它。', [['横跨', 2]], 'words that the phrase book gives for the gloss'],
    ['boat', 'They saw ships.', [['boat', 1]], 'an English word by the translations of both'],
    ['使用，使用', '利用它。', [['使用', 1]], 'of each word once'],
    ['船', '上了轮船。', [], 'no single character'],
    ['使、用', '利用它。', [], 'no word across a break'],
    ['使用', '没有别的。', [], 'none that the collection lacks'],
  ])('%s in %s: %j: %s', (question, held, expected) => {
    expect(synonymsOf(question, held).map(({ text, synonyms }) => [text, synonyms.length])).toEqual(expected);
  });

  it('are worth more the commoner the meaning that both words have, and come in that order', () => {
    const [sure = 0, unsure = 0] =
      synonymsOf('使用', '利用，中用。')[0]?.synonyms.map(({ worth }) => worth) ?? [];
    expect(unsure).toBeGreaterThan(0);
    expect(unsure).toBeLessThan(sure);
  });

  it('are none without a dictionary', () => {
    const index = buildIndex([passage('', '利用它。')], { lexicon: [] });
    expect(analyse('使用', index).synonyms).toEqual([]);
  });
});

describe('a passage that says it in another word', () => {
  const OTHERS = [passage('', '氧气很轻。'), passage('', '氧气很冷。'), passage('', '水很冷。')];

  it('comes before one that does not say it', () => {
    const passages = [...OTHERS, passage('', '氧气可以利用。')];
    const { hits } = search(analyse('氧气怎么使用？', indexOf(passages)), 4);
    expect(hits[0]?.passage).toBe(3);
    expect(explained(passages, '氧气怎么使用？')).toEqual(['使用']);
  });

  it('comes after one that says it in the word of the question', () => {
    const passages = [...OTHERS, passage('', '氧气可以利用。'), passage('', '氧气可以使用。')];
    expect(search(analyse('氧气怎么使用？', indexOf(passages)), 1).hits[0]?.passage).toBe(4);
    expect(explained(passages, '氧气怎么使用？')).toEqual([]);
  });

  it('gains nothing where the lexicon stands for the word', () => {
    const passages = [...OTHERS, passage('', '氧气可以利用。')];
    expect(explained(passages, '氧气怎么使用？', [['使用', '吸入']])).toEqual([]);
  });

  it('holds the whole synonym, not only its rarest pair', () => {
    // 跨越 stands there as parts of other words.
    expect(explained([passage('', '河很宽，越过。'), passage('', '河，跨过。')], '横跨河')).toEqual([]);
  });
});

it('an English synonym counts in titles that are questions, not in answers', () => {
  const titled = [passage('How do I sell a house?', 'Ask.'), passage('How do I sell a ship?', 'Ask.')];
  expect(search(analyse('how do I sell a boat', indexOf(titled)), 1).hits[0]?.passage).toBe(1);
  expect(explained(titled, 'how do I sell a boat')).toEqual(['boat']);
  const told = [passage('Shop', 'They sell houses.'), passage('Shop', 'They sell ships.')];
  expect(explained(told, 'who will sell boats')).toEqual([]);
});

describe('the family of a word', () => {
  const whole = parseDictionary(
    readFileSync('src/dictionary/cedict.txt'),
    readFileSync('src/dictionary/ecdict.txt'),
  );
  const familiesOf = (question: string, ...held: string[]) => {
    const passages = held.map((sentence) => passage('', sentence));
    const query = analyse(question, buildIndex(passages, { lexicon: [], dictionary: whole }));
    return query.concepts.flatMap(({ source, term }) => (source === 'family' ? query.terms[term]?.text : []));
  };

  it.each([
    ['What was your decision?', 'We decide by vote.', ['decis'], 'a derivation'],
    ['你们哪一年结婚的?', '我们去年结的婚。', ['结婚'], 'a verb with another character in it'],
    ['结过婚吗?', '他们去年结婚。', ['结过婚'], 'the verb itself'],
    ['家里有空调吗?', '没有冷气。', ['空调'], 'not what lies across two words'],
    ['召开会议', '开了会。', [], 'not what lies across two others'],
    [
      'Is there candle light?',
      'We eat by candlelight.',
      ['candl light'],
      'a compound that is written as one',
    ],
    ['By candlelight?', 'We eat by candle light.', ['candlelight'], 'a compound that is written as two'],
    ['The candle, light', 'We eat by candlelight.', [], 'none across a comma'],
    ['Did the police come?', 'The policy had lapsed.', [], 'no word that only looks alike'],
  ])('%s: %s: %j: %s', (question, held, expected) => {
    expect(familiesOf(question, held)).toEqual(expected);
  });

  it('is not looked for where more than three sections hold the word itself', () => {
    const others = ['A decision.', 'One decision.', 'The decision.', 'Each decision.', 'We decide.'];
    expect(familiesOf('Which decision?', ...others.slice(1))).toEqual(['decis']);
    expect(familiesOf('Which decision?', ...others)).toEqual([]);
  });
});
