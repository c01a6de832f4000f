// The interviewee: the name as printed, from the labels of who answers and from what the text says around it; and which
// paragraphs tell of them, below a label, or at the end, where one begins with the name and nobody says "I".
import { fold, literally } from '../../language/fold.ts';
import { type Block, endsAsSentence, type Reading, widthOf } from './block.ts';
import type { Dialogue } from './dialogue.ts';
import { isNameLike, isNobodys, keyOf, nameIn, roleOf, withoutTitle } from './label-words.ts';

/** Whoever answers: as the labels print them, with the full name; else as the text tells. */
export function namesOf(reading: Reading, main: readonly Block[], dialogue: Dialogue): readonly string[] {
  const spoken = personNames(dialogue.answerer);
  return spoken.length > 0 ? fullNames(spoken, main, dialogue) : namesTold(reading, main, dialogue);
}

/** With the full name where the labels have the surname only. */
function fullNames(
  spoken: readonly string[],
  main: readonly Block[],
  { marks }: Dialogue,
): readonly string[] {
  const around = [...main.slice(0, marks[0]?.at ?? 0), ...main.slice(marks.at(-1)?.at ?? 0)];
  const full = fullName(spoken, around.map(({ text }) => text).join('\n'), '');
  return full === undefined || spoken.includes(full) ? spoken : [full, ...spoken];
}

/** Where no label is a name: whom the end tells of by a heading, or by the first words, if the lines above name them, too. */
function namesTold(reading: Reading, main: readonly Block[], { marks }: Dialogue): readonly string[] {
  const headed = reading.blocks.flatMap(({ text }, at) => {
    const [, name] = /^About ((?:\p{Lu}[\p{L}.'’-]+ ?){2,4})$/u.exec(text) ?? [];
    return name !== undefined && reading.blocks[at + 1]?.text.includes(name) ? [name] : [];
  });
  if (headed.length > 0) return headed;
  const above = main
    .slice(0, marks[0]?.at ?? 0)
    .map(({ text }) => text)
    .join('\n');
  const behind = main.slice(marks.at(-1)?.at ?? 0);
  const name = behind
    .map(({ text }) => nameOpening(text))
    .find((each) => each !== undefined && above.includes(each));
  return name === undefined ? [] : [name];
}

/** Whoever asks: as the labels print them, and as a byline does. */
export function askersOf({ asker }: Dialogue, author: string | undefined): readonly string[] {
  const printed =
    author?.match(/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}|\p{Script=Han}{2,4}$/gu) ?? [];
  return [...personNames(asker), ...printed];
}

/** The names in labels that are a person's, without titles. */
function personNames(labels: readonly string[]): readonly string[] {
  return [
    ...new Set(labels.filter((label) => roleOf(keyOf(label)) === undefined && isNameLike(label)).map(bare)),
  ].filter((name) => name.length > 1);
}

function bare(printed: string): string {
  const own = nameIn(printed).trim();
  if (/\p{Script=Han}/u.test(own)) {
    const plain = own.replace(/\s+/g, '');
    return plain.slice(0, withoutTitle(keyOf(plain)).length);
  }
  const kept = new Set(withoutTitle(own.toLowerCase()).split(' '));
  return own
    .split(' ')
    .filter((word) => kept.has(word.toLowerCase()))
    .join(' ');
}

/** The fullest form that the surrounding text prints: `Voss` is `Mara Voss` there, `MARA VOSS` is `Mara Voss`. */
export function fullName(names: readonly string[], around: string, biography: string): string | undefined {
  const opening = nameOpening(biography);
  const [name] = names;
  if (name === undefined) return opening ?? nameIntroduced(around);
  if (/^\p{Lu}{2,3}$/u.test(name)) return nameOf(name, around) ?? opening;
  if (opening?.toLowerCase().includes(name.toLowerCase())) return opening;
  const printed = new RegExp(literally(name), 'iu').exec(around)?.[0];
  const isCapitals = /\p{Lu}{2}/u.test(name) && name === name.toUpperCase();
  const shown = isCapitals ? (printedOtherwise(name, around) ?? titleCase(name)) : name;
  if (/\p{Script=Han}/u.test(name)) return printed ?? name;
  if (shown.includes(' ')) return shown;
  const before = new RegExp(`(?:\\p{Lu}[\\p{L}'’-]+ ){1,2}${literally(shown)}\\b`, 'u').exec(around)?.[0];
  // A first name alone: `Priya` is `Priya Castellane`, where she is greeted.
  const behind = new RegExp(`\\b${literally(shown)}(?: \\p{Lu}[\\p{Ll}'’-]+){1,2}(?=,| who\\b| is\\b)`, 'u');
  return before ?? behind.exec(around)?.[0] ?? shown;
}

/** Whose initials they are: `PO` is `Petra Osei`. */
function nameOf(initials: string, around: string): string | undefined {
  const [first = '', ...others] = Array.from(initials);
  const words = [first, ...others].map((letter) => `${letter}[\\p{Ll}'’-][\\p{L}'’-]*`);
  return new RegExp(`\\b${words.join(' ')}`, 'u').exec(around)?.[0];
}

function printedOtherwise(name: string, around: string): string | undefined {
  return [...around.matchAll(new RegExp(literally(name), 'giu'))]
    .map(([found]) => found)
    .find((found) => found !== name);
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `专访…林海潮`, `an interview with Mara Voss`, `林海潮：…` in the lines above. */
function nameIntroduced(around: string): string | undefined {
  const labelled =
    /^(?:受访者|受訪者|受访人|受訪人|嘉宾|嘉賓|被采访人|interviewee|guest)\s*[:：]\s*([^，,（(\s]+(?: \p{Lu}[^，,（(\s]+)*)/imu.exec(
      around,
    );
  if (labelled?.[1] !== undefined) return labelled[1];
  const english =
    /\b(?:interview with|conversation with|talks? to|speaks? to|spoke (?:to|with)|talked (?:to|with)|Q&A with|Q&A:|meet|met)\s+((?:\p{Lu}[\p{L}.'’-]+ ){1,3}?\p{Lu}[\p{L}'’-]+)(?=[^\p{L}]|$)/u.exec(
      around,
    );
  if (english?.[1] !== undefined) return english[1];
  const heads = around
    .split('\n')
    .flatMap((line) => /^(?:.{0,8}[丨|｜])?\s*([\p{Script=Han}·]{2,12})[:：]/u.exec(line)?.[1] ?? []);
  return heads.find(
    (name) => isNameLike(name) && roleOf(keyOf(name)) === undefined && !isNobodys(keyOf(name)),
  );
}

/** What the line of the title says the person is: `——专访上海…院院长宋海涛`. */
export function roleBefore(name: string, around: string): string | undefined {
  const [, role] =
    new RegExp(
      `(?:专访|專訪|访|訪|对话|對話|采访|採訪)([\\p{Script=Han}A-Za-z0-9·]{2,30}?)${literally(name)}`,
      'u',
    ).exec(around) ?? [];
  return role;
}

import words from './biography-words.json' with { type: 'json' };

const LABELS = new Set(words.labels);
const OF_AUTHORS = new Set(words.ofAuthors);
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

const FIRST_PERSON = /\b(?:I|I'm|I've|I'd|I'll|my|me|mine|we|our)\b|[我咱俺]/;
const VERBS = words.verbs.filter((verb) => verb !== "'s").join('|');

/** Whether a paragraph tells of a person by name: it begins with the name, or with a title and the name. */
export function tellsOf(text: string, names: readonly string[]): boolean {
  if (
    FIRST_PERSON.test(withoutQuotations(text)) ||
    !endsAsSentence(text) ||
    text.endsWith('?') ||
    widthOf(text) < 24
  )
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

function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"|「[^」]*」|《[^》]*》/g, '');
}

/** Nothing, a title, or an attribute before the name. */
function isTitle(before: string): boolean {
  return before.trim() === '' || /^(?:[A-Z][\w.]*\s|the\s|[\p{Script=Han}·]{1,14}$)+/iu.test(before);
}

/** The name that an account of a person begins with, where its form is clear. */
function nameOpening(text: string): string | undefined {
  const [, chinese] = /^([\p{Script=Han}·]{2,12}?)\s*[，,（(、]/u.exec(text) ?? [];
  if (chinese !== undefined && (chinese.length <= 4 || chinese.includes('·'))) return chinese;
  const [, english] =
    new RegExp(
      `^(?:Dr\\.? |Prof\\.? |Professor )?(\\p{Lu}[\\p{L}.'’-]+(?: (?:de|van|von|der|\\p{Lu}[\\p{L}.'’-]*)){1,3})(?:,| \\(|['’]s |,? (?:${VERBS})\\b)`,
      'u',
    ).exec(text) ?? [];
  return english;
}
