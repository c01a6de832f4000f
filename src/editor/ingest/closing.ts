// What stands below the last answer and is nobody's words: a note by the editors, a credit, where it first appeared; and an account of
// the interviewee, below a label, or where a paragraph begins with the name and nobody says "I".
import { fold } from '../../language/fold.ts';
import { type Block, endsAsSentence, type Remark, widthOf } from './block.ts';
import table from './closings.json' with { type: 'json' };
import type { Mark } from './looks.ts';

const OPENINGS = [...table.openings.zh, ...table.openings.en];
const ANYWHERE = [...table.anywhere.zh, ...table.anywhere.en];
/** Of somebody who speaks of themselves; `we` is the editors, too. */
const FIRST_PERSON = /\b(?:I|I'm|I've|I'd|I'll|my|me|mine)\b|[我咱俺](?![们刊社报])/;
const WHOLE_BRACKET = /^[（(【[〔].+[）)】\]〕][。.]?$/su;
const LAST_BRACKET = /\s*([（(【[〔][^（()）【】[\]〔〕]{1,120}[）)】\]〕])[。.]?$/u;
/** UTF-16 units, with what may stand around it. */
const LONGEST_BRACKET = 130;
const DIRECTIONS = [...table.directions.zh, ...table.directions.en];
/** Columns; a longer bracket says more than how something was said. */
const LONGEST_DIRECTION = 30;

/** The reason, as the report gives it. */
export const CLOSING = 'a closing note or credit by the editors';

export type Closing = 'note' | 'doubt' | undefined;

/** Of a whole block below the last answer's first: a note, what may be one, or the answer going on. */
export function closingIn({ text, italic }: Block): Closing {
  const isSpoken = FIRST_PERSON.test(text);
  const isBracket = WHOLE_BRACKET.test(text);
  if (isNote(text) || (isBracket && !isSpoken && holdsWork(text))) return isSpoken ? 'doubt' : 'note';
  return !isSpoken && (isBracket || italic) ? 'doubt' : undefined;
}

interface Above {
  readonly blocks: readonly Block[];
  readonly marks: readonly Mark[];
}

/** What may be a note and was kept as the last answer's words. */
export function doubtsBelow(
  { blocks, marks }: Above,
  end: number,
  isLeftOut: (index: number) => boolean,
): readonly Remark[] {
  const last = marks.at(-1)?.at ?? end;
  const isItalic = blocks[last]?.italic === true;
  return blocks.slice(last + 1, end).flatMap((block, offset) => {
    if (isLeftOut(last + 1 + offset) || (block.italic && isItalic) || closingIn(block) !== 'doubt') return [];
    return [
      {
        line: block.line,
        what: 'the end of the last answer may be a note by the editors: is it the interviewee’s?',
      },
    ];
  });
}

/** UTF-16 offset of a note in brackets behind a text's last sentence; undefined without one. */
export function noteBehind(text: string): number | undefined {
  const [, bracket = ''] = LAST_BRACKET.exec(text.slice(-LONGEST_BRACKET)) ?? [];
  if (bracket === '' || !isNote(bracket) || FIRST_PERSON.test(bracket)) return undefined;
  const own = text.slice(0, text.lastIndexOf(bracket)).trimEnd();
  return endsAsSentence(own) ? own.length : undefined;
}

/** Without what stands in brackets behind its last words: `(laughs)`, too. */
export function withoutBracket(text: string): string {
  const [whole = ''] = LAST_BRACKET.exec(text.slice(-LONGEST_BRACKET)) ?? [];
  return text.slice(0, text.length - whole.length);
}

/** `（笑）`, `(long pause)` at its end: how it was said, and so somebody's words. */
export function endsInDirection(text: string): boolean {
  const [, bracket = ''] = LAST_BRACKET.exec(text.slice(-LONGEST_BRACKET)) ?? [];
  if (bracket === '' || widthOf(bracket) > LONGEST_DIRECTION || isNote(bracket)) return false;
  const folded = fold(bracket);
  return DIRECTIONS.some((words) => folded.includes(words));
}

function isNote(text: string): boolean {
  if (widthOf(text) > table.longest) return false;
  const folded = fold(text).trim();
  const bare = folded.replace(/^[^\p{L}\p{N}]+/u, '');
  return OPENINGS.some((words) => opens(bare, words)) || ANYWHERE.some((words) => folded.includes(words));
}

/** How the text came about. */
function holdsWork(text: string): boolean {
  const folded = fold(text);
  return widthOf(text) <= table.longest && table.bracketed.some((words) => folded.includes(words));
}

/** An opening of letters is a whole word. */
export function opens(text: string, words: string): boolean {
  return text.startsWith(words) && !(/[a-z]$/.test(words) && /[a-z]/.test(text.charAt(words.length)));
}

const LABELS = new Set(table.biography.labels);
const OF_AUTHORS = new Set(table.biography.ofAuthors);
const LABELLED = /^[[【〔(（*_■◆●▪\s]*([^:：。！？!?]{1,40}?)[\]】〕)）*_\s]*(?:[:：][*_]*\s*|$)/u;

export interface BiographyLabel {
  /** UTF-16 offset behind the label. */
  readonly words: number;
  readonly ofAuthor: boolean;
}

/** The label of a biography at a block's beginning. `name`: `About Mara Voss` is one, too. */
export function biographyLabel({ text }: Block, names: readonly string[]): BiographyLabel | undefined {
  const [whole, label] = LABELLED.exec(text) ?? [];
  if (whole === undefined || label === undefined) return undefined;
  const own = fold(label).trim();
  const isOfPerson = names.some(
    (name) => own === `about ${fold(name)}` || own === `关于${fold(name)}` || own === `${fold(name)}简介`,
  );
  if (LABELS.has(own) || isOfPerson) return { words: whole.length, ofAuthor: false };
  return OF_AUTHORS.has(own) ? { words: whole.length, ofAuthor: true } : undefined;
}

const HEADED =
  /^(?:About ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4}?)|(?:关于|關於)(\p{Script=Han}{2,4}|\p{Script=Han}+·[\p{Script=Han}·]+)|(\p{Script=Han}{2,4}|\p{Script=Han}+·[\p{Script=Han}·]+?)(?:[简簡]介|小[传傳]))\s*[:：]?$/u;

/** The name in `About Mara Voss`, `关于何青`, `何青简介`, where what stands below tells of that person. */
export function personHeaded(heading: string, below: string | undefined): string | undefined {
  const name = HEADED.exec(heading)
    ?.slice(1)
    .find((own) => own !== undefined)
    ?.trim();
  if (name === undefined || below === undefined || speaksOfOneself(below)) return undefined;
  const isTold = /\p{Script=Han}/u.test(name) ? tellsOf(below, [name]) : below.includes(name);
  return isTold ? name : undefined;
}

const INTRODUCTIONS = new Set(table.introduction.map(fold));

/** A line that is nothing but the heading of an introduction. */
export function headsIntroduction(text: string): boolean {
  return INTRODUCTIONS.has(
    fold(text)
      .replace(/[:：]$/, '')
      .trim(),
  );
}

const OF_ONESELF = /\b(?:I|I'm|I've|I'd|I'll|my|me|mine|we|our)\b|[我咱俺]/;
/** What an account of a person goes on with behind the name, as an alternative of an expression. */
export const VERBS = table.biography.verbs.filter((verb) => verb !== "'s").join('|');

export function speaksOfOneself(text: string): boolean {
  return OF_ONESELF.test(withoutQuotations(text));
}

/** Whether a paragraph tells of a person by name: it begins with the name, or with a title and the name. */
export function tellsOf(text: string, names: readonly string[]): boolean {
  if (speaksOfOneself(text) || !endsAsSentence(text) || text.endsWith('?') || widthOf(text) < 24)
    return false;
  return names.some((name) => {
    const at = text.indexOf(name);
    if (at === -1 || at > 24 || !isTitle(text.slice(0, at))) return false;
    if (at === 0 && name.includes(' ')) return true;
    const rest = text.slice(at + name.length);
    if (/\p{Script=Han}/u.test(name))
      return /^\s*[，,、（(：:]|^(?:是|现任|现为|系|生于|出生|毕业|曾|任|于|目前|为|长期|[^。]{0,12}(?:年生|人，))/u.test(
        rest,
      );
    return new RegExp(`^(?:'s|’s)? ?(?:,|\\(|–|—|(?:${VERBS})\\b|\\w+(?:s|ed)\\b)`).test(rest);
  });
}

/** `You can find Mara’s maps at …`, `Follow Mara Voss on …`: where there is more of somebody, by the name or a part of it. */
export function pointsTo(text: string, names: readonly string[]): boolean {
  const [, whom] =
    /^(?:(?:you|readers) can (?:also )?)?(?:find|follow|read|hear)(?: (?:out )?more (?:of|from|about|by))? (\p{Lu}[\p{L}.-]+)[^.!?]* (?:on|at|in|via|here|online)\b/iu.exec(
      text,
    ) ??
    /^(?:欢迎|歡迎|可|请|請)?(?:关注|關注)(\p{Script=Han}{2,4})的/u.exec(text) ??
    [];
  if (whom === undefined || speaksOfOneself(text)) return false;
  return names.some((name) => name.split(/\s+/).includes(whom));
}

function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|「[^」]*」|《[^》]*》/g, '');
}

/** Nothing, a title, or an attribute before the name. */
function isTitle(before: string): boolean {
  return before.trim() === '' || /^(?:[A-Z][\w.]*\s|the\s|[\p{Script=Han}·]{1,14}$)+/iu.test(before);
}
