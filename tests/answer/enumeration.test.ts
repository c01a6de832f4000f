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

describe('a list that is asked for by its number', () => {
  test('is quoted whole though nothing but the number says that it is one', () => {
    const list =
      'The keeper asks three favours of visitors. Wipe your boots at the door. Close the gate behind you. And never wake the dog.';
    const answer = `The tower is tall. ${list} The path is steep.`;
    for (const question of [
      'Which three favours does the keeper ask of visitors?',
      'Tell me the three favours the keeper asks',
    ])
      expect(answerTo(answer, question)).toBe(list);
  });

  test.each(['塔里要守哪四条规矩？', '塔里要守的四条规矩是什么？'])('is so in Chinese: %s', (question) => {
    const list = '住在塔里要守四条规矩。夜里不许生火。门要随手关;窗也一样。水先给马喝。还有,客人睡楼下。';
    expect(answerTo(`塔里很冷。${list}塔外风大。`, question)).toBe(list);
  });

  test('is found where the question leaves its number open', () => {
    const list = '巡塔分三个班次。第一是黄昏,要点灯。第二是半夜,要添油。第三才是清晨,要熄灯。';
    expect(answerTo(`塔里很冷。${list}塔外风大。`, '巡塔分几个班次？')).toBe(list);
  });

  test('is no more than the sentence that names its items', () => {
    const named = '灯塔最缺三种零件:灯芯、齿轮和铜钉。';
    expect(answerTo(`${named}铜钉要等半年。船来得很少。雾也大。`, '灯塔最缺哪三种零件？')).toBe(named);
  });

  test('is no list that was told before', () => {
    const answer = '父亲说别怕黑。这三个字我记得。雾来了。风也来了。雨下个不停。';
    expect(answerTo(answer, '你记得的三个字是什么？')).not.toContain('雨');
  });

  test('is whole where the question counts what announces it', () => {
    const list = '守塔人有“两灯三锁”的规矩:一是锁门;二是锁窗;三是锁油柜。';
    expect(answerTo(`塔里很冷。${list}塔外风大。`, '三锁怎么讲？')).toBe(list);
  });
});

test('an answer that begins with a list is quoted with the whole of it, where its printed question is asked', () => {
  const list = '维护有四步。第一是擦镜片。第二是添油。第三是看钟。第四才是睡觉。';
  expect(answerTo(`${list}夜很长。`, '灯塔怎么维护？')).toBe(list);
});

test('an item that is asked for by its number comes without those before it', () => {
  const answer =
    'The lamp needs three hands. First, one cleans the lens. Second, one winds the clock. Third comes the oil.';
  expect(answerTo(answer, 'What does the second hand wind?')).toBe('Second, one winds the clock.');
});

test('a later item brings the sentence before, however it begins', () => {
  const before = '夜里要看住炉火。';
  expect(answerTo(`塔里很冷。${before}还有,骆驼要拴好。风很大。`, '骆驼要怎样？')).toBe(
    `${before}还有,骆驼要拴好。`,
  );
});

test('a question about one item by its number is answered with that item', () => {
  const reply = ask(songHaitao, { question: '第三条路线都提了哪些诉求' });
  expect(reply.outcome === 'answer' ? reply.quotation.text : '').not.toContain('一是');
});

test('a question for one fact is answered with its sentence, not with the list, or with the list up to it', () => {
  const steps = ['维护灯塔有四个步骤。', '首先清洁灯塔的镜片。', '其次检查电路。', '再次给铁门上油。'];
  const answer = `${steps.join('')}最后记录天气。`;
  expect(answerTo(answer, '灯塔的镜片脏了怎么办？')).not.toContain('电路');
  expect(answerTo(answer, '铁门用什么上油？')).toBe(steps.join(''));
});

describe('what announces a list', () => {
  const list = '维护灯塔的次序不变。第一是清洁镜片。第二是检查电路。第三是给铁门上油。';

  test('comes with the items, whatever the question calls them', () => {
    expect(answerTo(list, '维护灯塔的次序是什么？')).toBe(list);
  });

  test('comes alone where it has the date that is asked for', () => {
    const dated = '2019年定下维护灯塔的次序。第一是清洁镜片。第二是检查电路。';
    expect(answerTo(`灯塔很高。${dated}`, '维护灯塔的次序哪一年定下的？')).toBe('2019年定下维护灯塔的次序。');
  });

  test('may have the first item with it, and a conclusion before it', () => {
    const rules = '所以我定了三条规则：雾天点灯；不许喝酒；有人落水，先放绳子，再放船。';
    expect(answerTo(`灯塔很高。${rules}那里风很大。`, '他定了哪三条规则？')).toBe(rules);
  });
});
