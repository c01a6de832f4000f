// Controls carry their state in the custom id, so that they work after a restart: version, kind, then its fields.
import type { ArticleKey, SectionRef } from '../../answer/reply.ts';
import type { Range } from '../../knowledge/interview.ts';

export type Control =
  /** Opens the whole answer; `leaf` turns its pages in place. */
  | {
      readonly kind: 'full' | 'leaf';
      readonly source: SectionRef;
      readonly range: Range;
      readonly page: number;
    }
  | { readonly kind: 'about'; readonly source: SectionRef; readonly range: Range }
  | { readonly kind: 'share'; readonly source: SectionRef; readonly range: Range }
  /** Asks its label, the n-th question of the guide. */
  | { readonly kind: 'try'; readonly number: number; readonly interview: string }
  /** Shows the original words of a translation. */
  | { readonly kind: 'original'; readonly source: SectionRef; readonly range: Range }
  | { readonly kind: 'dismiss'; readonly asker: string }
  /** A select of other questions; the value says which. */
  | { readonly kind: 'related' }
  /** A select that answers in place for the asker. */
  | { readonly kind: 'suggested'; readonly asker: string }
  | { readonly kind: 'pick'; readonly list: ListKind; readonly interview: string; readonly page: number }
  | { readonly kind: 'turn'; readonly list: ListKind; readonly interview: string; readonly page: number };

/** Lists with pages: all questions, the outline, or the outline in the original words. */
export type ListKind = 'questions' | 'outline' | 'originals';

export type ReadControl =
  | { readonly ok: true; readonly control: Control }
  | { readonly ok: false; readonly fault: 'other-version' | 'unreadable' };

/** Raised whenever the meaning of a field changes: messages from before keep their old ids for ever. */
const VERSION = '1';
const RADIX = 36;

/** At most 100 characters: an interview's id has 64 at most, and stands last. */
export function writeControl(control: Control): string {
  return [VERSION, control.kind, ...fieldsOf(control)].join(':');
}

function fieldsOf(control: Control): readonly string[] {
  switch (control.kind) {
    case 'full':
    case 'leaf':
      return [writeRange(control.range), String(control.page), writeSource(control.source)];
    case 'about':
    case 'share':
    case 'original':
      return [writeRange(control.range), writeSource(control.source)];
    case 'dismiss':
    case 'suggested':
      return [control.asker];
    case 'related':
      return [];
    case 'try':
      return [String(control.number), control.interview];
    case 'pick':
    case 'turn':
      return [control.list, String(control.page), control.interview];
  }
}

/** Reads any string; what is not ours is a fault, never an error. */
export function readControl(id: string): ReadControl {
  const [version = '', kind = '', ...fields] = id.split(':');
  if (version !== VERSION)
    return { ok: false, fault: /^\d+$/.test(version) ? 'other-version' : 'unreadable' };
  const control = readFields(kind, fields);
  return control ? { ok: true, control } : { ok: false, fault: 'unreadable' };
}

function readFields(
  kind: string,
  [first = '', second = '', third = '']: readonly string[],
): Control | undefined {
  switch (kind) {
    case 'full':
    case 'leaf': {
      const [range, page, source] = [readRange(first), readPage(second), readSource(third)];
      return range && page !== undefined && source ? { kind, range, page, source } : undefined;
    }
    case 'about':
    case 'share':
    case 'original': {
      const [range, source] = [readRange(first), readSource(second)];
      return range && source ? { kind, range, source } : undefined;
    }
    case 'dismiss':
    case 'suggested':
      return /^\d{1,20}$/.test(first) ? { kind, asker: first } : undefined;
    case 'related':
      return { kind };
    case 'try': {
      const number = readPage(first);
      return number !== undefined && second !== '' ? { kind, number, interview: second } : undefined;
    }
    case 'pick':
    case 'turn': {
      const page = readPage(second);
      return isList(first) && page !== undefined && third !== ''
        ? { kind, list: first, page, interview: third }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isList(text: string): text is ListKind {
  return text === 'questions' || text === 'outline' || text === 'originals';
}

/** A section as a short string, e.g. `e3/song-haitao`; also the value of a select's option. */
export function writeSource(source: SectionRef): string {
  switch (source.section) {
    case 'exchange':
      return `e${source.exchange}/${source.interview}`;
    case 'biography':
    case 'introduction':
      return `${source.section.charAt(0)}/${source.interview}`;
    case 'article':
      return `a-${source.key}/${source.interview}`;
  }
}

const ARTICLE_KEYS: Readonly<Record<ArticleKey, true>> = {
  title: true,
  publication: true,
  author: true,
  dateline: true,
  subtitle: true,
  date: true,
  series: true,
  event: true,
  url: true,
};

export function readSource(text: string): SectionRef | undefined {
  const [, section = '', interview = ''] = /^([^/]+)\/([a-z0-9-]{1,64})$/.exec(text) ?? [];
  if (section === 'b') return { interview, section: 'biography' };
  if (section === 'i') return { interview, section: 'introduction' };
  const number = /^e([1-9]\d{0,3})$/.exec(section)?.[1];
  if (number !== undefined) return { interview, section: 'exchange', exchange: Number(number) };
  const key = section.startsWith('a-') ? section.slice(2) : '';
  return isArticleKey(key) ? { interview, section: 'article', key } : undefined;
}

function isArticleKey(key: string): key is ArticleKey {
  return Object.hasOwn(ARTICLE_KEYS, key);
}

function writeRange({ start, end }: Range): string {
  return `${start.toString(RADIX)}-${end.toString(RADIX)}`;
}

function readRange(text: string): Range | undefined {
  const [, start = '', end = ''] = /^([0-9a-z]{1,6})-([0-9a-z]{1,6})$/.exec(text) ?? [];
  const range = { start: Number.parseInt(start, RADIX), end: Number.parseInt(end, RADIX) };
  return range.start < range.end ? range : undefined;
}

function readPage(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
