// The interviewee: the name as printed, from the labels of who answers, and from what titles, the introduction's first words and the
// text around say in usual forms.
import { literally } from '../../language/fold.ts';
import type { Block, Reading } from './block.ts';
import { personHeaded, VERBS } from './closing.ts';
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
    const name = personHeaded(text, reading.blocks[at + 1]?.text);
    return name !== undefined && isNameLike(name) ? [name] : [];
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

/** The names in labels that are a person's, without titles. */
export function personNames(labels: readonly string[]): readonly string[] {
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
  // A first name alone: `Priya` is `Priya Castellane`, where she is greeted.
  const behind = new RegExp(`\\b${literally(shown)}(?: \\p{Lu}[\\p{Ll}'’-]+){1,2}(?=,| who\\b| is\\b)`, 'u');
  return firstNamesBefore(shown, around) ?? behind.exec(around)?.[0] ?? shown;
}

/** As it stands behind no further capital, where it does: a headline may have `Teacher Odile Brandt`. */
function firstNamesBefore(surname: string, around: string): string | undefined {
  const form = new RegExp(`(\\p{Lu}[\\p{L}'’-]+ )?\\p{Lu}[\\p{L}'’-]+ ${literally(surname)}\\b`, 'gu');
  const all = [...around.matchAll(form)];
  return (all.find(([, more]) => more === undefined) ?? all[0])?.[0];
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

/** Parts of a name behind its first word. */
const NAME = String.raw`(\p{Lu}[\p{L}'’.-]+(?: (?:d[aei]|van|von|der|den|la|le|bin|al|\p{Lu}[\p{L}'’-]*\.?)){1,3})`;
const TITLE = String.raw`(?:Dr\.? |Prof(?:essor|\.)? |Sir |Dame )?`;
const IN_TITLES = [
  String.raw`^(?:[^:–—|]{0,60}[:–—|] )?(?:(?:The|A|An) )?(?:[\p{Ll}-]+ )*${TITLE}${NAME}(?:, [^:]{3,60},?)? (?:on|talks?|speaks?|discusses|explains|remembers|recalls|tells|answers|looks back)\b`,
  String.raw`\b(?:[Ii]nterview|Q&A|[Cc]onversation|[Dd]iscussion|[Tt]alk|[Qq]uestions|[Mm]inutes|[Ll]unch|[Tt]ea)(?: with| for|:)(?: the)? (?:[\p{Ll}-]+ )*${TITLE}${NAME}`,
  String.raw`(?:^|, )with (?:the )?(?:[\p{Ll}-]+ )*${TITLE}${NAME}$`,
  String.raw`^${TITLE}${NAME}(?:, [^:]{3,60})?: ?[“"'‘\p{Lu}]`,
  `[”"’'],? (?:says|said) ${TITLE}${NAME}`,
].map((form) => new RegExp(form, 'u'));
const VERB = String.raw`(?:has|have|is|was|had|runs|keeps|makes|lives|works|writes|teaches|leads|knows|spent|grew|began|became|never|once|\p{Ll}+ed)`;
const IN_TEXT = [
  new RegExp(String.raw`^${TITLE}${NAME}(?:['’]s (?=\p{Ll})| ${VERB}\b|, (?:an?|the|who|\d\d)\b)`, 'u'),
  new RegExp(
    String.raw`(?<=[.:] |\b(?:with|to|met|meet|visited|called) )${TITLE}${NAME}, (?:an?|the|who|now|\d\d)\b`,
    'u',
  ),
];
/** What a place or a house begins with. */
const NO_PERSON =
  /^(?:The|Lake|Mount|River|Saint|North|South|East|West|New|Port|Cape|Fort|Upper|Lower|Great|Museum|Institute|University|House|Last|This|In|At|On|For|When|After|How|Why|What|Our)\b|\b(?:Museum|University|Institute|Project|Archive|Series|Podcast|Transcript|Collection|Farm|Bridge|Review|Magazine|Times|Post|Street|Road|Island|Festival|Prize|Society|Council|Press|College|Library)$/;

interface Source {
  /** Titles and subtitle, the surest first. */
  readonly titles: readonly string[];
  /** The introduction's paragraphs, and others that may name the person. */
  readonly texts: readonly string[];
  /** Author, publication: none of them is it. */
  readonly others: readonly string[];
}

export function nameTold({ titles, texts, others }: Source): string | undefined {
  const all = [...titles, ...texts].join('\n');
  const isOther = (name: string) => NO_PERSON.test(name) || others.some((other) => other.includes(name));
  const english = [
    ...titles.flatMap((title) => IN_TITLES.map((form) => form.exec(title)?.[1])),
    ...titles.map((title) => nameClosing(title, texts.join('\n'))),
    ...texts.flatMap((text) => IN_TEXT.map((form) => form.exec(text)?.[1])),
  ].find((name): name is string => name !== undefined && !isOther(name));
  const chinese = titles.map((title) => chineseIn(title, all, isOther)).find(Boolean);
  return (
    chinese ??
    (english === undefined ? undefined : withoutRank(english.replace(/['’]s$/, ''))) ??
    texts.map((text) => opening(text, all, isOther)).find(Boolean)
  );
}

const CLOSING = /(?:^|[:：—–|”"] ?)((?:\p{Lu}[\p{L}'’.-]+ ){1,4}\p{Lu}[\p{L}'’-]+)$/u;

/** `…: Footpath Warden Wilma Pell`, where the text says what she does. */
function nameClosing(title: string, text: string): string | undefined {
  const words = CLOSING.exec(title)?.[1]?.split(' ') ?? [];
  const isTold = (name: string) =>
    new RegExp(`${literally(name)}(?:['’]s| ${VERB}\\b|, (?:an?|the|who)\\b)`, 'u').test(text);
  return words.length < 2 ? undefined : [3, 2].map((length) => words.slice(-length).join(' ')).find(isTold);
}

/** Behind these a title has the person, with what they are before the name. */
const ASKS = '(?:专访|專訪|访谈|訪談|对话|對話|对谈|對談|采访|採訪|访问|訪問|访|訪|走近)';
const BEHIND = new RegExp(String.raw`${ASKS}[:：丨｜|\s]*([\p{Script=Han}·]{2,24})`, 'u');
/** Before these. */
const BEFORE = /([\p{Script=Han}·]{2,24}?)(?=谈|談|说[：:「“]|說[：:「“]|聊|论|論|[：:]|讲述|講述)/u;

function chineseIn(title: string, all: string, isOther: (name: string) => boolean): string | undefined {
  const run = BEHIND.exec(title)?.[1];
  const behind =
    run === undefined ? undefined : (nameAtEnd(run, all) ?? nameAtEnd(cutAtVerb(run), all) ?? suffix(run));
  const before = nameAtEnd(BEFORE.exec(title)?.[1] ?? '', all);
  return [behind, before].find((name) => name !== undefined && !isOther(name));
}

function cutAtVerb(run: string): string {
  return run.replace(/(?:谈|談|说|說|聊|论|論|如何|为何|為何|的).*$/u, '');
}

/** `Director Mara Voss` -> `Mara Voss`. */
function withoutRank(name: string): string {
  const own = bare(name);
  return own.includes(' ') ? own : name;
}

/** Lengths of Chinese names, the commonest first. */
const LENGTHS = [3, 2, 4];

/** The name that a run of characters ends with, which the text has again. */
function nameAtEnd(run: string, all: string): string | undefined {
  const [foreign] = /\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8})+$/u.exec(run) ?? [];
  if (foreign !== undefined) return foreign.replace(/^\p{Script=Han}*(?:[负負][责責]|[创創][始办辦])人/u, '');
  const untitled = run.slice(0, withoutTitle(keyOf(run)).length);
  const runs = untitled.length < run.length && untitled.length > 1 ? [untitled, run] : [run];
  return runs
    .flatMap((own) => LENGTHS.map((length) => own.slice(-length)))
    .find((name) => isName(name) && all.split(name).length > 2);
}

function suffix(run: string): string | undefined {
  return [run.length <= 4 ? run : '', run.slice(-3)].find(isName);
}

function isName(name: string): boolean {
  return name.length > 1 && isNameLike(name) && roleOf(keyOf(name)) === undefined;
}

/** `簡若彤的工作室……`, `潘以恩，……`: the first words of a paragraph, which stand elsewhere, too. */
function opening(text: string, all: string, isOther: (name: string) => boolean): string | undefined {
  const [, name] =
    /^(\p{Script=Han}{2,4}?)(?:[，,（(、]|的|是|今年|现任|現任|生于|生於|出生|从|從|在|自|每)/u.exec(text) ??
    [];
  return name !== undefined && isName(name) && !isOther(name) && all.split(name).length > 2
    ? name
    : undefined;
}
