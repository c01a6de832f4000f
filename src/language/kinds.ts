// What a sentence shows: which kind of answer a question asks for by its question word, and whether a text has something of that
// kind; and whether it points back at what was named before, and by which pronoun.
import { anyCase, fold, literally } from './fold.ts';
import followUps from './follow-ups.json' with { type: 'json' };
import table from './kinds.json' with { type: 'json' };
import { COUNTING_WORDS, HAN_NUMERALS, ORDINAL_WORDS } from './numerals.ts';
import { isEnglishQuestionWord } from './question-words.ts';
import pointing from './references-back.json' with { type: 'json' };

export type Kind = keyof typeof table.asks | 'anything';

/** A text as printed, and folded. */
export interface Shown {
  readonly printed: string;
  readonly folded: string;
}

const KINDS = Object.keys(table.asks) as (keyof typeof table.asks)[];
/** A number in digits or words, as patterns write it with one sign. */
const NUMBER = `(?:\\d[\\d,.]*|[${HAN_NUMERALS}${table.someNumber}]+|\\b(?:${COUNTING_WORDS})\\b)`;
const MONTHS = table.months.join('|');

function patternOf(source: string, months = MONTHS.toLowerCase()): RegExp {
  const whole = table.parts
    .reduce((own, [name = '', part = '']) => own.replaceAll(name, part), source)
    .replaceAll('#', NUMBER)
    .replaceAll('ORDINALS', ORDINAL_WORDS)
    .replaceAll('MONTHS', months);
  return new RegExp(whole, 'u');
}

const ASKS = new Map(KINDS.map((kind) => [kind, patternOf(table.asks[kind])]));
const SHOWS = new Map(Object.entries(table.shows).map(([kind, source]) => [kind as Kind, patternOf(source)]));
/** The same of a text as printed: capitals tell names and months. */
const SHOWS_PRINTED = new Map(
  Object.entries(table.printed).map(([kind, source]) => [kind as Kind, patternOf(source, MONTHS)]),
);

/** The kind that a folded question asks for: that of the first sign which it has. */
export function kindAsked(folded: string): Kind {
  return KINDS.find((kind) => ASKS.get(kind)?.test(folded)) ?? 'anything';
}

/** Whether a text shows something of the kind. */
export function showsKind({ printed, folded }: Shown, kind: Kind): boolean {
  return SHOWS.get(kind)?.test(folded) === true || SHOWS_PRINTED.get(kind)?.test(printed) === true;
}

/** Kinds that a text plainly has or lacks: one that is asked for and lacking is no answer. */
const PLAIN_KINDS = table.plain as readonly Kind[];
/** Kinds that may be told without their signs: a size in any words, a name beside what somebody is. */
const LOOSE_KINDS = table.loose as readonly Kind[];

const ANY_NUMBER = patternOf('\\d|#[\\u4e00-\\u9fff]|\\b#\\b|\\b(?:one|half)\\b');
const ASKS_BY = new RegExp(table.asksBy, 'g');

/** The words by which a folded question names the kind that it asks for: 钱 of 多少钱, "old" of "how old". */
export function namesOfKind(folded: string): readonly string[] {
  return folded.match(ASKS_BY) ?? [];
}

const ASKS_CONDITION = new RegExp(table.condition);
const COUNTS = new RegExp(table.several);
const BARE_NUMBER = patternOf(table.bareNumber);
const AMOUNTS = new RegExp(patternOf(table.amount), 'gu');

/** What a question asks for. */
export interface Asking {
  readonly kind: Kind;
  /** Whether a text plainly has it or lacks it. */
  readonly isPlain: boolean;
  /** Whether a sentence plainly gives it or does not. */
  readonly isSharp: boolean;
  /** Whether a text gives it: of what is counted, a number beside it; of what is to be defined, a definition. */
  readonly isGivenBy: (text: Shown) => boolean;
  /** What a text lacks of it: 0 nothing, 1 all of it, 0.5 where it has another number, or may tell it in other words. */
  readonly lackedBy: (text: Shown) => number;
}

/** What a folded question asks for. */
export function askingOf(folded: string): Asking {
  const kind = kindAsked(folded);
  const isPlain = PLAIN_KINDS.includes(kind);
  const signOf = isPlain ? countedSigns(folded, kind) : definitionSign(folded);
  const isGivenBy = (text: Shown) => signOf?.(text.folded)?.test(text.folded) ?? showsKind(text, kind);
  // "When will it …?" may be told by a condition.
  const isAny = !isPlain || (kind === 'date' && ASKS_CONDITION.test(folded));
  const lackedBy = (text: Shown) => {
    if (isAny) return 0;
    if (kind === 'number') return lacksNumber(folded, text.folded, signOf?.(text.folded));
    if (kind === 'date' || kind === 'year')
      return Number(SHOWS_PRINTED.get(kind)?.test(text.printed) !== true);
    if (isGivenBy(text)) return 0;
    if (LOOSE_KINDS.includes(kind)) return 0.5;
    return (kind === 'money' ? BARE_NUMBER : ANY_NUMBER).test(text.folded) ? 0.5 : 1;
  };
  return { kind, isPlain, isSharp: isPlain || signOf !== undefined, isGivenBy, lackedBy };
}

/** How a definition of a thing or a person is asked for, and how a sentence gives one. */
const DEFINITIONS = [
  { of: table.definitionOf.map((pattern) => new RegExp(pattern)), shownIn: table.definedIn },
  { of: table.personOf.map((pattern) => new RegExp(pattern)), shownIn: table.personIn },
];
/** UTF-16 units of the longest name that is defined. */
const LONGEST_DEFINED = { chinese: 12, english: 30 };

function definitionSign(folded: string): (() => RegExp) | undefined {
  for (const { of, shownIn } of DEFINITIONS) {
    const matches = of.map((pattern) => pattern.exec(folded.trim())?.[1]?.trim());
    const name = matches.find((own) => own !== undefined)?.replace(/^["“「『《]|["”」』》]$/g, '');
    if (name === undefined || name.length < 2) continue;
    const language = /\p{Script=Han}/u.test(name) ? 'chinese' : 'english';
    if (name.length > LONGEST_DEFINED[language]) continue;
    const sign = new RegExp(shownIn[language].replaceAll('X', () => literally(name)));
    return () => sign;
  }
  return undefined;
}

function lacksNumber(question: string, folded: string, sign: RegExp | undefined): number {
  if (!COUNTS.test(question)) return 0;
  if (!ANY_NUMBER.test(sign ? folded.replace(AMOUNTS, '') : folded)) return 1;
  return sign === undefined || sign.test(folded) ? 0 : 0.5;
}

/** A number beside what the question counts, in the language of a text: undefined where it cannot be told how that would count it. */
function countedSigns(question: string, kind: Kind): ((folded: string) => RegExp | undefined) | undefined {
  if (kind !== 'number') return undefined;
  const [, ...words] = /\bhow many (\w+)(?: (\w+))?/.exec(question) ?? [];
  const nouns = words.filter((noun) => noun !== undefined && !isEnglishQuestionWord(noun));
  const [chinese, english] = [chineseSign(question, nouns), englishSign(nouns)];
  return (folded) => (/\p{Script=Han}/u.test(folded) ? chinese : english);
}

const COUNTED = /(?:多少|几多?)(?:个(?=人))?((?!个)\p{Script=Han})/u;

function chineseSign(question: string, nouns: readonly string[]): RegExp | undefined {
  const thing = COUNTED.exec(question)?.[1];
  const group =
    table.classifiers.find((own) => thing !== undefined && own.includes(thing)) ?? classifiersFor(nouns);
  return group === undefined ? undefined : patternOf(`#[余多几]?[${group}]|[一1]个`);
}

/** "How many?" "Five, and …": a number that a sentence begins with needs no noun. */
const ELLIPTIC = patternOf(table.elliptic).source;

function englishSign(nouns: readonly string[]): RegExp | undefined {
  const stems = nouns.map((noun) => noun.replace(/(?:ies|es|s|e|y)$/, '')).filter((stem) => stem.length > 1);
  if (stems.length === 0) return undefined;
  const number = `(?:\\d|\\b(?:${COUNTING_WORDS}|one|an?)\\b)[\\w,.-]*`;
  return new RegExp(`${ELLIPTIC}|${number}(?: (?!per ?cent\\b)[\\w'-]+){0,3} (?:${stems.join('|')})`);
}

function classifiersFor(nouns: readonly string[]): string | undefined {
  return table.counted.find(([words = '']) =>
    nouns.some((noun) => new RegExp(`^(?:${words})$`).test(noun)),
  )?.[1];
}

/** What a bare question word asks for, and the words by which a sentence gives it. */
const TELLS = followUps.tells.map(({ asks, gives }) => ({ asks: anyCase(asks), gives: anyCase(gives) }));

interface Giving {
  /** Whether a sentence, as printed, gives what is asked for. */
  readonly gives: (printed: string) => boolean;
  /** Whether a sentence that does is the answer though it says nothing else of the question: a number may be any. */
  readonly isSure: boolean;
}

/** What a folded follow-up asks for; undefined where there is none. */
export function giving(folded: string): Giving | undefined {
  const told = TELLS.find(({ asks }) => asks.test(folded))?.gives;
  if (told) return { gives: (printed) => told.test(printed) || told.test(fold(printed)), isSure: true };
  const { kind, isPlain, isGivenBy } = askingOf(folded);
  // Of these the printed text tells more strictly.
  const strict = kind === 'place' || kind === 'date' ? SHOWS_PRINTED.get(kind) : undefined;
  if (!isPlain && !strict) return undefined;
  const gives = (printed: string) => strict?.test(printed) ?? isGivenBy({ printed, folded: fold(printed) });
  return { gives, isSure: strict !== undefined };
}

const ASKS_FOR_LIST = new RegExp(table.asksForList);
/** A question about one item of a list asks for no more of it. */
const NAMES_ITEM = patternOf(table.namesItem);

/** Whether a folded question asks for all items of a list. */
export function asksForList(folded: string): boolean {
  return ASKS_FOR_LIST.test(folded) && !NAMES_ITEM.test(folded);
}

interface Words {
  readonly chinese: string;
  readonly english: string;
}

const { things, then, she, hers, he, his, they, conclusions, leaning, leadsIn, ends } = pointing;
const anybody = [she, hers, he, his, they];

function anyOf(...words: readonly Words[]) {
  const [chinese, english] = [words.map((own) => own.chinese), words.map((own) => own.english)];
  return `(?:${chinese.join('|')}|\\b(?:${english.join('|')})\\b)`;
}

const OPENING = new RegExp(
  `^(?:${leadsIn.chinese}|${leadsIn.english})?${anyOf(things, then, ...anybody, conclusions, leaning)}`,
);
const ENDING = new RegExp(`(?:${ends.chinese}|\\b${ends.english})["'”’」』)）]*$`);
/** "What are her plans?" is often about the interviewee, whoever else was named. */
const ANYWHERE = new RegExp(anyOf(things, then, she, he, they));
const OF_IT = new RegExp(anyOf(things, they, conclusions));

/** Whether a sentence, as printed, cannot be understood without the one before. */
export function needsSentenceBefore(printed: string): boolean {
  const folded = fold(printed);
  return OPENING.test(folded) || ENDING.test(folded);
}

/** Whether a part of a question points at what another part, or an earlier answer, has named. */
export function pointsBack(text: string): boolean {
  return ANYWHERE.test(fold(text));
}

/** Whether a folded question is about the very thing that was said. */
export function speaksOfIt(folded: string): boolean {
  return OF_IT.test(folded);
}

export type Pronoun = 'she' | 'he';

const PRONOUNS = { she: new RegExp(anyOf(she, hers), 'g'), he: new RegExp(anyOf(he, his), 'g') };
/** Of two pronouns the one that stands so many times as often is the interviewee's. */
const CLEARLY_MORE = 4;

/** The pronoun that a folded text speaks of one person with; undefined where none stands out. */
export function pronounIn(folded: string): Pronoun | undefined {
  const count = (pronoun: Pronoun) => folded.match(PRONOUNS[pronoun])?.length ?? 0;
  if (count('she') > CLEARLY_MORE * count('he')) return 'she';
  return count('he') > CLEARLY_MORE * count('she') ? 'he' : undefined;
}
