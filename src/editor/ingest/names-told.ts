// Where no label names the interviewee: the name as titles, the introduction's first words and a biography tell it, in usual forms.
import { isNameLike, keyOf, roleOf } from './label-words.ts';

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
  /^(?:The|Lake|Mount|River|Saint|North|South|East|West|New|Port|Cape|Fort|Upper|Lower|Great|Museum|Institute|University|House|Last|This|In|At|On|For|When|After|How|Why|What|Our)\b|\b(?:Museum|University|Institute|Review|Magazine|Times|Post|Street|Road|Island|Festival|Prize|Society|Council|Press|College|Library|Bridge)$/;

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
    ...texts.flatMap((text) => IN_TEXT.map((form) => form.exec(text)?.[1])),
  ].find((name): name is string => name !== undefined && !isOther(name));
  const chinese = titles.map((title) => chineseIn(title, all, isOther)).find(Boolean);
  return (
    chinese ??
    english?.replace(/['’]s$/, '') ??
    texts.map((text) => opening(text, all, isOther)).find(Boolean)
  );
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

/** Lengths of Chinese names, the commonest first. */
const LENGTHS = [3, 2, 4];

/** The name that a run of characters ends with, which the text has again. */
function nameAtEnd(run: string, all: string): string | undefined {
  const [foreign] = /\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8})+$/u.exec(run) ?? [];
  if (foreign !== undefined) return foreign;
  return LENGTHS.map((length) => run.slice(-length)).find(
    (name) => isName(name) && all.split(name).length > 2,
  );
}

function suffix(run: string): string | undefined {
  return run.length <= 4 && isName(run)
    ? run
    : LENGTHS.slice(0, 1)
        .map((length) => run.slice(-length))
        .find(isName);
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
