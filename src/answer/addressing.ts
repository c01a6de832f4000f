// How members name an interview: its interviewee, its publication, its id. A name says whose words are wanted, not which.
import type { Interview } from '../knowledge/interview.ts';
import { fold } from '../language/fold.ts';
import { readQuestion } from '../language/read-question.ts';
import { isIdeograph } from '../language/tokenise.ts';

const HAN_TITLES = '院长|院士|先生|女士|老师|教授|博士|主任|主席|总裁|总干事|董事长|总';
const LATIN_TITLES = 'mr|mrs|ms|mister|dr|doctor|prof|professor|president|dean|director|sir';
const COMPOUND_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫)/;
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

export type Pronoun = 'she' | 'he';

const PRONOUNS: Readonly<Record<Pronoun, RegExp>> = {
  she: /她(?![们們])|\b(?:she|hers?|herself)\b/gi,
  he: /(?<![其吉])他(?![们們人国國])|\b(?:he|him|his|himself)\b/gi,
};
/** Of two pronouns the one that stands so many times as often is the interviewee's. */
const CLEARLY_MORE = 4;

/** The pronoun that a text speaks of one person with; undefined where none stands out. */
export function pronounIn(text: string): Pronoun | undefined {
  const [she = 0, he = 0] = [PRONOUNS.she, PRONOUNS.he].map((own) => text.match(own)?.length ?? 0);
  if (she > CLEARLY_MORE * he) return 'she';
  return he > CLEARLY_MORE * she ? 'he' : undefined;
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
        .flatMap((section) => (section.kind === 'exchange' ? [] : [section.text]))
        .join('\n'),
    ),
    titleWords: new Set([article.title, ...translations.map(({ title }) => title)].flatMap(tellingWords)),
  };
}

/** The folded text without the references to the interviewee; undefined where there are none. */
export function withoutName({ person, hints }: Naming, folded: string): string | undefined {
  if (!hints.some((hint) => folded.includes(hint))) return undefined;
  const rest = folded.replace(person, ' ');
  return rest === folded ? undefined : rest;
}

/** Whether folded text names the publication or the id. */
export function namesOtherwise({ others }: Naming, folded: string): boolean {
  return others.some((name) => {
    const at = folded.indexOf(name);
    if (at === -1) return false;
    return (
      /\p{Script=Han}/u.test(name) ||
      !/[\p{L}\p{N}]/u.test(folded.charAt(at - 1) + folded.charAt(at + name.length))
    );
  });
}

/** How many of the title's telling words a folded text has, a pair of ideographs counting as one. */
export function titleWordsIn({ titleWords }: Naming, words: readonly string[]): number {
  return words.filter((word) => titleWords.has(word)).length;
}

/** Latin words, and pairs of ideographs, that neither ask nor only carry the question; folded. */
export function tellingWords(text: string): readonly string[] {
  const tokens = readQuestion(fold(text)).map((token) =>
    token.isAsking || token.isLight ? undefined : token,
  );
  return tokens.flatMap((token, at) => {
    if (!token?.term) return [];
    if (!isIdeograph(token.term)) return token.term.length >= SHORTEST_NAME ? [token.term] : [];
    const next = tokens[at + 1];
    return next?.term && isIdeograph(next.term) ? [token.term + next.term] : [];
  });
}

function referencesTo(name: string): readonly string[] {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const surname = surnameOf(name);
    return [`${name}(?:${HAN_TITLES})?`, `${surname}(?:${HAN_TITLES})`, `老${surname}(?!\\p{Script=Han})`];
  }
  const words = name.split(/\s+/).map(escapePattern);
  const parts = words.filter((word) => word.length >= SHORTEST_NAME).join('|');
  const orders = [words.join('\\s+'), words.toReversed().join(',?\\s+'), words.join('')];
  return [
    `\\b(?:(?:${LATIN_TITLES})\\.?\\s+)?(?:${orders.join('|')})(?:['’]s)?\\b`,
    ...(parts === '' ? [] : [`\\b(?:${LATIN_TITLES})\\.?\\s+(?:${parts})(?:['’]s)?\\b`]),
  ];
}

function hintsOf(name: string): readonly string[] {
  return /^\p{Script=Han}{2,4}$/u.test(name) ? [surnameOf(name)] : name.split(/\s+/);
}

function surnameOf(name: string): string {
  return COMPOUND_SURNAMES.exec(name)?.[0] ?? name.charAt(0);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
