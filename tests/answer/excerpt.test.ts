// Excerpts: a sentence that points at the one before is not quoted without it, and an excerpt has three sentences at most.
import { expect, test } from 'vitest';
import { chooseExcerpt } from '../../src/answer/excerpt.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { matchPassage } from '../../src/search/rank/match.ts';

/** The excerpt of one answer for a question, however good the match. */
function excerptOf(
  answer: string,
  question: string,
  coverage = 0,
  lexicon: readonly (readonly string[])[] = [],
): string {
  const head = '---\ntitle: T\ninterviewee:\n  name: N\npublication: P\ndate: 2024-05-01\nlanguage: en\n---';
  const bytes = new TextEncoder().encode(`${head}\n\n## Q: What happened?\n\n${answer}\n`);
  const section = readCollection([{ name: 'one.md', bytes }]).interviews[0]?.sections[0];
  if (section === undefined) throw new Error('The interview was refused.');
  const sentences = section.sentences.map(({ start, end }) => section.text.slice(start, end));
  const passage = { title: 'What happened?', translatedTitle: '', wordings: [], sentences, translation: [] };
  const index = buildIndex([passage], { lexicon });
  const query = analyse(question, index);
  const found = { passage: 0, printed: undefined, match: matchPassage(query, 0) };
  const run = chooseExcerpt(query, { ...found, section, coverage }).run();
  return sentences.slice(run.first, run.last + 1).join(' ');
}

test.each([
  ['She', 'Ada Quill came in May. She oiled the wheel with care. Nobody helped. The rain fell.'],
  ['It', 'The old wheel broke. It was oiled with care. Nobody helped. The rain fell.'],
])('a sentence that begins with %s brings the one before', (_word, answer) => {
  const [first, second] = answer.split('. ');
  expect(excerptOf(answer, 'oiled with care', 1)).toBe(`${first}. ${second}.`);
});

test('a sentence that stands alone comes alone', () => {
  expect(
    excerptOf('The rain fell. Ada oiled the wheel with care. Nobody helped.', 'oiled with care', 1),
  ).toBe('Ada oiled the wheel with care.');
});

test('the first sentence of a paragraph is not joined to another paragraph', () => {
  expect(excerptOf('The rain fell.\n\nShe oiled the wheel with care.', 'oiled with care', 1)).toBe(
    'She oiled the wheel with care.',
  );
});

test('three sentences go without the first where it points back, not without their best, the last', () => {
  const answer =
    'The rain fell. It turned the brass wheel. The wheel drove a pump. The pump cooled the brass rods. Nobody helped.';
  expect(excerptOf(answer, 'brass wheel pump rods', 0)).toBe(
    'The wheel drove a pump. The pump cooled the brass rods.',
  );
});

test.each([
  ['What is a gimbal?', 'A gimbal is a ring.'],
  ['What does gimbal mean?', 'A gimbal is a ring.'],
  ['摆轮是什么?', '摆轮指的是一个环。'],
  ['什么叫绞盘?', '匠人把这种铁轴叫“绞盘”。'],
])('%s is answered by the sentence that defines it: %s', (question, sentence) => {
  const answer =
    'Gimbal and gimbal oil cost me a fortune. Nobody sold a gimbal. A gimbal is a ring. 绞盘和绞盘油都贵。 摆轮坏了,摆轮难修。 摆轮指的是一个环。 匠人把这种铁轴叫“绞盘”。';
  expect(excerptOf(answer, question).indexOf(sentence)).toBe(0);
});

test.each([
  ['Ada sat beside us. A young glazier named Ada Quill came in May.', 'named'],
  ['Ada sat beside us. My neighbour Ada Quill came in May.', 'a word for what she is before the name'],
  ['Ada sat beside us. In May Ada Quill, a glazier, came by.', 'one behind it'],
  ['Ada sat beside us. Ada Quill was a glazier.', 'a verb'],
  ['Ada sat beside us. Rain fell on Ada Quill in May.', 'the whole name alone'],
])('who somebody is, is told by the sentence with the whole name: %s (%s)', (answer) => {
  expect(excerptOf(answer, 'Who is Ada Quill?')).not.toMatch(/^Ada sat/);
  expect(excerptOf(answer, 'Who is Ada Quill?')).toContain('Ada Quill');
});

test.each([
  ['阿圆昨天来过。林阿圆是村里的木匠。', '林阿圆是谁?'],
  ['那天林阿圆在下雨。林阿圆，一个老木匠，昨天来过。', '谁是林阿圆?'],
])('so in Chinese: %s', (answer, question) => {
  expect(excerptOf(answer, question)).toMatch(/^林阿圆/);
});

test('a letter to somebody does not tell who that is', () => {
  const answer = 'I wrote a letter to Ada Quill. Ada Quill is the glazier of our street.';
  expect(excerptOf(answer, 'Who is Ada Quill?')).toBe('Ada Quill is the glazier of our street.');
});

test.each([
  [
    'age',
    'How old is Ada?',
    'Ada oils the wheels of the mill. Ada is fifty-one. Ada fears the rain.',
    'Ada is fifty-one.',
  ],
  [
    'number beside what is counted',
    'How many wheels has the mill?',
    'The mill has two floors. The mill has nine wheels. The mill had three owners.',
    'The mill has nine wheels.',
  ],
  [
    '频率',
    '磨坊的轮子多久上一次油?',
    '磨坊的轮子是铁的。磨坊的轮子每月上一次油。去年停过一次电。',
    '磨坊的轮子每月上一次油。',
  ],
])(
  'a plain answer (%s) comes without the sentences around it that give none',
  (_kind, question, answer, plain) => {
    expect(excerptOf(answer, question)).toBe(plain);
  },
);

test.each([
  ['a date that the question names', 'What happened on 3 May?', 'May 3.'],
  ['its words over again', 'When did the mill burn?', 'The mill burned.'],
])(
  'a sentence that says nothing but the question (%s) comes with the next one',
  (_what, question, repeated) => {
    const answer = `Ada owned three mills. ${repeated} A spark in the flour dust set the sails alight. Nobody was hurt.`;
    expect(excerptOf(answer, question, 1)).toBe(
      `${repeated} A spark in the flour dust set the sails alight.`,
    );
  },
);

test.each([
  ['Why does a heron stand still?', 'behind it'],
  ['Why does a fish swim into the shade?', 'before it'],
])('a clause is not cut from one joined by a semicolon: %s (%s)', (question) => {
  const answer = 'The pond is old. A heron stands still; a fish swims into the shade. Nobody looks.';
  expect(excerptOf(answer, question, 1)).toMatch(/^A heron stands still; a fish swims into the shade\./);
});

test('what begins anew behind a semicolon may stand alone', () => {
  expect(excerptOf('一是清洗镜片;二是检查电路;三是记录天气。', '检查电路', 1)).toContain('二是检查电路;');
});

test('another paragraph is quoted only for a word of the question', () => {
  const told = 'The heron ate an eel near the old sluice. The eel was cold.';
  expect(excerptOf(`${told}\n\nNobody minded at all.`, 'heron eel sluice cold')).toBe(told);
});

test('two sentences that point back one after the other come with the one that names', () => {
  const answer =
    'The rain fell. Old Ned sold eels. He was deaf. He oiled the sluice gate daily. Nobody helped.';
  expect(excerptOf(answer, 'oiled the sluice gate', 1)).toBe(
    'Old Ned sold eels. He was deaf. He oiled the sluice gate daily.',
  );
});

test('three sentences that point back keep the best one, not the last', () => {
  const answer =
    'The rain fell. Ned rowed. He greased the sluice gate. The gate shut on the sluice. Some gate.';
  expect(excerptOf(answer, 'greased sluice gate shut')).toContain('He greased the sluice gate.');
});
