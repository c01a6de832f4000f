// Discord's component rows -> the buttons and selects of the page.
import { type Json, objectsIn, stringIn } from '../../simulator/json.ts';
import type { ControlView } from '../protocol.ts';
import { webAddress } from './embed.ts';

const BUTTON = 2;
const STRING_SELECT = 3;
const STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' } as const;
const LINK_STYLE = 5;

/** Row by row; what the page cannot draw is left out. */
export function rowsView(components: readonly Json[]): readonly (readonly ControlView[])[] {
  return components
    .map((row) => objectsIn(row['components']).flatMap(controlView))
    .filter((row) => row.length > 0);
}

function controlView(component: Json): readonly ControlView[] {
  switch (component['type']) {
    case BUTTON:
      return buttonView(component);
    case STRING_SELECT:
      return [selectView(component)];
    default:
      return [];
  }
}

function buttonView(component: Json): readonly ControlView[] {
  const label = stringIn(component, 'label') ?? '';
  if (component['style'] === LINK_STYLE) {
    const url = webAddress(stringIn(component, 'url'));
    return url === null ? [] : [{ kind: 'link', label, url }];
  }
  const style =
    Object.entries(STYLES).find(([code]) => code === String(component['style']))?.[1] ?? 'secondary';
  const id = stringIn(component, 'custom_id') ?? '';
  return [{ kind: 'button', id, label, style, disabled: component['disabled'] === true }];
}

function selectView(component: Json): ControlView {
  return {
    kind: 'select',
    id: stringIn(component, 'custom_id') ?? '',
    placeholder: stringIn(component, 'placeholder') ?? '',
    disabled: component['disabled'] === true,
    options: objectsIn(component['options']).map((option) => ({
      value: stringIn(option, 'value') ?? '',
      label: stringIn(option, 'label') ?? '',
      description: stringIn(option, 'description') ?? null,
    })),
  };
}
