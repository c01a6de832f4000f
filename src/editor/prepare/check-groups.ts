// Groups of words that mean the same, held against the interview and the groups that stand already.
import type { Interview } from '../../knowledge/interview.ts';
import { type LexiconGroup, readLexicon } from '../../knowledge/lexicon.ts';
import type { Problem } from '../../knowledge/problem.ts';
import { fold } from '../../language/fold.ts';
import { finderOf, hasQuestionWord, MOST_MEMBERS, sectionTerms } from '../terms.ts';
import type { TakenGroup } from './take-back.ts';

export interface ApartGroup {
  readonly taken: TakenGroup;
  readonly why: string;
}

export interface CheckedGroups {
  readonly accepted: readonly TakenGroup[];
  readonly twice: readonly ApartGroup[];
  readonly apart: readonly ApartGroup[];
  /** Written all the same. */
  readonly notes: readonly ApartGroup[];
}

/** Sections, and share of all, that use a word without any other word of its group: there it means something else, or too much. */
const MANY_SECTIONS = { least: 3, share: 1 / 3 };

type Kept = Exclude<keyof CheckedGroups, 'notes'>;

export function checkGroups(
  taken: readonly TakenGroup[],
  interview: Interview,
  present: readonly LexiconGroup[],
): CheckedGroups {
  const holders = holdersIn(interview);
  const known = new Map(present.flatMap((group) => group.map((member) => [fold(member), group] as const)));
  const sorted = taken.map((own) => {
    const problems: Problem[] = [];
    const [members = []] = readLexicon(own.text, '', problems);
    const { kept, why } = problems[0]
      ? { kept: 'apart' as const, why: `${problems[0].what} ${problems[0].mend}` }
      : placeOf(members, known, holders);
    if (kept === 'accepted') for (const member of members) known.set(fold(member), members);
    return { kept, own: { taken: own, why }, notes: kept === 'accepted' ? notesOn(members, holders) : [] };
  });
  const of = (kept: Kept) => sorted.filter((each) => each.kept === kept).map(({ own }) => own);
  return {
    accepted: of('accepted').map((own) => own.taken),
    twice: of('twice'),
    apart: of('apart'),
    notes: sorted.flatMap(({ own, notes }) => notes.map((why) => ({ ...own, why }))),
  };
}

/** What becomes of a group, and why. */
function placeOf(
  members: LexiconGroup,
  known: ReadonlyMap<string, LexiconGroup>,
  holders: Holders,
): { readonly kept: Kept; readonly why: string } {
  const common = members.find((member) => isCommonElsewhere(member, members, holders));
  if (common !== undefined) {
    const why = `\`${common}\` stands in many other sections, which it would find as well: take a narrower word`;
    return { kept: 'apart', why };
  }
  const standing = members.map((member) => known.get(fold(member)));
  const shared = standing.find((group) => group !== undefined);
  if (!shared) return { kept: 'accepted', why: '' };
  if (standing.every((group) => group === shared)) return { kept: 'twice', why: 'stands already' };
  return { kept: 'apart', why: `shares a word with \`${shared.join(' = ')}\`: add the others there` };
}

interface Holders {
  /** The sections whose text, question or translation holds a word as a whole. */
  readonly of: (member: string) => ReadonlySet<number>;
  readonly sections: number;
}

/** What makes a group less useful, as `check` says it again. */
function notesOn(members: LexiconGroup, holders: Holders): readonly string[] {
  const asking = members.find(hasQuestionWord);
  return [
    ...(members.length > MOST_MEMBERS
      ? [`has more than ${MOST_MEMBERS} members: keep those that mean the same`]
      : []),
    ...(asking === undefined
      ? []
      : [`\`${asking}\` has a question word: a way of asking belongs into the questions`]),
    ...(members.some((member) => holders.of(member).size > 0)
      ? []
      : ['has no word of the interview: it helps only other lists']),
  ];
}

/** Where no other member stands in the text there is nothing that the word could be mixed up with. */
function isCommonElsewhere(member: string, members: LexiconGroup, holders: Holders): boolean {
  const others = new Set(members.filter((own) => own !== member).flatMap((own) => [...holders.of(own)]));
  const elsewhere = [...holders.of(member)].filter((section) => !others.has(section));
  return (
    others.size > 0 &&
    elsewhere.length >= Math.max(MANY_SECTIONS.least, holders.sections * MANY_SECTIONS.share)
  );
}

function holdersIn(interview: Interview): Holders {
  const texts = sectionTerms(interview);
  const found = new Map<string, ReadonlySet<number>>();
  const of = (member: string) => {
    const isIn = finderOf(member);
    const sections =
      found.get(member) ?? new Set(texts.flatMap((text, place) => (isIn(text) ? [place] : [])));
    found.set(member, sections);
    return sections;
  };
  return { of, sections: texts.length };
}
