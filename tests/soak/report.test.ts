import { describe, expect, it } from 'vitest';
import { fateOf, type Question } from './ledger.ts';
import { judgeSoak, type Soaked, soakPage } from './report.ts';

const ANSWERED: Question = {
  ...{ surface: 'message', begun: 1_000, isCalm: true, ended: 1_030, answers: 1 },
  ...{ trouble: undefined, hasFailedLast: false, isApology: false },
};
const REFUSED = { trouble: { status: 503, code: 0 }, hasFailedLast: true };
const LOST: Question = { ...ANSWERED, ...REFUSED, ended: undefined, answers: 0 };
const FLAT = Array(10).fill(200_000_000);

function soaked(changes: Partial<Soaked> = {}): Soaked {
  return {
    wish: { questions: 2, seed: 1, guilds: 40, shards: 1 },
    questions: [ANSWERED, ANSWERED],
    ...{
      gaps: [],
      counted: new Map(),
      wrong: [],
      resident: FLAT,
      heap: FLAT,
      events: [],
      violations: 0,
      status: 0,
    },
    ...{ machine: 'a machine', minutes: 1 },
    ...changes,
  };
}

describe('a soak', () => {
  it('passes where everything was answered once, and memory stays', () => {
    expect(judgeSoak(soaked()).passes).toBe(true);
  });

  it('passes where what was lost was counted as what it was', () => {
    const counted = new Map([['refused', 1]]);
    expect(judgeSoak(soaked({ questions: [ANSWERED, LOST], counted })).passes).toBe(true);
  });

  it.each<[string, Partial<Soaked>]>([
    ['something was lost without a count', { questions: [LOST] }],
    ['more was lost than was counted', { questions: [LOST, LOST], counted: new Map([['refused', 1]]) }],
    ['a question was answered twice', { questions: [{ ...ANSWERED, answers: 2 }] }],
    ['an answer was wrong', { wrong: ['it answers another question'] }],
    ['memory grew by more than a tenth', { resident: [...FLAT.slice(1), 221_000_000] }],
    ['Discord’s protocol was broken', { violations: 1 }],
    ['the bot ended by itself', { status: 75 }],
  ])('fails where %s', (_, changes) => {
    expect(judgeSoak(soaked(changes)).passes).toBe(false);
    expect(soakPage(soaked(changes))).toContain('**Failed.**');
  });
});

it('tells apart what was lost from answers that are there though their last request failed', () => {
  const seen: Question = { ...ANSWERED, ...REFUSED };
  const page = soakPage(
    soaked({ questions: [LOST, seen, seen, ANSWERED], counted: new Map([['refused', 3]]) }),
  );
  expect(page).toContain('| refused | 1 | 2 | 3 |');
  const repeated: Question = { ...seen, hasFailedLast: false };
  const acknowledged: Question = { ...seen, trouble: { status: 400, code: 40060 } };
  expect(soakPage(soaked({ questions: [repeated, acknowledged] }))).toContain('| refused | 0 | 0 | 0 |');
});

describe('a question that nobody answered', () => {
  it.each<[string, Partial<Question>]>([
    ['unreachable', { trouble: { status: 0, code: 0 } }],
    ['refused', { trouble: { status: 502, code: 0 } }],
    ['forbidden', { trouble: { status: 403, code: 50013 } }],
    ['gone', { trouble: { status: 404, code: 10003 } }],
    ['late', { trouble: { status: 404, code: 10062 } }],
    ['silent', { trouble: undefined }],
  ])('was lost as %s, by the last response to its requests', (fate, changes) => {
    expect(fateOf({ ...LOST, ...changes }, [])).toBe(fate);
  });

  it('was never told to the bot where Discord ended the session meanwhile', () => {
    expect(fateOf({ ...LOST, trouble: undefined }, [{ from: 900, to: 1_100 }])).toBe('untold');
    expect(fateOf({ ...LOST, trouble: undefined }, [{ from: 1_100, to: 1_200 }])).toBe('silent');
  });

  it('and got an apology counts as lost', () => {
    expect(fateOf({ ...ANSWERED, isApology: true, trouble: { status: 500, code: 0 } }, [])).toBe('refused');
  });
});
