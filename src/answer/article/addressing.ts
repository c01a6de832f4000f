// Names and titles by which members speak of the interviewee: they say whose words are wanted, not which.
import type { Interview } from '../../knowledge/interview.ts';
import { fold } from '../../language/fold.ts';

const HAN_TITLES = '院长|院士|先生|女士|老师|教授|博士|主任|主席|总裁|总干事|董事长|总';
const LATIN_TITLES = 'mr|mrs|ms|mister|dr|doctor|prof|professor|president|dean|director|sir';
const COMPOUND_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫)/;

export interface Addressing {
  /** The folded question without the references to interviewees. */
  readonly focus: string;
  readonly namesInterviewee: boolean;
  /** The interviews whose interviewee is named; all where none is. */
  readonly interviews: readonly Interview[];
}

export interface Speaker {
  readonly interview: Interview;
  /** Finds references to the interviewee in folded text. */
  readonly pattern: RegExp;
}

export function speakerOf(interview: Interview): Speaker {
  const translated = interview.translations.flatMap(({ article }) => article.interviewee?.name ?? []);
  const names = [interview.article.interviewee.name, ...translated];
  const references = names.flatMap((name) => referencesTo(fold(name)));
  return { interview, pattern: new RegExp(references.join('|'), 'giu') };
}

/** Takes the names of interviewees out of a folded question. */
export function readAddressing(speakers: readonly Speaker[], folded: string): Addressing {
  const named = speakers.filter(({ pattern }) => folded.search(pattern) !== -1);
  const focus = named.reduce((text, { pattern }) => text.replace(pattern, ' '), folded);
  const chosen = named.length > 0 ? named : speakers;
  return { focus, namesInterviewee: named.length > 0, interviews: chosen.map(({ interview }) => interview) };
}

function referencesTo(name: string): readonly string[] {
  if (/^\p{Script=Han}{2,4}$/u.test(name)) {
    const surname = COMPOUND_SURNAMES.exec(name)?.[0] ?? name.charAt(0);
    return [`${name}(?:${HAN_TITLES})?`, `${surname}(?:${HAN_TITLES})`, `老${surname}(?!\\p{Script=Han})`];
  }
  const words = name.split(/\s+/).map(escapePattern);
  const parts = words.filter((word) => word.length > 2).join('|');
  const orders = [words.join('\\s+'), words.toReversed().join(',?\\s+'), words.join('')];
  return [
    `\\b(?:(?:${LATIN_TITLES})\\.?\\s+)?(?:${orders.join('|')})(?:['’]s)?\\b`,
    ...(parts === '' ? [] : [`\\b(?:${LATIN_TITLES})\\.?\\s+(?:${parts})(?:['’]s)?\\b`]),
  ];
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
