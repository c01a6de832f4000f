// A lexicon's groups that bring wrong answers, or none.
import type { Interview, Section } from '../../knowledge/interview.ts';
import { type LexiconLine, lexiconLines } from '../../knowledge/lexicon.ts';
import { fold } from '../../language/fold.ts';
import { KIND, scan, termOfKind } from '../../language/tokenise.ts';
import { hasQuestionWord, MOST_MEMBERS } from '../terms.ts';
import type { Warning, WarningKind } from './warnings.ts';

export interface LexiconFile {
  readonly name: string;
  readonly text: string;
}

/**
 * @param own the file; @param shared the folder's lexicon, where `own` is an interview's
 * @param interviews those that it is for; with none, it is not compared with any
 */
export function lexiconWarnings(
  own: LexiconFile,
  shared: LexiconFile | undefined,
  interviews: readonly Interview[],
): readonly Warning[] {
  const lines = lexiconLines(own.text, own.name, []);
  const warn = (line: number, kind: WarningKind, what: string, mend: string): Warning => {
    return { file: own.name, line, kind, what, mend };
  };
  const phrases = lines.flatMap(({ members }) => members);
  const held = phrasesIn(allTexts(interviews), phrases);
  const places = placesOf(shared);
  return lines.flatMap(({ line, members }) => [
    ...(members.length > MOST_MEMBERS
      ? [
          warn(
            line,
            'large-group',
            `The group has ${members.length} members.`,
            `Part it, or keep the nearest ${MOST_MEMBERS}.`,
          ),
        ]
      : []),
    ...members.filter(hasQuestionWord).map((member) => {
      const mend = 'List a way of asking among the questions.';
      return warn(line, 'question-word', `\`${member}\` holds a question word.`, mend);
    }),
    ...members.flatMap((member) => {
      const first = places.get(fold(member));
      places.set(fold(member), first ?? { file: own.name, line });
      if (first === undefined || (first.file === own.name && first.line === line)) return [];
      const where = first.file === own.name ? `line ${first.line}` : `${first.file}:${first.line}`;
      const mend = 'Keep it in one group, or join the two.';
      return [warn(line, 'two-groups', `\`${member}\` stands in the group of ${where}, too.`, mend)];
    }),
    ...(interviews.length > 0 && !members.some((member) => held.has(member))
      ? [warn(line, 'foreign-group', `No member stands in ${nameOf(interviews)}.`, 'Add the word that does.')]
      : []),
  ]);
}

function placesOf(
  shared: LexiconFile | undefined,
): Map<string, { readonly file: string; readonly line: number }> {
  const lines: readonly LexiconLine[] = shared ? lexiconLines(shared.text, shared.name, []) : [];
  return new Map(
    lines.flatMap(({ line, members }) =>
      members.map((member) => [fold(member), { file: shared?.name ?? '', line }] as const),
    ),
  );
}

function nameOf(interviews: readonly Interview[]): string {
  return interviews.length === 1 ? `${interviews[0]?.id}.md` : 'any interview';
}

function* allTexts(interviews: readonly Interview[]): Iterable<string> {
  for (const interview of interviews) yield* textsOf(interview);
}

/** Everything that is printed of an interview and of its translations. */
function* textsOf({ article, sections, translations }: Interview): Iterable<string> {
  yield* printed(article);
  yield* sections.flatMap(textsOfSection);
  for (const { title, article: translated, sections: own } of translations) {
    yield title;
    yield* printed(translated);
    yield* own.flatMap(textsOfSection);
  }
}

function printed({ interviewee, ...values }: Partial<Interview['article']>): readonly string[] {
  return [...Object.values(values), ...Object.values(interviewee ?? {})];
}

function textsOfSection(section: Section): readonly string[] {
  return section.kind === 'exchange' ? [section.question, section.text] : [section.text];
}

function termsOf(text: string): readonly string[] {
  const folded = fold(text);
  const terms: string[] = [];
  scan(folded, (kind, start, end) => {
    if (kind !== KIND.mark) terms.push(termOfKind(kind, folded.slice(start, end)));
  });
  return terms;
}

/** Those of the phrases that stand somewhere in the texts. Linear in the texts' length. */
function phrasesIn(texts: Iterable<string>, phrases: readonly string[]): ReadonlySet<string> {
  const byFirstTerm = new Map<string, { readonly phrase: string; readonly terms: readonly string[] }[]>();
  for (const phrase of phrases) {
    const terms = termsOf(phrase);
    const [first] = terms;
    if (first === undefined) continue;
    const there = byFirstTerm.get(first) ?? [];
    byFirstTerm.set(first, there);
    there.push({ phrase, terms });
  }
  const found = new Set<string>();
  for (const text of texts) {
    const terms = termsOf(text);
    terms.forEach((term, at) => {
      for (const { phrase, terms: wanted } of byFirstTerm.get(term) ?? []) {
        if (!found.has(phrase) && wanted.every((own, index) => terms[at + index] === own)) found.add(phrase);
      }
    });
  }
  return found;
}
