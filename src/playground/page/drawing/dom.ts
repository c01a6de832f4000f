// Builds elements and icons from text and nodes alone: nothing here, or anywhere in the page, reads markup from a string.
import type { PersonView } from '../../protocol/protocol.ts';

export type Child = Node | string | null;

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type Listeners = {
  readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void;
};

/** `true` sets an attribute without a value, `false` and undefined leave it out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

export function on<T extends HTMLElement>(element: T, listeners: Listeners): T {
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener as EventListener);
  }
  return element;
}

export function button(
  label: string,
  attributes: Attributes,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  return on(el('button', { type: 'button', ...attributes }, label), { click: press });
}

/** A button that shows a drawing and says its label to those who listen. */
export function iconButton(
  drawing: SVGElement,
  label: string,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  const attributes = { type: 'button', class: 'icon-button', 'aria-label': label, title: label };
  return on(el('button', attributes, drawing), { click: press });
}

/** Makes the children of a parent these nodes, in order, touching only what differs: focus and scrolling stay. */
export function setChildren(parent: Element, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const present = parent.childNodes[index];
    if (present !== node) parent.insertBefore(node, present ?? null);
  });
}

/** Pixels from the end that still count as reading there. */
const NEAR_END = 60;

export function isNearEnd(scroller: HTMLElement): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
}

export function toEnd(scroller: HTMLElement): void {
  scroller.scrollTop = scroller.scrollHeight;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const SIZE = 24;

const PATHS = {
  menu: 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z',
  reply: 'M10 8V4l-8 7 8 7v-4c6 0 9 2 12 6-1-7-5-12-12-12z',
  pencil: 'M4 17v3h3L18 9l-3-3zM19.5 7.5l1.2-1.2a1 1 0 0 0 0-1.4l-1.6-1.6a1 1 0 0 0-1.4 0l-1.2 1.2z',
  bin: 'M9 3h6l1 2h4v2H4V5h4zM6 9h12l-1 12H7z',
  more: 'M5 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm7 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  close: 'M6 4.6 12 10.6l6-6L19.4 6l-6 6 6 6-1.4 1.4-6-6-6 6L4.6 18l6-6-6-6z',
  send: 'M3 3l19 9-19 9 3-8 9-1-9-1z',
  moon: 'M20 14A9 9 0 0 1 10 4a9 9 0 1 0 10 10z',
  sun: 'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4zM3.5 5 5 3.5l3 3L6.5 8zM16 17.5l1.5-1.5 3 3-1.5 1.5zM19 3.5 20.500 5l-3 3L16 6.500zM6.500 16 8 17.500l-3 3L3.500 19z',
  inspect:
    'M9 4 2 12l7 8 1.500-1.400L4.700 12l5.800-6.600zm6 0-1.500 1.400L19.300 12l-5.800 6.600L15 20l7-8z',
  hash: 'M9 3h2l-.8 5h4l.8-5h2l-.8 5H20v2h-4.100l-.6 4H19v2h-4l-.8 5h-2l.8-5H9l-.8 5h-2L7 16H3v-2h4.300l.6-4H4V8h4.200zm.9 7-.6 4h4l.6-4z',
  thread: 'M4 4h16v12H10l-4 4v-4H4zm4 4v1.500h8V8zm0 3v1.500h5V11z',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm-8 16c0-4 3-6 8-6s8 2 8 6z',
  down: 'M6 9l6 6 6-6-1.400-1.400L12 12.200 7.400 7.600z',
  eye: 'M12 5c5 0 9 4 10 7-1 3-5 7-10 7S3 15 2 12c1-3 5-7 10-7zm0 3.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  add: 'M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z',
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGElement {
  const drawing = svg('svg', { viewBox: `0 0 ${SIZE} ${SIZE}`, 'aria-hidden': 'true', class: 'icon' });
  drawing.append(svg('path', { d: PATHS[name], fill: 'currentColor', 'fill-rule': 'evenodd' }));
  return drawing;
}

function svg(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Colours that white letters stand out from. */
const COLOURS = ['#4752c4', '#1f7a54', '#a83246', '#8a5300', '#0b6a84', '#7d3aa8', '#5d5f68'] as const;
const QUOTES =
  'M10 25v-6q0-6 6-7v3.500q-2.500 1-2.500 3.500h2.500v6zm13 0v-6q0-6 6-7v3.500q-2.500 1-2.500 3.500h2.500v6z';

/** A colour by the person with the first letter of the name, or quotation marks for the bot. */
export function avatar({ id, name, isBot }: PersonView): SVGElement {
  const drawing = svg('svg', { viewBox: '0 0 40 40', 'aria-hidden': 'true', class: 'avatar' });
  const fill = isBot ? COLOURS[0] : colourOf(id);
  drawing.append(svg('circle', { cx: '20', cy: '20', r: '20', fill }));
  drawing.append(isBot ? svg('path', { d: QUOTES, fill: '#fff' }) : letter(name));
  return drawing;
}

function letter(name: string): SVGElement {
  const text = svg('text', { x: '20', y: '27', 'text-anchor': 'middle', fill: '#fff', 'font-size': '19' });
  text.textContent = [...name][0]?.toUpperCase() ?? '?';
  return text;
}

/** The lowest bits of an id count up; those above them are its time. */
function colourOf(id: string): string {
  const digits = [...id].reduce((sum, digit) => sum + Number(digit), 0);
  return COLOURS[1 + (digits % (COLOURS.length - 1))] ?? COLOURS[0];
}
