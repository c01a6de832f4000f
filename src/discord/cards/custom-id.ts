// Controls carry their state in the custom id, so that they work after a restart: version, kind, then its fields.
import type { ArticleKey, SectionRef } from '../../answer/reply.ts';
import type { Range } from '../../knowledge/interview.ts';
import { type Offered, PRINT_LENGTH, type Quoted } from './fingerprint.ts';

export type Control =
  /** Opens the whole answer; `leaf` turns its pages in place. */
  | ({ readonly kind: 'full' | 'leaf'; readonly page: number } & Quoted)
  /** `original` shows the original words of a translation. */
  | ({ readonly kind: 'about' | 'share' | 'original' } & Quoted)
  /** Opens the form for a further question; and the form itself, whose submission is no press. */
  | { readonly kind: 'further' | 'asked'; readonly quoted: Quoted | undefined }
  /** Asks its label, the n-th question of the guide. */
  | { readonly kind: 'try'; readonly number: number; readonly interview: string }
  | { readonly kind: 'dismiss'; readonly asker: string }
  /** What the asker thinks of the answer above, and the form that says what is wrong with it: the controls beside them say of what. */
  | { readonly kind: 'helped' | 'wrong' | 'reported' }
  /** A step of an editor's, who lists a question; listing-step.ts reads its fields. */
  | { readonly kind: 'listing'; readonly fields: readonly string[] }
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
const VERSION = '2';
const RADIX = 36;

/** One letter where what is quoted, with an id of 64 characters, fills the rest of the 100. */
const NAMES: Readonly<Record<Control['kind'], string>> = {
  full: 'f',
  leaf: 'l',
  about: 'a',
  share: 's',
  original: 'o',
  further: 'q',
  asked: 'm',
  dismiss: 'dismiss',
  try: 'try',
  helped: 'helped',
  wrong: 'wrong',
  reported: 'reported',
  listing: 'e',
  related: 'related',
  suggested: 'suggested',
  pick: 'pick',
  turn: 'turn',
};

/** At most 100 characters: an interview's id has 64 at most, and stands last. */
export function writeControl(control: Control): string {
  return [VERSION, NAMES[control.kind], ...fieldsOf(control)].join(':');
}

function fieldsOf(control: Control): readonly string[] {
  switch (control.kind) {
    case 'full':
    case 'leaf':
      return [String(control.page), ...quotedFields(control)];
    case 'about':
    case 'share':
    case 'original':
      return quotedFields(control);
    case 'further':
    case 'asked':
      return control.quoted ? quotedFields(control.quoted) : [];
    case 'dismiss':
    case 'suggested':
      return [control.asker];
    case 'related':
    case 'helped':
    case 'wrong':
    case 'reported':
      return [];
    case 'listing':
      return control.fields;
    case 'try':
      return [String(control.number), control.interview];
    case 'pick':
    case 'turn':
      return [control.list, String(control.page), control.interview];
  }
}

function quotedFields({ print, range, source }: Quoted): readonly string[] {
  return [print, writeRange(range), writeSource(source)];
}

/** Reads any string; what is not ours is a fault, never an error. */
export function readControl(id: string): ReadControl {
  const [version = '', name = '', ...fields] = id.split(':');
  if (version !== VERSION)
    return { ok: false, fault: /^\d+$/.test(version) ? 'other-version' : 'unreadable' };
  const kind = KINDS.get(name);
  const control = kind && readFields(kind, fields);
  return control ? { ok: true, control } : { ok: false, fault: 'unreadable' };
}

const KINDS: ReadonlyMap<string, Control['kind']> = new Map(
  (Object.keys(NAMES) as Control['kind'][]).map((kind) => [NAMES[kind], kind]),
);

function readFields(kind: Control['kind'], fields: readonly string[]): Control | undefined {
  const [first = '', second = '', third = ''] = fields;
  switch (kind) {
    case 'full':
    case 'leaf': {
      const [page, quoted] = [readPage(first), readQuoted(fields.slice(1))];
      return quoted && page !== undefined ? { kind, page, ...quoted } : undefined;
    }
    case 'about':
    case 'share':
    case 'original': {
      const quoted = readQuoted(fields);
      return quoted && { kind, ...quoted };
    }
    case 'further':
    case 'asked': {
      const quoted = readQuoted(fields);
      return quoted || fields.length === 0 ? { kind, quoted } : undefined;
    }
    case 'dismiss':
    case 'suggested':
      return /^\d{1,20}$/.test(first) ? { kind, asker: first } : undefined;
    case 'related':
    case 'helped':
    case 'wrong':
    case 'reported':
      return { kind };
    case 'listing':
      return { kind, fields };
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
  }
}

function isList(text: string): text is ListKind {
  return text === 'questions' || text === 'outline' || text === 'originals';
}

function readQuoted([print = '', range = '', place = '']: readonly string[]): Quoted | undefined {
  const [at, source] = [readRange(range), readSource(place)];
  return at && source && isPrint(print, PRINT_LENGTH.quoted) ? { print, range: at, source } : undefined;
}

function isPrint(text: string, length: number): boolean {
  return text.length === length && /^[\w-]+$/.test(text);
}

/** The value of a select's option: `e3/song-haitao:` and the section's fingerprint. */
export function writeOffered({ source, print }: Offered): string {
  return `${writeSource(source)}:${print}`;
}

export function readOffered(value: string): Offered | undefined {
  const [place = '', print = ''] = value.split(':');
  const source = readSource(place);
  return source && isPrint(print, PRINT_LENGTH.offered) ? { source, print } : undefined;
}

/** A section as a short string, e.g. `e3/song-haitao`. */
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

function readSource(text: string): SectionRef | undefined {
  const [, section = '', interview = ''] = /^([^/]+)\/([a-z0-9-]{1,64})$/.exec(text) ?? [];
  if (section === 'b') return { interview, section: 'biography' };
  if (section === 'i') return { interview, section: 'introduction' };
  const number = /^e([1-9]\d{0,4})$/.exec(section)?.[1];
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
  const [, start = '', end = ''] = /^([0-9a-z]{1,5})-([0-9a-z]{1,5})$/.exec(text) ?? [];
  const range = { start: Number.parseInt(start, RADIX), end: Number.parseInt(end, RADIX) };
  return range.start < range.end ? range : undefined;
}

function readPage(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}
