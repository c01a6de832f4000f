import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Imports go one way: mains -> adapters -> wording -> answer -> search -> dictionary, language, knowledge.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  language: [],
  dictionary: ['language'],
  search: ['dictionary', 'language', 'knowledge'],
  answer: ['search', 'dictionary', 'language', 'knowledge'],
  wording: ['answer', 'search', 'language', 'knowledge'],
  discord: ['wording', 'answer', 'search', 'language', 'knowledge'],
  // The doctor asks what the bot asks for: its commands, permissions and invite link.
  doctor: ['discord', 'wording', 'answer', 'search', 'language', 'knowledge'],
  // What an editor tries is evaluated as `npm run evaluate` does.
  // Type by type what the bot tells of itself.
  health: ['discord'],
  editor: ['evaluation', 'wording', 'answer', 'search', 'language', 'dictionary', 'knowledge'],
  terminal: ['wording', 'answer', 'search', 'language', 'dictionary', 'knowledge'],
  unanswered: ['evaluation', 'wording', 'answer', 'search', 'language', 'dictionary', 'knowledge'],
  evaluation: ['wording', 'answer', 'search', 'language', 'dictionary', 'knowledge'],
  simulator: [],
  // A visitor's own text is read as the editor's `ingest` does.
  playground: ['discord', 'editor', 'simulator', 'wording', 'answer', 'search', 'language', 'knowledge'],
};
const PURE = ['knowledge', 'language', 'search', 'answer', 'wording'];
const IMPURE =
  /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bconsole\.|\bperformance\.|\bset(?:Timeout|Interval)\(|from '(?:node:|discord\.js)/;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => ({
    file,
    folder: file.split('/').slice(0, -1)[0],
    text: readFileSync(`src/${file}`, 'utf8'),
  }));

const importsOf = (text: string) => [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => path ?? '');

test('every folder imports only the folders below it, and never a main', () => {
  const wrong = sources.flatMap(({ file, folder, text }) =>
    importsOf(text)
      .map((path) => new URL(path, `file:///${file}`).pathname.split('/').slice(1))
      .map((parts) => (parts.length > 1 ? parts[0] : 'a main'))
      .filter((target) => folder !== undefined && target !== folder)
      .filter((target) => !MAY_IMPORT[folder ?? '']?.includes(target ?? ''))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** In these, folders within folders go one way, too. */
const NESTED = [
  'search',
  'answer',
  'language',
  'evaluation',
  'discord',
  'health',
  'doctor',
  'wording',
  'terminal',
  'unanswered',
  'playground',
  'simulator',
];

const directoryOf = (file: string) => file.split('/').slice(0, -1).join('/');

/** For each directory those that its files import from. */
function directoryImports(): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { file, text } of sources.filter((own) => NESTED.includes(own.folder ?? ''))) {
    const from = directoryOf(file);
    const targets = importsOf(text).map((path) =>
      directoryOf(new URL(path, `file:///${file}`).pathname.slice(1)),
    );
    const others = targets.filter((to) => to !== from && NESTED.includes(to.split('/')[0] ?? ''));
    edges.set(from, new Set([...(edges.get(from) ?? []), ...others]));
  }
  return edges;
}

/** The first way found from each directory back to itself. */
function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const wayBack = (
    start: string,
    path: readonly string[],
    seen: Set<string>,
  ): readonly string[] | undefined => {
    for (const next of edges.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, start];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = wayBack(start, [...path, next], seen);
      if (found) return found;
    }
    return undefined;
  };
  return [...edges.keys()].flatMap((start) => wayBack(start, [start], new Set())?.join(' -> ') ?? []);
}

test('no folders import one another in a circle, at any depth', () => {
  const edges = directoryImports();
  expect([...edges.keys()]).toEqual(
    expect.arrayContaining(['search/rank', 'evaluation/fit', 'answer', 'discord/cards', 'doctor']),
  );
  expect([...(edges.get('search/rank') ?? [])]).toContain('search/index');
  expect([...(edges.get('simulator/rest/routes') ?? [])]).toContain('simulator/wire');
  expect(circles(edges)).toEqual([]);
});

test('a circle of folders is found, however long, and a folder’s own subfolder may close it', () => {
  const edges = (...pairs: readonly string[]) =>
    new Map(pairs.map((pair) => [pair.split(' ')[0] ?? '', new Set(pair.split(' ').slice(1))] as const));
  expect(circles(edges('a b c', 'b c', 'c'))).toEqual([]);
  expect(circles(edges('a b', 'b c', 'c d a', 'd'))).toContain('a -> b -> c -> a');
  expect(circles(edges('a a/b', 'a/b a'))).toEqual(['a -> a/b -> a', 'a/b -> a -> a/b']);
});

test('nothing in src imports a test or the benchmark', () => {
  const outward = sources.filter(({ file, text }) =>
    importsOf(text).some((path) => path.split('../').length > file.split('/').length),
  );
  expect(outward.map(({ file }) => file)).toEqual([]);
});

test('the core reads no file, clock, environment, randomness or console', () => {
  const impure = sources.filter(({ folder, text }) => PURE.includes(folder ?? '') && IMPURE.test(text));
  expect(impure.map(({ file }) => file)).toEqual([]);
});

test('from npm start to Discord, no import leads to the simulated one', () => {
  const reached = new Set(['bot.ts']);
  for (const file of reached) {
    const { text = '' } = sources.find((source) => source.file === file) ?? {};
    for (const path of importsOf(text)) reached.add(new URL(path, `file:///${file}`).pathname.slice(1));
  }
  expect(reached).toContain('discord/run-bot.ts');
  expect([...reached].filter((file) => /^(?:simulator|playground)\//.test(file))).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  expect(sources.filter(({ text }) => text.split('\n').length > 251).map(({ file }) => file)).toEqual([]);
});
