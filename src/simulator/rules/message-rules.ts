// Discord's rules for messages that its published schema does not tell.
import { type FormProblem, problem, tooLong } from '../inspection/form-errors.ts';
import { isObject, type Json, objectsIn, stringIn } from '../json.ts';
import { FLAG, hasFlag } from '../world/flags.ts';
import { classicProblems, componentProblems, v2Problems } from './component-rules.ts';

/** Characters (UTF-16 units, the strictest reading) in a message's content. */
const MAX_CONTENT = 2000;
/** Characters in all embeds of a message together. */
const MAX_EMBEDS_TOGETHER = 6000;

/** @param body a message to create, or the result of an edit */
export function messageProblems(body: Json): readonly FormProblem[] {
  return [
    ...contentProblems(body),
    ...embedProblems(body),
    ...allowedMentionProblems(body),
    ...componentProblems(body['components']),
    ...(isV2(body) ? v2Problems(body) : classicProblems(body['components'])),
  ];
}

/** Discord refuses a message with nothing in it: code 50006. */
export function isEmptyMessage(body: Json): boolean {
  return (
    (stringIn(body, 'content') ?? '').trim() === '' &&
    ['embeds', 'components', 'attachments', 'sticker_ids'].every(
      (key) => objectsOrStrings(body[key]) === 0,
    ) &&
    !isObject(body['poll'])
  );
}

function isV2(body: Json): boolean {
  return typeof body['flags'] === 'number' && hasFlag(body['flags'], FLAG.componentsV2);
}

function objectsOrStrings(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function contentProblems(body: Json): readonly FormProblem[] {
  return (stringIn(body, 'content') ?? '').length > MAX_CONTENT ? [tooLong(['content'], MAX_CONTENT)] : [];
}

function embedProblems(body: Json): readonly FormProblem[] {
  const embeds = objectsIn(body['embeds']);
  const total = embeds.map(embedLength).reduce((sum, length) => sum + length, 0);
  const empty = embeds.flatMap((embed, index) =>
    Object.values(embed).every((value) => value === null || value === '')
      ? [problem(['embeds', index], 'BASE_TYPE_REQUIRED', 'This field is required')]
      : [],
  );
  if (total <= MAX_EMBEDS_TOGETHER) return empty;
  const message = `Embed size exceeds maximum size of ${MAX_EMBEDS_TOGETHER}`;
  return [...empty, problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', message)];
}

function embedLength(embed: Json): number {
  const inner = (key: string, name: string): string => {
    const value = embed[key];
    return isObject(value) ? (stringIn(value, name) ?? '') : '';
  };
  const fields = objectsIn(embed['fields']).flatMap((field) => [
    stringIn(field, 'name') ?? '',
    stringIn(field, 'value') ?? '',
  ]);
  const own = [stringIn(embed, 'title') ?? '', stringIn(embed, 'description') ?? ''];
  return [...own, inner('footer', 'text'), inner('author', 'name'), ...fields].join('').length;
}

function allowedMentionProblems(body: Json): readonly FormProblem[] {
  const allowed = body['allowed_mentions'];
  if (!isObject(allowed)) return [];
  const parse = Array.isArray(allowed['parse']) ? allowed['parse'] : [];
  return ['users', 'roles'].flatMap((key) => {
    const listed = allowed[key];
    if (!parse.includes(key) || !Array.isArray(listed) || listed.length === 0) return [];
    const message = `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`;
    return [problem(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message)];
  });
}
