// A speaker's label left within an answer: what follows it may be another person's words, and would be quoted as the interviewee's.
import { plainBlock } from '../ingest/block.ts';
import { isNameLike, isShortFor, keyOf, nameIn, roleOf } from '../ingest/label-words.ts';
import { labelsOf } from '../ingest/labels.ts';
import type { Warning } from './warning.ts';

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
