// What is no part of an interview by its words: share bars, advertisements, lists of links, comments, captions, notices.
import { fold } from '../../language/fold.ts';
import { type Block, endsAsSentence, widthOf } from './block.ts';
import { noteBehind, opens } from './closing.ts';
import table from './junk.json' with { type: 'json' };
import { nonsenseIn } from './nonsense.ts';

export interface Junk {
  readonly reason: string;
  /** Behind it nothing belongs to the interview: always, or where nobody speaks any more. */
  readonly ends: 'article' | 'answer' | undefined;
}

interface Rule extends Junk {
  readonly longest: number;
  readonly pattern: RegExp | undefined;
}

interface Words {
  readonly words: string;
  readonly rule: Rule;
  /** Several words, or a mark among them: not how somebody's sentence begins. */
  readonly isPhrase: boolean;
}

interface Row extends Partial<Record<'whole' | 'openings' | 'anywhere', readonly string[]>> {
  readonly reason: string;
  readonly longest: number;
  readonly pattern?: string;
  readonly endsArticle?: boolean;
  readonly endsBehind?: boolean;
}

const RULES: Rule[] = [];
const WHOLE = new Map<string, Rule>();
/** By their first character. */
const OPENINGS = new Map<string, Words[]>();
const ANYWHERE: Words[] = [];
for (const row of table.rules as readonly Row[]) {
  const ends = row.endsBehind ? 'answer' : undefined;
  const rule: Rule = {
    reason: row.reason,
    longest: row.longest,
    pattern: row.pattern === undefined ? undefined : new RegExp(row.pattern),
    ends: row.endsArticle ? 'article' : ends,
  };
  const withRule = (words: string): Words => ({ words, rule, isPhrase: isPhrase(words) });
  RULES.push(rule);
  for (const words of row.whole ?? []) WHOLE.set(words, rule);
  for (const words of row.openings ?? []) {
    const first = words.charAt(0);
    OPENINGS.set(first, [...(OPENINGS.get(first) ?? []), withRule(words)]);
  }
  ANYWHERE.push(...(row.anywhere ?? []).map(withRule));
}
const LONGEST = Math.max(...RULES.map(({ longest }) => longest));

function isPhrase(words: string): boolean {
  return /[\s:(©【[]/.test(words.trim()) || /\p{Script=Han}{4}/u.test(words);
}

/** Before the first question such a note is a part of the introduction. */
export const EDITORS_NOTE = 'a note by the editors';

interface Context {
  /** Of the whole source. */
  readonly isChinese: boolean;
  /** Among the turns a sentence may begin with any word: only phrases that nobody says are believed. */
  readonly isSpoken: boolean;
  /** One line of a paragraph that has several. */
  readonly isLine: boolean;
}

export type JunkAt = (index: number) => Junk | undefined;

/** The junk of a block, by its index; each is looked at when it is asked for, and once. */
export function junkOf(blocks: readonly Block[], context: Omit<Context, 'isLine'>): JunkAt {
  const found = new Map<number, Junk | undefined>();
  return (index) => {
    const block = blocks[index];
    if (!block || found.has(index)) return found.get(index);
    const isLine = block.continues || blocks[index + 1]?.continues === true;
    const junk = junkIn(block, { ...context, isLine });
    found.set(index, junk);
    return junk;
  };
}

/** Why a block is none of the interview's text; undefined where nothing says so. */
function junkIn(block: Block, context: Context): Junk | undefined {
  // A credit in brackets behind somebody's words does not make a credit of them.
  const text = block.text.slice(0, noteBehind(block.text));
  const nonsense = nonsenseIn(text, context);
  if (nonsense !== undefined) return { reason: nonsense, ends: undefined };
  if (!context.isLine && !/[\p{L}\p{N}]/u.test(text))
    return { reason: 'a line without words', ends: undefined };
  const width = widthOf(text);
  if (width <= LONGEST) {
    const rule = ruleFor(text, width, context.isSpoken && endsAsSentence(text));
    if (rule) return rule;
  }
  if (block.links > 0.6 && width < 200) return { reason: 'a list of links', ends: undefined };
  if (!context.isLine && isLinkList(text)) return { reason: 'a list of links or words', ends: undefined };
  return undefined;
}

function ruleFor(text: string, width: number, isSentence: boolean): Rule | undefined {
  const folded = fold(text).trim();
  const bare = folded.replace(/^[^\p{L}\p{N}©(]+|[^\p{L}\p{N})]+$/gu, '');
  const marked = folded.replace(/^[\s*_>»›▶►•·-]+/u, '');
  const fits = ({ rule }: { readonly rule: Rule }) => width <= rule.longest;
  const isBelieved = (own: Words) => fits(own) && (own.isPhrase || !isSentence);
  const whole = WHOLE.get(bare);
  if (whole && fits({ rule: whole })) return whole;
  for (const start of new Set([marked, bare])) {
    const found = OPENINGS.get(start.charAt(0))?.find((own) => isBelieved(own) && opens(start, own.words));
    if (found) return found.rule;
  }
  const within = ANYWHERE.find((own) => isBelieved(own) && holds(folded, own.words));
  return (
    within?.rule ??
    RULES.find(
      (rule) => fits({ rule }) && rule.pattern && (rule.pattern.test(bare) || rule.pattern.test(folded)),
    )
  );
}

export const SUBTITLE_CREDIT = 'a credit of the subtitles';

export function isSubtitleCredit(text: string): boolean {
  return ruleFor(text, widthOf(text), endsAsSentence(text))?.reason === SUBTITLE_CREDIT;
}

/** Columns of a note that is nothing else. */
const LONGEST_NOTE = 300;

/** Whether it begins as a note by the editors on how the text came about, and so is one as a whole. */
export function isEditorsNote(text: string): boolean {
  const [first = ''] = /^.*?(?:[。！？!?]|[.](?=\s|$))/su.exec(text) ?? [];
  const width = widthOf(text);
  return width <= LONGEST_NOTE && ruleFor(first, widthOf(first), false)?.reason === EDITORS_NOTE;
}

/** `第 36 页`, `Page 2 of 3`, `- 36 -` */
export function isPageNumber(text: string): boolean {
  return text.length > 2 && ruleFor(text, widthOf(text), endsAsSentence(text))?.reason === 'a page number';
}

function holds(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at === -1) return false;
  return !/^[a-z]/.test(words) || !/[a-z]/.test(text.charAt(at - 1));
}

/** `Home | News | Sport`, `首页 新闻 体育`: many short pieces and no sentence. */
function isLinkList(text: string): boolean {
  if (endsAsSentence(text) || text.length > 400) return false;
  const bars = text.split(/\s*[|｜/·•>»›]\s*|\s{2,}|\u3000+|\t/).filter((piece) => piece !== '');
  if (bars.length >= 3 && bars.every((piece) => widthOf(piece) <= 24)) return true;
  const words = text.split(/\s+/);
  return words.length >= 4 && words.every((word) => /^\p{Script=Han}{1,5}$/u.test(word));
}

const MARKS = new Set(table.endMarks);
const END_MARK =
  /(?:[（(【[〔]\s*([\p{L}\d-]{1,8}(?: \p{L}+){0,2})\s*[）)】\]〕]|[-—–*=]{1,3}\s*([\p{L}]{1,8}(?: \p{L}+){0,2}|30)\s*[-—–*=]{1,3})\s*[。.]?$/u;
const SIGNS = new RegExp(`\\s*[${table.endSigns.replace(/[\]\\^-]/g, '\\$&')}]{1,5}$`, 'u');

/** UTF-16 offset at which the mark that ends an article begins; undefined without one. `（完）`, `(Ends)`, `■`. */
export function endMarkIn(text: string): number | undefined {
  const found = END_MARK.exec(text);
  const words = fold(found?.[1] ?? found?.[2] ?? '');
  if (found && (MARKS.has(words) || words === '30')) return text.slice(0, found.index).trimEnd().length;
  if (
    MARKS.has(
      fold(text)
        .replace(/[^\p{L}\d ]/gu, '')
        .trim(),
    ) &&
    text.length < 20
  )
    return 0;
  const sign = SIGNS.exec(text);
  if (sign && (sign.index === 0 || /[。！？!?.”"’）)]/.test(text.charAt(sign.index - 1)))) return sign.index;
  return undefined;
}
