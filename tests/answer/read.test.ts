// Whom a question is put to: the interview that it names, or all, those favoured that its words or its conversation are about.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { find } from '../../src/answer/find.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { quoteSentences } from '../../src/answer/quotation.ts';
import { read } from '../../src/answer/read.ts';
import type { Quotation } from '../../src/answer/reply.ts';
import { exchangesOf } from '../../src/knowledge/interview.ts';
import { both, shippedSource } from './interviews.ts';
import { openFiles, textOf } from './small.ts';

const idsOf = (open: readonly { readonly interview: { readonly id: string } }[]) =>
  open.map(({ interview }) => interview.id);

describe('a question that names an interview is put to that one alone', () => {
  test.each([
    ['tide-clocks', 'What does Ysolde Marrack say about robots?', 'the interviewee'],
    ['tide-clocks', 'Ms. Marrack’s view of AI?', 'a title and the surname'],
    ['tide-clocks', 'MARRACK, YSOLDE: robots?', 'the surname first, in capitals'],
    ['song-haitao', '宋海涛怎么看潮汐钟?', 'the interviewee'],
    ['song-haitao', '宋院长怎么看齿轮?', 'the surname and a title'],
    ['song-haitao', '宋海濤怎麼看齒輪?', 'the other script'],
    ['song-haitao', 'Dr. Song on salt and oil?', 'the name as the translation has it'],
    ['song-haitao', '中国新闻社登过齿轮吗?', 'the publication'],
    ['song-haitao', 'song-haitao: salt', 'the id'],
    ['tide-clocks', 'What do the tide clocks say of robots?', 'the id, its hyphen a space'],
  ])('%s: %s (%s)', (id, question) => {
    expect(idsOf(read(both, { question }).scope)).toEqual([id]);
    const { suggestions, candidates } = ask(both, { question, top: 5 });
    const offered = [...suggestions, ...candidates.map(({ quotation }) => quotation)];
    expect(offered.map(({ source }) => source.interview).filter((own) => own !== id)).toEqual([]);
  });

  test.each([
    ['What is salt?', 'no name'],
    ['宋代的钟怎么样?', 'a surname alone may be any word'],
    ['Who sings the song?', 'a surname alone may be any word in English, too'],
    ['What did the quarterly print?', 'a part of a publication’s name'],
    ['Does the mistide-clockster know?', 'an id within a word'],
  ])('but to all: %s (%s)', (question) => {
    expect(idsOf(read(both, { question }).scope)).toEqual(idsOf(both.open));
  });

  test('to both, where it names both', () => {
    const { scope } = read(both, { question: '宋海涛和Ysolde Marrack谁年纪大?' });
    expect(idsOf(scope)).toEqual(idsOf(both.open));
  });

  test('by the adapter, whatever the question names', () => {
    const { scope } = read(both, { question: 'Ysolde Marrack?', interview: 'song-haitao' });
    expect(idsOf(scope)).toEqual(['song-haitao']);
  });
});

describe('a question that names nobody favours', () => {
  const anEarlierAnswerOf = (id: string): Quotation => {
    const interview = both.interviews.find((own) => own.id === id);
    const [exchange] = interview ? exchangesOf(interview) : [];
    if (!interview || !exchange) throw new Error(`There is no ${id}.`);
    return quoteSentences(interview, exchange, { first: 0, last: 0 });
  };
  const all = idsOf(both.open);

  test.each<readonly [readonly string[], string, string | undefined, string]>([
    [['tide-clocks'], 'Why is the moon late?', undefined, 'words of its title'],
    [['song-haitao'], '时代的底色是什么?', undefined, 'two characters of its title side by side'],
    [['song-haitao'], '時代的底色是什麼?', undefined, 'the same in the other script'],
    [['tide-clocks'], 'And the price?', 'tide-clocks', 'the conversation'],
    [['tide-clocks'], '那价格呢?', 'tide-clocks', 'the conversation, in another language'],
    [['tide-clocks'], 'Why is the moon late?', 'song-haitao', 'a title’s words before the conversation'],
    [all, 'And the price?', undefined, 'all, where neither tells'],
    [all, 'What with an is?', undefined, 'all: words that only ask stand in any title'],
    [all, 'The moon of this era: 时代?', undefined, 'all, where each title has as many of its words'],
  ])('%j: %s after %s (%s)', (ids, question, after) => {
    const earlier = after === undefined ? undefined : anEarlierAnswerOf(after);
    const reading = read(both, { question, earlier });
    expect(idsOf(reading.scope)).toEqual(all);
    expect(idsOf(reading.favoured)).toEqual(ids);
    for (const { open, features } of find(reading))
      expect(features.aside).toBe(ids.includes(open.interview.id) ? 0 : 1);
  });

  const twins = openFiles({
    'bells.md': textOf({ title: 'Of bells', name: 'Ada Quill', answers: ['The keeper sleeps in the loft.'] }),
    'boats.md': textOf({ title: 'Of boats', name: 'Ben Holt', answers: ['The keeper sleeps in the loft.'] }),
  });
  const quote = (id: string) => {
    const interview = twins.interviews.find((own) => own.id === id);
    const [section] = interview?.sections ?? [];
    if (!interview || !section) throw new Error(`There is no ${id}.`);
    return quoteSentences(interview, section, { first: 0, last: 0 });
  };

  test.each([
    ['boats', 'Where do keepers of boats sleep in lofts?', undefined],
    ['bells', 'Where do keepers of bells sleep in lofts?', undefined],
    ['boats', 'Where in the loft does such a keeper as that sleep?', 'boats'],
    ['bells', 'Where in the loft does such a keeper as that sleep?', 'bells'],
  ])('%s before its twin: %s after %s', (id, question, after) => {
    const [best, other] = find(
      read(twins, { question, earlier: after === undefined ? undefined : quote(after) }),
    );
    expect(best?.open.interview.id).toBe(id);
    expect(best?.probability).toBeGreaterThan(other?.probability ?? 1);
  });
});

describe('of two interviews that say the same', () => {
  const answers = ['The prize was a brass lamp. The mill has a copper roof.'];
  const people = openFiles({
    'she.md': textOf({
      title: 'One',
      name: 'Ada Quill',
      answers,
      biography: 'She was born here. Her mother was, too.',
    }),
    'he.md': textOf({ title: 'Two', name: 'Ben Holt', answers, biography: 'He teaches. Others praise him.' }),
    'they.md': textOf({
      title: 'Three',
      name: 'Kit Moor',
      answers,
      biography: 'A baker of no fixed address.',
    }),
  });
  test.each([
    [['she'], 'What prize did she get?', 'the one that is spoken of so'],
    [['she'], '她得过什么奖?', 'in Chinese, too'],
    [['he'], 'Where is his prize?', 'a man is meant'],
    [['he'], '他的奖是什么?', 'in Chinese, too'],
    [['she', 'he', 'they'], 'What prize was it?', 'nobody is'],
    [['she', 'he', 'they'], '他们的奖和其他人的奖呢?', 'others are'],
    [['she', 'he', 'they'], 'What did he tell her?', 'both are'],
  ])('%j before the others: %s (%s)', (ids, question) => {
    const reading = read(people, { question });
    expect(idsOf(reading.favoured).toSorted()).toEqual(ids.toSorted());
  });

  test('what its title is called by any paper, or any text has, tells nothing', () => {
    const people = openFiles({
      'one.md': textOf({
        title: '专访：种树的人谈山火',
        name: '林一',
        language: 'zh',
        answers: ['山火来了。'],
      }),
      'two.md': textOf({ title: '修船的年月', name: '周二', language: 'zh', answers: ['船要晒干。'] }),
    });
    const favouredBy = (question: string) => idsOf(read(people, { question }).favoured);
    expect(favouredBy('这篇专访登在哪里？')).toEqual(['one', 'two']);
    expect(favouredBy('会这个的人多吗？')).toEqual(['one', 'two']);
    expect(favouredBy('山火来了怎么办？')).toEqual(['one']);
  });

  test('the one that knows more of the question’s words leads, wherever it says them', () => {
    const mills = openFiles({
      'low.md': textOf({ title: 'One', name: 'Ada Quill', answers }),
      'high.md': textOf({ title: 'Two', name: 'Ben Holt', answers: [...answers, 'The sluice is shut.'] }),
    });
    const [best, other] = find(read(mills, { question: 'Does the sluice need a copper roof?' }));
    expect(best?.open.interview.id).toBe('high');
    expect(best?.features.strange).toBe(0);
    expect(other?.features.strange).toBeGreaterThan(0);
  });
});

test.each([
  ['《九条河的歌》里的船是谁造的？', 0, 'a work that is spoken of'],
  ['《九条河之歌》里的船是谁造的？', 0, 'the same with a slip'],
  ['《雪夜的马》里的船是谁造的？', 0.5, 'another work, though each of its characters stands somewhere'],
])('%s: unknown %d (%s)', (question, unknown) => {
  const answers = ['船是我造的，歌里唱的就是它，片名叫《九条河的歌》。', '雪停了，夜里来了一匹马。'];
  const works = openFiles({ 'one.md': textOf({ title: '造船', name: '林一', language: 'zh', answers }) });
  expect(find(read(works, { question }))[0]?.features.unknown).toBe(unknown);
});

test('an empty library is asked in vain, whoever is named', () => {
  const nobody = openLibrary({ interviews: [], lexicons: [], questions: [] });
  const reply = ask(nobody, { question: 'What does Ysolde Marrack say?' });
  expect(reply).toMatchObject({ outcome: 'abstain', suggestions: [] });
});

describe('a number of the question is said as a whole or not at all', () => {
  const answers = [
    '三十五岁那年我来这里修桥。后来一直没有离开。',
    '十五岁那年我第一次看见船。村里人都跑去看。',
    '修了七年，用了二百一十根木头。',
  ];
  const questions = ['你怎么来这里的？', '你小时候呢？', '桥修了多久？'];
  const text = textOf({ title: '造桥的人', name: '林一', language: 'zh', questions, answers });
  const bridge = openFiles({ 'one.md': text }, shippedSource.dictionary);

  test.each([
    ['35岁那年发生了什么？', '三十五岁那年我来这里修桥。'],
    ['十五岁那年看见什么？', '十五岁那年我第一次看见船。'],
    ['210根木头用在哪？', '修了七年，用了二百一十根木头。'],
  ])('%s', (question, text) => {
    expect(ask(bridge, { question })).toMatchObject({ outcome: 'answer', quotation: { text } });
  });

  test.each(['35岁时做了什么？', '三十五岁时做了什么？', '二十五岁时做了什么？'])(
    '%s is not answered from the fifteenth year',
    (question) => {
      expect(ask(bridge, { question }).outcome).not.toBe('answer');
    },
  );
});
