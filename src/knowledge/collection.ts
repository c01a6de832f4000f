// The files of a knowledge folder -> the interviews with their translations, lexicons and members' questions, beside every
// problem.
import type { Interview, Translation } from './interview.ts';
import { type Lexicon, readLexicon } from './lexicon.ts';
import { checkQuestionLines, type MemberQuestions, readMemberQuestions } from './member-questions.ts';
import { checkAlignment, parseInterview, parseTranslation, type TranslationText } from './parse.ts';
import type { Problem } from './problem.ts';
import { directionOverrides } from './unseen.ts';

export interface KnowledgeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Knowledge {
  /** In the order of their ids. */
  readonly interviews: readonly Interview[];
  /** The folder's groups, and those of each interview that has some. */
  readonly lexicons: readonly Lexicon[];
  /** What members ask, for each interview that has a file of it. */
  readonly questions: readonly MemberQuestions[];
  readonly problems: readonly Problem[];
}

/** Bytes; a longer file is a mistake, and would hold up the start. */
export const LARGEST_FILE = 64 * 1024 * 1024;

const INTERVIEW = /^([a-z0-9-]{1,64})\.md$/;
const TRANSLATION = /^([a-z0-9-]{1,64})\.([A-Za-z0-9-]+)\.md$/;
const LEXICON = /^(?:([a-z0-9-]{1,64})\.)?lexicon\.txt$/;
const QUESTIONS = /^([a-z0-9-]{1,64})\.questions\.txt$/;

/** Names of files that were meant to be read; each is, or is a problem. */
export function isKnowledgeName(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn?|mdwn|mdx?|txt|text)$/i.test(name);
}

/** Reads every file it knows the name of; a refused one never costs another. Never throws. */
export function readCollection(files: readonly KnowledgeFile[]): Knowledge {
  const problems: Problem[] = [];
  const texts = files
    .filter(({ name }) => isKnowledgeName(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((file) => decode(file, problems));
  const translations = readTranslations(texts, problems);
  const interviews = texts.flatMap(({ name, text }) => {
    const id = INTERVIEW.exec(name)?.[1];
    return id === undefined ? [] : readInterview({ id, name, text }, translations, problems);
  });
  reportOrphans(texts, new Set(files.map(({ name }) => name)), problems);
  const lexicons = texts.flatMap(({ name, text }) => {
    const named = LEXICON.exec(name);
    return named ? [{ interview: named[1], groups: readLexicon(text, name, problems) }] : [];
  });
  const questions = texts.flatMap((file) => readQuestions(file, interviews, problems));
  return { interviews, lexicons, questions, problems };
}

interface TextFile {
  readonly name: string;
  readonly text: string;
}

interface TranslationFile {
  /** The interview's. */
  readonly id: string;
  readonly name: string;
  readonly text: TranslationText;
}

/** The id of the interview beside which a file belongs; undefined for an interview, and for the folder's lexicon. */
export function companionOf(name: string): string | undefined {
  return (QUESTIONS.exec(name) ?? LEXICON.exec(name) ?? TRANSLATION.exec(name))?.[1];
}

function decode({ name, bytes }: KnowledgeFile, problems: Problem[]): readonly TextFile[] {
  const fault = nameFault(name) ?? contentFault(bytes);
  if (fault !== undefined) {
    problems.push({ file: name, ...fault });
    return [];
  }
  const text = new TextDecoder().decode(bytes);
  const overrides = directionOverrides(text, name);
  for (const problem of overrides) problems.push(problem);
  return overrides.length > 0 ? [] : [{ name, text }];
}

type Fault = Omit<Problem, 'file'>;

export const TOO_LARGE: Fault = {
  line: 1,
  what: `The file is larger than ${LARGEST_FILE / 1024 / 1024} MiB.`,
  mend: 'Split it into several interviews.',
};

function nameFault(name: string): Fault | undefined {
  if (isFileName(name)) return undefined;
  const better = name
    .toLowerCase()
    .replace(/\.(?:markdown|mdown|mkdn?|mdwn|mdx)$/, '.md')
    .replace(/\.text$/, '.txt');
  if (isFileName(better)) {
    return { line: 1, what: 'The file is not read by this name.', mend: `Rename it to ${better}.` };
  }
  const mend =
    'Name an interview ID.md (lower-case letters, digits, hyphens; at most 64), a translation ID.LANG.md, ' +
    'a lexicon lexicon.txt or ID.lexicon.txt, the questions of members ID.questions.txt.';
  return { line: 1, what: 'The file name is not one of a knowledge file.', mend };
}

function isFileName(name: string): boolean {
  return [INTERVIEW, TRANSLATION, LEXICON, QUESTIONS].some((pattern) => pattern.test(name));
}

function contentFault(bytes: Uint8Array): Fault | undefined {
  if (bytes.length > LARGEST_FILE) {
    return TOO_LARGE;
  }
  const invalid = new TextDecoder().decode(bytes).indexOf('\uFFFD');
  if (invalid === -1 || isUtf8(bytes)) return undefined;
  const line = new TextDecoder().decode(bytes).slice(0, invalid).split('\n').length;
  return { line, what: 'The file is not UTF-8.', mend: 'Save it again with the encoding UTF-8.' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function readTranslations(texts: readonly TextFile[], problems: Problem[]): readonly TranslationFile[] {
  return texts.flatMap(({ name, text }) => {
    const match = TRANSLATION.exec(name);
    if (!match?.[1] || !match[2]) return [];
    const parsed = parseTranslation(text, name);
    if (!parsed.ok) {
      for (const problem of parsed.problems) problems.push(problem);
      return [];
    }
    const { language } = parsed.value.article;
    if (language.toLowerCase() !== match[2].toLowerCase()) {
      const what = `The file is named for ${match[2]} but its language is ${language}.`;
      problems.push({ file: name, line: 1, what, mend: 'Make the two agree.' });
      return [];
    }
    return [{ id: match[1], name, text: parsed.value }];
  });
}

function readInterview(
  { id, name, text }: TextFile & { readonly id: string },
  translations: readonly TranslationFile[],
  problems: Problem[],
): readonly Interview[] {
  const parsed = parseInterview(text, name);
  if (!parsed.ok) {
    for (const problem of parsed.problems) problems.push(problem);
    return [];
  }
  const own = translations.filter((translation) => translation.id === id);
  const aligned = own.flatMap((file) => {
    const faults = checkAlignment(file.text, parsed.value.sections, file.name);
    for (const problem of faults) problems.push(problem);
    return faults.length > 0 ? [] : [toTranslation(file.text)];
  });
  return [{ id, article: parsed.value.article, sections: parsed.value.sections, translations: aligned }];
}

function readQuestions(
  file: TextFile,
  interviews: readonly Interview[],
  problems: Problem[],
): readonly MemberQuestions[] {
  const id = QUESTIONS.exec(file.name)?.[1];
  if (id === undefined) return [];
  const interview = interviews.find((own) => own.id === id);
  if (interview) return [readMemberQuestions(file, interview, problems)];
  checkQuestionLines(file, problems);
  return [];
}

function toTranslation({ article, sections }: TranslationText): Translation {
  const { title, language, translator, ...rest } = article;
  return { title, language, translator, article: rest, sections };
}

/** A file that could not be decoded is there all the same. */
function reportOrphans(texts: readonly TextFile[], names: ReadonlySet<string>, problems: Problem[]): void {
  for (const { name } of texts) {
    const id = companionOf(name);
    if (id === undefined || names.has(`${id}.md`)) continue;
    const what = `There is no ${id}.md that this belongs to.`;
    problems.push({ file: name, line: 1, what, mend: 'Add the interview, or correct the name.' });
  }
}
