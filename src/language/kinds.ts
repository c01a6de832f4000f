// What a sentence shows: which kind of answer a question asks for by its question word, and whether a text has something of that
// kind; and whether it points back at what was named before, and by which pronoun.
import { anyCase, fold, literally } from './fold.ts';
import followUps from './follow-ups.json' with { type: 'json' };
import table from './kinds.json' with { type: 'json' };
import { COUNTING_WORDS, HAN_NUMERALS, ORDINAL_WORDS } from './numerals.ts';
import { isEnglishQuestionWord } from './question-words.ts';
import pointing from './references-back.json' with { type: 'json' };

export type Kind = keyof typeof table.asks | 'anything';

const KINDS = Object.keys(table.asks) as (keyof typeof table.asks)[];
/** A number in digits or words, as patterns write it with one sign. */
const NUMBER = `(?:\\d[\\d,.]*|[${HAN_NUMERALS}${table.someNumber}]+|${COUNTING_WORDS})`;
const MONTH = table.months.join('|');

function patternOf(source: string): RegExp {
  return new RegExp(
    source
      .replaceAll('#', NUMBER)
      .replaceAll('ORDINALS', ORDINAL_WORDS)
      .replaceAll('MONTHS', MONTH.toLowerCase()),
  );
}

const ASKS = new Map(KINDS.map((kind) => [kind, new RegExp(table.asks[kind])]));
const SHOWS = new Map(KINDS.map((kind) => [kind, patternOf(table.shows[kind])]));

/** The kind that a folded question asks for: that of the first sign which it has. */
export function kindAsked(folded: string): Kind {
  return KINDS.find((kind) => ASKS.get(kind)?.test(folded)) ?? 'anything';
}

/** Whether a folded sentence shows something of the kind. */
export function showsKind(folded: string, kind: Kind): boolean {
  return kind !== 'anything' && SHOWS.get(kind)?.test(folded) === true;
}

/** Kinds that a text plainly has or lacks: one that is asked for and lacking is no answer. */
export const PLAIN_KINDS = table.plain as readonly Kind[];

/** Stands in a text, as printed, that names a day, a month, a year or an age. */
const DATE = new RegExp(table.printedDate.join('|').replaceAll('MONTHS', MONTH), 'u');
const ANY_NUMBER = patternOf('\\d|#[\\u4e00-\\u9fff]|\\b#\\b|\\b(?:one|half)\\b');
const ASKS_BY = new RegExp(table.asksBy, 'g');

/** The words by which a folded question names the kind that it asks for: 钱 of 多少钱, "old" of "how old". */
export function namesOfKind(folded: string): readonly string[] {
  return folded.match(ASKS_BY) ?? [];
}

const ASKS_CONDITION = new RegExp(table.condition);
const COUNTS = new RegExp(table.several);
const BARE_NUMBER = patternOf(table.bareNumber);
const AMOUNTS = new RegExp(patternOf(table.amount), 'g');

/** What a text lacks of the kind that a folded question asks for: 0 nothing, 1 all of it, 0.5 where it has another number. */
export function lacksKind(
  kind: Kind,
  question: string,
  text: { readonly printed: string; readonly folded: string },
): number {
  if (!PLAIN_KINDS.includes(kind)) return 0;
  // "When will it …?" may be told by a condition.
  if (kind === 'date') return ASKS_CONDITION.test(question) || DATE.test(text.printed) ? 0 : 1;
  // How big a thing is may be told in any words.
  if (kind === 'size') return 0;
  if (kind === 'number') return lacksNumber(question, text.folded);
  if (showsKind(text.folded, kind)) return 0;
  const other = kind === 'money' ? BARE_NUMBER : ANY_NUMBER;
  return other.test(text.folded) ? 0.5 : 1;
}

function lacksNumber(question: string, folded: string): number {
  if (!COUNTS.test(question)) return 0;
  const sign = countedSign(question, folded);
  if (!ANY_NUMBER.test(sign ? folded.replace(AMOUNTS, '') : folded)) return 1;
  return sign === undefined || sign.test(folded) ? 0 : 0.5;
}

/** A number beside what the question counts: undefined where it cannot be told how the text would count it. */
function countedSign(question: string, folded: string): RegExp | undefined {
  const isChinese = /\p{Script=Han}/u.test(folded);
  const [, ...counted] = /\bhow many (\w+)(?: (\w+))?/.exec(question) ?? [];
  const nouns = counted.filter((noun) => noun !== undefined && !isEnglishQuestionWord(noun));
  const group = isChinese ? (classifiersOf(question) ?? classifiersFor(nouns)) : undefined;
  if (group) return new RegExp(`(?:${NUMBER})[余多几]?[${group}]|[一1]个`);
  if (isChinese || nouns.length === 0) return undefined;
  const stems = nouns.map((noun) => noun.replace(/(?:ies|es|s|e|y)$/, '')).filter((stem) => stem.length > 1);
  return new RegExp(
    `(?:\\d|\\b(?:${COUNTING_WORDS}|one|an?)\\b)[\\w,.-]*(?: (?!per ?cent\\b)[\\w'-]+){0,3} (?:${stems.join('|')})`,
  );
}

function classifiersOf(question: string): string | undefined {
  const all = table.classifiers.join('');
  const asked = new RegExp(`(?:多少|几多?)([${all.replace('个', '')}])`).exec(question)?.[1];
  return asked && table.classifiers.find((group) => group.includes(asked));
}

function classifiersFor(nouns: readonly string[]): string | undefined {
  return table.counted.find(([words = '']) =>
    nouns.some((noun) => new RegExp(`^(?:${words})$`).test(noun)),
  )?.[1];
}

/** What a bare question word asks for, and the words by which a sentence gives it. */
const TELLS: readonly { readonly asks: RegExp; readonly gives: RegExp }[] = [
  ...followUps.tells.map(({ asks, gives }) => ({ asks: anyCase(asks), gives: anyCase(gives) })),
  {
    asks: anyCase(followUps.asksPlace),
    gives: new RegExp(followUps.printedPlace.replace('MONTHS', MONTH), 'u'),
  },
  { asks: anyCase(followUps.asksDate), gives: DATE },
];

interface Asking {
  /** Whether a sentence, as printed, gives what is asked for. */
  readonly gives: (printed: string) => boolean;
  /** Whether a sentence that does is the answer though it says nothing else of the question: a number may be any. */
  readonly isSure: boolean;
}

/** What a folded question asks for; undefined where there is none. */
export function giving(folded: string): Asking | undefined {
  const pattern = TELLS.find(({ asks }) => asks.test(folded))?.gives;
  if (pattern)
    return { gives: (printed) => pattern.test(printed) || pattern.test(fold(printed)), isSure: true };
  const kind = kindAsked(folded);
  if (!PLAIN_KINDS.includes(kind)) return undefined;
  return { gives: (printed) => showsKind(fold(printed), kind), isSure: false };
}

const ASKS_FOR_LIST = new RegExp(table.asksForList);
/** A question about one item of a list asks for no more of it. */
const NAMES_ITEM = patternOf(table.namesItem);

/** Whether a folded question asks for all items of a list. */
export function asksForList(folded: string): boolean {
  return ASKS_FOR_LIST.test(folded) && !NAMES_ITEM.test(folded);
}

/** How a definition of a thing or a person is asked for, and how a sentence gives one. */
const DEFINITIONS = [
  { of: table.definitionOf.map((pattern) => new RegExp(pattern)), shownIn: table.definedIn, isPerson: false },
  { of: table.personOf.map((pattern) => new RegExp(pattern)), shownIn: table.personIn, isPerson: true },
];
/** Characters, and words, of the longest name that is defined. */
const LONGEST_DEFINED = { chinese: 12, english: 4 };

interface Definition {
  /** The sign, in folded text, of a sentence that defines it. */
  readonly sign: RegExp;
  /** The folded name of a person, where it is more than one word or character; undefined for anything else. */
  readonly wholeName: string | undefined;
}

/** What a folded question wants defined; undefined where it asks for no definition. */
export function definitionAsked(folded: string): Definition | undefined {
  for (const { of, shownIn, isPerson } of DEFINITIONS) {
    const matches = of.map((pattern) => pattern.exec(folded.trim())?.[1]?.trim());
    const name = matches.find((own) => own !== undefined)?.replace(/^["“「『《]|["”」』》]$/g, '');
    if (name === undefined || name.length < 2) continue;
    const language = /\p{Script=Han}/u.test(name) ? 'chinese' : 'english';
    const length = language === 'chinese' ? name.length : name.split(' ').length;
    if (length > LONGEST_DEFINED[language]) continue;
    const sign = new RegExp(shownIn[language].replaceAll('X', () => literally(name)));
    return { sign, wholeName: isPerson && length > 1 ? name : undefined };
  }
  return undefined;
}

interface Words {
  readonly chinese: string;
  readonly english: string;
}

const { things, then, she, hers, he, his, they, conclusions, leadsIn, ends } = pointing;
const anybody = [she, hers, he, his, they];

function anyOf(...words: readonly Words[]) {
  const [chinese, english] = [words.map((own) => own.chinese), words.map((own) => own.english)];
  return `(?:${chinese.join('|')}|\\b(?:${english.join('|')})\\b)`;
}

const OPENING = new RegExp(
  `^(?:${leadsIn.chinese}|${leadsIn.english})?${anyOf(things, then, ...anybody, conclusions)}`,
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
