import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeGroups, mergeQuestions, PROPOSED } from '../../src/editor/prepare/merge.ts';
import type { TakenQuestion } from '../../src/editor/prepare/take-back.ts';
import { readMemberQuestions } from '../../src/knowledge/member-questions.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { clocks } from './desk.ts';

const interview = clocks();

function asked(heading: string, text: string, sentence?: number): TakenQuestion {
  return { line: 1, heading, text, ...(sentence === undefined ? {} : { sentence }) };
}

const merge = (source: string | undefined, questions: readonly TakenQuestion[], isProposed = true) =>
  mergeQuestions(source, questions, { interview, isProposed });

function read(text: string) {
  const problems: Problem[] = [];
  const { answered, notCovered } = readMemberQuestions({ name: 'q', text }, interview, problems);
  const lines = answered.map(({ section, sentence, question }) => [
    section.kind === 'exchange' ? section.number : section.kind,
    sentence,
    question,
  ]);
  return { lines: [...lines, ...notCovered.map((question) => ['-', undefined, question])], problems };
}

describe('new questions in a list', () => {
  test('a new file has each below its part and sentence, marked as not yet read', () => {
    const text = merge(undefined, [
      asked('[not covered]', 'price?'),
      asked('[question 1]', 'how long to dry', 1),
      asked('[question 1]', 'soap?'),
    ]);
    expect(text.split('\n').slice(1)).toEqual([
      ...['', '[question 1]', PROPOSED, 'soap?', '> I dry them in', PROPOSED, 'how long to dry'],
      ...['', '[not covered]', PROPOSED, 'price?', ''],
    ]);
  });

  test('the present file’s remarks, order and line ends stay to the letter', () => {
    const source = [
      '# mine',
      '',
      '[not covered]',
      'price?',
      '# clocks last, I like it so',
      '[question 1]',
      'soap?',
      '> It is slow. ',
      '',
      '# on drying',
      '> I dry them',
      'nine days?',
      '',
    ].join('\r\n');
    const text = merge(
      source,
      [asked('[question 1]', 'how long', 1), asked('[question 2]', 'knife?', 1)],
      false,
    );
    const added = ['how long', '', '[question 2]', '> The knife was', 'knife?'];
    expect(text.split('\r\n').filter((line) => !added.includes(line))).toEqual(
      source.split('\r\n').filter((line) => line !== ''),
    );
    expect(text).toContain('nine days?\r\nhow long\r\n');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('a person’s lines do not fall below a program’s mark', () => {
    const first = merge(undefined, [asked('[question 2]', 'a')]);
    const second = merge(first, [asked('[question 2]', 'b')], false);
    expect(second).toContain(`${PROPOSED}\na\n\nb\n`);
    expect(merge(second, [asked('[question 2]', 'c')])).toContain(`b\n${PROPOSED}\nc\n`);
    expect(merge(first, [asked('[question 2]', 'c')])).toContain(`${PROPOSED}\na\nc\n`);
  });

  test('whatever stands there and whatever comes, all is read below its part and sentence', () => {
    const places = interview.sections.flatMap((section) => {
      const heading = section.kind === 'exchange' ? `[question ${section.number}]` : `[${section.kind}]`;
      const repeated = section.kind === 'exchange' && section.number === 1 ? [2, 3] : [];
      const sentences = section.sentences.map((_, at) => at).filter((at) => !repeated.includes(at));
      return [[heading, undefined] as const, ...sentences.map((at) => [heading, at] as const)];
    });
    const place = fc.constantFrom(...places, ['[not covered]', undefined] as const);
    const runs = fc.array(fc.tuple(fc.array(place, { maxLength: 6 }), fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(runs, (given) => {
        const all: TakenQuestion[] = [];
        let text: string | undefined;
        for (const [chosen, isProposed] of given) {
          const own = chosen.map(([heading, sentence], at) =>
            asked(heading, `q${all.length + at}`, sentence),
          );
          all.push(...own);
          text = merge(text, own, isProposed);
        }
        const { lines, problems } = read(text ?? '');
        expect(problems).toEqual([]);
        const wanted = all.map(({ heading, sentence, text: question }) => {
          const number = /\d+/.exec(heading)?.[0];
          const name = heading === '[not covered]' ? '-' : heading.slice(1, -1);
          return [number === undefined ? name : Number(number), sentence, question];
        });
        const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
        expect(sorted(lines)).toEqual(sorted(wanted));
      }),
    );
  });
});

test('new groups stand at the end of the lexicon, whose lines stay', () => {
  const groups = [{ line: 1, text: 'sawdust = shavings' }];
  expect(mergeGroups('# mine\nsoap = 肥皂', groups, { isProposed: true })).toBe(
    `# mine\nsoap = 肥皂\n${PROPOSED}\nsawdust = shavings\n`,
  );
});
