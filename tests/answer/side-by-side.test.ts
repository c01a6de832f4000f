// Interviews in one folder: nothing of one changes what another has to say, and a question is put to whom it names.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { DECISION_WEIGHTS, type DecisionFeature, probabilities } from '../../src/answer/decide.ts';
import { type Finding, find } from '../../src/answer/find.ts';
import { type Library, openLibrary } from '../../src/answer/library.ts';
import { type Asked, read } from '../../src/answer/read.ts';
import { readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { both, bothKnowledge, shippedSource } from './interviews.ts';
import { openFiles, textOf } from './small.ts';

/** All but what tells whom the question favours: that is for the folder to say. */
const OWN_FEATURES = (Object.keys(DECISION_WEIGHTS) as DecisionFeature[]).filter(
  (name) => !['aside', 'strange', 'foreign'].includes(name),
);

function alone(id: string): Library {
  const interviews = bothKnowledge.interviews.filter((interview) => interview.id === id);
  // The folder's lexicon is for every interview in it; that of another is not there to be used.
  const lexicons = bothKnowledge.lexicons.filter((own) => [undefined, id].includes(own.interview));
  const questions = bothKnowledge.questions.filter((own) => own.interview === id);
  return openLibrary({ interviews, lexicons, questions, dictionary: shippedSource.dictionary });
}

/** Every second question: each asks the same of the two libraries. */
function judged(set: string, language: string): readonly string[] {
  return readJudgedQuestions(readFileSync(`tests/evaluation/${set}.jsonl`, 'utf8'), set)
    .filter((own) => own.language === language)
    .filter((_, at) => at % 2 === 0)
    .map(({ question }) => question);
}

function findingsOf(library: Library, asked: Asked, id: string): readonly Finding[] {
  return find(read(library, asked)).filter(({ open }) => open.interview.id === id);
}

/** Beside another interview; found once for all that is expected of it. */
function findingsBeside(id: string, questions: readonly string[]) {
  return questions.map((question) => ({ question, found: findingsOf(both, { question }, id) }));
}

const placeOf = ({ section }: Finding) => (section.kind === 'exchange' ? section.number : section.kind);

describe.each([
  ['tide-clocks', judged('tide-clocks', 'en'), 'without lists, beside one that has them'],
  ['song-haitao', judged('song-haitao.dev', 'zh-Hans'), 'with lists, beside one in another language'],
])('what %s has to say to a question in its language', (id, questions) => {
  const own = alone(id);
  const beside = findingsBeside(id, questions);

  test('is the same beside another interview, feature by feature', () => {
    let compared = 0;
    for (const { question, found } of beside) {
      const byItself = new Map(findingsOf(own, { question }, id).map((each) => [placeOf(each), each]));
      for (const each of found) {
        // Among the eight nearest beside another it can be only where it was so by itself.
        const expected = byItself.get(placeOf(each));
        expect(expected, question).toBeDefined();
        for (const name of OWN_FEATURES)
          expect(each.features[name], `${name}: ${question}`).toBe(expected?.features[name]);
        expect(each.quotation).toEqual(expected?.quotation);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(questions.length);
  });

  test('is at most as probable beside what another says: a rival adds nothing', () => {
    for (const { found } of beside) {
      const unrivalled = probabilities(found.map(({ features }) => ({ features, interview: id })));
      for (const [at, { probability }] of found.entries())
        expect(probability).toBeLessThanOrEqual((unrivalled[at] ?? 0) + 1e-9);
    }
  });

  test('is all that is heard where it alone is asked', () => {
    for (const question of questions.slice(0, 30)) {
      const { reasoning, ...reply } = ask(both, { question, interview: id, top: 3 });
      const { reasoning: expected, ...byItself } = ask(own, { question, top: 3 });
      expect(reply).toEqual(byItself);
      expect(reasoning.decision).toEqual(expected.decision);
    }
  });
});

describe('a library of two interviews', () => {
  test('has two indexes and no third, each of its own interview’s sections', () => {
    expect(both.open).toHaveLength(2);
    expect(new Set(both.open.map(({ index }) => index)).size).toBe(2);
    expect(Object.keys(both).toSorted()).toEqual(['interviews', 'open']);
    for (const { interview, index } of both.open)
      expect(index.passages.map(({ sentences }) => sentences.length)).toEqual(
        interview.sections.map(({ sentences }) => sentences.length),
      );
  });

  test('does not know the words of one in the other', () => {
    const knows = (id: string, term: string) =>
      both.open.find(({ interview }) => interview.id === id)?.index.vocabulary.get(term) !== undefined;
    expect(knows('tide-clocks', 'pearwood')).toBe(true);
    expect(knows('song-haitao', 'pearwood')).toBe(false);
    expect(knows('song-haitao', 'deepseek')).toBe(true);
    expect(knows('tide-clocks', 'deepseek')).toBe(false);
  });
});

describe('a lexicon', () => {
  const answering = (name: string, answer: string) =>
    textOf({ title: `Of ${name}`, name, answers: [`${answer} Then came spring.`] });
  const library = openFiles({
    'bells.md': answering('Ada Quill', 'The gale broke the bell. The bell rang once.'),
    'boats.md': answering('Ben Holt', 'The gale sank the boat. The boat was old.'),
    'lexicon.txt': 'gale = hurricane\n',
    'bells.lexicon.txt': 'broke = shattered\n',
  });
  const bestOf = (question: string, interview: string) => {
    const [best] = ask(library, { question, interview, top: 1 }).candidates;
    return best?.quotation.text;
  };

  test.each([
    ['bells', 'The gale broke the bell.'],
    ['boats', 'The gale sank the boat.'],
  ])('of the folder reaches each interview: %s', (id, sentence) => {
    expect(bestOf('the hurricane', id)).toBe(sentence);
  });

  test('of one interview reaches that alone', () => {
    expect(bestOf('shattered', 'bells')).toBe('The gale broke the bell.');
    expect(bestOf('shattered', 'boats')).toBeUndefined();
    expect(library.open.map(({ index }) => index.concepts.length)).toEqual([2, 1]);
  });
});

test('an interview that says the word itself is no stranger to what the title of another one names', () => {
  const text = (title: string, answers: readonly string[]) =>
    textOf({ title, name: 'Ada Quill', questions: ['What do you keep?', 'How was the year?'], answers });
  const library = openFiles({
    'one.md': text('Of the lighthouse', ['We keep bees behind the fence.', 'It rained. The rope was wet.']),
    'two.md': text('Of hay', ['I keep the lighthouse and its oil.', 'Snow fell. The barn stood.']),
    'three.md': text('Of salt', ['I keep the pans and the oil.', 'Wind blew. The pans dried.']),
  });
  const found = find(read(library, { question: 'Who keeps the oil of the lighthouse?' }));
  const aside = new Map(found.map(({ open, features }) => [open.interview.id, features.aside]));
  expect(Object.fromEntries(aside)).toMatchObject({ two: 0, three: 1 });
});
