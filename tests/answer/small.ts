// Small invented interviews for tests, written out in the format of a knowledge folder.
import { type Library, openLibrary } from '../../src/answer/library.ts';
import type { Dictionary } from '../../src/dictionary/dictionary.ts';
import { readCollection } from '../../src/knowledge/collection.ts';

export interface Small {
  readonly title: string;
  readonly name: string;
  readonly language?: string;
  /** Questions are numbered where none is given. */
  readonly questions?: readonly string[];
  readonly answers: readonly string[];
  readonly biography?: string;
}

export function textOf({ title, name, language = 'en', questions = [], answers, biography }: Small): string {
  const head = `---\ntitle: "${title}"\ninterviewee:\n  name: ${name}\npublication: The Test Gazette\ndate: 2024-05-01\nlanguage: ${language}\n---\n`;
  const exchanges = answers.map(
    (answer, at) => `\n## Q: ${questions[at] ?? `Part ${at + 1}?`}\n\n${answer}\n`,
  );
  return [head, ...exchanges, ...(biography ? [`\n## Biography\n\n${biography}\n`] : [])].join('');
}

/** Throws where a file has a fault. */
export function openFiles(files: Readonly<Record<string, string>>, dictionary?: Dictionary): Library {
  const encoder = new TextEncoder();
  const named = Object.entries(files).map(([name, text]) => ({ name, bytes: encoder.encode(text) }));
  const { problems, ...knowledge } = readCollection(named);
  const [problem] = problems;
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.what}`);
  return openLibrary({ ...knowledge, dictionary });
}
