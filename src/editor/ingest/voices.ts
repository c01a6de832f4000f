// Labels -> voices: which labels are somebody's, which belong to one person, and which two people alternate.
import { type Block, endsAsQuestion, endsAsSentence, type Remark, widthOf } from './block.ts';
import { isNameLike, isShortFor, type Role, roleOf } from './label-words.ts';
import { acceptedKeys, bare, type Label, offeredLabels, unknownNames } from './labels.ts';
import { withOverlooked } from './overlooked.ts';

export interface LabelledTurn {
  /** Index of the block. */
  readonly at: number;
  readonly label: Label;
  readonly voice: Voice;
}

export interface Voice {
  /** As printed, the longest first. */
  readonly names: readonly string[];
  readonly role: Role | undefined;
  /** Indices of its blocks. */
  readonly at: readonly number[];
  /** How many of its turns end in a question. */
  readonly questions: number;
}

export interface Voices {
  readonly turns: readonly LabelledTurn[];
  /** Those that speak at all, the pair that alternates first. */
  readonly voices: readonly Voice[];
  readonly unsure: readonly Remark[];
}

export function findVoices(blocks: readonly Block[]): Voices {
  const offered = offeredLabels(blocks);
  const accepted = withOverlooked(offered, acceptedKeys(offered.flat()), blocks);
  const opening = offered.flatMap((labels, at) => {
    const label = labels.find(({ key }) => accepted.has(key));
    return label ? [{ at, label }] : [];
  });
  const found = withAttributes(
    opening.filter((own) => !isMasthead(own, opening)),
    blocks,
  );
  const unsure: Remark[] = [];
  const groups = group([...new Set(found.map(({ label }) => label.key))], found, (key, others) => {
    const line = blocks[found.find(({ label }) => label.key === key)?.at ?? 0]?.line ?? 1;
    unsure.push({
      line,
      what: `the label “${key}” may be short for ${others.map((each) => `“${each}”`).join(' or ')}`,
    });
  });
  const voiceOf = toVoices(joinChanged(groups, found, blocks), found, blocks);
  const turns = found.flatMap(({ at, label }) => {
    const voice = voiceOf.get(label.key);
    return voice ? [{ at, label, voice }] : [];
  });
  return {
    turns,
    voices: byAlternation(turns),
    unsure: [...unsure, ...unknownNames(offered, accepted, blocks)],
  };
}

type Found = Pick<LabelledTurn, 'at' | 'label'>;

/** The name of the paper above its interview, which a colon makes a label below. */
function isMasthead({ at, label }: Found, opening: readonly Found[]): boolean {
  if (!label.isAlone) return false;
  const same = opening.filter((own) => own.label.key === label.key);
  const [first, ...others] = same;
  return first?.at === at && others.length > 1 && others.every((own) => !own.label.isWeak);
}

/** Columns of what may stand behind a name in an element of its own. */
const WIDEST_ATTRIBUTE = 30;

/** `Ines Marr` and `Host` in one line: what stands behind a label each time, and is all of its line, belongs to it. */
function withAttributes(found: readonly Found[], blocks: readonly Block[]): readonly Found[] {
  const behind = new Map<string, Set<string>>();
  const restOf = ({ at, label }: Found) => (blocks[at]?.text ?? '').slice(label.words);
  for (const own of found)
    behind.set(own.label.key, (behind.get(own.label.key) ?? new Set()).add(restOf(own)));
  const times = new Map<string, number>();
  for (const { label } of found) times.set(label.key, (times.get(label.key) ?? 0) + 1);
  return found.map((own) => {
    const { key, words } = own.label;
    const rest = restOf(own);
    const isOne = behind.get(key)?.size === 1 && rest !== '' && (times.get(key) ?? 0) > 1;
    const isAttribute = isOne && !endsAsSentence(rest) && widthOf(rest) <= WIDEST_ATTRIBUTE;
    return isAttribute ? { ...own, label: { ...own.label, words: words + rest.length } } : own;
  });
}

type Group = ReadonlySet<string>;

/** Keys of one person together: each shorter one with the longer that it stands for. */
function group(
  keys: readonly string[],
  found: readonly Found[],
  doubt: (key: string, others: readonly string[]) => void,
): readonly Group[] {
  const groups: Set<string>[] = [];
  for (const key of keys.toSorted((a, b) => b.length - a.length)) {
    const own = groups.filter((members) => [...members].some((other) => isShortFor(key, other)));
    if (own.length > 1)
      doubt(
        key,
        own.map(([first = '']) => first),
      );
    const chosen = own.length > 1 ? own.toSorted((a, b) => countOf(b, found) - countOf(a, found))[0] : own[0];
    if (chosen) chosen.add(key);
    else groups.push(new Set([key]));
  }
  return groups;
}

function countOf(members: Group, found: readonly Found[]): number {
  return found.filter(({ label }) => members.has(label.key)).length;
}

/** A label that changes on the way: one ends before the other begins, both are of one role, and it is not the other's turn. */
function joinChanged(
  groups: readonly Group[],
  found: readonly Found[],
  blocks: readonly Block[],
): readonly Group[] {
  const all = groups.map((members) => ({ members: new Set(members), at: placesOf(members, found) }));
  for (const own of all) {
    for (const other of all) {
      if (own === other || own.at.length === 0 || other.at.length === 0) continue;
      const isLater = Math.max(...own.at) < Math.min(...other.at);
      if (
        !isLater ||
        sideOf(own, blocks, found) !== sideOf(other, blocks, found) ||
        (areNames(own.members, found) && areNames(other.members, found))
      )
        continue;
      for (const key of other.members) own.members.add(key);
      own.at.push(...other.at.splice(0));
      other.members.clear();
    }
  }
  return all.map(({ members }) => members).filter(({ size }) => size > 0);
}

/** Two people's names are never one voice; what is neither name nor role may be either's. */
function areNames(members: Group, found: readonly Found[]): boolean {
  const labels = found.map(({ label }) => label).filter(({ key }) => members.has(key));
  return (
    labels.every(({ key }) => roleOf(key) === undefined) && labels.some(({ printed }) => isNameLike(printed))
  );
}

function sideOf(
  { members, at }: { readonly members: Group; readonly at: readonly number[] },
  blocks: readonly Block[],
  found: readonly Found[],
): Role {
  const role = [...members].map(roleOf).find(Boolean);
  if (role) return role;
  return questionsOf(at, blocks, found) >= at.length / 2 ? 'asks' : 'answers';
}

function placesOf(members: Group, found: readonly Found[]): number[] {
  return found.filter(({ label }) => members.has(label.key)).map(({ at }) => at);
}

function toVoices(
  groups: readonly Group[],
  found: readonly Found[],
  blocks: readonly Block[],
): ReadonlyMap<string, Voice> {
  const voices = new Map<string, Voice>();
  for (const members of groups) {
    const own = found.filter(({ label }) => members.has(label.key));
    const printed = [...new Set(own.map(({ label }) => bare(label.printed)))];
    const at = own.map((each) => each.at);
    const voice: Voice = {
      names: printed.toSorted((a, b) => b.length - a.length),
      role: [...members].map(roleOf).find(Boolean),
      at,
      questions: questionsOf(at, blocks, found),
    };
    for (const key of members) voices.set(key, voice);
  }
  return voices;
}

/** How many turns end in a question; a turn's words end before the next label. */
function questionsOf(at: readonly number[], blocks: readonly Block[], found: readonly Found[]): number {
  const next = new Map(found.map((own, index) => [own.at, found[index + 1]?.at ?? blocks.length]));
  return at.filter((index) => {
    const last = Math.max(index, Math.min((next.get(index) ?? index + 1) - 1, index + 3));
    return endsAsQuestion(blocks[last]?.text ?? '') || endsAsQuestion(blocks[index]?.text ?? '');
  }).length;
}

/** The pair of voices that follow one another most often, where roles and questions count for more, then the others. */
function byAlternation(turns: readonly LabelledTurn[]): readonly Voice[] {
  const pairs = new Map<Voice, Map<Voice, number>>();
  for (const [index, { voice }] of turns.entries()) {
    const next = turns[index + 1]?.voice;
    if (!next || next === voice) continue;
    const own = pairs.get(voice) ?? new Map<Voice, number>();
    pairs.set(voice, own.set(next, (own.get(next) ?? 0) + 1));
  }
  const scored = [...pairs].flatMap(([first, others]) =>
    [...others].map(([second, count]) => ({ first, second, score: count * weightOf(first, second) })),
  );
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  const voices = [...new Set(turns.map(({ voice }) => voice))];
  if (!best) return voices;
  const pair = [best.first, best.second];
  return [...pair, ...voices.filter((voice) => !pair.includes(voice))];
}

function weightOf(first: Voice, second: Voice): number {
  const asked = Math.max(first.questions / first.at.length, second.questions / second.at.length);
  const named =
    (first.role === 'asks' ? 1 : 0) +
    (second.role === 'answers' ? 1 : 0) +
    (second.role === 'asks' ? 0.5 : 0);
  return 0.2 + asked + named;
}
