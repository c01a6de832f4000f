// Lengths in UTF-16 units, the strictest reading of the "characters" in Discord's documentation: the schemas' Zod counts
// code points since 4.5, so that 256 emoji would pass for 256 characters.
import { isObject, type Json, objectsIn } from './json.ts';
import { COMPONENT, everyComponent } from './message-format.ts';
import { type FormProblem, tooLong } from './problems.ts';

type Limits = Readonly<Record<string, number>>;

/** Documentation, "Message Resource", "Embed Limits". */
const EMBED: Limits = { title: 256, description: 4096 };
const EMBED_FOOTER: Limits = { text: 2048 };
const EMBED_AUTHOR: Limits = { name: 256 };
const EMBED_FIELD: Limits = { name: 256, value: 1024 };
/** Documentation, "Component Reference": Button, String Select, Text Input, Label. */
const BUTTON: Limits = { label: 80, custom_id: 100, url: 512 };
const SELECT: Limits = { placeholder: 150, custom_id: 100 };
const SELECT_OPTION: Limits = { label: 100, value: 100, description: 100 };
/** Documentation, "Application Commands", "Application Command Option Choice Structure". */
const CHOICE: Limits = { name: 100, value: 100 };
/** The same, "Application Command Structure" and "Application Command Option Structure"; localised texts as well. */
const MAX_DESCRIPTION = 100;

/** @param body a message to create, or the result of an edit */
export function lengthProblems(body: Json): readonly FormProblem[] {
  const embeds = objectsIn(body['embeds']).flatMap((embed, index) => embedProblems(embed, ['embeds', index]));
  const components = everyComponent(objectsIn(body['components'])).flatMap(componentProblems);
  return [...embeds, ...components];
}

/** @param data of an autocomplete's response */
export function choiceLengthProblems(data: Json): readonly FormProblem[] {
  return objectsIn(data['choices']).flatMap((choice, index) =>
    overLimits(choice, CHOICE, ['choices', index]),
  );
}

/** @param described a command, or an option of one */
export function descriptionLengthProblems(described: Json, path: Path): readonly FormProblem[] {
  const localised = described['description_localizations'];
  const limits = (texts: Json) => Object.fromEntries(Object.keys(texts).map((key) => [key, MAX_DESCRIPTION]));
  return [
    ...overLimits(described, { description: MAX_DESCRIPTION }, path),
    ...(isObject(localised)
      ? overLimits(localised, limits(localised), [...path, 'description_localizations'])
      : []),
    ...objectsIn(described['options']).flatMap((option, index) =>
      descriptionLengthProblems(option, [...path, 'options', index]),
    ),
  ];
}

type Path = readonly PropertyKey[];

function embedProblems(embed: Json, path: Path): readonly FormProblem[] {
  const { footer, author } = embed;
  return [
    ...overLimits(embed, EMBED, path),
    ...(isObject(footer) ? overLimits(footer, EMBED_FOOTER, [...path, 'footer']) : []),
    ...(isObject(author) ? overLimits(author, EMBED_AUTHOR, [...path, 'author']) : []),
    ...objectsIn(embed['fields']).flatMap((field, index) =>
      overLimits(field, EMBED_FIELD, [...path, 'fields', index]),
    ),
  ];
}

function componentProblems(component: Json): readonly FormProblem[] {
  if (component['type'] === COMPONENT.button) return overLimits(component, BUTTON, ['components', 'button']);
  return [
    ...overLimits(component, SELECT, ['components', 'select']),
    ...objectsIn(component['options']).flatMap((option, index) =>
      overLimits(option, SELECT_OPTION, ['components', 'select', 'options', index]),
    ),
  ];
}

/** Only what the schemas let pass: the rest is told by them. */
function overLimits(source: Json, limits: Limits, path: Path): readonly FormProblem[] {
  return Object.entries(limits).flatMap(([key, max]) => {
    const text = source[key];
    const isOver = typeof text === 'string' && text.length > max && [...text].length <= max;
    return isOver ? [tooLong([...path, key], max)] : [];
  });
}
