// The files of a folder -> everything that is wrong, everything worth a look, and what was read.
import {
  companionOf,
  type Knowledge,
  type KnowledgeFile,
  readCollection,
} from '../../knowledge/collection.ts';
import { exchangesOf, type Interview, type Section } from '../../knowledge/interview.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { type LexiconFile, lexiconWarnings } from './lexicon-warnings.ts';
import { labelWarnings, languageWarnings, listWarnings, type Warning } from './warnings.ts';

/** What lies in a folder. */
export interface FolderFiles {
  readonly files: readonly KnowledgeFile[];
  /** Files that were meant to be read and cannot be. */
  readonly problems: readonly Problem[];
  /** Names of what is not read. */
  readonly others: readonly string[];
}

export interface Examination {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Warning[];
  readonly interviews: readonly Inventory[];
}

/** What was read of one interview. */
export interface Inventory {
  readonly id: string;
  readonly exchanges: number;
  /** BCP 47 tags. */
  readonly translations: readonly string[];
  /** List questions by part: the introduction, each exchange, the biography, in the interview's order. */
  readonly parts: readonly { readonly part: string; readonly questions: number }[];
  readonly groups: number;
  readonly notCovered: number;
  /** Blocks that a program proposed and nobody has read. */
  readonly proposed: number;
}

const FOLDER_LEXICON = 'lexicon.txt';
const PROPOSED = /^#\s*proposed, not yet read/;

export function examineFolder({ files, problems, others }: FolderFiles): Examination {
  const knowledge = readCollection(files);
  const refused = new Set(knowledge.problems.map(({ file }) => file));
  const texts = files.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
  const warnings = [
    ...texts.flatMap((file) => warningsOf(file, texts, knowledge)),
    ...texts.flatMap(proposals),
    ...others.map(unread),
  ];
  return {
    errors: inOrder([...problems, ...knowledge.problems]),
    warnings: inOrder(warnings.filter(({ file }) => !(file.endsWith('.md') && refused.has(file)))),
    interviews: knowledge.interviews.map((interview) => inventoryOf(interview, knowledge, texts)),
  };
}

function warningsOf(
  file: LexiconFile,
  texts: readonly LexiconFile[],
  { interviews, questions }: Knowledge,
): readonly Warning[] {
  const { name } = file;
  if (name === FOLDER_LEXICON) return lexiconWarnings(file, undefined, interviews);
  const id = companionOf(name) ?? name.replace(/\.md$/, '');
  const interview = interviews.find((own) => own.id === id);
  if (!interview) return [];
  if (name === `${id}.lexicon.txt`) {
    return lexiconWarnings(
      file,
      texts.find((own) => own.name === FOLDER_LEXICON),
      [interview],
    );
  }
  if (questions.some((own) => name === `${own.interview}.questions.txt`)) return listWarnings(file);
  const language = name === `${id}.md` ? interview.article.language : languageIn(name, interview);
  if (language === undefined) return [];
  return [
    ...languageWarnings({ ...file, language }),
    ...labelWarnings({ ...file, people: peopleOf(interview) }),
  ];
}

/** The interviewee's names, in the original and the translations. */
function peopleOf({ article, translations }: Interview): readonly string[] {
  return [article, ...translations.map((own) => own.article)].flatMap(
    ({ interviewee }) => interviewee?.name ?? [],
  );
}

function languageIn(name: string, { id, translations }: Interview): string | undefined {
  const named = (language: string) => `${id}.${language}.md`.toLowerCase() === name.toLowerCase();
  return translations.find(({ language }) => named(language))?.language;
}

function proposals({ name, text }: LexiconFile): readonly Warning[] {
  if (!name.endsWith('.txt')) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    if (!PROPOSED.test(line)) return [];
    const what = 'A program proposed this block, and nobody has read it.';
    return [{ file: name, line: index + 1, kind: 'proposed', what, mend: 'Read it, then delete this mark.' }];
  });
}

function unread(name: string): Warning {
  const what = 'This is not read: it has not the name of a knowledge file.';
  return { file: name, line: 1, kind: 'not-read', what, mend: 'Rename it, or move it away.' };
}

function inventoryOf(
  interview: Interview,
  { questions, lexicons }: Knowledge,
  texts: readonly LexiconFile[],
): Inventory {
  const { id, sections } = interview;
  const lists = questions.find((own) => own.interview === id);
  const counts = new Map<Section, number>();
  for (const { section } of lists?.answered ?? []) counts.set(section, (counts.get(section) ?? 0) + 1);
  return {
    id,
    exchanges: exchangesOf(interview).length,
    translations: interview.translations.map(({ language }) => language),
    parts: sections.map((section) => ({ part: partOf(section), questions: counts.get(section) ?? 0 })),
    groups: lexicons.find((own) => own.interview === id)?.groups.length ?? 0,
    notCovered: lists?.notCovered.length ?? 0,
    proposed: texts.filter(({ name }) => companionOf(name) === id).flatMap(proposals).length,
  };
}

function partOf(section: Section): string {
  return section.kind === 'exchange' ? `question ${section.number}` : section.kind;
}

function inOrder<Found extends Problem>(found: readonly Found[]): readonly Found[] {
  return found.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file.localeCompare(b.file, 'en')));
}
