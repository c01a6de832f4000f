// Knowledge files for tests: a small good one, and ways to break it.
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';

export const GOOD = `---
title: The keeper of small clocks
interviewee:
  name: Ada Quill
publication: The Test Gazette
date: 2024-02-29
language: en
---

## Q: What do you keep?

Small clocks. Nobody else wants them.

## Q: Why?

They are honest.
`;

const encoder = new TextEncoder();

export function file(name: string, content: string | Uint8Array) {
  return { name, bytes: typeof content === 'string' ? encoder.encode(content) : content };
}

/** Reads one file beside a good one, which must load whatever is wrong with the first. */
export function readBeside(name: string, content: string | Uint8Array): Knowledge {
  return readCollection([file(name, content), file('good.md', GOOD)]);
}

export function problemsOf(content: string | Uint8Array, name = 'broken.md'): readonly string[] {
  return readBeside(name, content).problems.map(formatProblem);
}
