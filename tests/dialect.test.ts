// The dialect of the sources: functions, one way to open a file, one way to read one. Biome holds what it can.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(`src/${file}`, 'utf8') }));

/** The counters and growing tables of numbers that the search asks in its innermost loops. */
const STRUCTURES = ['Best', 'Counter', 'Hearing', 'NumberTable', 'Numbering', 'Numbers', 'Vocabulary'];

test('only errors and the structures of the innermost loops are classes', () => {
  const classes = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^\s*(?:export )?(?:abstract )?class (\w+)\b(?! extends \w*Error\b)/gm)].map(
      ([, name = '']) => ({ file, name }),
    ),
  );
  expect(classes.filter(({ name }) => !STRUCTURES.includes(name))).toEqual([]);
  expect(classes.map(({ name }) => name).toSorted()).toEqual(STRUCTURES);
});

test('what stands at the top of a file and is called is declared as a function', () => {
  const arrow =
    /^(?:export )?const \w+ = (?:async )?(?:<[^>]*>)?(?:\w+|\((?:[^()]|\([^()]*\))*\)(?::[^=]*)?) =>/gm;
  const arrows = sources.flatMap(({ file, text }) =>
    [...text.matchAll(arrow)].map(([found]) => `${file}: ${found}`),
  );
  expect(arrows).toEqual([]);
});

test('a file opens with its promise in one to three lines, right above what it imports', () => {
  const opening = /^(?:\/\/ [^\n]+\n){1,3}(?:import |declare |\n(?!import ))/;
  expect(sources.filter(({ text }) => !opening.test(text)).map(({ file }) => file)).toEqual([]);
});

/** A library is opened at once, and asks for its indexes in the midst of it. */
const AT_ONCE = ['kept-indexes.ts'];

test('files are read and written with node:fs/promises', () => {
  const read = /import \{[^}]*\b(?:read|write)\w*\b[^}]*\} from 'node:fs'/;
  expect(sources.filter(({ text }) => read.test(text)).map(({ file }) => file)).toEqual(AT_ONCE);
});
