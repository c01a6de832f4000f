// What may be the label of a voice at a block's beginning, in every form that is in print; which of them are is decided later.
import type { Block } from './block.ts';
import { keyOf } from './label-words.ts';

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
}

const TIME = String.raw`(?:[[(（]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])）]?\s*(?:[-–—|]\s*)?)?`;
const LEAD = String.raw`^${TIME}(?:>>\s*|[-–—•]\s*)?`;
/** No mark of a sentence belongs into a label. */
const BODY = String.raw`[^:：\n。！？!?；;“”「」『』|｜丨<>\t]`;

const BARE = /^((?:Q|A|问|答|問)\d{0,3})[ \u00a0\u3000\t]+/u;
const FORMS: readonly { readonly pattern: RegExp; readonly isWeak: boolean }[] = [
  // `Mara Voss:`, `中新社记者：`, `**Q:**`, `[记者]:`, `Speaker 1 00:12:`
  {
    pattern: new RegExp(`${LEAD}([[【（(〔*_]*${BODY}{1,48}?[\\]】）)〕*_]*)\\s*${TIME}[:：][*_]*\\s*`, 'u'),
    isWeak: false,
  },
  // `【问】`, `[Q]`
  { pattern: new RegExp(`${LEAD}([[【〔]${BODY}{1,24}?[\\]】〕])\\s*`, 'u'), isWeak: true },
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

function readLabels(block: Block): readonly Label[] {
  const { text, speaker } = block;
  if (speaker !== undefined)
    return [
      { printed: speaker, key: keyOf(speaker), words: 0, isWeak: false, isBare: false, isAlone: false },
    ];
  const found = FORMS.flatMap(({ pattern, isWeak }) => {
    const [whole, printed] = pattern.exec(text) ?? [];
    return whole === undefined || printed === undefined
      ? []
      : [{ printed, words: whole.length, isWeak, isBare: pattern === BARE }];
  });
  const alone =
    text.length <= LONGEST_ALONE && /^[^,，。！？!?；;]+$/u.test(text)
      ? [{ printed: text, words: text.length, isWeak: true, isAlone: true }]
      : [];
  const lead = block.lead ?? block.boldLead;
  const bold = { printed: text.slice(0, lead).trim(), words: lead, isWeak: true };
  const isBoldLabel = lead > 0 && lead < text.length && bold.printed.length <= LONGEST_ALONE;
  const all = [...found, ...(isBoldLabel && !/[。！？!?]/.test(bold.printed) ? [bold] : []), ...alone];
  return all
    .map((each) => ({
      isBare: false,
      isAlone: false,
      ...each,
      key: keyOf(each.printed),
      words: skipSpace(text, each.words),
    }))
    .filter(
      ({ key, printed }) =>
        isLabelLong(key) && /\p{L}/u.test(printed) && !text.startsWith('//', text.indexOf(':') + 1),
    );
}

function isLabelLong(key: string): boolean {
  if (key === '') return false;
  return /\p{Script=Han}/u.test(key) ? key.length <= WIDEST_CHINESE : key.split(' ').length <= 7;
}

function skipSpace(text: string, from: number): number {
  const [space = ''] = /^[\s\u3000]*/u.exec(text.slice(from)) ?? [];
  return from + space.length;
}
