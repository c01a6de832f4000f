// node --expose-gc --import tsx tests/benchmark/reply-job.ts TREE FOLDER QUESTIONS [KEPT]: opens a folder with the sources of a
// tree, asks it each line of a file, and prints as JSON what that cost; or what a start cost that may keep its indexes in KEPT.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Asking from '../../src/answer/ask.ts';
import type * as Opening from '../../src/answer/library.ts';
import type * as Keeping from '../../src/kept-indexes.ts';
import type * as Folders from '../../src/load-knowledge.ts';
import { median, percentile } from './statistics.ts';

/** Questions before those that are timed, for whatever is compiled or read at its first use. */
const FIRST = 40;
/** Milliseconds of the processor for each pass: where a reply takes long, fewer questions are asked. */
const PATIENCE = 40_000;
const MS_PER_MICROSECOND = 1e-3;

const [tree = '.', folder = 'knowledge', list = '', kept] = process.argv.slice(2);
const { ask }: typeof Asking = await load('answer/ask.ts');
const { openLibrary }: typeof Opening = await load('answer/library.ts');
const { loadKnowledge, ...others }: typeof Folders = await load('load-knowledge.ts');
// Up to 4c28a39 the dictionary was read by a file of its own.
const { loadDictionary } = 'loadDictionary' in others ? others : await load('load-dictionary.ts');
const keeping: typeof Keeping | undefined = kept === undefined ? undefined : await load('kept-indexes.ts');
const indexes = kept === undefined ? undefined : keeping?.keptIndexes(kept);
const questions = (await readFile(list, 'utf8')).split('\n').filter((line) => line !== '');

globalThis.gc?.();
const before = live();
const start = processor();
const [knowledge, dictionary] = await Promise.all([loadKnowledge(folder), loadDictionary()]);
const library = openLibrary({ ...knowledge, dictionary, indexes });
const started = processor() - start;
if (indexes !== undefined) {
  process.stdout.write(JSON.stringify({ start: started }));
  process.exit();
}
// Up to 4c28a39 the interviews were asked as one collection, which the library held.
const asked: Opening.Library = 'all' in library ? (library.all as Opening.Library) : library;
const first = timesOf(questions.slice(0, FIRST));
const once = timesOf(questions.slice(FIRST));
const again = timesOf(questions.slice(FIRST, FIRST + once.length));
globalThis.gc?.();
const figures = {
  start: started,
  live: live() - before,
  resident: process.memoryUsage().rss,
  slowest: Math.max(...first),
  asked: once.length,
  p50: median(once),
  p99: percentile(once, 0.99),
  repeated: median(again),
};
process.stdout.write(JSON.stringify(figures));

/** Milliseconds of the processor for each whole reply, of as many questions as the patience lasts. */
function timesOf(asked: readonly string[]): readonly number[] {
  const times: number[] = [];
  const end = processor() + PATIENCE;
  for (const question of asked) if (processor() < end) times.push(timeOf(question));
  return times;
}

function timeOf(question: string): number {
  const begin = processor();
  ask(asked, { question });
  return processor() - begin;
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * MS_PER_MICROSECOND;
}

function live(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function load(file: string) {
  return import(pathToFileURL(resolve(tree, 'src', file)).href);
}
