import { expect, test } from 'vitest';
import { ingest } from '../../../src/editor/ingest/ingest.ts';
import { parseInterview } from '../../../src/knowledge/parse.ts';
import { SOURCES } from './unseen.ts';

/** What the sources do not print. */
const VALUES = {
  title: 'T',
  'interviewee.name': 'N',
  publication: 'P',
  date: '2025-01-01',
  language: 'en',
} as const;

test.each(SOURCES)(
  '$layout gives these sections to the letter and nothing else',
  async ({ name, bytes, sections }) => {
    const made = await ingest(bytes, { name, file: 'made.md', values: VALUES });
    if (!made.ok) throw new Error(made.what);
    const parsed = parseInterview(made.text, 'made.md');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const found = parsed.value.sections.map((own) =>
      own.kind === 'exchange' ? `${own.question}|${own.text}` : own.text,
    );
    expect(found).toEqual(sections);
  },
);
