// A list that opens over the page: the context menu of a message, the choices of a select. Arrows move, Enter chooses,
// Escape closes and gives the focus back.
import { el, on } from '../drawing/dom.ts';

export interface MenuItem {
  readonly label: string;
  readonly detail?: string | null;
  /** Heading above this item. */
  readonly group?: string;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

export interface MenuOptions {
  readonly role: 'menu' | 'listbox';
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Where it belongs: below this element, or at a point of the window. */
  readonly anchor: Element;
  readonly point?: { readonly x: number; readonly y: number };
}

/** Pixels kept free at the window's edges. */
const EDGE = 8;
const GAP = 4;

let closeOpen = (): void => undefined;

export function openMenu(options: MenuOptions): void {
  closeOpen();
  const before = document.activeElement;
  const menu = el('div', {
    class: `menu menu-${options.role}`,
    role: options.role,
    'aria-label': options.label,
  });
  const close = () => {
    menu.remove();
    document.removeEventListener('pointerdown', closeOutside, true);
    window.removeEventListener('resize', close);
    closeOpen = () => undefined;
  };
  const closeOutside = (event: Event) => {
    if (!(event.target instanceof Node) || !menu.contains(event.target)) close();
  };
  const giveBack = () => {
    close();
    if (before instanceof HTMLElement) before.focus();
  };
  const items = options.items.map((item) => itemNode(item, options.role, giveBack));
  options.items.forEach((item, index) => {
    if (item.group !== undefined)
      menu.append(el('div', { class: 'menu-group', role: 'presentation' }, item.group));
    menu.append(items[index] ?? '');
  });
  on(menu, {
    keydown: (event) => moveBy(event, items, giveBack),
    contextmenu: (event) => event.preventDefault(),
  });
  document.body.append(menu);
  place(menu, options);
  document.addEventListener('pointerdown', closeOutside, true);
  window.addEventListener('resize', close);
  closeOpen = close;
  items[0]?.focus();
}

function itemNode(item: MenuItem, role: MenuOptions['role'], giveBack: () => void): HTMLElement {
  const attributes = {
    role: role === 'menu' ? 'menuitem' : 'option',
    'aria-selected': role === 'listbox' ? 'false' : undefined,
    class: item.isDanger ? 'menu-item is-danger' : 'menu-item',
    tabindex: -1,
  };
  const detail = item.detail ? el('span', { class: 'menu-detail' }, item.detail) : null;
  const node = el('div', attributes, el('span', {}, item.label), detail);
  return on(node, {
    click: () => {
      giveBack();
      item.run();
    },
    pointermove: () => node.focus(),
  });
}

function moveBy(event: KeyboardEvent, items: readonly HTMLElement[], giveBack: () => void): void {
  const at = items.findIndex((item) => item.matches(':focus'));
  const focus = (index: number) => items[(index + items.length) % items.length]?.focus();
  switch (event.key) {
    case 'ArrowDown':
      focus(at + 1);
      break;
    case 'ArrowUp':
      focus(at - 1);
      break;
    case 'Home':
      focus(0);
      break;
    case 'End':
      focus(items.length - 1);
      break;
    case 'Enter':
    case ' ':
      items[at]?.click();
      break;
    case 'Escape':
    case 'Tab':
      giveBack();
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** Below the anchor or at the point; above where there is no room; never beyond the window. */
function place(menu: HTMLElement, { anchor, point, role }: MenuOptions): void {
  const from = anchor.getBoundingClientRect();
  if (role === 'listbox') menu.style.minWidth = `${from.width}px`;
  const { width, height } = menu.getBoundingClientRect();
  const x = point?.x ?? from.left;
  const below = point?.y ?? from.bottom + GAP;
  const above = (point?.y ?? from.top - GAP) - height;
  const fits = below + height <= innerHeight - EDGE;
  const y = fits || above < EDGE ? below : above;
  menu.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, Math.min(y, innerHeight - height - EDGE))}px`;
}
