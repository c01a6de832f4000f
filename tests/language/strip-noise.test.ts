// What stands in a message beside the question: links, file names, mentions, code.

import { describe, expect, it } from 'vitest';
import { stripNoise } from '../../src/language/message.ts';

describe('stripNoise', () => {
  it.each([
    ['三轨并行是什么? https://a.example', '三轨并行是什么?', 'a link'],
    ['三轨并行是什么?https://a.example/x?q=1#x', '三轨并行是什么?', 'a link without a space before it'],
    ['https://a.example三轨并行是什么?', '三轨并行是什么?', 'a link ends where Chinese begins'],
    ['<https://a.example> what is it?', 'what is it?', 'a link without its preview'],
    [
      '[the talk](https://a.example) what is it?',
      'the talk what is it?',
      'a masked link, whose words are read',
    ],
    ['what is it www.a.example/b and why', 'what is it and why', 'a link without its scheme'],
    ['join discord.gg/abc what is it', 'join what is it', 'an invitation'],
    ['三轨并行是什么? (来自 report_final_v2.pdf)', '三轨并行是什么?', 'a file name, and where it is from'],
    ['三轨并行是什么?（见 report_final_v2.pdf）', '三轨并行是什么?', 'the same in Chinese brackets'],
    ['what does report-2.docx say', 'what does say', 'a file name'],
    ['看 IMG_2031.PNG 里是什么', '看 里是什么', 'a picture'],
    ['见报告.pdf 三轨并行', '见报告 三轨并行', 'a Chinese file name, whose beginning nobody can tell'],
    ['<@123> <@!12> <@&9> what is <#1> <:x:1> <a:y:2> it', 'what is it', 'mentions and emoji'],
    ['what is it <t:1700000000:R> </ask:12>', 'what is it', 'a time and a command'],
    ['123456789012345678 what is it', 'what is it', 'an id'],
    ['run `npm start` what is it', 'run what is it', 'inline code'],
    ['``a ` b`` what is it', 'what is it', 'inline code with a backtick'],
    ['`三轨并行`是什么?', '三轨并行是什么?', 'Chinese in backticks is no code'],
    ['```ts\nconst a = 1;\n```\nwhat is it', 'what is it', 'a code block'],
    ['what is it ```\nunclosed', 'what is it', 'a code block that nobody closed'],
  ])('reads “%s” as “%s”: %s', (text, read) => {
    expect(stripNoise(text)).toBe(read);
  });

  it.each([
    '三轨并行是什么?',
    'What is the U.S. policy on A.I.?',
    'Is Node.js or ASP.NET used?',
    'v2.0, 3.5 and 1984',
    'a < b > c, (see above)',
    'e.g. this, i.e. that',
    'What is *it*?\nAnd why?',
    'it costs 12345678901',
  ])('leaves “%s” alone', (text) => {
    expect(stripNoise(text)).toBe(text);
  });

  it.each([
    'https://a.example',
    '<@123>',
    '`x = 1`',
    '```\nx\n```',
    'report.pdf https://a.example <:x:1>',
    '(report.pdf)',
  ])('leaves nothing of “%s”', (text) => {
    expect(stripNoise(text)).toBe('');
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['`', '(', '<', '[', 'a.', 'http://', '```', '](', '_'])
      expect(stripNoise(unit.repeat(6000)).length).toBeLessThanOrEqual(6000 * unit.length);
  });
});
