// What an editor is warned of: members' questions whose place or wording is doubtful, a text that is in another language than it
// says, a speaker's label within an answer; and the form of every warning.
import { partsOf } from '../../knowledge/member-questions.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { fold } from '../../language/fold.ts';
import { plainBlock } from '../ingest/block.ts';
import { isNameLike, isShortFor, keyOf, nameIn, roleOf } from '../ingest/label-words.ts';
import { labelsOf } from '../ingest/labels.ts';

export interface Warning extends Problem {
  readonly kind: WarningKind;
}

/** Each with the words that stand before their number. */
export const WARNING_KINDS = {
  'large-group': 'groups of more than 8 members',
  'question-word': 'members with a question word',
  'two-groups': 'words in two groups',
  'foreign-group': 'groups without a word of the interview',
  'two-parts': 'questions in two parts',
  'list-item': 'questions that begin like a list item',
  'unknown-language': 'texts in a language that nothing is known of',
  'speaker-label': 'lines that begin with the label of a speaker',
  proposed: 'blocks that a program proposed and nobody has read',
  'not-read': 'files that are not read',
} as const;

export type WarningKind = keyof typeof WARNING_KINDS;

/** A bullet, or a number or letter with its mark; not -5, 4.0 or A.I. */
const LIST_ITEM =
  /^(?:[-*+•·–—▪◦‣](?!\d)|[([（]?\d{1,3}[.)\]）、．:：](?!\d)|[([（]?[a-z][.)\]）]\s|[①-⑳]|(?:q\d{0,3}|[问問])\s*[:：.、])/i;

export function listWarnings({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): readonly Warning[] {
  const places = new Map<string, { readonly part: string; readonly line: number }>();
  return partsOf(text).flatMap(({ heading, lines }) => {
    const part = heading?.text ?? '';
    return lines
      .filter((own) => !/^[>＞]/.test(own.text))
      .flatMap(({ text: question, line }): readonly Warning[] => {
        const key = plain(question);
        const first = places.get(key);
        places.set(key, first ?? { part, line });
        const twice = first && twiceWarning(first, part);
        const item = LIST_ITEM.test(question) ? ITEM : undefined;
        return [twice, item].flatMap((own) => (own ? [{ file: name, line, ...own }] : []));
      });
  });
}

const ITEM = {
  kind: 'list-item',
  what: 'The question begins like a list item.',
  mend: 'Delete the mark, unless members write it.',
} as const;

function twiceWarning(first: { readonly part: string; readonly line: number }, part: string) {
  const where = first.part === part ? 'in this part' : `below ${first.part}`;
  const what = `The question stands ${where} already, in line ${first.line}.`;
  return { kind: 'two-parts', what, mend: 'Keep it where it is answered best.' } as const;
}

/** Folded, without a mark at the end, and whatever the width of its spaces. */
function plain(question: string): string {
  return fold(question)
    .replace(/[?!.。\s]+$/, '')
    .replace(/\s+/g, ' ');
}

/** Share of the letters from which on a script is no mere quotation. */
const TELLING_SHARE = 0.1;
/** Letters of neither Latin nor Chinese script. */
const FOREIGN = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/gu;
const LETTER = /\p{L}/gu;
const MISSING =
  'no stems (each form of a word is a word of its own), no question words, no light words and no dictionary';
const HELP = 'A list of questions, a lexicon and a translation help.';

export interface InterviewText {
  readonly name: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

export function languageWarnings({ name, text, language }: InterviewText): readonly Warning[] {
  const warn = (line: number, what: string): Warning => {
    return { file: name, line, kind: 'unknown-language', what, mend: HELP };
  };
  const lines = text.split(/\r\n|\n|\r/);
  if (!/^(?:zh|en)(?:-|$)/i.test(language)) {
    const line = lines.findIndex((own) => own.startsWith('language:')) + 1;
    return [warn(line, `Nothing is known of the language “${language}”: ${MISSING}.`)];
  }
  const foreign = count(text, FOREIGN);
  if (foreign <= count(text, LETTER) * TELLING_SHARE) return [];
  const line = lines.findIndex((own) => own.search(FOREIGN) !== -1) + 1;
  return [warn(line, `Much of the text is in a script that nothing is known of: ${MISSING}.`)];
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _letter of text.matchAll(pattern)) found += 1;
  return found;
}

export interface SpokenText {
  readonly name: string;
  readonly text: string;
  /** The interviewee's, as the file and its original print them. */
  readonly people: readonly string[];
}

interface Labelled {
  readonly line: number;
  readonly printed: string;
  readonly key: string;
}

export function labelWarnings({ name, text, people }: SpokenText): readonly Warning[] {
  const found = answerLines(text).flatMap(labelled);
  const counts = new Map<string, number>();
  for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  const speaks = ({ key, printed }: Labelled) =>
    isRole(key) || isPerson(key, people) || ((counts.get(key) ?? 0) > 1 && isNameLike(printed));
  return found.filter(speaks).map(({ line, printed }) => ({
    ...{ file: name, line, kind: 'speaker-label' as const },
    what: `\`${printed}:\` reads as the label of a speaker, within an answer.`,
    mend: 'Make a question a `## Q:`, delete the label of the interviewee, or keep it if it is text.',
  }));
}

/** Lines below the questions, without the other wordings. */
function answerLines(text: string): readonly { readonly text: string; readonly line: number }[] {
  let isAnswer = false;
  return text.split(/\r\n|\n|\r/).flatMap((own, index) => {
    if (own.startsWith('## ')) isAnswer = own.startsWith('## Q:');
    return isAnswer && !/^(?:## |- asked as:|\\)/.test(own) ? [{ text: own.trim(), line: index + 1 }] : [];
  });
}

/** A label with a colon, which a list's `A.` has not. */
function labelled({ text, line }: { readonly text: string; readonly line: number }): readonly Labelled[] {
  const label = labelsOf(plainBlock(text, line)).find(({ isWeak, words }) => {
    return !isWeak && /[:：][*_\s]*$/.test(text.slice(0, words));
  });
  if (!label) return [];
  const printed = label.printed.replace(/^[\s*_[【（(]+|[\s*_\]】）)]+$/gu, '');
  return [{ line, printed, key: label.key }];
}

/** `记者`, `中新社记者`, `Q`, `Interviewer`; not `一位记者问我`, which holds the word only. */
function isRole(key: string): boolean {
  const own = nameIn(key);
  if (roleOf(own) === undefined) return false;
  return !/\p{Script=Han}{2}/u.test(own) || !/[我你您他她它的了过说問问]./u.test(own);
}

function isPerson(key: string, people: readonly string[]): boolean {
  return people.some((person) => key === keyOf(person) || isShortFor(key, keyOf(person)));
}
