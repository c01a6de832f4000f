// The loaded interviews, each made ready for questions by itself: nothing of one is known to another but the folder's lexicon.
import type { Dictionary } from '../dictionary/dictionary.ts';
import { PRINTED_KEYS } from '../knowledge/article.ts';
import type { Interview, Section } from '../knowledge/interview.ts';
import type { Lexicon } from '../knowledge/lexicon.ts';
import type { AnsweredQuestion, MemberQuestions } from '../knowledge/member-questions.ts';
import { fold } from '../language/fold.ts';
import { listKey, stripNoise } from '../language/noise.ts';
import { buildIndex, type KeptIndexes, type SearchIndex } from '../search/index/index.ts';
import type { Passage } from '../search/index/runs.ts';
import { type SharedTerms, shareTerms } from '../search/index/vocabulary.ts';
import type { Weights } from '../search/index/weights.ts';
import { findSection } from './quotation.ts';
import { type Naming, namingOf } from './read.ts';
import type { ArticleKey, SectionRef } from './reply.ts';

export interface OpenInterview {
  readonly interview: Interview;
  /** Its passage of a number is the interview's section of that place. */
  readonly index: SearchIndex;
  /** How members name it. */
  readonly naming: Naming;
  /** The folded values of the front matter: what a question about the article may name. */
  readonly printed: readonly PrintedValue[];
  /** The section behind each question as printed, translated, asked in the editor's other words, or listed; folded. */
  readonly questions: ReadonlyMap<string, ListedQuestion>;
  /** What members ask, as an editor listed it: of what a section answers, and of what none does. */
  readonly answered: readonly string[];
  readonly notCovered: readonly string[];
}

export interface ListedQuestion {
  /** The place of its section among the interview's. */
  readonly passage: number;
  /** Whether it is printed, here or in a translation, not only an editor's wording. */
  readonly isPrinted: boolean;
  /** Whether it stands in the interview's list alone. */
  readonly isListed?: true;
  /** The sentence that an editor named for it, by its index. */
  readonly sentence?: number | undefined;
}

export interface PrintedValue {
  readonly key: ArticleKey;
  readonly folded: string;
}

export interface Library {
  readonly interviews: readonly Interview[];
  /** The same, in the same order. */
  readonly open: readonly OpenInterview[];
}

export interface LibrarySource {
  readonly interviews: readonly Interview[];
  readonly lexicons: readonly Lexicon[];
  /** What members ask of them, as editors wrote it down. */
  readonly questions: readonly MemberQuestions[];
  /** Bridges Chinese and English where no editor did. */
  readonly dictionary?: Dictionary | undefined;
  /** Where indexes are kept for the next start; left out, none is. */
  readonly indexes?: KeptIndexes | undefined;
  /** Only measuring tools give other weights. */
  readonly weights?: Weights;
}

/** A section with the open interview that it stands in, and its place there. */
export interface OpenSection {
  readonly open: OpenInterview;
  readonly section: Section;
  readonly passage: number;
}

/** The section a reference names; undefined where it is not loaded, and for an article's key. */
export function openSection(library: Library, ref: SectionRef): OpenSection | undefined {
  const open = library.open.find(({ interview }) => interview.id === ref.interview);
  const section = open && findSection(open.interview, ref);
  return section && { open, section, passage: open.interview.sections.indexOf(section) };
}

/** Builds an index for each interview: linear in the text. A library is never changed afterwards. */
export function openLibrary(source: LibrarySource): Library {
  const { interviews } = source;
  const terms = shareTerms();
  return { interviews, open: interviews.map((interview) => openInterview(interview, source, terms)) };
}

function openInterview(interview: Interview, source: LibrarySource, terms: SharedTerms): OpenInterview {
  const { dictionary, weights } = source;
  const lists = source.questions.find((own) => own.interview === interview.id);
  const lexicon = source.lexicons
    .filter((own) => own.interview === undefined || own.interview === interview.id)
    .flatMap(({ groups }) => groups);
  const passages = interview.sections.map((section) => toPassage(interview, section, lists?.answered ?? []));
  return {
    interview,
    index: buildIndex(passages, {
      lexicon,
      terms,
      kept: source.indexes,
      notCovered: lists?.notCovered ?? [],
      ...(dictionary ? { dictionary } : {}),
      ...(weights ? { weights } : {}),
    }),
    naming: namingOf(interview),
    printed: PRINTED_KEYS.flatMap((key) => {
      const value = interview.article[key];
      return value === undefined ? [] : [{ key, folded: fold(value) }];
    }),
    questions: questionsOf(interview, lists?.answered ?? []),
    answered: (lists?.answered ?? []).map(({ question }) => question),
    notCovered: lists?.notCovered ?? [],
  };
}

function toPassage(interview: Interview, section: Section, lists: readonly AnsweredQuestion[]): Passage {
  const translated = translationsOf(interview, section);
  const exchanges = translated.filter((own) => own.kind === 'exchange');
  const listed = lists.filter((own) => own.section === section);
  const others = [section, ...translated].flatMap((own) => (own.kind === 'exchange' ? own.askedAs : []));
  return {
    title: section.kind === 'exchange' ? section.question : '',
    translatedTitle: exchanges.map(({ question }) => question).join('\n'),
    wordings: [...others, ...listed.map(({ question }) => question)],
    askedSentences: [...others.map(() => undefined), ...listed.map(({ sentence }) => sentence)],
    sentences: sentencesOf(section),
    translation: translated.length === 0 ? [] : translationOf(section, translated),
  };
}

/** For each sentence what the translations make of it. */
function translationOf(section: Section, translated: readonly Section[]): readonly string[] {
  const sentences = translated.map(sentencesOf);
  return section.sentences.map((_, index) => sentences.map((own) => own[index] ?? '').join('\n'));
}

/** Where two sections have the same wording, the first one has it; what is printed goes before what is listed. */
function questionsOf(
  interview: Interview,
  lists: readonly AnsweredQuestion[],
): ReadonlyMap<string, ListedQuestion> {
  const printed = interview.sections.flatMap((section, passage) =>
    [section, ...translationsOf(interview, section)].flatMap((own) =>
      own.kind === 'exchange'
        ? [own.question, ...own.askedAs].map((text, at) => ({
            text,
            listed: { passage, isPrinted: at === 0 },
          }))
        : [],
    ),
  );
  const listed = lists.map(({ question: text, section, sentence }) => {
    const passage = interview.sections.indexOf(section);
    return { text, listed: { passage, isPrinted: false, isListed: true, sentence } as const };
  });
  const all = [...printed, ...listed].map(
    (own) => [listKey(fold(stripNoise(own.text))), own.listed] as const,
  );
  return new Map(all.toReversed());
}

function translationsOf(interview: Interview, section: Section): readonly Section[] {
  const place = interview.sections.indexOf(section);
  return interview.translations.flatMap(({ sections }) => sections[place] ?? []);
}

function sentencesOf(section: Section): readonly string[] {
  return section.sentences.map(({ start, end }) => section.text.slice(start, end));
}

/**
 * Which interview a member means: by its id; else the only one that goes by what was typed or picked from a list, in any
 * language it is printed or translated in; else the only one with that in a name or title.
 */
export function findInterview(interviews: readonly Interview[], typed: string): Interview | undefined {
  const words = lettersOf(typed);
  if (words === '') return undefined;
  const named = interviews.map((interview) => ({
    interview,
    names: [interview.id, ...goesBy(interview)].map(lettersOf),
  }));
  const fits: readonly ((name: string) => boolean)[] = [
    (name) => name === words,
    (name) => name.startsWith(words),
    (name) => name.includes(words),
  ];
  const byId = interviews.find(({ id }) => id === typed.trim());
  const meant = fits
    .map((fit) => named.filter(({ names }) => names.some(fit)))
    .find(({ length }) => length > 0);
  return byId ?? (meant?.length === 1 ? meant[0]?.interview : undefined);
}

/** What is left of a name as people type it, and as a list cuts it: no spaces, marks or ellipses. */
function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Its titles and its interviewee's names, folded. */
export function goesBy({ article, translations }: Interview): readonly string[] {
  const versions = [article, ...translations.map(({ title, article: own }) => ({ ...own, title }))];
  return versions.flatMap(({ title, interviewee }) => [title, interviewee?.name ?? title].map(fold));
}
