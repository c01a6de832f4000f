// Where the words of a Chinese question lie, and that what lies across them does not decide; look-ups are remembered while there is room.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, test } from 'vitest';
import { parseDictionary } from '../../src/dictionary/dictionary.ts';
import { tokenise } from '../../src/language/tokenise.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { remembering, wordBorders } from '../../src/search/query/look-up.ts';

const HEADWORDS = ['路德', '著作', '流行', '公民', '不服从', '服从'];
const dictionary = parseDictionary(
  `word\n卡\n${HEADWORDS.toSorted()
    .map((word) => `${word}\t0\n`)
    .join('')}`,
  '',
);

/** The question with a stroke before each character that begins another word, and ideographs within words in brackets. */
function drawn(question: string, known?: typeof dictionary): string {
  const tokens = tokenise(question);
  const { within, across } = wordBorders(known, { tokens, notes: new Map() });
  return tokens
    .map(({ term }, at) => `${across[at] === 1 ? '|' : ''}${within[at] === 1 ? `(${term})` : term}`)
    .join('');
}

describe('the words of a question', () => {
  it.each([
    ['路德著作流行', '(路)(德)|(著)(作)|(流)(行)', 'words side by side'],
    ['路德的著作', '(路)(德)|的|(著)(作)', 'a particle between two'],
    ['公民不服从', '(公)(民)|(不)(服)(从)', 'the longest headword'],
    ['栉水母著作', '栉水母|(著)(作)', 'no border within what may be a name'],
    ['ai著作', 'ai(著)(作)', 'none beside a Latin word'],
  ])('%s is %s: %s', (question, expected) => {
    expect(drawn(question, dictionary)).toBe(expected);
  });

  it('are not told without a dictionary', () => {
    expect(drawn('路德的著作')).toBe('路德的著作');
  });

  it('make characters within a word, and chance pairs across two, count for less than the words', () => {
    const passage = {
      title: '',
      translatedTitle: '',
      wordings: [],
      sentences: ['路德的著作。'],
      translation: [],
    };
    const index = buildIndex([passage], { lexicon: [], dictionary });
    const less = (question: string) =>
      analyse(question, index).terms.flatMap(({ text, share }) => (share < 1 ? [text] : []));
    expect(less('路德的著作').toSorted()).toEqual(['路', '德', '德的', '的著', '著', '作'].toSorted());
    // A character that is also a word of its own counts as one.
    expect(less('著,著作')).toEqual(['作']);
    expect(less('著作,著')).toEqual(['作']);
  });
});

const index = buildIndex([], { lexicon: [] });

function counting(most: number) {
  const asked: string[] = [];
  const lookUp = remembering((_, words) => {
    asked.push(words);
    return words.startsWith('x') ? undefined : words.toUpperCase();
  }, most);
  return { asked, lookUp };
}

test('what was found, and that nothing was, is looked up once', () => {
  const { asked, lookUp } = counting(10);
  const words = ['cat', 'xylo', '猫', ''];
  for (const word of [...words, ...words])
    expect(lookUp(index, word)).toBe(word === 'xylo' ? undefined : word.toUpperCase());
  expect(asked).toEqual(words);
});

test('each index remembers its own', () => {
  const { asked, lookUp } = counting(10);
  lookUp(index, 'cat');
  lookUp(buildIndex([], { lexicon: [] }), 'cat');
  expect(asked).toEqual(['cat', 'cat']);
});

test('the oldest gives way where there is no more room', () => {
  const { asked, lookUp } = counting(2);
  for (const word of ['one', 'two', 'three', 'two', 'one'])
    expect(lookUp(index, word)).toBe(word.toUpperCase());
  expect(asked).toEqual(['one', 'two', 'three', 'one']);
});

test('what was looked up goes with the last index of its folder', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const lookUp = remembering((_index, word) => ({ word }), 10);
  const kept = (() => {
    const replaced = buildIndex([], { lexicon: [] });
    expect(lookUp(replaced, 'dog')).toBe(lookUp(replaced, 'dog'));
    return new WeakRef(lookUp(replaced, 'dog'));
  })();
  const before = lookUp(index, 'dog');
  // What a WeakRef has told of stays until the end of the turn.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(kept.deref()).toBeUndefined();
  expect(lookUp(index, 'dog')).toBe(before);
});
