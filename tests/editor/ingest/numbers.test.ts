// Numbers before questions are a publication's layout; numbers that count nothing are the question's own.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';
import { utf16 } from './bytes.ts';

async function read(source: string | Uint8Array, name: string) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const made = await ingest(bytes, { name, file: 'made.md' });
  if (!made.ok) throw new Error(made.what);
  return { ...made, questions: [...made.text.matchAll(/^## Q: (.*)$/gm)].map(([, question]) => question) };
}

const QUESTIONS = ['您为什么选择水田？', '2006年以来有什么变化？', '原因是农药吗？', '下一步呢？'];
const ANSWERS = [
  '国家公园有人管，水田没有人管，一分地里住的声音比一栋楼还多。',
  '安静了，同一块田、同一个晚上，从前有九种蛙，现在只剩下四种。',
  '农药是一部分，最大的原因是田埂变成了水泥，青蛙爬不上来。',
  '我想把同样的一百零七种声音再录一遍，一种都不要少。',
];

test.each([
  ['1. ', '2. ', '3. ', '4. '],
  ['1、', '2、', '3、', '4、'],
  ['一、', '二、', '三、', '四、'],
  ['（一）', '（二）', '（三）', '（四）'],
  ['(1) ', '(2) ', '(3) ', '(4) '],
  ['①', '②', '③', '④'],
  ['Q1: ', 'Q2: ', 'Q3: ', 'Q4: '],
  ['Q1 ', 'Q2 ', 'Q3 ', 'Q4 '],
  ['01 ', '02 ', '03 ', '04 '],
  ['第一问：', '第二问：', '第三问：', '第四问：'],
  ['问题1：', '问题2：', '问题3：', '问题4：'],
  ['1. ', '2. ', '', '3. '],
])('the number before a question is left out, and told: %s', async (...numbers) => {
  const pairs = QUESTIONS.map((question, at) => ({
    question: `${numbers[at]}${question}`,
    answer: ANSWERS[at],
  }));
  const page = pairs.map(({ question, answer }) => `<h4>${question}</h4><p>${answer}</p>`).join('\n');
  const paged = await read(utf16(`<html><body><h1>水田</h1>${page}</body></html>`, 'little'), 'a.html');
  const bold = await read(
    pairs.map(({ question, answer }) => `**${question}**\n\n${answer}\n`).join('\n'),
    'a.md',
  );
  const plain = await read(
    pairs.map(({ question, answer }) => `问：${question}\n答：${answer}\n`).join('\n'),
    'a.txt',
  );
  const told = numbers.map((number) => number.trim()).filter((number) => number !== '');
  for (const { questions, report } of [paged, bold, plain]) {
    expect(questions).toEqual(QUESTIONS);
    const left = report.leftOut.filter(({ reason }) => reason === 'the number of a question');
    // `Q1` may be a label, as `Q` is.
    if (left.length > 0 || !told[0]?.startsWith('Q')) expect(left.map(({ text }) => text)).toEqual(told);
  }
});

test.each([
  ['2006年以来有什么变化？', '3个月够吗？', '1.5公里远吗？', '90后呢？'],
  ['1984, why that year?', '12 monkeys?', '7 Up or tea?', 'And so?'],
  ['3. 三号楼在哪里？', '1. 一号楼呢？', '2. 二号楼呢？', '还有吗？'],
])('numbers that do not count the questions stay: %s', async (...questions) => {
  const source = questions.map((question, at) => `问：${question}\n答：${ANSWERS[at]}\n`).join('\n');
  expect((await read(source, 'a.txt')).questions).toEqual(questions);
});

test.each([
  (at: number, question: string) => `<p>0${at}</p><p><strong>${question}</strong></p>`,
  (at: number, question: string) => `<p><strong>0${at}</strong></p><p><strong>${question}</strong></p>`,
  (at: number, question: string) => `<section><b>Q${at}</b></section><section><b>${question}</b></section>`,
  (at: number, question: string) => `<h3>第${'一二三四'.charAt(at - 1)}问</h3><p><b>${question}</b></p>`,
  (at: number, question: string) => `<p>Q${at}</p><p class="ask">${question}</p>`,
])('a number that stands alone above each question is nobody’s words: %#', async (set) => {
  const page = QUESTIONS.map((question, at) => `${set(at + 1, question)}<p>${ANSWERS[at]}</p>`);
  const { text, questions } = await read(`<html><body><h1>水田</h1>${page.join('')}</body></html>`, 'a.html');
  expect(questions).toEqual(QUESTIONS);
  expect(text).toContain(`${ANSWERS[0]}\n\n## Q: ${QUESTIONS[1]}`);
  expect(text).not.toMatch(/^(?:0\d|Q\d|第.问)$/m);
});
