// Which of the labels that a source offers count as somebody's, by their words and by how often they stand there.
import { type Block, endsAsSentence, type Remark, widthOf } from './block.ts';
import { isNameLike, isNobodys, isShortFor, roleOf } from './label-words.ts';
import { type Label, labelsOf } from './labels.ts';

/** What may be a label at the beginning of each block. */
export function offeredLabels(blocks: readonly Block[]): readonly (readonly Label[])[] {
  return withoutData(withoutArticles(blocks.map(labelsOf)), blocks);
}

/** Labels; a page's comments may name thousands. */
const MOST_LABELS = 60;
const MOST_NAMES = 200;
/** Times that a line of its own, such as a paper's name, must stand there to be a voice's label. */
const OFTEN_ALONE = 3;

/** A label counts where its words say who speaks, where it is repeated, or where it is a name and a shorter form of it stands elsewhere. */
export function acceptedKeys(labels: readonly Label[]): ReadonlySet<string> {
  const counts = new Map<string, { strong: number; alone: number; all: number; printed: string }>();
  for (const { key, printed, isWeak, isAlone } of labels) {
    const own = counts.get(key) ?? { strong: 0, alone: 0, all: 0, printed };
    own.all += 1;
    own.strong += isWeak ? 0 : 1;
    own.alone += isAlone ? 1 : 0;
    counts.set(key, own);
  }
  const candidates = [...counts].filter(([key]) => !isNobodys(key));
  const sure = candidates
    .filter(([key, { strong, alone, all, printed }]) => {
      const isNamed = roleOf(key) !== undefined;
      if (isNamed) return strong > 0 || all > 1;
      return strong > 1 || alone >= OFTEN_ALONE || (all > 1 && isNameLike(printed));
    })
    .sort(([, a], [, b]) => b.all - a.all)
    .slice(0, MOST_LABELS);
  const named = candidates.filter(([key, { strong }]) => strong > 0 && roleOf(key) === undefined);
  const people = named.filter(([, { printed }]) => isNameLike(printed)).map(([key]) => key);
  const names = named
    .map(([key]) => key)
    .filter((key) => people.includes(key) || isTitled(key, people))
    .slice(0, MOST_NAMES);
  const isRelated = (key: string) => (other: string) =>
    other !== key && roleOf(other) === undefined && (isShortFor(key, other) || isShortFor(other, key));
  const keys = sure.map(([key]) => key);
  return new Set([...keys, ...names.filter((key) => [...keys, ...names].some(isRelated(key)))]);
}

/** `工程师林海潮`, where 林海潮 stands elsewhere. */
function isTitled(key: string, people: readonly string[]): boolean {
  return /^\p{Script=Han}+$/u.test(key) && people.some((name) => name.length > 1 && key.endsWith(name));
}

/** Lines that begin with a name and a colon, once: a voice that is quoted, or one that was missed. */
export function unknownNames(
  offered: readonly (readonly Label[])[],
  accepted: ReadonlySet<string>,
  blocks: readonly Block[],
): readonly Remark[] {
  return offered.flatMap((labels, at) => {
    const label = labels.find(
      ({ isWeak, key, printed }) => !isWeak && isNameLike(printed) && !isNobodys(key),
    );
    if (!label || labels.some(({ key }) => accepted.has(key))) return [];
    return [
      {
        line: blocks[at]?.line ?? 1,
        what: `“${bare(label.printed)}” looks like the label of a voice, and no other turn has it`,
      },
    ];
  });
}

/** `A` and a space is a label only where `Q` and a space is one, and neither has a colon anywhere. */
function withoutArticles(offered: readonly (readonly Label[])[]): readonly (readonly Label[])[] {
  const all = offered.flat();
  const asked = all.filter(({ isBare, key }) => isBare && /^[q问]$/.test(key)).length;
  const hasColons = all.some(({ isWeak, key }) => !isWeak && /^[qa问答]$/.test(key));
  return asked > 1 && !hasColons ? offered : offered.map((labels) => labels.filter(({ isBare }) => !isBare));
}

/** Columns; what stands behind `Interviewee:` in a line above the interview. */
const LONGEST_DATA = 60;

/** `Interviewee: Mara Voss, keeper` stands once, and says no sentence: a line of data, and nobody's turn. */
function withoutData(
  offered: readonly (readonly Label[])[],
  blocks: readonly Block[],
): readonly (readonly Label[])[] {
  const counts = new Map<string, number>();
  for (const { key } of offered.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return offered.map((labels, at) => {
    const { text = '', speaker } = blocks[at] ?? {};
    return labels.filter(({ key, words, isWeak }) => {
      const said = text.slice(words);
      const isOnce = counts.get(key) === 1 && !isWeak && roleOf(key) !== undefined && !/^[qa问答]$/.test(key);
      const isData = said !== '' && widthOf(said) <= LONGEST_DATA && !endsAsSentence(said);
      return !(isOnce && isData && speaker === undefined);
    });
  });
}

/** Without marks and brackets around it. */
export function bare(printed: string): string {
  return printed.replace(/^[\s*_[【（(〔]+|[\s*_\]】）)〕:：]+$/gu, '').trim();
}
