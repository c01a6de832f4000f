// Does what a visitor asks for, as the person they are in the simulated Discord; a modal becomes the form that the page shows.
import type { SimulatedDiscord } from '../../simulator/discord.ts';
import { Impossible } from '../../simulator/people/interact.ts';
import { type Json, numberIn, objectsIn, stringIn } from '../../simulator/protocol/json.ts';
import { fieldsOf } from '../../simulator/protocol/modal-rules.ts';
import { SimulationTimeout } from '../../simulator/record/log.ts';
import type { Interaction, Message } from '../../simulator/world/nouns.ts';
import type { Act, ActResult } from '../protocol/protocol.ts';
import type { FieldView, FormView } from '../protocol/records.ts';
import { cleanName, type Visitor } from './visitors.ts';

export interface Performance {
  readonly discord: SimulatedDiscord;
  readonly visitor: Visitor;
  readonly act: Act;
}

const DONE: ActResult = { outcome: 'done' };

/** What Discord's client would not allow is refused; a bot that does not respond in time has failed. */
export async function perform(performance: Performance): Promise<ActResult> {
  try {
    return await act(performance);
  } catch (error) {
    if (error instanceof Impossible) return { outcome: 'refused', why: error.message };
    if (error instanceof SimulationTimeout) return { outcome: 'failed' };
    throw error;
  }
}

async function act(performance: Performance): Promise<ActResult> {
  const { visitor, act } = performance;
  const { person } = visitor;
  switch (act.kind) {
    case 'say':
      return say(visitor, act);
    case 'edit':
      await person.edits(messageOf(visitor, act), act.text);
      return DONE;
    case 'delete':
      await person.deletes(messageOf(visitor, act));
      return DONE;
    case 'dismiss':
      await person.dismisses(messageOf(visitor, act));
      return DONE;
    case 'type':
      await person.startsTyping({ id: act.place });
      return DONE;
    case 'complete':
      return complete(visitor, act);
    case 'profile':
      return changeProfile(visitor, act);
    case 'command':
    case 'press':
    case 'select':
    case 'menu':
    case 'submit': {
      const { bot } = performance.discord;
      const form = formView(await bot.acknowledged(await interact(performance, act)));
      return form ? { outcome: 'form', form } : DONE;
    }
  }
}

type ActOf<K extends Act['kind']> = Extract<Act, { readonly kind: K }>;

async function say(visitor: Visitor, act: ActOf<'say'>): Promise<ActResult> {
  const { place, text, replyTo, ping } = act;
  const reply = replyTo === null ? {} : { replyTo: messageOf(visitor, { place, message: replyTo }), ping };
  await visitor.person.says({ id: place }, text, reply);
  return DONE;
}

async function complete({ person }: Visitor, act: ActOf<'complete'>): Promise<ActResult> {
  const { [act.focused]: _, ...others } = act.values;
  // The simulator takes the last option as the one that is being typed.
  const values = { ...others, [act.focused]: act.typed };
  return { outcome: 'choices', choices: await person.types(act.name, values, { in: { id: act.place } }) };
}

function changeProfile({ person }: Visitor, { name, locale }: ActOf<'profile'>): ActResult {
  const shown = name === null ? undefined : cleanName(name);
  person.changes({ ...(shown === undefined ? {} : { name: shown }), ...(locale === null ? {} : { locale }) });
  return DONE;
}

function interact(
  { discord, visitor }: Performance,
  act: ActOf<'command' | 'press' | 'select' | 'menu' | 'submit'>,
): Promise<Interaction> {
  const { person } = visitor;
  switch (act.kind) {
    case 'command':
      return person.runs(act.name, act.values, { in: { id: act.place } });
    case 'press':
      return person.presses(messageOf(visitor, act), act.control);
    case 'select':
      return person.selects(messageOf(visitor, act), act.control, act.values);
    case 'menu':
      return person.usesOn(act.name, messageOf(visitor, act));
    case 'submit': {
      const shownBy = discord.interaction(act.interaction);
      if (shownBy === undefined)
        throw new Impossible(person.name, 'submit a form', 'it was shown too long ago');
      return person.submits(shownBy, act.values);
    }
  }
}

/** The message, if this visitor sees it. */
function messageOf({ person }: Visitor, at: { readonly place: string; readonly message: string }): Message {
  const found = person.sees({ id: at.place }).find(({ id }) => id === at.message);
  if (found === undefined) throw new Impossible(person.name, 'use a message', 'it is gone');
  return found;
}

/** Undefined where the interaction was not answered by a modal. */
function formView({ id, response }: Interaction): FormView | undefined {
  if (response.state !== 'modal') return undefined;
  const fields = fieldsOf(response.components).flatMap(({ label, field }) => fieldView(label, field));
  return { interaction: id, title: response.title, fields };
}

const STRING_SELECT = 3;
const TEXT_INPUT = 4;
/** Discord's number for a field of several lines. */
const PARAGRAPH = 2;
/** Characters that Discord takes in a field. */
const LONGEST_TEXT = 4_000;

function fieldView(label: string, field: Json): readonly FieldView[] {
  const common = { id: stringIn(field, 'custom_id') ?? '', label, required: field['required'] !== false };
  switch (field['type']) {
    case TEXT_INPUT:
      return [
        {
          ...common,
          kind: 'text',
          placeholder: stringIn(field, 'placeholder') ?? '',
          value: stringIn(field, 'value') ?? '',
          longest: numberIn(field, 'max_length') ?? LONGEST_TEXT,
          isLong: field['style'] === PARAGRAPH,
        },
      ];
    case STRING_SELECT:
      return [{ ...common, kind: 'choice', options: objectsIn(field['options']).map(optionView) }];
    default:
      return [];
  }
}

function optionView(option: Json) {
  return {
    value: stringIn(option, 'value') ?? '',
    label: stringIn(option, 'label') ?? '',
    chosen: option['default'] === true,
  };
}
