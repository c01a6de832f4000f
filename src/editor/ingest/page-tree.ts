// A page's source -> the standard's tree, each element with its line. Lines are counted here, because parse5's own places
// take three times the memory.
import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  Parser,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';

export type Element = Tree.Element & { line?: number };
export type Document = Tree.Document;
export type Node = Tree.ChildNode;

/** Attributes that anything here looks at; the others would only fill the memory. */
const READ = new Set(
  'align class id role style hidden aria-hidden color lang name property content datetime type itemprop pubdate href'.split(
    ' ',
  ),
);
/** Characters; a longer value is data. */
const LONGEST_VALUE = 2000;
const WITHOUT_TEXT = new Set('style iframe svg object embed canvas noscript'.split(' '));

export function parsePage(source: string): Document {
  const parser: Parser<DefaultTreeAdapterMap> = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (name, namespaceURI, attributes): Element => ({
        nodeName: name,
        tagName: name,
        attrs: attributes.filter((each) => READ.has(each.name) && each.value.length <= LONGEST_VALUE),
        namespaceURI,
        childNodes: [],
        parentNode: null,
        line: parser.tokenizer.preprocessor.line,
      }),
      appendChild: (parent, node) => {
        layOutLast(parent);
        defaultTreeAdapter.appendChild(parent, node);
      },
      onItemPop: layOutLast,
      insertText: (parent, text) => {
        if (mayHoldText(parent)) defaultTreeAdapter.insertText(parent, text);
      },
    },
  });
  parser.tokenizer.write(source, true);
  return parser.document;
}

/** Any expression makes V8 lay a string out in one piece; an unused `charCodeAt` would be optimised away. */
const ANYTHING = /^/;

/**
 * The tokenizer appends character by character, the tree word by word: until somebody reads it, such a text is a tree
 * of pieces, 32 bytes each, which would fill the memory of a large page.
 */
function layOutLast({ childNodes }: Tree.ParentNode): void {
  const last = childNodes.at(-1);
  if (last && isText(last)) ANYTHING.test(last.value);
}

function mayHoldText(parent: Tree.ParentNode): boolean {
  if (!('tagName' in parent)) return true;
  if (parent.tagName === 'script') return attribute(parent, 'type').endsWith('ld+json');
  return !WITHOUT_TEXT.has(parent.tagName);
}

export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? '';
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is Tree.TextNode {
  return node.nodeName === '#text';
}

/** Every element below, in the document's order. */
export function* elementsOf(root: Document | Element): Generator<Element> {
  const open: Node[] = [...root.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child) open.push(child);
    }
  }
}

/** The text of an element, white space as in the source. */
export function textOf(element: Element): string {
  return [...textsOf(element)].join('');
}

/** Characters of its text. */
export function lengthOf(element: Element): number {
  let length = 0;
  for (const text of textsOf(element)) length += text.length;
  return length;
}

function* textsOf(element: Element): Generator<string> {
  const open: Node[] = [...element.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) yield node.value;
    if (!isElement(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child) open.push(child);
    }
  }
}
