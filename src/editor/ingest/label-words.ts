// What is known of labels by their words: who asks, who answers, which are titles, names, or nobody's.
import { fold } from '../../language/fold.ts';
import table from './labels.json' with { type: 'json' };

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
const EN = { asks: set(table.asks.en), answers: set(table.answers.en), other: set(table.otherVoices.en) };
const ZH = {
  asks: table.asks.zh.split(' '),
  answers: table.answers.zh.split(' '),
  other: table.otherVoices.zh.split(' '),
};
const ZH_WHOLE = set(`${table.asks.zhWhole} ${table.answers.zhWhole}`);
const NO_VOICE = set(table.noVoice.zh);
const NO_VOICE_EN = [
  ...table.noVoice.en.split(' '),
  'read more',
  'see also',
  'read also',
  "editor's note",
  'filed under',
  'published by',
  'published in',
  'recorded by',
  'recorded on',
  'transcribed by',
  'date of interview',
  'interview date',
];
const TITLES_EN = set(table.titles.en);
const TITLES_ZH = table.titles.zh.split(' ').sort((a, b) => b.length - a.length);
const SURNAMES = table.surnames.split(' ');
const LONG_SURNAMES = SURNAMES.filter((name) => name.length === 2);
const SHORT_SURNAMES = new Set(SURNAMES.filter((name) => name.length > 2).join(''));

export type Role = 'asks' | 'answers' | 'other';

/** The label as it is compared: folded, without brackets, marks and number. */
export function keyOf(label: string): string {
  return fold(label)
    .replace(/[*_"'“”‘’[\]【】〔〕《》:]/g, '')
    .replace(/^(q|a|问|答)\s*\d+$/, '$1')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-–—•·\s]+|[-–—.、\s]+$/g, '')
    .trim();
}

/** Without what explains it: `mara voss, keeper` and `宋海涛(院长)` are names. */
export function nameIn(key: string): string {
  return key.split(/[,，(（]/)[0]?.trim() ?? key;
}

export function roleOf(key: string): Role | undefined {
  const own = nameIn(key);
  const found = (['asks', 'answers', 'other'] as const).find(
    (role) => EN[role].has(own) || (EN[role].has(own.split(' ')[0] ?? '') && /^\w+ \d+$/.test(own)),
  );
  if (found === 'answers' && /^speaker/.test(own)) return undefined;
  if (found) return found;
  if (!/\p{Script=Han}/u.test(own) || isNobodys(own)) return undefined;
  return (['asks', 'answers', 'other'] as const).find((role) =>
    ZH[role].some((word) =>
      ZH_WHOLE.has(word) || word.length === 1
        ? own === word
        : own.includes(word) && own.length <= word.length + 10,
    ),
  );
}

/** Whether it says who speaks by nothing but the role: `Interviewer`, `受访者`. */
export function isRoleAlone(key: string): boolean {
  const isIn = (role: Role) => EN[role].has(key) || ZH[role].includes(key);
  return isIn('asks') || isIn('answers');
}

/** Opens a line as a label does, and nobody speaks behind it. */
export function isNobodys(key: string): boolean {
  const own = nameIn(key);
  return (
    NO_VOICE.has(own) ||
    NO_VOICE_EN.includes(own) ||
    /^https?$|^第?[一二三四五六七八九十\d]+[是、.]?$/.test(own)
  );
}

/** Whether it has the form of a person's name. `printed` is the label as printed, its capitals kept. */
export function isNameLike(printed: string): boolean {
  const own = nameIn(printed.replace(/[*_"“”[\]【】]/g, '').trim());
  if (/\p{Script=Han}/u.test(own)) return isChineseName(keyOf(own));
  const words = own
    .split(/\s+/)
    .filter((word) => !/^(?:de|da|di|van|von|der|den|la|le|el|bin|al|ter)$/.test(word));
  return words.length >= 1 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
}

function isChineseName(key: string): boolean {
  if (TITLES_ZH.includes(key)) return false;
  const own = withoutTitle(key);
  if (/^[\p{Script=Han}]{1,8}[·・•][\p{Script=Han}·・•]{1,12}$/u.test(own)) return true;
  if (!/^\p{Script=Han}{1,4}$/u.test(own)) return false;
  if (own.length === 1) return own !== key || SHORT_SURNAMES.has(own);
  return (
    LONG_SURNAMES.some((name) => own.startsWith(name)) ||
    (own.length <= 3 && SHORT_SURNAMES.has(own.charAt(0)))
  );
}

/** `宋院长` -> `宋`, `dr. voss` -> `voss`. */
export function withoutTitle(key: string): string {
  if (/\p{Script=Han}/u.test(key)) {
    const title = TITLES_ZH.find((word) => key.length > word.length && key.endsWith(word));
    return title === undefined
      ? key.replace(/^[老小阿](?=\p{Script=Han}$)/u, '')
      : key.slice(0, -title.length);
  }
  return key
    .split(' ')
    .filter((word) => !TITLES_EN.has(word.replace(/\.$/, '')))
    .join(' ');
}

/** Whether one label is the other's shorter form: the surname, the first name, initials, a title in its place. */
export function isShortFor(short: string, long: string): boolean {
  const [brief, full] = [withoutTitle(nameIn(short)), withoutTitle(nameIn(long))];
  if (brief === '' || full === '') return false;
  if (brief === full) return true;
  if (brief.length >= full.length) return false;
  if (/\p{Script=Han}/u.test(full)) return isChineseShort(brief, full);
  const words = full.split(/[\s-]+/);
  const own = brief.split(/[\s-]+/);
  const initials = words.map((word) => word.charAt(0)).join('');
  if (words.length > 1 && brief.replace(/[.\s]/g, '') === initials) return true;
  return own.every(
    (word) =>
      words.includes(word) ||
      (own.length > 1 && /^\w\.?$/.test(word) && words.some((each) => each.startsWith(word.charAt(0)))),
  );
}

/** `艺评` for `艺术评论`: some of its characters in order, from the first. */
function isAbbreviated(brief: string, full: string): boolean {
  if (brief.length < 2 || full.length < 4 || brief.charAt(0) !== full.charAt(0)) return false;
  let from = 0;
  return Array.from(brief).every((character) => {
    from = full.indexOf(character, from) + 1;
    return from > 0;
  });
}

function isChineseShort(brief: string, full: string): boolean {
  const [first = '', last = ''] = [full.split(/[·・•]/)[0], full.split(/[·・•]/).at(-1)];
  if (first !== last) return brief === first || brief === last;
  return full.startsWith(brief) || full.endsWith(brief) || isAbbreviated(brief, full);
}
