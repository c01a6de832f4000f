// A question as an interview prints it, or as its editor words it, is answered from its own exchange, however it is typed.
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Answer } from '../../src/answer/reply.ts';
import { type Exchange, exchangesOf, type Interview } from '../../src/knowledge/interview.ts';
import { fold } from '../../src/language/fold.ts';
import { kindAsked, showsKind } from '../../src/language/kinds.ts';
import { dictionary } from '../loaded.ts';
import { folderSource, opened } from './interviews.ts';
import { dice, homophones, withSlip } from './slips.ts';
import { openFiles } from './small.ts';

const folder = opened(folderSource);
const toTaiwan = Converter({ from: 'cn', to: 'tw' });
const toMainland = Converter({ from: 'tw', to: 'cn' });

/** Share of a question that a label shows when it is cut. */
const SHOWN = 0.6;

function answerTo(question: string): Answer {
  const reply = ask(folder, { question });
  if (reply.outcome !== 'answer') throw new Error(`${question} is not answered: ${reply.reason}.`);
  return reply;
}

function expectOwnAnswer(question: string, { id }: Interview, { number }: Exchange): Answer {
  const answer = answerTo(question);
  expect(answer.quotation.source).toEqual({ interview: id, section: 'exchange', exchange: number });
  expect(answer.reasoning.basis).toBe('chosen');
  expect(answer.probability).toBe(1);
  return answer;
}

/** The same characters in the other script; of a language without one, in wide letters. */
function inOtherScript(question: string, language: string): string {
  if (!language.startsWith('zh')) return question.replace(/[a-z]/gi, (letter) => wide(letter));
  return language === 'zh-TW' ? toMainland(question) : toTaiwan(question);
}

function wide(letter: string): string {
  return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}

function cut(question: string): string {
  return `${Array.from(question)
    .slice(0, Math.ceil(question.length * SHOWN))
    .join('')}…`;
}

const printed = folder.interviews.flatMap((interview) =>
  exchangesOf(interview).map((exchange) => ({
    name: `${interview.id} ${exchange.number}`,
    ...{ interview, exchange, language: interview.article.language },
  })),
);

describe('in a folder of five interviews a printed question is answered from its exchange', () => {
  test('of which there are some in each', () => {
    expect(new Set(printed.map(({ interview }) => interview.id)).size).toBe(5);
    expect(printed.length).toBeGreaterThan(40);
  });

  test.each(printed)('$name: to the letter', ({ interview, exchange }) => {
    const answer = expectOwnAnswer(exchange.question, interview, exchange);
    expect(answer.answers).toBe(exchange.question);
  });

  test.each(printed)('$name: in capitals, with blanks around it', ({ interview, exchange }) => {
    expectOwnAnswer(`  ${exchange.question.toUpperCase()} \n`, interview, exchange);
  });

  test.each(printed)('$name: cut as a label cuts it', ({ interview, exchange }) => {
    expectOwnAnswer(cut(exchange.question), interview, exchange);
  });

  test.each(printed)('$name: in the other script', ({ interview, exchange, language }) => {
    const typed = inOtherScript(exchange.question, language);
    expect(typed).not.toBe(exchange.question);
    expectOwnAnswer(typed, interview, exchange);
  });

  test.each(printed)('$name: by its beginning, or by the fact that it asks for', ({ exchange }) => {
    const { quotation } = answerTo(exchange.question);
    const kind = kindAsked(fold(exchange.question));
    const begins = quotation.start === exchange.sentences[0]?.start;
    expect(begins || showsKind({ printed: quotation.text, folded: fold(quotation.text) }, kind)).toBe(true);
  });
});

describe('a printed question with one typing slip', () => {
  const texts = folder.interviews.flatMap(({ sections }) => sections.map(({ text }) => fold(text)));
  const alike = homophones(texts.join(''), dictionary);
  const seeds = [1, 2, 3];
  const typed = seeds.flatMap((seed) => {
    const roll = dice(seed);
    return printed.flatMap(({ exchange, interview }) => {
      const question = withSlip(fold(exchange.question), roll, alike);
      return question === undefined ? [] : [{ question, exchange, id: interview.id }];
    });
  });

  function isAnswered({ question, exchange, id }: (typeof typed)[number]): boolean {
    const reply = ask(folder, { question, interview: id });
    if (reply.outcome !== 'answer') return false;
    const { source, start, text } = reply.quotation;
    if (source.section !== 'exchange' || source.exchange !== exchange.number) return false;
    return (
      start === exchange.sentences[0]?.start ||
      showsKind({ printed: text, folded: fold(text) }, kindAsked(fold(exchange.question)))
    );
  }

  test('is answered by its beginning, or by the fact that it asks for, in 29 of 30', () => {
    expect(typed.length).toBeGreaterThan(120);
    const missed = typed.filter((own) => !isAnswered(own)).map(({ question }) => question);
    expect(missed.length / typed.length, missed.join('\n')).toBeLessThanOrEqual(1 / 30);
  });
});

describe('a printed question that is not typed as it is printed', () => {
  const text = (language: string, exchanges: string) =>
    `---\ntitle: A talk\ninterviewee:\n  name: Ada Quill\npublication: P\ndate: 2024-05-01\nlanguage: ${language}\n---\n\n${exchanges}\n`;
  const library = openFiles(
    {
      'en.md': text(
        'en',
        '## Q: You gave the beacon away. Can you say more about the slow repair of its broken iron roof? And who paid?\n\nIt began with a storm. The lamp fell. Nobody slept under that roof.\n\n## Q: Why do the gulls leave the harbour in winter?\n\nThe ice. Gulls hate it.',
      ),
      'zh.md': text(
        'zh-CN',
        '## Q: 铜钟的风波可以多讲一些吗?您后来把它送人了。\n\n起头是一场雨。钟楼漏了。铜钟响了一夜。\n\n## Q: 海鸥冬天为什么不肯飞回旧港口?\n\n冰太厚。它们怕冷。\n\n## Q: 敲了半辈子,您对今后有什么打算?\n\n再敲三年就回老家。地已经租好了,租期十年。铺里要摆老铜钟和我的本子。我有两个徒弟,小的今年二十岁。',
      ),
    },
    dictionary,
  );
  const textFor = (question: string, interview: string) => {
    const reply = ask(library, { question, interview });
    return reply.outcome === 'answer' ? reply.quotation.text : reply.outcome;
  };

  test.each([
    ['zh', '铜钟的风波多讲一些', /^起头是一场雨/, 'the part that asks'],
    ['zh', '您对今后有什么打算?', /^再敲三年/, 'its last clause, of few telling words'],
    ['zh', '海欧冬天为什么不肯飞回旧港口?', /^冰太厚/, 'a character of the same sound'],
    [
      'en',
      'Tell me more about the slow repair of its broken iron roof',
      /^It began with a storm/,
      'its topic',
    ],
    ['en', 'Why do the gulls leave the harbour in winner?', /^The ice/, 'a slip that is another word'],
    ['en', 'Why do the guls leave the harbuor in winter?', /^The ice/, 'two slips in nine words'],
  ])('%s: %s -> %s (%s)', (interview, question, beginning) => {
    expect(textFor(question, interview)).toMatch(beginning);
  });

  test('is another one where the interview has the other word', () => {
    const reply = ask(library, { question: 'Why do the gulls leave the beacon in winter?', interview: 'en' });
    expect(reply.mends).toBeUndefined();
  });
});

describe('a translated question', () => {
  const translated = folder.interviews.flatMap((interview) =>
    interview.translations.flatMap(({ sections, language }) =>
      exchangesOf({ sections }).map((own, at) => ({
        name: `${interview.id} ${own.number} in ${language}`,
        ...{ interview, question: own.question, exchange: exchangesOf(interview)[at] as Exchange },
      })),
    ),
  );

  test.each(translated)('$name is answered like the printed one', ({ interview, exchange, question }) => {
    const answer = expectOwnAnswer(question, interview, exchange);
    expect(answer.translation?.question).toBe(question);
  });

  test.each([
    ['What is the greatest challenge in AI governance?', 'its words stand in the translated question alone'],
    ['what is the main challenge', 'no sentence says a word of it'],
  ])('is shortened, and answered by the beginning: %s (%s)', (question) => {
    const reply = ask(folder, { question, interview: 'song-haitao' });
    expect(reply).toMatchObject({ outcome: 'answer', quotation: { start: 0, source: { exchange: 3 } } });
  });
});

describe('an editor’s other wording', () => {
  const wordings = folder.interviews.flatMap((interview) =>
    exchangesOf(interview).flatMap((exchange) =>
      exchange.askedAs.map((wording) => ({ interview, exchange, wording })),
    ),
  );

  test('is answered from its exchange, each one', () => {
    expect(wordings.length).toBeGreaterThan(100);
    for (const { interview, exchange, wording } of wordings) expectOwnAnswer(wording, interview, exchange);
  });

  test.each([
    [
      'How long does it take to restore a clock?',
      'A small clock takes about ten weeks.',
      'stages are printed',
    ],
    [
      'Who taught you to mend clocks?',
      'apprenticed to Dr. Amara Whitcombe',
      'the beginning is of somebody else',
    ],
    ['What maintenance does a tide clock need?', 'have it cleaned', 'the last of three things'],
    ['为什么老办法管不住AI?', '需突破传统技术规制的局限', 'the second sentence'],
    ['为什么说AI是个“黑盒”?', '就像个“黑盒”', 'the second paragraph'],
    ['他为什么拿“宪法”来打比方?', '相当于人类社会的“宪法”', 'the fourth paragraph'],
    ['WAIC是个什么样的平台?', 'WAIC则搭建了', 'the last sentence'],
    ['训练AI的数据里英语占多少,中文占多少?', '超80%为英语语料', 'a number'],
    ['什么是文明对话的“数据飞轮”?', '“数据飞轮”效应', 'the last sentence'],
    ['为什么说越早达成共识越好?', '越早形成共识', 'the last sentence'],
  ])('is answered with its own sentences: %s -> %s (%s)', (wording, words) => {
    const { quotation } = answerTo(wording);
    expect(quotation.text).toContain(words);
    // Not with the beginning, which answers the printed question.
    expect(quotation.start).toBeGreaterThan(0);
  });

  test('is answered with the second item of a list and what stands before it, and no more', () => {
    const { quotation } = answerTo('全球第一部全面监管AI的法律是哪部?');
    expect(quotation.text).toMatch(/^大致来看.*一是.*二是[^;]*欧盟《人工智能法案》[^;]*;$/);
  });
});

describe('what is no printed question', () => {
  test.each([
    ['…', 'a cut label of nothing'],
    ['...', 'the same in full stops'],
    ['What exactly is a ship clock…', 'no question begins so'],
  ])('%s is not answered as one (%s)', (question) => {
    expect(ask(folder, { question }).reasoning.basis).not.toBe('chosen');
  });
});
