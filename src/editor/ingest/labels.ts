// What may be the label of a voice at a block's beginning, in every form that is in print; and which of them count as somebody's,
// by their words and by how often they stand there.
import { type Block, endsAsSentence, type Remark, widthOf } from './block.ts';
import { isNameLike, isNobodys, isShortFor, keyOf, roleOf } from './label-words.ts';
import { BOXED } from './page-runs.ts';

export interface Label {
  readonly printed: string;
  readonly key: string;
  /** UTF-16 offset in the block at which the words begin. */
  readonly words: number;
  /** A weak one counts only where the text repeats it. */
  readonly isWeak: boolean;
  /** A letter and a space: `A clock …` begins so, too. */
  readonly isBare: boolean;
  /** The block says no more. */
  readonly isAlone: boolean;
  /** Brackets hold it, which no sentence opens with. */
  readonly isBracketed?: boolean;
}

const LEAD = String.raw`^(?:>>\s*|[-–—•]\s*)?`;
/** No mark of a sentence belongs into a label. */
const BODY = String.raw`[^:：\n。！？!?；;“”「」『』|｜丨<>\t]`;

const BRACKETED = new RegExp(`${LEAD}([[【〔]${BODY}{1,24}?[\\]】〕])\\s*`, 'u');
const BARE = /^((?:Q|A|问|答|問)\d{0,3})[ \u00a0\u3000\t]+/u;
/** `《岛缘志》问（以下简称问）：`, `Harbour Quarterly (hereafter “HQ”):`: the shorter form is the label further down. */
const HEREAFTER =
  /^([^\n。！？!?:：]{1,40}?)\s*[（(]\s*(?:以下|下[称稱文]|[后後文][称稱]|hereafter|hereinafter|henceforth)(?:[简簡][称稱]|[称稱][为為]?|[为為])?\s*[“"「『'‘]?([^“”"「」『』'‘’（）()]{1,20})[”"」』'’]?\s*[）)]\s*[:：]\s*/iu;
const FORMS: readonly { readonly pattern: RegExp; readonly isWeak: boolean }[] = [
  // `Mara Voss:`, `中新社记者：`, `**Q:**`, `[记者]:`, `Speaker 1:`
  {
    pattern: new RegExp(
      `${LEAD}([[【（(〔*_]*${BODY}{1,48}?[\\]】）)〕*_]*)\\s*(?!(?<=\\s\\d{1,2}):\\d\\d(?!\\d))[:：][*_]*\\s*`,
      'u',
    ),
    isWeak: false,
  },
  // `【问】`, `[Q]`
  { pattern: BRACKETED, isWeak: true },
  // `Q.`, `A1.`, `问、`, `Q)`
  { pattern: /^((?:Q|A|问|答|問)\s*\d{0,3})\s*[.．、)）]\s*/u, isWeak: false },
  // `Q Why …`, `问　……`, `Q1 Why`
  { pattern: BARE, isWeak: true },
  // `MARA VOSS — …`, `Voss. …`, `MARA VOSS  …`
  { pattern: /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s+[—–-]\s+/u, isWeak: true },
  { pattern: /^(\p{Lu}[\p{Lu}'’-]+(?:[ .]+[\p{Lu}'’-]+){0,3})(?:\.\s+|\s{2,}|\t)/u, isWeak: true },
];
/** Characters; a longer line is no label. */
const LONGEST_ALONE = 40;
const WIDEST_CHINESE = 20;

/** A block is asked three times on its way, and never changes. */
const KNOWN = new WeakMap<Block, readonly Label[]>();

/** The strongest first. */
export function labelsOf(block: Block): readonly Label[] {
  const known = KNOWN.get(block) ?? readLabels(block);
  KNOWN.set(block, known);
  return known;
}

/** The key of the strongest label that opens a line of a text; undefined without one that a colon or point shows. */
export function labelKeyIn(line: string): string | undefined {
  const [found] = FORMS.flatMap(({ pattern, isWeak }) => (isWeak ? [] : (pattern.exec(line)?.[1] ?? [])));
  const key = found === undefined ? '' : keyOf(found);
  return isLabelLong(key) && !isNobodys(key) ? key : undefined;
}

function readLabels(block: Block): readonly Label[] {
  const { text, speaker } = block;
  if (speaker !== undefined)
    return [
      { printed: speaker, key: keyOf(speaker), words: 0, isWeak: false, isBare: false, isAlone: false },
    ];
  const [own = '', full = '', brief = ''] = HEREAFTER.exec(text) ?? [];
  const long = { printed: full, key: keyOf(brief), words: own.length, isWeak: false };
  const found = FORMS.flatMap(({ pattern, isWeak }) => {
    const [whole, printed] = pattern.exec(text) ?? [];
    return whole === undefined || printed === undefined
      ? []
      : [
          {
            printed,
            words: whole.length,
            isWeak,
            isBare: pattern === BARE,
            isBracketed: pattern === BRACKETED,
          },
        ];
  });
  const alone =
    text.length <= LONGEST_ALONE && /^[^,，。！？!?；;]+$/u.test(text)
      ? [{ printed: text, words: text.length, isWeak: true, isAlone: true }]
      : [];
  const lead = block.lead ?? block.boldLead;
  const bold = { printed: text.slice(0, lead).trim(), words: lead, isWeak: true };
  const isBoldLabel =
    lead > 0 &&
    lead < text.length &&
    bold.printed.length <= LONGEST_ALONE &&
    (block.boldLead > 0 ||
      mayOpen(bold.printed) ||
      (/^\p{Lu}{2,4}$/u.test(bold.printed) && /^\p{Lu}/u.test(text.slice(lead))));
  const all = [
    ...(own === '' ? [] : [long]),
    ...found,
    ...(isBoldLabel && !/[。！？!?]/.test(bold.printed) ? [bold] : []),
    ...alone,
  ];
  return all
    .map((each) => ({
      isBare: false,
      isAlone: false,
      key: keyOf(each.printed),
      ...each,
      words: skipSpace(text, each.words),
    }))
    .filter(
      ({ key, printed }) =>
        isLabelLong(key) && /\p{L}/u.test(printed) && !text.startsWith('//', text.indexOf(':') + 1),
    );
}

/** In an element that is not bold: a capital at a text's beginning stands in one, too. */
function mayOpen(printed: string): boolean {
  return roleOf(keyOf(printed)) !== undefined || (printed.length > 3 && isNameLike(printed));
}

function isLabelLong(key: string): boolean {
  if (key === '') return false;
  return /\p{Script=Han}/u.test(key) ? key.length <= WIDEST_CHINESE : key.split(' ').length <= 7;
}

function skipSpace(text: string, from: number): number {
  const [space = ''] = /^[\s\u3000]*/u.exec(text.slice(from)) ?? [];
  return from + space.length;
}

/** What may be a label at the beginning of each block. */
export function offeredLabels(blocks: readonly Block[]): readonly (readonly Label[])[] {
  const isBoxed = ({ looks }: Block) => looks.includes(BOXED);
  // A box beside the text has titles of its own, unless all of the text stands in boxes.
  const isLayout = blocks.filter(isBoxed).length > blocks.length / 2;
  const offered = blocks.map((block) =>
    isBoxed(block) && !isLayout ? labelsOf(block).filter(({ isWeak }) => !isWeak) : labelsOf(block),
  );
  return withoutData(withoutArticles(offered), blocks);
}

/** Labels; a page's comments may name thousands. */
const MOST_LABELS = 60;
const MOST_NAMES = 200;
/** Times that a line of its own, such as a paper's name, must stand there to be a voice's label. */
const OFTEN_ALONE = 3;

/** A label counts where its words say who speaks, where it is repeated, or where it is a name and a shorter form of it stands elsewhere. */
export function acceptedKeys(labels: readonly Label[]): ReadonlySet<string> {
  const counts = new Map<
    string,
    { strong: number; alone: number; all: number; printed: string; held: number }
  >();
  for (const { key, printed, isWeak, isAlone, isBracketed } of labels) {
    const own = counts.get(key) ?? { strong: 0, alone: 0, all: 0, printed, held: 0 };
    own.held += isBracketed && !isAlone ? 1 : 0;
    own.all += 1;
    own.strong += isWeak ? 0 : 1;
    own.alone += isAlone ? 1 : 0;
    counts.set(key, own);
  }
  const candidates = [...counts].filter(([key]) => !isNobodys(key));
  const sure = candidates
    .filter(([key, { strong, alone, all, printed, held }]) => {
      const isNamed = roleOf(key) !== undefined;
      if (isNamed) return strong > 0 || all > 1;
      return strong > 1 || held > 1 || alone >= OFTEN_ALONE || (all > 1 && isNameLike(printed));
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
