// How a list of members' questions names what it asks for: a section by its heading, a sentence by its opening words.
import { quote, type Section } from './interview.ts';

/** A heading as it stands in `ID.questions.txt`. */
export function headingOf(section: Section): string {
  return section.kind === 'exchange' ? `[question ${section.number}]` : `[${section.kind}]`;
}

/** Characters of a sentence that are copied at least. */
const SHORTEST_OPENING = 12;

/** The opening words that fit no other sentence of the section; undefined where another one is the same. */
export function openingOf(section: Section, sentence: number): string | undefined {
  const texts = section.sentences.map((range) => quote(section, range).replace(/[\r\n].*/s, ''));
  const own = texts[sentence] ?? '';
  const fitsOne = (opening: string) => texts.filter((text) => text.startsWith(opening)).length === 1;
  for (let length = SHORTEST_OPENING; length < own.length; length += 1) {
    const opening = own.slice(0, length);
    if (endsCleanly(opening, own) && fitsOne(opening)) return opening;
  }
  return own !== '' && fitsOne(own) ? own : undefined;
}

/** Not within a word of letters, a pair of surrogates, or at a space. */
function endsCleanly(opening: string, whole: string): boolean {
  const [last, next] = [opening.at(-1) ?? '', whole.charAt(opening.length)];
  if (/\s/.test(last) || /[\uD800-\uDBFF]/.test(last)) return false;
  return !(/[\p{Script=Latin}\p{M}\d]/u.test(last) && /[\p{Script=Latin}\p{M}\d'’]/u.test(next));
}
