import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { openCollection } from '../../src/answer/collection.ts';
import { crossValidation } from '../../src/evaluation/cross-validation.ts';
import { readCollection } from '../../src/knowledge/collection.ts';
import { tideClocks } from '../answer/interviews.ts';

const LISTED = Array.from({ length: 10 }, (_, number) => `What does the moon wheel number ${number} do?`);
const list = new TextEncoder().encode(`[question 1]\n${LISTED.join('\n')}\n`);
const source = readCollection([tideClocks, { name: 'tide-clocks.questions.txt', bytes: list }]);

test('a judged question is asked of a collection that does not list it, but lists others', () => {
  const collectionFor = crossValidation(source, LISTED);
  for (const question of LISTED) {
    const nearestOf = (collection: ReturnType<typeof openCollection>) =>
      ask(collection, { question }).reasoning.nearest?.answered;
    expect(nearestOf(openCollection(source))).toBe(question);
    const nearest = nearestOf(collectionFor(question));
    expect(nearest).not.toBe(question);
    expect(LISTED).toContain(nearest);
  }
});

test('a question that nobody judged is a mistake of the caller', () => {
  expect(() => crossValidation(source, LISTED)('Why?')).toThrow('“Why?” is in no fold.');
});
