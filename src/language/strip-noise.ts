// What stands in a message beside the question, and is no part of it: links, file names, Discord's ids and mentions, code.

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
const SOURCE =
  /[(（[【][^\S\n]*(?:(?:来自|出自|源自|摘自|选自|参见|参考|来源|附件|文件|链接|见|from|see|via|source|file|link|cf\.?)[:：]?[^\S\n]*)?\0[\0\s]*[)）\]】]/gi;

/** The text without them; empty where it is nothing else. Chinese in backticks is emphasis, and stays. */
export function stripNoise(text: string): string {
  const marked = text
    .replace(CODE_BLOCK, GONE)
    .replace(INLINE_CODE, (_whole, _ticks, code: string) => (/\p{Script=Han}/u.test(code) ? code : GONE))
    .replace(MASKED_LINK, '$1')
    .replace(LINK, GONE)
    .replace(MENTION, GONE)
    .replace(FILE_NAME, GONE)
    .replace(SOURCE, GONE);
  return marked.includes(GONE) ? marked.replace(/\s*\0[\0\s]*/g, ' ').trim() : marked;
}
