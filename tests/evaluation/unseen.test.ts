// What is reported was not seen before: no judged question of the report was tuned on, or stands in a list that answers it.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { INVENTED, REPORTED_SETS, SHIPPED, TUNING_SETS } from '../../src/evaluation/test-interviews.ts';
import type { Knowledge } from '../../src/knowledge/collection.ts';
import { fold } from '../../src/language/fold.ts';
import table from '../../src/language/words-to-bot.json' with { type: 'json' };
import { JUDGED_FOLDER } from '../../src/load-judged.ts';
import { known } from '../loaded.ts';

const { shipped, invented } = known;

/** Letters and numbers only. */
const plain = (question: string) => fold(question).replace(/[^\p{L}\p{N}]/gu, '');
/** Letters; a shorter question is a word or a greeting, which everybody writes alike. */
const SHORTEST = 4;
/** Words up to which a question is bare keywords. */
const KEYWORDS = 2;
/** Letters up to which a phrase of the table is one that everybody uses. */
const COMMON_PHRASE = 8;

const read = (set: string) => readFileSync(`${JUDGED_FOLDER}/${set}.jsonl`, 'utf8');

function questionsOf(set: string): readonly string[] {
  return readJudgedQuestions(read(set), set)
    .map(({ question }) => plain(question))
    .filter(({ length }) => length >= SHORTEST);
}

/** The words to the bot are judged by their intent, not by a section. */
function wordsOf(set: string): readonly string[] {
  return read(set)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => plain(JSON.parse(line).text))
    .filter(({ length }) => length >= SHORTEST);
}

/** What editors wrote down as asked of one interview: in its lists, and above its answers. */
function listedFor(id: string, { interviews, questions }: Knowledge): ReadonlySet<string> {
  const wordings = interviews
    .filter((interview) => interview.id === id)
    .flatMap(({ sections, translations }) => [{ sections }, ...translations])
    .flatMap(({ sections }) => sections)
    .flatMap((section) => (section.kind === 'exchange' ? section.askedAs : []));
  const lists = questions
    .filter(({ interview }) => interview === id)
    .flatMap(({ answered, notCovered }) => [...answered.map(({ question }) => question), ...notCovered]);
  return new Set([...wordings, ...lists].map(plain));
}

describe('no reported question of the shipped interview', () => {
  // Follow-ups are too short to be anybody's own.
  const [report = ''] = REPORTED_SETS;
  const reported = questionsOf(report);

  test('was tuned on', () => {
    const tuned = new Set(TUNING_SETS.flatMap(questionsOf));
    expect(tuned.size).toBeGreaterThan(1000);
    expect(reported.filter((question) => tuned.has(question))).toEqual([]);
  });

  test('stands in its lists, or above an answer', () => {
    const listed = listedFor(SHIPPED, shipped);
    expect(listed.size).toBeGreaterThan(1000);
    expect(reported.filter((question) => listed.has(question))).toEqual([]);
  });

  test('is a member of a lexicon, but for bare keywords', () => {
    const sentences = readJudgedQuestions(read(report), report)
      .map(({ question }) => question)
      .filter((question) => /\p{Script=Han}/u.test(question) || question.split(' ').length > KEYWORDS)
      .map(plain);
    const members = new Set(shipped.lexicons.flatMap(({ groups }) => groups.flat()).map(plain));
    expect(members.size).toBeGreaterThan(1000);
    expect(sentences.filter((own) => own.length > COMMON_PHRASE && members.has(own))).toEqual([]);
  });

  test('counts twice', () => {
    expect(new Set(reported).size).toBe(reported.length);
  });
});

test('no development question stands in the list of members’ questions', () => {
  const lists = shipped.questions.flatMap(({ answered, notCovered }) => [
    ...answered.map(({ question }) => question),
    ...notCovered,
  ]);
  const listed = new Set(lists.map(plain));
  expect(questionsOf(`${SHIPPED}.dev`).filter((question) => listed.has(question))).toEqual([]);
});

describe.each(INVENTED)('no judged question of %s', (id) => {
  test('stands in its own lists, or above an answer', () => {
    const listed = listedFor(id, invented);
    expect(listed.size).toBeGreaterThan(100);
    expect(questionsOf(id).filter((question) => listed.has(question))).toEqual([]);
  });
});

describe.each([
  ['everyday lines', questionsOf('everyday.report'), questionsOf('everyday.tune')],
  ['words to the bot', wordsOf('words-to-bot.report'), wordsOf('words-to-bot.tune')],
])('of the reported %s none', (_name, reported, tuned) => {
  test('was tuned on', () => {
    expect(reported.filter((line) => tuned.includes(line))).toEqual([]);
  });

  test('stands as a whole in the table of words to the bot', () => {
    const phrases = Object.values(table.words).flatMap((lists) => lists.flatMap((list) => list.split('|')));
    const long = new Set(phrases.map(plain).filter(({ length }) => length > COMMON_PHRASE));
    expect(reported.filter((line) => long.has(line))).toEqual([]);
  });
});

describe('the head of a content file says who wrote it, and when', () => {
  const files = ['knowledge', 'tests/interviews'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );

  test.each(files)('%s', (file) => {
    const head = readFileSync(file, 'utf8').split('\n', 4).join(' ');
    expect(head).toMatch(/# .*the makers of Verbatim.* 20\d\d\b/);
  });
});
