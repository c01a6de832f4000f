import { describe, expect, test } from 'vitest';
import { shed, type Taken, takeBack } from '../../src/editor/prepare/take-back.ts';
import { worksheetOf } from '../../src/editor/prepare/worksheet.ts';
import { clocks } from './desk.ts';

const interview = clocks();

function take(source: string, isByHand = false): Taken {
  const taken = takeBack(source, interview, { isByHand });
  if (!taken.ok) throw new Error(taken.what);
  return taken;
}

const lines = ({ questions }: Taken) =>
  questions.map(({ heading, sentence, text }) => `${heading} ${sentence ?? '-'} ${text}`);

describe('what is around a line is shed', () => {
  test.each([
    ['- how long does it dry', 'how long does it dry'],
    ['  *  how long does it dry', 'how long does it dry'],
    ['12. how long does it dry', 'how long does it dry'],
    ['3) how long does it dry', 'how long does it dry'],
    ['（4）晾几天', '晾几天'],
    ['5、晾几天', '晾几天'],
    ['6.晾几天', '晾几天'],
    ['• 晾几天', '晾几天'],
    ['－晾几天', '晾几天'],
    ['① 晾几天', '晾几天'],
    ['- [ ] how long', 'how long'],
    ['- "how long does it dry"', 'how long does it dry'],
    ['"how long does it dry",', 'how long does it dry'],
    ['- “晾几天”', '晾几天'],
    ['「晾幾天」', '晾幾天'],
    ['- **how long**', 'how long'],
    ['- Q: how long', 'how long'],
  ])('%s', (line, text) => {
    expect(shed(line)).toEqual({ text, isItem: true });
  });

  test.each([
    ['3.5 metres long?', 'a decimal is no numbering'],
    ['1991 or 1992?', 'a year is no numbering'],
    ['“this” and “that”', 'two quotations are not one'],
    ['-5 degrees in winter?', 'a sign is no bullet'],
  ])('but nothing of “%s”: %s', (line) => {
    expect(shed(line)).toEqual({ text: line, isItem: false });
  });
});

describe('a sheet is taken back', () => {
  test('with nothing filled in it has nothing, and nothing is wrong with it', () => {
    const taken = take(worksheetOf(interview));
    expect(taken).toMatchObject({ questions: [], groups: [], leftOut: [], problems: [] });
  });

  test('a line belongs to the sentence and the part that it stands below', () => {
    const sheet = worksheetOf(interview)
      .replace(/(> I dry them.*\n= \n- )/, '$1how long to dry')
      .replace(/(## \[not covered\][\s\S]*?\n- )/, '$1what does it cost')
      .replace(/(## \[same words\][\s\S]*?\n- )/, '$1sawdust = shavings');
    const taken = take(sheet);
    expect(lines(taken)).toEqual(['[question 1] 1 how long to dry', '[not covered] - what does it cost']);
    expect(taken.groups.map(({ text }) => text)).toEqual(['sawdust = shavings']);
    expect(taken.leftOut).toEqual([]);
  });

  test('an assistant’s chatter, thoughts and fences are no lines, and what is left out is told', () => {
    const taken = take(
      [
        '<think>They want questions.\n- like this one</think>',
        'Sure! Here you are.',
        '```markdown',
        '### Question 1: How do you clean a clock?',
        'Here are some ways of asking:',
        '> “I dry them in sawdust…”',
        '1. “how many days in the shavings”',
        '2. drying time?',
        'Feel free to ask for more!',
        '```',
      ].join('\n'),
    );
    expect(lines(taken)).toEqual([
      '[question 1] 1 how many days in the shavings',
      '[question 1] 1 drying time?',
    ]);
    expect(taken.leftOut.map(({ line, text }) => [line, text])).toEqual([
      [3, 'Sure! Here you are.'],
      [6, 'Here are some ways of asking:'],
      [10, 'Feel free to ask for more!'],
    ]);
  });

  test('plain lines without a bullet are taken where no line has one', () => {
    expect(lines(take('[biography]\nwho taught her\nher CV\n'))).toEqual([
      '[biography] - who taught her',
      '[biography] - her CV',
    ]);
  });

  test('a person’s line is taken however it begins', () => {
    const sheet = '# Worksheet: clocks\n## [biography]\n- who taught her\nher CV\n';
    expect(lines(take(sheet, true))).toEqual(['[biography] - who taught her', '[biography] - her CV']);
    expect(lines(take(sheet))).toEqual(['[biography] - who taught her']);
  });

  test('a quotation that fits no sentence, or two, is told, and its questions ask for the section', () => {
    const taken = take('## [question 1]\n> I\n- what about you\n> He sings\n- is he in tune\n');
    expect(lines(taken)).toEqual(['[question 1] - what about you', '[question 1] - is he in tune']);
    expect(taken.problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('of sentences that are the same each is meant in its turn', () => {
    const taken = take('## [question 1]\n> It is slow.\n- is it slow\n> It is slow.\n- really\n');
    expect(lines(taken)).toEqual(['[question 1] 2 is it slow', '[question 1] 3 really']);
  });

  test('a part that the interview does not have is told with its line, and its lines are not lost in silence', () => {
    const taken = take('## [question 2]\n- which tools\n## [question 9]\n- who knows\n');
    expect(lines(taken)).toEqual(['[question 2] - which tools']);
    expect(taken.problems).toMatchObject([{ line: 3, what: '[question 9] names no part of clocks.md.' }]);
    expect(taken.leftOut).toMatchObject([{ line: 4, text: '- who knows' }]);
  });

  test('the sheet of another interview, and a text without a part, are refused as a whole', () => {
    expect(
      takeBack('# Worksheet: songs\n## [question 1]\n- x\n', interview, { isByHand: false }),
    ).toMatchObject({
      ok: false,
      what: 'This is the worksheet of songs, not of clocks.',
    });
    expect(takeBack('Dear editor,\nI had no time.\n', interview, { isByHand: false })).toMatchObject({
      ok: false,
    });
  });
});
