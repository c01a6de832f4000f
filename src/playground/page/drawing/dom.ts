// Builds elements from text and nodes alone: nothing here, or anywhere in the page, reads markup from a string.

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
