// What stands at the edges of an answer: what belongs to it is never lost, what the page or the reel put there is reported.
import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';

async function made(source: string | Uint8Array, name: string) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const read = await ingest(bytes, { name, file: 'made.md' });
  if (!read.ok) throw new Error(read.what);
  return { told: read.text.slice(read.text.indexOf('## ')), leftOut: read.report.leftOut, read };
}

const CHINESE = `问：愿意来的人多吗？\n\n答：不多，一年两三个。\n\n问：留下来的呢？\n\n答：只有四个。\n\n`;
const ENGLISH = `Q: Do many come?\n\nA: Not many, two or three a year.\n\nQ: And who stays?\n\nA: Only four did.\n\n`;

test.each([
  ['三个是因为鸟。（笑）', CHINESE],
  ['三个是因为鸟（笑）', CHINESE],
  ['三个是因为鸟。【停顿】', CHINESE],
  ['（沉默）', CHINESE],
  ['Three stayed for the birds. (laughs)', ENGLISH],
  ['Three stayed for the birds [long pause]', ENGLISH],
])(
  'the last answer keeps a paragraph that ends in a stage direction, and the one behind it: %s',
  async (paragraph, source) => {
    const behind = source === CHINESE ? '还有一个是因为另一个人。' : 'And one for another one of them.';
    const last = (await made(source + paragraph, 'a.txt')).told;
    expect(last.trimEnd()).toMatch(new RegExp(`\n\n${paragraph.replace(/[()[\]]/g, '\\$&')}$`));
    const { told } = await made(`${source}${paragraph}\n\n${behind}`, 'a.txt');
    expect(told.trimEnd().endsWith(`\n\n${paragraph}\n\n${behind}`)).toBe(true);
  },
);
