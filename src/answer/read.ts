// Reading: what is known of a question before anything is looked for: its language, and which interviews it is put to. Members
// name an interview by its interviewee, its publication or its id; a name says whose words are wanted, not which.
import type { Noted } from '../dictionary/dictionary.ts';
import type { Interview } from '../knowledge/interview.ts';
import { fold, languageOf, literally, type QuestionLanguage } from '../language/fold.ts';
import { type Pronoun, pronounIn } from '../language/kinds.ts';
import { stripNoise, withPlainDates } from '../language/noise.ts';
import people from '../language/people.json' with { type: 'json' };
import { isAmongPeople, isCommonest, readQuestion } from '../language/question-words.ts';
import { isIdeograph } from '../language/tokenise.ts';
import type { Library, OpenInterview } from './library.ts';
import type { Quotation, ReadPart } from './reply.ts';

/** UTF-16 units of a question: five times the longest judged one; each more costs every interview its time. */
export const LONGEST_READ = 500;
/** The same of ideographs, each of which is a word as often as not. */
const MOST_IDEOGRAPHS = 200;
const FIRST_IDEOGRAPHS = new RegExp(
  `^(?:\\P{Script=Han}*\\p{Script=Han}){${MOST_IDEOGRAPHS}}\\P{Script=Han}*`,
  'u',
);
/** UTF-16 units, with what stands beside the question: Discord's longest ordinary message. */
const LONGEST_MESSAGE = 2_000;

export interface Asked {
  readonly question: string;
  /** The id of the one interview that is asked; left out, all of them. */
  readonly interview?: string | undefined;
  /** The id of the interview that is asked where the question names none, and follows up none; left out, all of them. */
  readonly home?: string | undefined;
  /** How many candidates the reply lists; none when left out. */
  readonly top?: number;
  /** The answer that the question replies to. */
  readonly earlier?: Quotation | undefined;
}

export interface Reading extends Noted {
  readonly library: Library;
  readonly question: string;
  readonly top: number;
  readonly earlier: Quotation | undefined;
  readonly language: QuestionLanguage;
  /** As much as is read, without links, file names and code; the same in folded characters, and without the names of interviewees. */
  readonly text: string;
  readonly folded: string;
  readonly focus: string;
  readonly namesInterviewee: boolean;
  /** Put as people in a room put it to one another. */
  readonly isChat: boolean;
  readonly readUpTo: ReadPart | undefined;
  /** The interviews it is put to: those that it names, or all. */
  readonly scope: readonly OpenInterview[];
  /** Of those, the ones that it speaks of by the words of a title, or that its conversation is about; all where none is. */
  readonly favoured: readonly OpenInterview[];
  /** The words of these titles that it has; empty where it is for other reasons that interviews are favoured. */
  readonly titled: readonly string[];
}

export function read(library: Library, asked: Asked): Reading {
  const { question, interview, home, top = 0 } = asked;
  // What another interview said is not followed where only this one is asked.
  const earlier = isFrom(interview, asked.earlier) ? asked.earlier : undefined;
  const typed = stripNoise(question.slice(0, LONGEST_MESSAGE));
  const plain = withPlainDates(typed, languageOf(typed));
  const { text, readUpTo } = partRead(plain);
  const folded = fold(text);
  const { open: all } = library;
  const open = interview === undefined ? all : all.filter((own) => own.interview.id === interview);
  const atHome = open.filter((own) => own.interview.id === (earlier ? undefined : home));
  const { focus, scope, namesInterviewee } = addressed(open, folded, atHome);
  return {
    notes: new Map(),
    ...{ library, question, top, earlier, text, folded, focus, scope, namesInterviewee },
    isChat: isAmongPeople(folded),
    readUpTo: readUpTo ?? (question.length > LONGEST_MESSAGE ? text.length : undefined),
    language: languageOf(text),
    ...favouredOf(ofPronoun(scope, folded), focus, earlier),
  };
}

/** Who writes a page asks at its end: of a longer text the sentences that ask are read, or its beginning where none does. */
function partRead(plain: string): { readonly text: string; readonly readUpTo?: ReadPart } {
  const most = longestRead(plain);
  if (plain.length <= most) return { text: plain };
  const sentences = plain.split(/(?<=[。！？!?\n])|(?<=\.)\s+/).map((sentence) => sentence.trim());
  const questions = sentences.filter((sentence) => /.[?？]$/.test(sentence)).join(' ');
  if (questions === '' || questions.length > longestRead(questions))
    return { text: plain.slice(0, most), readUpTo: most };
  return { text: questions, readUpTo: 'questions' };
}

/** Where reading ends, in UTF-16 units. */
function longestRead(text: string): number {
  return Math.min(LONGEST_READ, FIRST_IDEOGRAPHS.exec(text)?.[0].length ?? LONGEST_READ);
}

function isFrom(interview: string | undefined, earlier: Quotation | undefined): boolean {
  return interview === undefined || earlier?.source.interview === interview;
}

function addressed(open: readonly OpenInterview[], folded: string, atHome: readonly OpenInterview[]) {
  const named = open.filter(({ naming }) => withoutName(naming, folded) !== undefined);
  const focus = named.reduce((text, { naming }) => withoutName(naming, text) ?? text, folded);
  const others = named.length > 0 ? [] : open.filter(({ naming }) => namesOtherwise(naming, folded));
  const scope = [named, others, atHome].find(({ length }) => length > 0) ?? open;
  return { focus, scope, namesInterviewee: named.length > 0 };
}

/** "What did she win?" is no question about a man, where a woman is interviewed, too. */
function ofPronoun(scope: readonly OpenInterview[], folded: string): readonly OpenInterview[] {
  const pronoun = scope.length < 2 ? undefined : pronounIn(folded);
  const meant = scope.filter(({ naming }) => pronoun !== undefined && naming.pronoun === pronoun);
  return meant.length > 0 ? meant : scope;
}

function favouredOf(
  scope: readonly OpenInterview[],
  focus: string,
  earlier: Quotation | undefined,
): Pick<Reading, 'favoured' | 'titled'> {
  if (scope.length < 2) return { favoured: scope, titled: [] };
  const words = tellingWords(focus);
  const counts = scope.map(({ naming }) => titleWordsIn(naming, words).length);
  const most = Math.max(...counts);
  const byTitle = most > 0 ? scope.filter((_, at) => counts[at] === most) : [];
  if (byTitle.length > 0)
    return { favoured: byTitle, titled: byTitle.flatMap(({ naming }) => titleWordsIn(naming, words)) };
  const inConversation = scope.filter((own) => own.interview.id === earlier?.source.interview);
  return { favoured: inConversation.length > 0 ? inConversation : scope, titled: [] };
}

const { titles, compoundSurnames } = people;
const COMPOUND_SURNAMES = new RegExp(`^(?:${compoundSurnames})`);
/** Letters; a shorter Latin name may be any word. */
const SHORTEST_NAME = 3;

export interface Naming {
  /** Finds references to the interviewee in folded text. */
  readonly person: RegExp;
  /** What every reference to the interviewee holds one of: quicker to look for than the pattern. */
  readonly hints: readonly string[];
  /** Folded names of the publication, and the file's id: each names the interview by itself. */
  readonly others: readonly string[];
  /** The words of its title that say what it is about; folded. */
  readonly titleWords: ReadonlySet<string>;
  /** How the introduction and the biography speak of the interviewee; undefined where they do not, or in both ways. */
  readonly pronoun: Pronoun | undefined;
}

export function namingOf({ id, article, sections, translations }: Interview): Naming {
  const translated = translations.flatMap((own) => own.article.interviewee?.name ?? []);
  const names = [article.interviewee.name, ...translated].map(fold);
  const publications = [article.publication, ...translations.flatMap((own) => own.article.publication ?? [])];
  return {
    person: new RegExp(names.flatMap(referencesTo).join('|'), 'giu'),
    hints: names.flatMap(hintsOf),
    others: [...publications.map(fold), ...(id.includes('-') ? [id, id.replaceAll('-', ' ')] : [])],
    pronoun: pronounIn(
      [sections, ...translations.map((own) => own.sections)]
        .flat()
        .flatMap((section) => (section.kind === 'exchange' ? [] : [fold(section.text)]))
        .join('\n'),
    ),
    titleWords: new Set(
      [article.title, ...translations.map(({ title }) => title)]
        .flatMap(tellingWords)
        .filter((word) => !GENRES.has(word)),
    ),
  };
}

/** The folded text without the references to the interviewee; undefined where there are none. */
function withoutName({ person, hints }: Naming, folded: string): string | undefined {
  if (!hints.some((hint) => folded.includes(hint))) return undefined;
  const rest = folded.replace(person, ' ');
  return rest === folded ? undefined : rest;
}

/** Whether folded text names the publication or the id. */
function namesOtherwise({ others }: Naming, folded: string): boolean {
  return others.some((name) => {
    const at = folded.indexOf(name);
    if (at === -1) return false;
    return (
      /\p{Script=Han}/u.test(name) ||
      !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1) + folded.charAt(at + name.length))
    );
  });
}

/** Those of a folded text's words that its title has, a pair of ideographs being one. */
function titleWordsIn({ titleWords }: Naming, words: readonly string[]): readonly string[] {
  return words.filter((word) => titleWords.has(word));
}

/** Latin words, and pairs of ideographs but of two that every text has, that neither ask nor only carry the question; folded. */
export function tellingWords(text: string): readonly string[] {
  const tokens = readQuestion(fold(text)).map((token) =>
    token.isAsking || token.isLight ? undefined : token,
  );
  return tokens.flatMap((token, at) => {
    if (!token?.term) return [];
    if (!isIdeograph(token.term)) return token.term.length >= SHORTEST_NAME ? [token.term] : [];
    const next = tokens[at + 1];
    if (!next?.term || !isIdeograph(next.term)) return [];
    return [token.term, next.term].every(isCommonest) ? [] : [token.term + next.term];
  });
}

const GENRES = new Set(tellingWords(people.genres));

function referencesTo(name: string): readonly string[] {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const surname = surnameOf(name);
    return [
      `${name}(?:${titles.chinese})?`,
      `${surname}(?:${titles.chinese})`,
      `老${surname}(?!\\p{Script=Han})`,
    ];
  }
  const words = name.split(/\s+/).map(literally);
  const parts = words.filter((word) => word.length >= SHORTEST_NAME).join('|');
  const orders = [words.join('\\s+'), words.toReversed().join(',?\\s+'), words.join('')];
  return [
    `\\b(?:(?:${titles.latin})\\.?\\s+)?(?:${orders.join('|')})(?:['’]s)?\\b`,
    ...(parts === '' ? [] : [`\\b(?:${titles.latin})\\.?\\s+(?:${parts})(?:['’]s)?\\b`]),
  ];
}

function hintsOf(name: string): readonly string[] {
  return /^\p{Script=Han}{2,4}$/u.test(name) ? [surnameOf(name)] : name.split(/\s+/);
}

function surnameOf(name: string): string {
  return COMPOUND_SURNAMES.exec(name)?.[0] ?? name.charAt(0);
}
