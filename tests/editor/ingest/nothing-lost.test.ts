// Nothing is lost in silence: each block of every source is in the file, or in the report of what was left out.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/editor/ingest/compose.ts';
import { ingest } from '../../../src/editor/ingest/ingest.ts';
import { labelsOf } from '../../../src/editor/ingest/labels.ts';
import { readSource } from '../../../src/editor/ingest/read.ts';
import { parseInterview } from '../../../src/knowledge/parse.ts';
import { AROUND, LAYOUTS, materialOf } from './layouts.ts';
import { SOURCES } from './unseen.ts';

const bare = (text: string) => text.replace(/[\s\\]+/g, '');

/** The texts of its blocks that neither the file nor the report has. */
async function lost(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const read = await readSource(bytes, name);
  const made = await ingest(bytes, { name, file: 'made.md' });
  if (!made.ok || !read.ok || read.kind === 'interview file') throw new Error(`${name} is not read`);
  // YAML doubles and escapes quotation marks.
  const file = bare(made.text).replace(/''/g, "'");
  const left = bare(made.report.leftOut.map(({ text }) => text).join('\n'));
  expectTrue(made.report);
  const turns = made.report.kept.filter(({ what }) => /^(?:question|answer|biography)/.test(what));
  return read.reading.blocks
    .filter((block) => {
      const isTurn = turns.some(({ line, last }) => block.line >= line && block.line <= last);
      const dash = block.text.replace(/^[-–—>\s]+/, '');
      const labels = isTurn ? [dash, ...labelsOf(block).map(({ words }) => block.text.slice(words))] : [];
      const words = [block.text, ...labels].map(bare);
      const isHeld = words.some((own) => own === '' || file.includes(own) || left.includes(own));
      return !(isHeld || isInPieces(block.text, file + left, isTurn));
    })
    .map(({ text }) => text);
}

/** Whatever is said to be kept of a turn is an exchange of the file's, and each exchange has both. */
function expectTrue({ kept, exchanges }: Report) {
  for (const side of ['question', 'answer']) {
    const numbers = new Set(kept.flatMap(({ what }) => new RegExp(`^${side} (\\d+)$`).exec(what)?.[1] ?? []));
    expect([...numbers].map(Number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: exchanges }, (_, at) => at + 1),
    );
  }
}

/** A byline, of which the values hold the names; a turn that was cut at an end mark, or within which another begins. */
function isInPieces(text: string, told: string, isTurn: boolean): boolean {
  const pieces = isTurn
    ? text.split(/(?<=[。！？!?.：:]["”’」』)）]*)|[问答QA][:：]/u)
    : text
        .match(/\p{L}{3,}/gu)
        ?.filter((word) => !/^(?:by|words|posted|on|text|interview|source|date|[A-Z][a-z]+)$/i.test(word));
  return (pieces ?? []).every((piece) => told.includes(bare(piece)) || bare(piece).length < 12);
}

const file = 'tests/interviews/tide-clocks.md';
const parsed = parseInterview(readFileSync(file, 'utf8'), file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const material = materialOf(parsed.value);

test.each(LAYOUTS.filter(({ only }) => only === undefined || only.includes(material.language)))(
  'of $layout',
  async ({ make }) => {
    const { name, bytes } = make(material, AROUND[material.language]);
    expect(await lost(bytes, name)).toEqual([]);
  },
);

test.each(SOURCES)('of $layout', async ({ name, bytes }) => {
  expect(await lost(bytes, name)).toEqual([]);
});

test.each([
  ['a.txt', '文／吳昕 ｜ 2024-07-02 ｜ 港邊讀本\n\n問：船呢？\n答：走了。\n問：人呢？\n答：也走了。\n'],
  ['a.txt', 'Posted on 3 November 2021 by Pearl Addo in Oral history\n\nQ: Why?\nA: No.\nQ: How?\nA: So.\n'],
  ['a.md', '[^1]: never used\n\n**Q:** Why?\n\n**A:** No.\n\n**Q:** How?\n\n**A:** So.\n'],
  [
    'a.md',
    'Text ![alt](a.png)\n*caption*\n\n**Q:** Why?\n\n**A:** No.\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n\n**Q:** How?\n\n**A:** So.\n',
  ],
])('of small sources: %s', async (name, source) => {
  expect(await lost(new TextEncoder().encode(source), name)).toEqual([]);
});
