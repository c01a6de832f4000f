// Where no label tells the voices apart: looks, dashes, or questions that alternate with what is none.
import {
  BELOW_RULE,
  type Block,
  endsAsQuestion,
  endsAsSentence,
  isBold,
  type Remark,
  widthOf,
} from './block.ts';
import { biographyLabel, personHeaded } from './closing.ts';
import { isNumberAlone } from './numbers.ts';
import { BELOW_PICTURE, BESIDE_PICTURE } from './page-parts.ts';
import { BOXED } from './page-runs.ts';
import { PAUSED } from './read-captions.ts';
import { DROPPED } from './read-page.ts';

export type Side = 'asks' | 'answers';

/** A block at which somebody begins to speak. */
export interface Mark {
  readonly at: number;
  /** UTF-16 offset of the words behind the label. */
  readonly words: number;
  readonly side: Side;
}

export interface Found {
  readonly marks: readonly Mark[];
  /** What tells the voices apart. */
  readonly how: string;
  readonly unsure: readonly Remark[];
}

/** Of the blocks of one look: how many must be questions. */
const MOSTLY = 0.6;
const FEWEST = 3;
/** They tell where a block stands, not how it looks. */
const OF_PLACE = new Set([DROPPED, PAUSED, BELOW_RULE, BELOW_PICTURE, BESIDE_PICTURE, BOXED]);
const ORDINAL = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[.、．)）]/;

/** Headings, bold or italic paragraphs, terms of a list, a class, a number: what most questions have and no answer has. */
export function byLooks(blocks: readonly Block[]): Found | undefined {
  const isBoxed = ({ looks }: Block) => looks.includes(BOXED);
  return looksAmong(blocks, (block) => !isBoxed(block)) ?? looksAmong(blocks, isBoxed);
}

function looksAmong(blocks: readonly Block[], isMeant: (block: Block) => boolean): Found | undefined {
  const sets = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    // The number of a question stands above it, and looks as it does.
    if (!isMeant(block) || isNumberAlone(block.text)) continue;
    const looks = block.looks.filter((look) => !OF_PLACE.has(look));
    for (const look of ORDINAL.test(block.text) ? [...looks, 'a number'] : looks) {
      const own = sets.get(look) ?? [];
      own.push(at);
      sets.set(look, own);
    }
  }
  const found = [...sets].flatMap(([look, all]) => {
    const from = all.findIndex((index) => asks(blocks[index]) && !isHeadline(index, blocks));
    const isLast = (index: number) => asks(blocks[index]) || isAnswered(index, blocks);
    const to = all.findLastIndex((index) => isLast(index) && !headsBiography(index, blocks));
    const at = from === -1 ? [] : all.slice(from, to + 1);
    const questions = at.filter((index) => asks(blocks[index])).length;
    return areQuestions(at, questions, blocks) ? [{ look, at, questions }] : [];
  });
  const best = found.toSorted((a, b) => b.questions - a.questions || a.at.length - b.at.length)[0];
  if (!best) return undefined;
  return { marks: marksAt(best.at, blocks), how: `its questions are set apart (${best.look})`, unsure: [] };
}

/** A headline may be a question in bold: a line of names or dates follows it. */
function isHeadline(index: number, blocks: readonly Block[]): boolean {
  return index < 2 && !endsAsSentence(blocks[index + 1]?.text ?? '');
}

/** What tells of the person at the end may look like the questions; nothing is said behind it. */
function isAnswered(index: number, blocks: readonly Block[]): boolean {
  return endsAsSentence(blocks[index + 1]?.text ?? '');
}

/** By its words, or by a name that the text below has, too. */
function headsBiography(index: number, blocks: readonly Block[]): boolean {
  const block = blocks[index];
  if (!block || asks(block)) return false;
  const isNamed = personHeaded(block.text, blocks[index + 1]?.text) !== undefined;
  return isNamed || biographyLabel(block, []) !== undefined;
}

function asks(block: Block | undefined): boolean {
  return block !== undefined && /[?？]/.test(block.text.slice(-120));
}

function areQuestions(at: readonly number[], questions: number, blocks: readonly Block[]): boolean {
  const isFew = questions < 2 || (questions < FEWEST && at.length > FEWEST);
  if (isFew || questions < at.length * MOSTLY) return false;
  const own = new Set(at);
  const answered = at.filter((index) => index + 1 < blocks.length && !own.has(index + 1));
  if (answered.length < at.length * MOSTLY) return false;
  const first = at[0] ?? 0;
  const asked = at.reduce(
    (sum, index) => sum + (asks(blocks[index]) ? widthOf(blocks[index]?.text ?? '') : 0),
    0,
  );
  const told = blocks
    .slice(first)
    .reduce((sum, { text }, index) => sum + (own.has(first + index) ? 0 : widthOf(text)), 0);
  return told > asked;
}

/** Each run of such blocks is a question; one that asks nothing and leads to another is a title between exchanges. */
function marksAt(at: readonly number[], blocks: readonly Block[]): readonly Mark[] {
  const own = new Set(at);
  const isTitle = (index: number) =>
    own.has(index + 1) && !endsAsSentence(blocks[index]?.text ?? '') && !blocks[index + 1]?.continues;
  const questions = at.filter((index) => !isTitle(index));
  return questions.flatMap((index): readonly Mark[] => [
    { at: index, words: 0, side: 'asks' },
    ...(own.has(index + 1) || index + 1 >= blocks.length
      ? []
      : [{ at: index + 1, words: 0, side: 'answers' as const }]),
  ]);
}

const DASH = /^(?:[-–—―]{1,2}|>>+)\s*(?=[^\s\d-–—])/;

/** Dashes before each turn, or before the questions alone. */
export function byDashes(blocks: readonly Block[]): Found | undefined {
  const all = blocks.flatMap(({ text, looks }, at) => {
    const [dash] = DASH.exec(text) ?? (looks.includes(PAUSED) ? [''] : []);
    return dash === undefined ? [] : [{ at, words: dash.length, isQuestion: endsAsQuestion(text) }];
  });
  const dashed = all.slice(all.findIndex(({ isQuestion }) => isQuestion));
  const questions = dashed.filter(({ isQuestion }) => isQuestion).length;
  if (questions < 2 || dashed.length < 3) return undefined;
  const how = dashed.some(({ words }) => words > 0) ? 'dashes open the turns' : 'silences part the turns';
  if (questions >= dashed.length * 0.8) {
    const marks = marksAt(
      dashed.map(({ at }) => at),
      blocks,
    ).map((mark) => ({
      ...mark,
      words: dashed.find(({ at }) => at === mark.at)?.words ?? 0,
    }));
    return { marks, how: 'dashes open the questions', unsure: [] };
  }
  // In turn: nearly each other one asks; whoever answers may ask back.
  const inTurn = dashed.filter(({ isQuestion }, at) => isQuestion && at % 2 === 0).length;
  const isStrict = inTurn >= Math.ceil(dashed.length / 2) * MOSTLY && questions - inTurn <= inTurn * 0.35;
  const sides = dashed.map(
    ({ isQuestion }, at): Side => ((isStrict ? at % 2 === 0 : isQuestion) ? 'asks' : 'answers'),
  );
  const guessed = dashed.flatMap(({ at, words }) =>
    words === 0
      ? [{ line: blocks[at]?.line ?? 1, what: 'nothing but a silence marks that somebody else speaks here' }]
      : [],
  );
  const unsure = isStrict
    ? guessed
    : dashed.flatMap(({ at }, index) =>
        sides[index] === sides[index - 1]
          ? [
              {
                line: blocks[at]?.line ?? 1,
                what: 'two turns in a row seem to be of one voice: who speaks here?',
              },
            ]
          : [],
      );
  if (!isStrict && unsure.length > dashed.length / 4) return undefined;
  return {
    marks: dashed.map(({ at, words }, index) => ({ at, words, side: sides[index] ?? 'asks' })),
    how,
    unsure,
  };
}

const TO_SOMEBODY = /\b(?:you|your|yours)\b|[你您妳]/i;
const OF_ONESELF = /\b(?:I|I'm|my|me|we|our)\b|[我咱]/;

/** Nothing but question marks: taken only where the questions speak to somebody who answers of themselves. */
export function byQuestions(blocks: readonly Block[]): Found | undefined {
  const asked = blocks.flatMap((block, at) => (endsAsQuestion(block.text) ? [at] : []));
  const own = new Set(asked);
  const isPlain = asked.every((at) => !isBold(blocks[at] ?? ({ text: '', boldLead: -1 } as Block)));
  const personal = asked.filter((at) => TO_SOMEBODY.test(blocks[at]?.text ?? '')).length;
  if (
    !isPlain ||
    asked.length < FEWEST ||
    personal < asked.length / 2 ||
    !areQuestions(asked, asked.length, blocks)
  )
    return undefined;
  const answers = asked.filter((at) => !own.has(at + 1)).map((at) => blocks[at + 1]?.text ?? '');
  if (answers.filter((text) => OF_ONESELF.test(text)).length < answers.length / 2) return undefined;
  const unsure = asked.map((at) => ({
    line: blocks[at]?.line ?? 1,
    what: 'nothing marks who speaks: taken for a question because of its question mark, and what follows for the answer',
  }));
  return { marks: marksAt(asked, blocks), how: 'nothing but question marks', unsure };
}
