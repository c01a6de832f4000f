// One file's text -> an interview or a translation, or the complete list of what is wrong with it.
import { checkArticle, checkTranslatedArticle, type TranslatedArticle } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Article, Section } from './interview.ts';
import { readOutline } from './outline.ts';
import type { Problem } from './problem.ts';
import { readSections } from './sections.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface InterviewText {
  readonly article: Article;
  readonly sections: readonly Section[];
  /** 1-based line of each section's heading, by index. */
  readonly lines: readonly number[];
}

export interface TranslationText {
  readonly article: TranslatedArticle;
  readonly sections: readonly Section[];
  /** 1-based line of each section's heading, by index. */
  readonly lines: readonly number[];
}

/** An interview's text; `file` is only used to name it in problems. Never throws. */
export function parseInterview(source: string, file: string): Parsed<InterviewText> {
  return parse(source, file, checkArticle);
}

/** A translation's text; its alignment with the original is checked elsewhere. Never throws. */
export function parseTranslation(source: string, file: string): Parsed<TranslationText> {
  return parse(source, file, checkTranslatedArticle);
}

type Check<A> = (
  matter: ReturnType<typeof readFrontMatter>,
  file: string,
  problems: Problem[],
) => A | undefined;

function parse<A>(
  source: string,
  file: string,
  check: Check<A>,
): Parsed<{ article: A; sections: readonly Section[]; lines: readonly number[] }> {
  const problems: Problem[] = [];
  const outline = readOutline(source, file, problems);
  if (!outline) return { ok: false, problems };
  const matter = readFrontMatter({ file, ...outline.frontMatter }, problems);
  // Without readable YAML every key would be reported missing as well: noise around the one real problem.
  const isUnread = matter.values.size + matter.empty.size === 0 && problems.length > 0;
  const article = isUnread ? undefined : check(matter, file, problems);
  const sections = readSections(outline.blocks, file, problems);
  if (!article || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, value: { article, sections, lines: outline.blocks.map(({ line }) => line) } };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.line - b.line);
}
