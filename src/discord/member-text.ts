// What a member wrote -> the question in it: mentions taken out, nothing that hides, reorders or piles up.
import { LONGEST_QUESTION } from '../search/query/analyse.ts';

/** Users, roles, channels, custom emoji, time stamps, command links: Discord's own tokens, never part of a question. */
const DISCORD_TOKEN = /<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+|\/[^:>]+:\d+)>/g;

/** Control and format characters (bidi, zero-width, tags), lone surrogates, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Letters by category that show nothing: Hangul fillers, the grapheme joiner, the blank Braille pattern. */
const BLANK_LETTERS = /[\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/g;
/** More marks on one letter than any orthography uses. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Characters that separate words keep doing so. */
function replaceUnseen(character: string): string {
  return /[\t\n\r\u0085\u2028\u2029]/.test(character) ? ' ' : '';
}

/** One line of visible text in composed form. */
export function neutralise(text: string): string {
  return text
    .replace(UNSEEN, replaceUnseen)
    .replace(BLANK_LETTERS, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The question in a message's text; '' where it only mentions somebody. */
export function readQuestion(content: string): string {
  return neutralise(content.replace(DISCORD_TOKEN, ' ')).slice(0, LONGEST_QUESTION);
}
