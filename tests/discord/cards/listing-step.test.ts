import { expect, it } from 'vitest';
import { readControl } from '../../../src/discord/cards/custom-id.ts';
import { readStep, type Step, writeStep } from '../../../src/discord/cards/listing-step.ts';
import { LONGEST } from '../../../src/discord/sending/card.ts';

const ID = 'x'.repeat(64);
const part = {
  source: { interview: ID, section: 'exchange', exchange: 99_999 },
  print: 'abcde-_12345',
} as const;
const inserted = {
  ...{ interview: ID, made: 40_000_000, isNew: true, length: 99_999, print: 'abc-_12', line: '1234567' },
} as const;
const STEPS: readonly Step[] = [
  { step: 'gap' },
  { step: 'lately' },
  { step: 'interview' },
  { step: 'part', page: 99, interview: ID },
  { step: 'parts', page: 99, interview: ID },
  { step: 'notCovered', interview: ID },
  { step: 'sentence', page: 99, part },
  { step: 'sentences', page: 99, part },
  { step: 'whole', part },
  { step: 'undo', inserted },
  { step: 'undo', inserted: { ...inserted, isNew: false } },
];

function read(id: string): Step | undefined {
  const control = readControl(id);
  return control.ok && control.control.kind === 'listing' ? readStep(control.control.fields) : undefined;
}

it.each(STEPS)('a step survives Discord within its hundred characters: $step', (step) => {
  expect(writeStep(step).length).toBeLessThanOrEqual(LONGEST.customId);
  expect(read(writeStep(step))).toEqual(step);
});

it.each([
  '2:e',
  '2:e:z',
  '2:e:p:1:',
  '2:e:p:x:a',
  '2:e:s:1:nonsense',
  '2:e:u:1',
  '2:e:u:1:+:a:b:c',
  '2:e:u:1:2:a b:c:d',
])('what is none of ours is no step: %s', (id) => {
  expect(read(id)).toBeUndefined();
});
