import { describe, expect, it, test } from 'vitest';
import { readCollection } from '../../src/knowledge/collection.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { file, GOOD } from './files.ts';

const NAME = 'song.questions.txt';
const INTERVIEW = `${GOOD}\n## Biography\n\nA keeper.\n`;

function read(questions: string) {
  const { questions: lists, problems } = readCollection([file('song.md', INTERVIEW), file(NAME, questions)]);
  const list = lists[0];
  return {
    answered: list?.answered.map(({ question, section }) => [section.kind, question]),
    notCovered: list?.notCovered,
    problems: problems.map(formatProblem),
  };
}

describe('a file of members’ questions', () => {
  it('lists questions below the part that answers them, and those that none answers', () => {
    const text =
      '# a remark\n\n[question 1]\nWhy?\n  How so?  \n\n[biography]\nWho is he?\n[not covered]\nHow old is he?\n';
    expect(read(text)).toEqual({
      answered: [
        ['exchange', 'Why?'],
        ['exchange', 'How so?'],
        ['biography', 'Who is he?'],
      ],
      notCovered: ['How old is he?'],
      problems: [],
    });
  });

  it('may come with a byte order mark and the line ends of any system', () => {
    expect(read('\uFEFF[question 1]\r\nWhy?\r\n')).toMatchObject({
      answered: [['exchange', 'Why?']],
      problems: [],
    });
  });

  test.each([
    [
      'a question above every heading',
      'Why?\n[question 1]\nHow?\n',
      `${NAME}:1: No heading stands above this question.`,
    ],
    [
      'a part that the interview does not have',
      '\n[question 9]\nWhy?\nHow?\n',
      `${NAME}:2: [question 9] names no part of song.md.`,
    ],
    ['a heading with a typo', '[biografy]\nWho?\n', `${NAME}:1: [biografy] names no part of song.md.`],
    [
      'an opening where nothing is answered',
      '[not covered]\n> Nobody\nHow old?\n',
      `${NAME}:2: No sentence answers what is not covered.`,
    ],
    ['a heading in other brackets', '[question 1]\n【question 2】\nWhy?\n', `${NAME}:2: `],
    [
      'a pasted story',
      `[question 1]\n${'long '.repeat(80)}\n`,
      `${NAME}:2: The question is longer than 300 characters.`,
    ],
  ])('%s is told once, with the line', (_name, text, problem) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('keeps a question that stands in two parts in both, and once where it stands twice in one', () => {
    expect(read('[question 1]\nWhy?\nWhy?\n[not covered]\nWhy?\n')).toEqual({
      answered: [['exchange', 'Why?']],
      notCovered: ['Why?'],
      problems: [],
    });
  });

  it('keeps the other questions of a faulty file', () => {
    expect(read('[question 9]\nLost?\n[question 1]\nWhy?\n')).toMatchObject({
      answered: [['exchange', 'Why?']],
    });
  });

  it('of an interview that was refused is told what is wrong with its lines', () => {
    const files = [file('song.md', 'no interview'), file(NAME, '[question 9]\n#slip\nWhy?\n> no sentence\n')];
    expect(readCollection(files).problems.map((own) => `${own.file}:${own.line}`)).toEqual([
      'song.md:1',
      `${NAME}:2`,
    ]);
  });

  it('is told what is wrong with the lines below a wrong heading, too', () => {
    expect(read('[question 9]\n#slip\n').problems.map((own) => own.split(': ')[0])).toEqual(
      expect.arrayContaining([`${NAME}:1`, `${NAME}:2`]),
    );
  });

  it('belongs to an interview', () => {
    const { problems } = readCollection([file('other.questions.txt', '[question 1]\nWhy?\n')]);
    expect(problems.map(formatProblem)).toEqual([
      'other.questions.txt:1: There is no other.md that this belongs to. Add the interview, or correct the name.',
    ]);
  });
});

describe('a line that begins with > names the sentence that the questions below it ask for', () => {
  const SECTION = 'Small clocks. Nobody else wants them. Small clocks are loud; they tick.';
  const sentencesAsked = (questions: string) => {
    const song = INTERVIEW.replace('Small clocks. Nobody else wants them.', SECTION);
    const { questions: lists, problems } = readCollection([file('song.md', song), file(NAME, questions)]);
    return {
      asked: lists[0]?.answered.map(({ question, sentence }) => [question, sentence]),
      notCovered: lists[0]?.notCovered,
      problems: problems.map(formatProblem),
    };
  };

  test.each([
    ['its opening words', '> Nobody', 1],
    ['the whole of it', '> Nobody else wants them.', 1],
    ['as many words as tell it from another', '> Small clocks are', 2],
    ['without a space', '>Nobody else', 1],
    ['a sentence behind a semicolon', '> they tick', 3],
  ])('by %s', (_name, opening, sentence) => {
    expect(sentencesAsked(`[question 1]\n${opening}\nWhy?\n`)).toMatchObject({
      asked: [['Why?', sentence]],
      problems: [],
    });
  });

  it('holds until the next such line or heading, and says nothing of the questions above it', () => {
    const list =
      '[question 1]\nFirst?\n> Nobody\nSecond?\nThird?\n> they\nFourth?\n[question 2]\nFifth?\n[question 1]\nSixth?\n';
    expect(sentencesAsked(list)).toMatchObject({
      asked: [
        ['First?', undefined],
        ['Second?', 1],
        ['Third?', 1],
        ['Fourth?', 3],
        ['Fifth?', undefined],
        ['Sixth?', undefined],
      ],
      problems: [],
    });
  });

  test.each([
    ['no sentence', '> Large clocks', 'No sentence of this part begins so.'],
    ['words from the midst of a sentence', '> else wants', 'No sentence of this part begins so.'],
    ['a sentence of another part', '> They are honest', 'No sentence of this part begins so.'],
    ['another case of its letters', '> nobody else', 'No sentence of this part begins so.'],
    ['no words', '>', 'No sentence of this part begins so.'],
    ['several sentences', '> Small clocks', 'More than one sentence of this part begins so.'],
  ])('is a problem where it fits %s, and the questions below it ask for the part', (_name, line, what) => {
    const { asked, problems } = sentencesAsked(`[question 1]\n> Nobody\nFirst?\n${line}\nSecond?\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${NAME}:4: ${what}`);
    expect(asked).toEqual([
      ['First?', 1],
      ['Second?', undefined],
    ]);
  });
});

describe('a line that begins with #', () => {
  it('is a remark before a space, or alone', () => {
    expect(read('# a\n#\n[question 1]\n  # b\nWhy?\n')).toMatchObject({
      answered: [['exchange', 'Why?']],
      problems: [],
    });
  });

  test.each(['#why', '#1 question', '##'])('is a problem otherwise, and no question: %s', (line) => {
    const { answered, problems } = read(`[question 1]\n${line}\nWhy?\n`);
    expect(problems).toEqual([
      `${NAME}:2: A line that begins with # and no space is neither content nor a remark. Write \`# \` before a remark.`,
    ]);
    expect(answered).toEqual([['exchange', 'Why?']]);
  });
});
