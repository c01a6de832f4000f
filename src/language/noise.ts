// What stands beside a question and is no part of it: links, file names, mentions and code; ids, and the numbers of tickets, orders
// and the like.
import table from './noise.json' with { type: 'json' };

/** Stands for what was there, until the text around it is mended. */
const GONE = '\u0000';

const CODE_BLOCK = /```[\s\S]*?(?:```|$)/g;
/** At most so long that an unclosed backtick is soon given up. */
const INLINE_CODE = /(?<!`)(`{1,2})(?!`)([^\n]{0,300}?[^`\n])\1(?!`)/g;
const MASKED_LINK = /\[([^[\]\n]{0,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)/g;
/** Of ASCII only, as browsers copy them: Chinese text goes on right behind a link. */
const LINK = /<?\b(?:https?:\/\/|www\.|discord\.gg\/)[!-;=?-~]*[\w/#=&%-]>?/gi;
/** Mentions, emoji, times, commands; and the bare id of anything. */
const MENTION = /<(?:@[!&]?|#|a?:\w{1,32}:|t:|\/[^<>\n]{1,64}:|id:)[^<>\s]{0,40}>|(?<!\d)\d{17,20}(?!\d)/g;
const FILE_NAME =
  /(?<![\w.~-])[\w.~-]{0,100}\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|txt|md|csv|tsv|json|xml|html?|zip|rar|7z|png|jpe?g|gif|webp|svg|mp[34]|mov|wav|epub|mobi|ipynb)(?!\w)/gi;
/** Brackets that only say where the question is from. */
const SOURCE = new RegExp(
  `[(（[【][^\\S\\n]*(?:(?:${table.provenance})[:：]?[^\\S\\n]*)?\\0[\\0\\s]*[)）\\]】]`,
  'gi',
);

/** Names of other patterns within one, each with what it stands for. */
const PARTS: readonly (readonly [string, string])[] = [
  ['LEAD', table.lead],
  ['OPENING', table.opening],
  ['VALUE', table.value],
  ['SIGN', table.sign],
  ['LABELS', table.labels],
  ['NUMBERED', table.numbered],
  ['ABOUT', table.about],
  ['UUID', table.uuid],
  ['HASH', table.hash],
  ['YEAR', table.year],
  ['BEFORE', '(?<![\\p{L}\\p{N}_-])'],
];
/** Ids, and the numbers of tickets, orders and the like. */
const IDS = new RegExp(
  table.ids.map((id) => PARTS.reduce((own, [name, part]) => own.replaceAll(name, part), id)).join('|'),
  'giu',
);

/** The text without them; empty where it is nothing else. Chinese in backticks is emphasis, and stays. */
export function stripNoise(text: string): string {
  const marked = text
    .replace(CODE_BLOCK, GONE)
    .replace(INLINE_CODE, (_whole, _ticks, code: string) => (/\p{Script=Han}/u.test(code) ? code : GONE))
    .replace(MASKED_LINK, '$1')
    .replace(LINK, GONE)
    .replace(MENTION, GONE)
    .replace(FILE_NAME, GONE)
    .replace(IDS, GONE)
    .replace(SOURCE, GONE);
  return marked.includes(GONE) ? marked.replace(/\s*\0[\0\s]*/g, ' ').trim() : marked;
}
