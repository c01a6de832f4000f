// An editor's desk in memory: an interview about clocks, and the command `prepare` run on it.
import { dirname } from 'node:path';
import type { EditorFiles } from '../../src/editor/prepare/files.ts';
import { runPrepare } from '../../src/editor/prepare/run.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import type { Interview } from '../../src/knowledge/interview.ts';

export const CLOCKS = `---
title: Small clocks
interviewee:
  name: Ada Quill
publication: The Test Gazette
date: 2024-02-29
language: en
---

## Introduction

Ada Quill keeps a workshop in Harrowgate.

## Q: How do you clean a clock?
- asked as: What soap do you use?

I wash every wheel in warm water with olive oil soap. I dry them in sawdust for nine days. It is slow.

It is slow. Nobody pays for the waiting.

## Q: Which tools do you need?

A file, a lamp and a butter knife. The knife was my grandmother's.

## Biography

Ada Quill was apprenticed to a locksmith in 1991.
`;

export const QUESTIONS = 'knowledge/clocks.questions.txt';
export const LEXICON = 'knowledge/clocks.lexicon.txt';

export interface Desk {
  readonly disk: Map<string, string>;
  readonly files: EditorFiles;
  readonly run: (argv: readonly string[], over?: Over) => Promise<Ran>;
}

interface Over {
  readonly files?: Partial<EditorFiles>;
  readonly fetch?: typeof fetch;
  readonly key?: string;
}

export interface Ran {
  readonly status: number;
  readonly printed: string;
  readonly complaints: string;
}

/** Nothing is sent in a test that gives no other. */
const noFetch: typeof fetch = () => Promise.reject(new Error('This test sends nothing.'));

export function openDesk(contents: Readonly<Record<string, string>> = {}): Desk {
  const disk = new Map(Object.entries({ 'knowledge/clocks.md': CLOCKS, ...contents }));
  const folders = new Set(['.', 'out', 'knowledge']);
  const files: EditorFiles = {
    read: async (path) => disk.get(path),
    write: async (path, text) => void (text === undefined ? disk.delete(path) : disk.set(path, text)),
    isFolder: async (path) => folders.has(path),
    realPath: async (path) => path,
  };
  const run = async (argv: readonly string[], over: Over = {}) => {
    const printed: string[] = [];
    const complaints: string[] = [];
    const status = await runPrepare({
      argv,
      print: (text) => printed.push(text),
      complain: (text) => complaints.push(text),
      knowledge: 'knowledge',
      assistantKey: over.key,
      files: { ...files, ...over.files },
      loadKnowledge: async (folder) => readCollection(filesIn(disk, folder)),
      loadDictionary: async () => undefined,
      fetch: over.fetch ?? noFetch,
      wait: async () => undefined,
    });
    return { status, printed: printed.join('\n'), complaints: complaints.join('\n') };
  };
  return { disk, files, run };
}

function filesIn(disk: ReadonlyMap<string, string>, folder: string) {
  return [...disk]
    .filter(([path]) => dirname(path) === folder)
    .map(([path, text]) => ({ name: path.slice(folder.length + 1), bytes: new TextEncoder().encode(text) }));
}

export function clocks(source = CLOCKS): Interview {
  const [interview] = readCollection([
    { name: 'clocks.md', bytes: new TextEncoder().encode(source) },
  ]).interviews;
  if (!interview) throw new Error('The test’s interview cannot be read.');
  return interview;
}
