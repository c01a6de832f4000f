import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';
import { parseInterview } from '../../../src/knowledge/parse.ts';
import { AROUND, junkOf, LAYOUTS, type Material, materialOf } from './layouts.ts';

const FILES = [
  'knowledge/song-haitao.md',
  'tests/interviews/poster-painter.md',
  'tests/interviews/night-market-game.md',
  'tests/interviews/river-sensors.md',
  'tests/interviews/tide-clocks.md',
];
/** What the sources do not print. */
const VALUES = {
  title: 'T',
  'interviewee.name': 'N',
  publication: 'P',
  date: '2025-01-01',
  language: 'en',
} as const;

function read(file: string) {
  const parsed = parseInterview(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function parsedFile(text: string) {
  const parsed = parseInterview(text, 'made.md');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value.sections;
}

const bare = (text: string) => text.replace(/\s+/g, '');

function expected({ introduction, exchanges, biography }: Material, isBare: boolean) {
  const told = exchanges.map(({ question, answer }) => bare(`${question}|${answer.join('')}`));
  const around = (paragraphs: readonly string[]) =>
    isBare || paragraphs.length === 0 ? [] : [bare(paragraphs.join(''))];
  return [...around(introduction), ...told, ...around(biography)];
}

describe.each(FILES.map((file) => ({ file, material: materialOf(read(file)) })))(
  'of $file',
  ({ material }) => {
    const layouts = LAYOUTS.filter(({ only }) => only === undefined || only.includes(material.language));

    test.each(layouts)('$layout gives each section to the letter and no line of junk', async ({ make }) => {
      const { name, bytes, isBare = false } = make(material, AROUND[material.language]);
      const made = await ingest(bytes, { name, file: 'made.md', values: VALUES });
      if (!made.ok) throw new Error(made.what);
      const sections = parsedFile(made.text);
      const found = sections.map((own) =>
        bare(own.kind === 'exchange' ? `${own.question}|${own.text}` : own.text),
      );
      expect(found).toEqual(expected(material, isBare));
      const lines = new Set(sections.flatMap(({ text }) => text.split(/\n+/)));
      expect(junkOf(material.language).filter((junk) => lines.has(junk))).toEqual([]);
    });
  },
);
