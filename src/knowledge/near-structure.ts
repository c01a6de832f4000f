// Lines that were meant as structure and are not (`##Q:`, `** Q:`, `* asked as:`): taken as text they would become the
// interviewee's words.

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const WIDE = '＃＊－：＋＞＿';
const NARROW = '#*-:+>_';
const WIDE_MARK = new RegExp(`[${WIDE}]`, 'g');

/** Marks of headings, lists, quotations and emphasis, and what follows them. */
const MARKED = /^([#*_>+=~•·・●○■□▪◦–— -]*)(.*)$/s;
const ASKED_AS = /^asked[ _-]*as\b[ *_]*(:?)[ *_]*(.*)$/is;
const PART = /^(introduction|biography)[ :*_#]*$/i;
const QUESTION = /^q\d{0,3}[ *_]*:[ *_]*(.*)$/is;
/** With marks before it, a number or the whole word is meant so, too. */
const MARKED_QUESTION = /^q(?:uestion)? ?\d{0,3}[ *_]*[:.][ *_]*(.*)$/is;
/** Characters of the line that a problem shows. */
const SHOWN = 60;

/** What such a line was to be, as it has to be written; undefined for a line of text, and for structure. */
export function meantAs(line: string): string | undefined {
  const plain = line
    .replace(UNSEEN, '')
    .replace(WIDE_MARK, (mark) => NARROW.charAt(WIDE.indexOf(mark)))
    .replace(/\s/g, ' ')
    .trim();
  const [, marks = '', rest = ''] = MARKED.exec(plain) ?? [];
  const [askedAs, colon, wording = ''] = ASKED_AS.exec(rest) ?? [];
  if (askedAs !== undefined && (colon === ':' || marks !== '')) return `- asked as: ${shown(wording)}`;
  const [, part] = PART.exec(rest) ?? [];
  if (part !== undefined) return `## ${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`;
  const [, question] = (marks === '' ? QUESTION : MARKED_QUESTION).exec(rest) ?? [];
  if (question !== undefined) return `## Q: ${shown(question)}`;
  return marks.startsWith('##') ? '## Q: …' : undefined;
}

/** The beginning of a text, without the marks that close an emphasis. */
export function shown(text: string): string {
  const whole = text.replace(/[ *_]+$/, '');
  return whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole || '…';
}
