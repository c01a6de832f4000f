// Enumerations: who asks for a list gets the whole list, with the words that announce it.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openLibrary } from '../../src/answer/library.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { songHaitao } from './interviews.ts';

function answerTo(answer: string, question: string): string | undefined {
  const source = [
    '---\ntitle: 灯塔\ninterviewee:\n  name: 林远\npublication: 海岸周刊\ndate: 2024-05-01\nlanguage: zh-CN\n---',
    '## Q: 灯塔怎么维护？',
    answer,
    '## Q: 海鸥吃什么？',
    '海鸥吃小鱼。冬天它们飞走。',
  ].join('\n\n');
  const { interviews } = readCollection([{ name: 'lamp.md', bytes: new TextEncoder().encode(source) }]);
  const reply = ask(openLibrary({ interviews, lexicons: [], questions: [] }), { question, top: 1 });
  return reply.candidates[0]?.quotation.text;
}

describe('a question for a list', () => {
  test('is answered with every item counted 一是、二是、三是 and the words before them', () => {
    const reply = ask(songHaitao, { question: '中国以哪些行动印证其开放包容的AI全球治理理念？' });
    const text = reply.outcome === 'answer' ? reply.quotation.text : '';
    expect(text).toMatch(
      /^作为全球南方国家的一员.*一是构建技术开源体系.*二是.*三是基础设施共享.*共建联合实验室。$/su,
    );
  });

  test('is answered with the sentences from 首先 to 最后 and the one that announces them', () => {
    const list = '维护灯塔有四个步骤。首先清洁灯塔的镜片。其次检查电路。再次给铁门上油。最后记录天气。';
    expect(answerTo(`灯塔很高。${list}那里风很大。`, '维护灯塔有哪些步骤？')).toBe(list);
  });

  test('is answered with the items counted in English', () => {
    const list =
      'Keeping the lamp takes three tasks. First, clean the lens. Second, check the wires. Third, oil the door.';
    const answer = `The tower is tall. ${list} The wind is strong.`;
    expect(answerTo(answer, 'What are the three tasks of keeping the lamp?')).toBe(list);
  });

  test('gets no items of another paragraph', () => {
    const answer = '维护灯塔的步骤如下。首先清洁灯塔的镜片。其次检查电路。\n\n最后一班船六点开。';
    expect(answerTo(answer, '维护灯塔有哪些步骤？')).toBe(
      '维护灯塔的步骤如下。首先清洁灯塔的镜片。其次检查电路。',
    );
  });
});

test('a question about one item by its number is answered with that item', () => {
  const reply = ask(songHaitao, { question: '第三条路线都提了哪些诉求' });
  expect(reply.outcome === 'answer' ? reply.quotation.text : '').not.toContain('一是');
});

test('a question for one fact is answered with its sentence, not with the list', () => {
  const answer = '维护灯塔有四个步骤。首先清洁灯塔的镜片。其次检查电路。再次给铁门上油。最后记录天气。';
  expect(answerTo(answer, '铁门用什么上油？')).not.toContain('电路');
});
