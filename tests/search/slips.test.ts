// Typing slips: a word that nobody knows is read as one that the interview has, and only where the typed words find no answer.
import { describe, expect, it, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { buildIndex, type SearchIndex } from '../../src/search/index/index.ts';
import { analyse, wordsOf } from '../../src/search/query/analyse.ts';
import { unknownNames } from '../../src/search/query/query.ts';
import { mendSlips } from '../../src/search/query/slips.ts';
import { openFiles, textOf } from '../answer/small.ts';
import { dictionary } from '../loaded.ts';

const LIGHTHOUSE = [
  'She polishes the brass lantern every evening.',
  'The clockwork of the lighthouse needs whale oil, and beans for the witch.',
  'Quillon Harbour has a foghorn and green verdigris.',
  'Her aunt taught her.',
];
const TOWER = [
  '每天傍晚要擦亮镜片。',
  '钟楼的齿轮很旧。',
  '海鸥冬天飞往南方,渔民回到港口,河流结冰。',
  '修复海报先除尘后补色。',
  '月伦镇有月轮。',
  '木匠沈菡会打鱼,沈菡怕冷。',
  '船长多疑,心中不服,船厂的生产能力不足。',
  '望远镜在阁楼,风速仪上有霜,师傅端来姜汤,师爷喝汤。',
  '发电机在芦苇荡旁边的学院。',
];

function indexOf(sentences: readonly string[], known: typeof dictionary | undefined): SearchIndex {
  const passage = { title: '', translatedTitle: '', wordings: [], sentences, translation: [] };
  return buildIndex([passage], {
    lexicon: [['lantern', 'lanthorn']],
    ...(known ? { dictionary: known } : {}),
  });
}

const english = indexOf(LIGHTHOUSE, dictionary);
const chinese = indexOf(TOWER, dictionary);

/** Typed words and what they are read as. */
function mends(index: SearchIndex, question: string): readonly (readonly string[])[] {
  return mendSlips(index, wordsOf(question)).mends.map(({ typed, read }) => [typed, read]);
}

describe('an English word that nobody knows is read as one of the interview', () => {
  it.each([
    ['the lantren', 'lantren', 'lantern', 'two letters swapped'],
    ['the lantrn', 'lantrn', 'lantern', 'a letter missing'],
    ['the lanttern', 'lanttern', 'lantern', 'a letter too many'],
    ['the lanterm', 'lanterm', 'lantern', 'another letter'],
    ['BRSS?', 'brss', 'brass', 'typed in capitals'],
    ['brss', 'brss', 'brass', 'four letters are enough'],
    ['the verdigirs', 'verdigirs', 'verdigris', 'a rare word'],
    ['Quilon', 'quilon', 'quillon', 'a name'],
    ['the clokcwrok', 'clokcwrok', 'clockwork', 'two slips in nine letters'],
    ['a foghrn', 'foghrn', 'foghorn', 'one slip in fewer'],
    ['the lihgthuose', 'lihgthuose', 'lighthouse', 'two slips, both swaps'],
    ['who tought her', 'tought', 'taught', 'a form that no rule finds'],
    ['where is Kwillun', 'kwillun', 'quillon', 'spelled as it sounds'],
    ['the whaleoil', 'whaleoil', 'whale oil', 'two words of the interview that stand side by side'],
    ['greenbeans', 'greenbeans', 'green beans', 'two long words of it'],
    ['a fog  horn', 'fog  horn', 'foghorn', 'a word of the interview in two'],
  ])('%s: %s is %s (%s)', (question, typed, read) => {
    expect(mends(english, question)).toEqual([[typed, read]]);
  });

  it.each([
    ['the oli', 'three letters may be any word'],
    ['the lnatenr', 'two slips in seven letters'],
    ['the clokwrko hosue', 'three slips'],
    ['the lantern', 'the interview has it'],
    ['polishing lanterns', 'the interview has other forms of it'],
    ['a lanthorn', 'the lexicon has it'],
    ['a brash table', 'the dictionary has it, though “brass” is near'],
    ['where have you been', '“been” asks, though “beans” is near'],
    ['L4ntern 1862s', 'a word with a number in it'],
    ['lanternfish', 'no word of the interview is near'],
    ['oilbrass', 'two words that stand apart, one of them short'],
    ['ooeel', 'one consonant may be any word, though “oil” sounds nearly so'],
  ])('%s: is read as typed (%s)', (question) => {
    expect(mends(english, question)).toEqual([]);
  });

  it.each([
    ['which one', '“which” asks, though “witch” is near'],
    ['very green', '“very” is light, though “every” is near'],
  ])('%s: is read as typed even where no dictionary knows the words (%s)', (question) => {
    expect(mends(indexOf(LIGHTHOUSE, undefined), question)).toEqual([]);
  });

  it('of several words the nearest, and of these the one that more passages hold', () => {
    const passage = (sentence: string) => ({
      title: '',
      translatedTitle: '',
      wordings: [],
      sentences: [sentence],
      translation: [],
    });
    const rope = ['A stout rope.', 'A stout mast.', 'A scout came.'].map(passage);
    expect(mends(buildIndex(rope, { lexicon: [] }), 'stoutt')).toEqual([['stoutt', 'stout']]);
    expect(mends(buildIndex(rope, { lexicon: [] }), 'sjout')).toEqual([['sjout', 'stout']]);
  });
});

describe('two Chinese characters that nobody has side by side are read as a word that sounds the same', () => {
  it.each([
    ['镜篇怎么擦?', '镜篇', '镜片', 'the same sound'],
    ['海歐吃什麼?', '海欧', '海鸥', 'the same sound, in the other script'],
    ['海报怎么修腹?', '修腹', '修复', 'behind the question word'],
    ['冬天去哪里,池轮旧吗?', '池轮', '齿轮', 'the first of the two, in a second clause'],
    ['渔名住在哪里?', '渔名', '渔民', 'ng for n'],
    ['宗楼多高?', '宗楼', '钟楼', 'z for zh'],
    ['補社怎麼做?', '补社', '补色', 'sh for s'],
    ['沈晗怕什么?', '沈晗', '沈菡', 'a name that stands there twice'],
    ['飞往兰方吗?', '兰方', '南方', 'l for n'],
    ['修胡海报', '修胡', '修复', 'h for f'],
    ['除尖以后呢?', '除尖', '除尘', 'a character that looks alike'],
    ['鸥海去哪里?', '鸥海', '海鸥', 'the two swapped'],
    ['望镜在哪里?', '望镜', '望远镜', 'a character left out'],
    ['风速议怎么了?', '速议', '速仪', 'behind a word that stands before it there, too'],
    ['发电鸡在哪?', '电鸡', '电机', 'a word by itself, but the end of a longer one'],
    ['芦苇当在哪?', '苇当', '苇荡', 'a character of every text, behind a word that stands there'],
    ['姜烫谁端的?', '姜烫', '姜汤', 'no word of the dictionary, but by itself there'],
    ['jingpian怎么擦?', 'jingpian', '镜片', 'typed as it sounds'],
  ])('%s: %s is %s (%s)', (question, typed, read) => {
    expect(mends(chinese, question)).toEqual([[typed, read]]);
  });

  it.each([
    ['镜片怎么擦?', 'the interview has it'],
    ['月伦镇在哪?', 'the interview has it as a name, though 月轮 sounds the same'],
    ['男方是谁?', 'the dictionary has it, though 南方 sounds the same'],
    ['何流在哪?', '何 asks, though 河流 sounds the same'],
    ['还鸥吃什么?', '还 is light, though 海鸥 sounds the same'],
    ['多一点行吗?', '一点 is light, though 多疑 sounds the same'],
    ['新中学在哪?', '中学 is a word, though 心中 sounds the same'],
    ['河流洁了吗?', '结 begins another word there'],
    ['师爷汤是谁的?', 'a third between the two would be no word'],
    ['汤姜是谁端的?', 'the two swapped are no word'],
    ['钟齿旧吗?', '钟楼的齿 is no word'],
    ['一百名学员', '学员 is a word, though 名学 is one, too, and 学院 sounds nearly so'],
    ['jing怎么擦?', 'one character in pinyin'],
    ['铲能多大?', '产能 stands only in the midst of 生产能力'],
    ['什么怎么为什么', 'nothing but question words'],
    ['欧', 'one character'],
    ['海、欧', 'a mark between the two'],
    ['境偏怎么擦?', 'both characters are others'],
    ['灯搭怎么维护?', 'd is no t'],
  ])('%s: is read as typed (%s)', (question) => {
    expect(mends(chinese, question)).toEqual([]);
  });

  it('only where a dictionary tells how characters sound', () => {
    expect(mends(indexOf(TOWER, undefined), '海欧吃什么?')).toEqual([]);
  });
});

test('a question is read anew with all its slips mended, everything else as it was', () => {
  const { text } = mendSlips(english, wordsOf('Who polishes the lantren, the brss & the LANTREN?'));
  expect(text).toBe('who polishes the lantern, the brass & the lantern?');
  expect(mendSlips(chinese, wordsOf('海欧和渔名冬天在哪儿?')).text).toBe('海鸥和渔民冬天在哪儿?');
});

test('a name that was read as one of the interview is not unknown to it', () => {
  const read = analyse(wordsOf('is it in quillon harbour?'), english);
  expect(unknownNames('Is it in Quilon Harbour?', read)).toEqual([]);
  expect(
    unknownNames('Is it in Quilon Harbour?', analyse(wordsOf('is it in quilon harbour?'), english)),
  ).toEqual(['quilon']);
});

test('a question without slips is not read anew', () => {
  for (const question of ['who polishes the lantern?', '海鸥冬天在哪儿?', '', '?!', '𠮷野在哪'])
    expect(mendSlips(chinese, wordsOf(question))).toEqual({ text: undefined, mends: [] });
});

describe('a reply', () => {
  const libraryOf = (language: string, answer: string) =>
    openFiles(
      { 'one.md': textOf({ title: 'A talk', name: 'Ada Quill', language, answers: [answer] }) },
      dictionary,
    );
  type Language = 'en' | 'zh-CN';
  const libraries = {
    en: libraryOf(
      'en',
      'Green verdigris grows on the brass in spring. The rain is cold up there. My hands know every bolt, and ' +
        'the stairs know my knees. In the evening the lantern needs whale oil. Then I sleep until the gulls begin.',
    ),
    'zh-CN': libraryOf(
      'zh-CN',
      '冬天海鸥飞往南方。港口结了冰,渔民回家过年,镇上安静得像一间空屋子。我喜欢坐在窗边听风,一坐就是一个下午。修复海报先除尘。',
    ),
  } as const;

  it.each([
    ['en', 'What is on the brss?', 'Green verdigris grows on the brass in spring.', [['brss', 'brass']]],
    [
      'en',
      'What about VERDIGIRS and brss',
      'Green verdigris grows on the brass in spring.',
      [
        ['verdigirs', 'verdigris'],
        ['brss', 'brass'],
      ],
    ],
    ['zh-CN', '海歐飛往哪裡?', '冬天海鸥飞往南方。', [['海欧', '海鸥']]],
  ] as const)('%s: “%s”, which only its slips kept from an answer, has it, and how it was read', (...row) => {
    const [language, question, sentence, expected] = row;
    const reply = ask(libraries[language], { question });
    expect(reply.outcome === 'answer' && reply.quotation.text).toBe(sentence);
    expect(reply.mends?.map(({ typed, read }) => [typed, read])).toEqual(expected);
    expect(reply.question).toBe(question);
  });

  it.each<readonly [Language, string, string]>([
    ['en', 'Where does the verdigris grow?', 'nothing to mend'],
    ['zh-CN', '海鸥飞往哪里?', 'nothing to mend'],
    ['zh-CN', '冬天海欧飞往南方吗?', 'answered with the slip in it'],
  ])('%s: “%s” is answered as typed: %s', (language, question) => {
    const reply = ask(libraries[language], { question });
    expect(reply.outcome).toBe('answer');
    expect(reply).not.toHaveProperty('mends');
  });

  it.each<readonly [Language, string]>([
    ['en', 'who won the regatta?'],
    ['zh-CN', '谁发明了蒸汽机?'],
  ])('%s: “%s” is not answered, and no slip is named', (language, question) => {
    const reply = ask(libraries[language], { question });
    expect(reply.outcome).not.toBe('answer');
    expect(reply).not.toHaveProperty('mends');
  });
});
