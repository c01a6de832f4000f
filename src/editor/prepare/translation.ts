// A translation that was filled in sentence by sentence -> its file; nothing of a half one is written.
import { stringify } from 'yaml';
import { headingOf, type Interview, type Section } from '../../knowledge/interview.ts';
import { checkAlignment, parseTranslation } from '../../knowledge/parse.ts';
import { sameLanguage } from '../../language/fold.ts';
import { PROPOSED } from './merge.ts';
import type { TakenTranslation } from './take-back.ts';

export type Translated =
  | { readonly outcome: 'none' }
  | { readonly outcome: 'complete'; readonly name: string; readonly text: string }
  /** What is missing or wrong, and what to do. */
  | { readonly outcome: 'unfinished'; readonly why: string };

const VALUES = ['title', 'language', 'translator'] as const;
/** They write no space between sentences. */
const WITHOUT_SPACES = ['zh', 'ja'];

export function translate(
  { lines, values }: TakenTranslation,
  interview: Interview,
  { isProposed }: { readonly isProposed: boolean },
): Translated {
  if (lines.length === 0) return { outcome: 'none' };
  const texts = new Map(lines.map(({ heading, sentence, text }) => [keyOf(heading, sentence), text]));
  const keys = interview.sections.flatMap(keysOf);
  const done = keys.filter((key) => texts.has(key)).length;
  if (done < keys.length) return unfinished(`${done} of ${keys.length} lines \`= \` are filled in`);
  const missing = VALUES.filter((name) => !values.has(name));
  if (missing.length > 0) return unfinished(`below [translation] there is no ${missing.join(', no ')}`);
  const language = values.get('language') ?? '';
  const name = `${interview.id}.${language}.md`;
  const between = WITHOUT_SPACES.some((own) => sameLanguage(own, language)) ? '' : ' ';
  const sections = interview.sections.map((section) => sectionText(section, texts, between));
  const matter = Object.fromEntries(VALUES.map((key) => [key, values.get(key)]));
  const mark = isProposed ? `${PROPOSED}\n` : '';
  const text = `---\n${mark}${stringify(matter, { lineWidth: 0 })}---\n\n${sections.join('\n\n')}\n`;
  const fault = faultOf(text, name, interview);
  return fault === undefined ? { outcome: 'complete', name, text } : unfinished(fault);
}

function unfinished(what: string): Translated {
  return {
    outcome: 'unfinished',
    why: `The translation was not written: ${what}. Mend that, and take the sheet back again.`,
  };
}

function keyOf(heading: string, sentence: number | undefined): string {
  return `${heading} ${sentence ?? ''}`;
}

/** An exchange's question has a line of its own. */
function keysOf(section: Section): readonly string[] {
  const heading = headingOf(section);
  const sentences = section.sentences.map((_, at) => keyOf(heading, at));
  return section.kind === 'exchange' ? [keyOf(heading, undefined), ...sentences] : sentences;
}

function sectionText(section: Section, texts: ReadonlyMap<string, string>, between: string): string {
  const heading = headingOf(section);
  const textOf = (sentence?: number) => texts.get(keyOf(heading, sentence)) ?? '';
  const paragraphs = section.paragraphs.map((_, place) => {
    const own = section.sentences.flatMap(({ paragraph }, at) => (paragraph === place ? [textOf(at)] : []));
    return escaped(own.join(between));
  });
  return [`## ${titleOf(section, textOf())}`, ...paragraphs].join('\n\n');
}

function titleOf(section: Section, question: string): string {
  if (section.kind === 'exchange') return `Q: ${question}`;
  return section.kind === 'introduction' ? 'Introduction' : 'Biography';
}

/** What would be read as structure is text behind a backslash. */
function escaped(paragraph: string): string {
  return /^(?:#|---|[-*] |\\)/.test(paragraph) ? `\\${paragraph}` : paragraph;
}

function faultOf(text: string, name: string, interview: Interview): string | undefined {
  const parsed = parseTranslation(text, name);
  const problems = parsed.ok ? checkAlignment(parsed.value, interview.sections, name) : parsed.problems;
  return problems.length === 0 ? undefined : problems.map(({ what, mend }) => `${what} ${mend}`).join(' ');
}
