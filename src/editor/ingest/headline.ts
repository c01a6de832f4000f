// Which line above the interview is its headline, and how far it goes where the page's title goes on behind a bar.
import { fold } from '../../language/fold.ts';
import { type Block, type Paragraph, widthOf } from './block.ts';
import { type Kind, WIDEST_LINE } from './header-lines.ts';

interface Source {
  readonly blocks: readonly Block[];
  /** Titles that the markup names. */
  readonly headlines: readonly string[];
  /** The interviewee, as labels and biography print it. */
  readonly names: readonly string[];
}

export interface Headline {
  readonly line: Paragraph;
  readonly title: string;
}

/** The line that the page's own title, the interviewee's name, a repetition, or what follows it speaks for. */
export function headlineOf(
  lines: readonly Paragraph[],
  kinds: ReadonlyMap<Paragraph, Kind>,
  source: Source & { readonly repeated: readonly string[] },
): Headline | undefined {
  const firstProse = lines.findIndex((line) => kinds.get(line) === 'prose' && widthOf(line.text) > 120);
  const scored = lines.slice(0, firstProse === -1 ? lines.length : firstProse + 1).flatMap((line, index) => {
    if (widthOf(line.text) > WIDEST_LINE || (line.text.match(/\n/g)?.length ?? 0) > 2) return [];
    const kind = kinds.get(line);
    if (kind === 'dateline' || kind === 'byline' || kind === 'data' || kind === 'subtitle') return [];
    const isSupported =
      source.headlines.length === 0 ||
      (source.blocks[line.at[0] ?? 0]?.heading ?? 0) > 0 ||
      isNamedBy(source.headlines, line.text);
    return isSupported ? [{ line, score: scoreOf(line, index, { lines, kinds, source }) }] : [];
  });
  const best = scored.toSorted((a, b) => b.score - a.score || a.line.line - b.line.line)[0];
  if (!best || best.score < LEAST_SCORE) return undefined;
  const { line } = best;
  const isHeading = (source.blocks[line.at[0] ?? 0]?.heading ?? 0) > 0;
  const others = lines.filter((other) => other !== line).map(({ text }) => text);
  const title = isHeading ? line.text : cutTitle(line.text, [...source.repeated, ...others]);
  return { line, title: title.replace(/\s*\n\s*/g, ' ') };
}

const LEAST_SCORE = 1;
/** What stands on every page of a magazine. */
const ISSUE = /第\s*[\d一二三四五六七八九十百]+\s*[期卷辑]|\b(?:issue|vol(?:ume)?|no)\b\.?\s*\d+/;

function scoreOf(
  line: Paragraph,
  index: number,
  {
    lines,
    kinds,
    source,
  }: {
    lines: readonly Paragraph[];
    kinds: ReadonlyMap<Paragraph, Kind>;
    source: Source & { readonly repeated: readonly string[] };
  },
): number {
  const text = fold(line.text);
  const heading = source.blocks[line.at[0] ?? 0]?.heading ?? 0;
  const isNamed = isNamedBy(source.headlines, line.text);
  const isRepeatedLater = source.repeated.some((title) => text.includes(fold(title)));
  const next = lines[index + 1];
  const nextKind = next && kinds.get(next);
  const isFollowed =
    nextKind === 'byline' || nextKind === 'data' || nextKind === 'dateline' || nextKind === 'subtitle';
  return (
    (heading === 1 ? 6 : heading > 0 ? 2 : 0) +
    (isNamed ? 4 : 0) +
    (isRepeatedLater ? 5 : 0) +
    (source.names.some((name) => name.length > 1 && text.includes(fold(name))) ? 2 : 0) +
    (isFollowed ? 2 : 0) +
    (index === 0 ? 0.9 : 0) +
    (source.blocks[line.at[0] ?? 0]?.boldLead ? 1 : 0) +
    Math.min(widthOf(line.text), 60) / 60 -
    (/[。.；;]$/.test(text) ? 2 : 0) -
    (kinds.get(line) === 'prose' && widthOf(line.text) > 120 ? 2 : 0) -
    (widthOf(line.text) < 8 ? 2 : 0) -
    (ISSUE.test(text) ? 3 : 0)
  );
}

function isNamedBy(headlines: readonly string[], line: string): boolean {
  const text = fold(line);
  return headlines.some((title) => fold(title).includes(text) || text.includes(fold(title)));
}

const BAR = /\s*[|｜_]\s*|\s+[-–—]\s+/g;

/** Without what a page's title adds behind a bar: up to what the text itself repeats, else the first part. */
export function cutTitle(text: string, repeated: readonly string[]): string {
  const ends = [...text.matchAll(BAR)].map(({ index }) => index);
  if (ends.length === 0) return text;
  const heads = [...ends, text.length].map((end) => text.slice(0, end));
  const folded = repeated.map(fold).filter((other) => other.length >= 6);
  const supported = heads.find((head) =>
    folded.some((other) => fold(head).includes(other) || other === fold(head)),
  );
  return supported ?? heads.find((head) => widthOf(head) >= 12) ?? text;
}
