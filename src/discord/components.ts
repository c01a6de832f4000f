// Rows of controls -> Discord's components, labels cut to what Discord accepts.
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cut } from '../wording/graphemes.ts';
import type { Button, Choice, Row } from './card.ts';
import { LONGEST, MOST_OPTIONS } from './lengths.ts';

type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export function toComponents(rows: readonly Row[]): ActionRow[] {
  return rows.flatMap((row) => {
    const components = row.kind === 'buttons' ? row.buttons.map(toButton) : toSelect(row);
    return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
  });
}

function toButton({ id, label, disabled = false }: Button): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: id,
    label: cut(label, LONGEST.buttonLabel),
    disabled,
  };
}

function toSelect({ id, placeholder, choices }: Extract<Row, { kind: 'select' }>) {
  if (choices.length === 0) return [];
  const select: APIComponentInMessageActionRow = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: cut(placeholder, LONGEST.placeholder),
    options: choices.slice(0, MOST_OPTIONS).map(toOption),
  };
  return [select];
}

function toOption({ value, label }: Choice) {
  return { value, label: cut(label, LONGEST.optionLabel) };
}
