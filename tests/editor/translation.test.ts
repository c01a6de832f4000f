import { expect, test } from 'vitest';
import { worksheetOf } from '../../src/editor/prepare/worksheet.ts';
import { clocks, openDesk } from './desk.ts';

const SENTENCES = ['一。', '二。', '三。', '四。', '五。', '六。', '七。', '八。', '九。', '十。', '十一。'];

/** Each place for a translation filled in with the next of these. */
function filled(texts: readonly string[]): string {
  let next = 0;
  const sheet = worksheetOf(clocks()).replace(/^= $/gm, () => {
    const text = texts[next] ?? '';
    next += 1;
    return `= ${text}`;
  });
  return sheet
    .replace('translator: ', 'translator: 示例')
    .replace('title: ', 'title: "小鐘"')
    .replace(': "小鐘"', ': 小钟');
}

test('a translation of every sentence becomes a file that stands beside the interview', async () => {
  const desk = openDesk({ sheet: filled(SENTENCES) });
  expect(await desk.run(['clocks', '--from', 'sheet', '--by-hand'])).toMatchObject({
    status: 0,
    complaints: '',
  });
  expect(desk.disk.get('knowledge/clocks.zh-CN.md')).toBe(
    '---\ntitle: 小钟\nlanguage: zh-CN\ntranslator: 示例\n---\n\n' +
      '## Introduction\n\n一。\n\n## Q: 二。\n\n三。四。五。\n\n六。七。\n\n## Q: 八。\n\n九。十。\n\n## Biography\n\n十一。\n',
  );
});

test.each([
  ['half of it', SENTENCES.slice(0, 5), '5 of 11'],
  ['two sentences for one', SENTENCES.with(2, '三。又三。'), 'has 4 sentences'],
])('%s is told, and nothing of it is written', async (_, texts, told) => {
  const desk = openDesk({ sheet: filled(texts) });
  expect(await desk.run(['clocks', '--from', 'sheet'])).toMatchObject({
    status: 1,
    complaints: expect.stringContaining(told),
  });
  expect([...desk.disk.keys()]).toEqual(['knowledge/clocks.md', 'sheet']);
});

test('a translation that is there stays as it is', async () => {
  const desk = openDesk({ sheet: filled(SENTENCES), 'knowledge/clocks.zh-CN.md': 'mine' });
  expect(await desk.run(['clocks', '--from', 'sheet'])).toMatchObject({ status: 1 });
  expect(desk.disk.get('knowledge/clocks.zh-CN.md')).toBe('mine');
});
