// Which paragraphs tell of the interviewee: below a label, or at the end, where one begins with the name and nobody says "I".
import { fold } from '../../language/fold.ts';
import words from './biography-words.json' with { type: 'json' };
import { type Block, endsAsSentence, widthOf } from './block.ts';

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
export function nameOpening(text: string): string | undefined {
  const [, chinese] = /^([\p{Script=Han}·]{2,12}?)\s*[，,（(、]/u.exec(text) ?? [];
  if (chinese !== undefined && (chinese.length <= 4 || chinese.includes('·'))) return chinese;
  const [, english] =
    new RegExp(
      `^(?:Dr\\.? |Prof\\.? |Professor )?(\\p{Lu}[\\p{L}.'’-]+(?: (?:de|van|von|der|\\p{Lu}[\\p{L}.'’-]*)){1,3})(?:,| \\(|['’]s |,? (?:${VERBS})\\b)`,
      'u',
    ).exec(text) ?? [];
  return english;
}
