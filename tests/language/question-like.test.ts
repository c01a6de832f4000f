import { expect, it } from 'vitest';
import { looksLikeQuestion } from '../../src/language/question-like.ts';

it.each([
  'AI治理涵盖了哪些内容?',
  'AI治理涵盖了哪些内容',
  '為什麼國際合作這麼重要',
  '请问具身智能有什么机遇',
  '文化包容性重要吗',
  'What is AI governance?',
  "what's the biggest challenge of governance",
  'Does China want open cooperation',
  'Is AI governance really that hard?',
])('%s looks like a question', (text) => {
  expect(looksLikeQuestion(text)).toBe(true);
});

it.each([
  '',
  '?',
  '为什么?',
  '真的吗?',
  'really?',
  'who is he?',
  '哈哈哈今天真热',
  '我觉得AI治理很重要。',
  'what a day',
  'I wonder. Anyway, AI governance is hard.',
  '看看这个 https://example.org/ai?x=1 好吗?',
  'AI governance at www.example.org?',
  `${'很长的话'.repeat(90)}?`,
])('%s does not', (text) => {
  expect(looksLikeQuestion(text)).toBe(false);
});
