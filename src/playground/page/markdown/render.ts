// The tree of a marked-up text -> elements, as Discord shows it.
import { el, on, setAttributes } from '../drawing/dom.ts';
import type { Inline } from './inline.ts';
import { type ListItem, type MarkdownBlock, parseMarkdown } from './parse.ts';
import { timeInWords } from './time.ts';

export interface TextReader {
  /** BCP 47. */
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly personName: (id: string) => string | undefined;
  readonly placeName: (id: string) => string | undefined;
  /** What a hidden text is called before it is shown. */
  readonly spoilerLabel: string;
}

const MS_PER_SECOND = 1000;

export function renderMarkdown(text: string, reader: TextReader): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...parseMarkdown(text).map((block) => blockNode(block, reader)));
  return fragment;
}

/** Emphasis and mentions alone, for a title. */
export function renderBlockless(text: string, reader: TextReader): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const inlines = parseMarkdown(text).flatMap((block) => ('children' in block ? block.children : []));
  fragment.append(...inlines.map((node) => inlineNode(node, reader)));
  return fragment;
}

function blockNode(block: MarkdownBlock, reader: TextReader): Node {
  const inlines = (children: readonly Inline[]) => children.map((child) => inlineNode(child, reader));
  switch (block.kind) {
    case 'lines':
      return el('div', { class: 'lines' }, ...inlines(block.children));
    case 'heading':
      return el('div', { class: `heading heading-${block.level}` }, ...inlines(block.children));
    case 'small':
      return el('div', { class: 'small-print' }, ...inlines(block.children));
    case 'quote':
      return el('blockquote', {}, ...block.blocks.map((inner) => blockNode(inner, reader)));
    case 'code-block':
      return el('pre', { tabindex: 0 }, el('code', {}, block.text));
    case 'list':
      return listNode(block.start, block.items, reader);
  }
}

function listNode(start: number | null, items: readonly ListItem[], reader: TextReader): HTMLElement {
  const entries = items.map(({ depth, children }) =>
    el('li', { class: `depth-${depth}` }, ...children.map((child) => inlineNode(child, reader))),
  );
  return start === null ? el('ul', {}, ...entries) : el('ol', { start }, ...entries);
}

function inlineNode(node: Inline, reader: TextReader): Node {
  const children = () => ('children' in node ? node.children.map((child) => inlineNode(child, reader)) : []);
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'bold':
      return el('strong', {}, ...children());
    case 'italic':
      return el('em', {}, ...children());
    case 'underline':
      return el('u', {}, ...children());
    case 'strike':
      return el('s', {}, ...children());
    case 'spoiler':
      return spoiler(children(), reader.spoilerLabel);
    case 'code':
      return el('code', {}, node.text);
    case 'link':
      return link(node.url, children());
    case 'mention':
      return el('span', { class: 'mention' }, mentionText(node, reader));
    case 'everyone':
      return el('span', { class: 'mention' }, node.text);
    case 'time':
      return timeNode(node.seconds, node.style, reader);
    case 'emoji':
      return document.createTextNode(`:${node.name}:`);
  }
}

/** Opens elsewhere, and only when pressed; the other site learns nothing of this one. */
export function link(url: string, children: readonly Node[]): HTMLElement {
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...children);
}

function mentionText({ what, id }: Extract<Inline, { kind: 'mention' }>, reader: TextReader): string {
  switch (what) {
    case 'person':
      return `@${reader.personName(id) ?? id}`;
    case 'channel':
      return `#${reader.placeName(id) ?? id}`;
    case 'role':
      return `@${id}`;
  }
}

function timeNode(seconds: number, style: string, reader: TextReader): HTMLElement {
  const full = timeInWords(seconds, 'F', reader);
  const datetime = new Date(seconds * MS_PER_SECOND).toISOString();
  return el('time', { datetime, title: full, class: 'timestamp' }, timeInWords(seconds, style, reader));
}

function spoiler(children: readonly Node[], label: string): HTMLElement {
  const hidden = el(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': label },
    ...children,
  );
  const show = () => {
    hidden.classList.add('is-shown');
    setAttributes(hidden, { role: undefined, tabindex: undefined, 'aria-label': undefined });
  };
  return on(hidden, {
    click: show,
    keydown: (event) => {
      if (event.key === 'Enter' || event.key === ' ') show();
    },
  });
}
