// A project in memory, with the command run on it: an interview about clocks, its log and its judged questions.
import { type KnowledgeFile, readCollection } from '../../src/knowledge/collection.ts';
import type { Files } from '../../src/unanswered/close-gap.ts';
import type { LogLine } from '../../src/unanswered/collect.ts';
import { runUnanswered } from '../../src/unanswered/run.ts';

export const INTERVIEW = `---
title: Clocks
interviewee:
  name: Ada Quill
publication: The Test Gazette
date: 2024-02-29
language: en
---

## Q: How do you clean a clock?
- asked as: What soap do you use?

I wash every wheel in warm water with olive oil soap.

I dry them in sawdust for nine days.

## Q: Which tools do you need?

A file, a lamp and a butter knife.

## Biography

Ada Quill keeps small clocks.
`;

export const FILE = 'knowledge/clocks.md';
export const QUESTIONS = 'knowledge/clocks.questions.txt';
export const JUDGED = 'tests/evaluation/clocks.unanswered.jsonl';

export function logLine(question: string, date = '2026-01-01'): LogLine {
  return { date, question, language: 'en', reason: 'too-weak', nearest: null };
}

/** Without a log, no log is configured. */
export function openProject(
  log: readonly LogLine[] | undefined,
  contents: Readonly<Record<string, string>> = {},
  feedback?: string,
) {
  const disk = new Map(Object.entries({ [FILE]: INTERVIEW, ...contents }));
  const files: Files = {
    read: async (path) => disk.get(path),
    write: async (path, text) => void (text === undefined ? disk.delete(path) : disk.set(path, text)),
  };
  const text = (log ?? []).map((line) => `${JSON.stringify(line)}\n`).join('');
  const run = async (argv: readonly string[] = [], over: Partial<Files> = {}, readLog = async () => text) => {
    const printed: string[] = [];
    const complaints: string[] = [];
    const status = await runUnanswered({
      argv,
      print: (words) => printed.push(words),
      complain: (words) => complaints.push(words),
      log: log && 'unanswered.log',
      knowledge: 'knowledge',
      files: { ...files, ...over },
      readLog,
      now: () => Date.UTC(2026, 0, 3),
      ...(feedback ? { feedback: 'feedback.log', readFeedback: async () => feedback } : {}),
      loadDictionary: async () => undefined,
      loadKnowledge: async (folder) => readCollection(filesIn(disk, folder)),
    });
    return { status, printed: printed.join('\n'), complaints: complaints.join('\n') };
  };
  return { disk, files, run };
}

function filesIn(disk: ReadonlyMap<string, string>, folder: string): readonly KnowledgeFile[] {
  return [...disk].flatMap(([path, content]) =>
    path.startsWith(`${folder}/`)
      ? [{ name: path.slice(folder.length + 1), bytes: new TextEncoder().encode(content) }]
      : [],
  );
}
