// What costs most to read: 6,000 characters of one kind each, as Discord lets a member send them.
import type { Interview } from '../../src/knowledge/interview.ts';

export interface HardInput {
  readonly name: string;
  readonly text: string;
}

/** UTF-16 units of Discord's longest option value. */
const LONGEST = 6_000;
const IDEOGRAPHS = { first: 0x4e00, count: 20_000 };
/** Prime to their number, so that no two are the same and no two neighbours are known. */
const STRIDE = 7_919;
const RARE_IDEOGRAPHS = { first: 0x20000, count: 40_000 };

export function hardInputs({ sections }: Interview): readonly HardInput[] {
  const answers = sections.map(({ text }) => text).join('\n');
  const questions = sections.flatMap((section) => (section.kind === 'exchange' ? section.question : []));
  return Object.entries({
    'Han, no two alike': ideographs(IDEOGRAPHS),
    'Han beyond the first plane': ideographs(RARE_IDEOGRAPHS),
    'the interview itself': repeated(answers),
    'the interview from behind': [...repeated(answers)].toReversed().join(''),
    'its questions in a row': repeated(questions.join(' ')),
    'its questions without a mark': repeated(questions.join('').replace(/[?？]/g, '')),
    'English words': repeated('why does the governance of artificial intelligence need an open model? '),
    'English without a mark': repeated(
      'global cooperation on artificial intelligence governance and open models with ',
    ),
    'words that nobody knows': Array.from({ length: 1_000 }, (_, at) => strange(at)).join(' '),
    numbers: Array.from({ length: 1_500 }, (_, at) => at * 37).join(' '),
    'Chinese numerals': repeated('三百二十一万零五十七'),
    'slips of typing': repeated('文化包融性是什么 数据飞抡 black bocks effect 为甚么人工只能 '),
    'short questions': repeated('治理是什么?'),
    'one character': repeated('治'),
    'one letter': repeated('x'),
    'words joined by “and”': repeated('治理和合作以及'),
    'question words': repeated('什么为什么怎么'),
    'combining marks': repeated('a\u0301\u0302\u0303\u0304'),
    emoji: repeated('👩‍👩‍👧‍👦'),
    'beginnings of links': repeated('https://'),
    'beginnings of mentions': repeated('<@<#<:a:'),
    brackets: repeated('[(（【'),
    backticks: repeated('`a``'),
    'names in capitals': repeated('What did Unknown Person say about Brics Forum in 2031? '),
    'white space': repeated(' \t\u3000'),
  }).map(([name, text]) => ({ name, text: text.slice(0, LONGEST) }));
}

function repeated(text: string): string {
  return text.repeat(Math.ceil(LONGEST / Math.max(1, text.length))).slice(0, LONGEST);
}

function ideographs({ first, count }: { readonly first: number; readonly count: number }): string {
  return Array.from({ length: LONGEST }, (_, at) =>
    String.fromCodePoint(first + ((at * STRIDE) % count)),
  ).join('');
}

/** Letters that look like a word. */
function strange(number: number): string {
  const parts = ['bra', 'cho', 'del', 'fu', 'gri', 'kan', 'lo', 'mip', 'ren', 'tosk'];
  return [3, 5, 7, 11].map((step) => parts[(number * step + (number >> (step % 3))) % parts.length]).join('');
}
