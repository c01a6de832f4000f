// Reading: what is known of a question before anything is looked for: its language, and which interviews it is put to.
import { fold } from '../language/fold.ts';
import { languageOf, type QuestionLanguage } from '../language/language.ts';
import { isAmongPeople } from '../language/question-like.ts';
import { stripNoise } from '../language/strip-noise.ts';
import { LONGEST_QUESTION } from '../search/query/analyse.ts';
import { namesOtherwise, pronounIn, tellingWords, titleWordsIn, withoutName } from './addressing.ts';
import type { Library, OpenInterview } from './library.ts';
import type { Quotation } from './reply.ts';

export interface Asked {
  readonly question: string;
  /** The id of the one interview that is asked; left out, all of them. */
  readonly interview?: string | undefined;
  /** How many candidates the reply lists; none when left out. */
  readonly top?: number;
  /** The answer that the question replies to. */
  readonly earlier?: Quotation | undefined;
}

export interface Reading {
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
  /** The interviews it is put to: those that it names, or all. */
  readonly scope: readonly OpenInterview[];
  /** Of those, the ones that it speaks of by the words of a title, or that its conversation is about; all where none is. */
  readonly favoured: readonly OpenInterview[];
}

export function read(library: Library, asked: Asked): Reading {
  const { question, interview, top = 0, earlier } = asked;
  const text = stripNoise(question.slice(0, LONGEST_QUESTION));
  const folded = fold(text);
  const open = library.open.filter((own) => interview === undefined || own.interview.id === interview);
  const { focus, scope, namesInterviewee } = addressed(open, folded);
  return {
    ...{ library, question, top, earlier, text, folded, focus, scope, namesInterviewee },
    isChat: isAmongPeople(folded),
    language: languageOf(text),
    favoured: favouredOf(ofPronoun(scope, folded), focus, earlier),
  };
}

function addressed(open: readonly OpenInterview[], folded: string) {
  const named = open.filter(({ naming }) => withoutName(naming, folded) !== undefined);
  const focus = named.reduce((text, { naming }) => withoutName(naming, text) ?? text, folded);
  const others = named.length > 0 ? [] : open.filter(({ naming }) => namesOtherwise(naming, folded));
  const scope = [named, others].find(({ length }) => length > 0) ?? open;
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
): readonly OpenInterview[] {
  if (scope.length < 2) return scope;
  const words = tellingWords(focus);
  const counts = scope.map(({ naming }) => titleWordsIn(naming, words));
  const most = Math.max(...counts);
  const byTitle = most > 0 ? scope.filter((_, at) => counts[at] === most) : [];
  const inConversation = scope.filter((own) => own.interview.id === earlier?.source.interview);
  return [byTitle, inConversation].find(({ length }) => length > 0) ?? scope;
}
