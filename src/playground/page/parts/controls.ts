// The buttons and selects below a message.
import type { ControlView, MessageView } from '../../protocol/protocol.ts';
import { button, el } from '../drawing/dom.ts';
import { icon } from '../drawing/icons.ts';
import { link } from '../markdown/render.ts';
import type { App } from '../model/app.ts';
import { openMenu } from './menu.ts';

export function rowNodes(app: App, message: MessageView): readonly HTMLElement[] {
  return message.rows.map((row) =>
    el('div', { class: 'controls' }, ...row.map((control) => controlNode(app, message, control))),
  );
}

function controlNode(app: App, message: MessageView, control: ControlView): HTMLElement {
  switch (control.kind) {
    case 'link':
      return link(control.url, [document.createTextNode(control.label)]);
    case 'button':
      return pressable(app, message, control);
    case 'select':
      return selectNode(app, message, control);
  }
}

function pressable(
  app: App,
  { place, id: message }: MessageView,
  control: Extract<ControlView, { kind: 'button' }>,
): HTMLElement {
  const { id, label, style, disabled } = control;
  const attributes = { class: `control control-${style}`, disabled, 'data-control': id };
  const node = button(label, attributes, () =>
    during(node, app.act({ kind: 'press', place, message, control: id })),
  );
  return node;
}

function selectNode(
  app: App,
  { place, id: message }: MessageView,
  control: Extract<ControlView, { kind: 'select' }>,
): HTMLElement {
  const { id, placeholder, options, disabled } = control;
  const attributes = {
    class: 'control control-select',
    'aria-haspopup': 'listbox',
    disabled,
    'data-control': id,
  };
  const node = button(placeholder, attributes, () =>
    openMenu({
      role: 'listbox',
      label: placeholder,
      anchor: node,
      items: options.map(({ label, description, value }) => ({
        label,
        detail: description,
        run: () => during(node, app.act({ kind: 'select', place, message, control: id, values: [value] })),
      })),
    }),
  );
  node.append(icon('down'));
  return node;
}

/** Shows that the press is on its way. It stays pressable: pressing twice is what members do, and must do no harm. */
function during(node: HTMLElement, act: Promise<unknown>): void {
  node.setAttribute('aria-busy', 'true');
  void act.finally(() => node.removeAttribute('aria-busy'));
}
