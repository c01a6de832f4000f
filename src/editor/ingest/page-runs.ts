// The runs of text in one block of a page -> the block, with its looks. White space is as a browser shows it, all else to the letter.
import type { Block } from './block.ts';
import type { Element } from './page-tree.ts';

export interface Run {
  readonly text: string;
  readonly place: Place;
}

/** What is known of a place in the tree. */
export interface Place {
  readonly element: Element | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: boolean;
  /** Higher than the line. */
  readonly isRaised: boolean;
  /** The nearest inline element with a look of its own. */
  readonly look: string;
  readonly isPre: boolean;
  readonly isInArticle: boolean;
  readonly aside: string | undefined;
  /** Its class is that of a box within the text. */
  readonly isBoxed: boolean;
  readonly depth: number;
}

/** The look of a block in a box whose class says so. */
export const BOXED = 'in a box';

interface Spot {
  readonly line: number;
  /** Behind a single line break. */
  readonly isBroken: boolean;
  /** Paragraphs of one parent stand in one box. */
  readonly box: number;
}

/** Behind a single break it is a further line of its paragraph, unless it is indented as a paragraph of its own. */
export function toBlock(runs: readonly Run[], at: Spot): Block | undefined {
  const pieces = collapse(runs);
  const whole = pieces.map(({ text }) => text).join('');
  const text = whole.trim();
  const place = runs[0]?.place;
  if (text === '' || !place) return undefined;
  const isIndented = /^(?:\u3000|\u00a0{2})/.test(whole);
  const heading = Number(/^h([1-6])$/.exec(place.element?.tagName ?? '')?.[1] ?? 0);
  const inked = pieces.filter((piece) => piece.text.trim() !== '');
  const linked = inked
    .filter((piece) => piece.place.link)
    .reduce((sum, piece) => sum + piece.text.trim().length, 0);
  const aside = inked.every((piece) => piece.place.aside !== undefined) ? place.aside : undefined;
  const raised = raisedIn(pieces, whole);
  const bold = boldLead(pieces, whole);
  const lead = heading === 0 ? firstOwn(pieces, whole) : 0;
  return {
    text,
    line: at.line,
    continues: at.isBroken && !isIndented,
    heading,
    boldLead: bold,
    italic: inked.every((piece) => piece.place.italic),
    links: linked / text.length,
    looks: looksOf(inked, place, heading),
    box: at.box,
    ...(aside === undefined ? {} : { aside }),
    ...(raised.length > 0 ? { raised } : {}),
    ...(lead > 0 && (bold === 0 || lead < bold) ? { lead } : {}),
  };
}

/** Not the single spaces, which stay: a long text has a million of them. */
const SPACES = /[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+/g;

/** White space as a browser shows it: runs of it are one space, also across elements. */
function collapse(runs: readonly Run[]): readonly Run[] {
  let endsInSpace = true;
  return runs.map(({ text, place }) => {
    if (place.isPre) return { text, place };
    const single = text.replace(SPACES, ' ');
    const shown = endsInSpace && single.startsWith(' ') ? single.slice(1) : single;
    if (shown !== '') endsInSpace = shown.endsWith(' ');
    return { text: shown, place };
  });
}

function boldLead(pieces: readonly Run[], whole: string): number {
  let length = 0;
  for (const { text, place } of pieces) {
    if (!place.bold && text.trim() !== '') break;
    length += text.length;
  }
  return Math.max(0, length - (whole.length - whole.trimStart().length));
}

/** UTF-16 units of the first bold element, or of the first with a look of its own, with what is not seen before it. */
function firstOwn(pieces: readonly Run[], whole: string): number {
  const first = pieces.findIndex(({ text }) => text.trim() !== '');
  const place = pieces[first]?.place;
  const end = pieces.findIndex((piece, at) => at > first && piece.place !== place);
  const isInline = end !== -1 && (place?.depth ?? 0) >= (pieces[end]?.place.depth ?? 0);
  if (!place?.bold && !isInline) return 0;
  const own = pieces.slice(0, end === -1 ? pieces.length : end).map(({ text }) => text);
  return own.join('').length - (whole.length - whole.trimStart().length);
}

/** `1`, `[2]`, `*`, raised behind a word. */
const NOTE_MARK = /^[[［(（〔]?(?:\d{1,3}|[*†‡§])[\]］)）〕]?$/;

function raisedIn(pieces: readonly Run[], whole: string): readonly (readonly [number, number])[] {
  if (!pieces.some(({ place }) => place.isRaised)) return [];
  const found: (readonly [number, number])[] = [];
  let from = whole.trimStart().length - whole.length;
  for (const { text, place } of pieces) {
    if (place.isRaised && from > 0 && NOTE_MARK.test(text.trim()))
      found.push([from, from + text.trimEnd().length]);
    from += text.length;
  }
  return found;
}

function looksOf(inked: readonly Run[], place: Place, heading: number): readonly string[] {
  const look = inked[0]?.place.look ?? '';
  const tag = place.element?.tagName ?? '';
  const parent = place.element?.parentNode;
  const isQuoted = tag === 'p' && parent?.nodeName === 'blockquote';
  const item = tag === 'li' ? place.element : parent;
  const isCounted = item?.nodeName === 'li' && item.parentNode?.nodeName === 'ol';
  return [
    ...(place.isBoxed ? [BOXED] : []),
    ...(isQuoted ? ['blockquote'] : []),
    ...(isCounted ? ['numbered'] : []),
    ...(heading > 0 || /^(?:dt|dd|summary|button|blockquote|th|center)$/.test(tag) ? [tag] : []),
    ...(heading === 0 && inked.every((piece) => piece.place.bold) ? ['bold'] : []),
    ...(inked.every((piece) => piece.place.italic) ? ['italic'] : []),
    ...(look !== '' && inked.every((piece) => piece.place.look === look) ? [look] : []),
  ];
}
