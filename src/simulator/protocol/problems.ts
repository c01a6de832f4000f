// What is wrong with a JSON value: checked against Discord's own schema, told in Discord's words, reported as code 50035.
import type { z } from 'zod/mini';
import { isObject, type Json } from './json.ts';

export interface FormProblem {
  /** Where in the body, e.g. ['embeds', 0, 'title']. */
  readonly path: readonly PropertyKey[];
  /** Discord's name for it, e.g. BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

export function problem(path: readonly PropertyKey[], code: string, message: string): FormProblem {
  return {
    path,
    code,
    message,
  };
}

export function tooLong(path: readonly PropertyKey[], max: number): FormProblem {
  return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

export function describeProblem({ path, code, message }: FormProblem): string {
  return `${path.map(String).join('.') || '(body)'}: ${code} ${message}`;
}

interface ErrorNode {
  readonly fields: Map<string, ErrorNode>;
  readonly errors: Json[];
}

/** The body of Discord's answer 400 to a bad form. */
export function invalidFormBody(problems: readonly FormProblem[]): Json {
  const root: ErrorNode = { fields: new Map(), errors: [] };
  for (const { path, code, message } of problems) {
    nodeAt(root, path).errors.push({ code, message });
  }
  return { message: 'Invalid Form Body', code: 50035, errors: nodeJson(root) };
}

function nodeAt(root: ErrorNode, path: readonly PropertyKey[]): ErrorNode {
  return path.map(String).reduce((node, key) => {
    const next = node.fields.get(key) ?? { fields: new Map(), errors: [] };
    node.fields.set(key, next);
    return next;
  }, root);
}

function nodeJson({ fields, errors }: ErrorNode): Json {
  return {
    ...Object.fromEntries([...fields].map(([key, node]) => [key, nodeJson(node)])),
    ...(errors.length > 0 ? { _errors: errors } : {}),
  };
}

export type Schema = z.ZodMiniType<unknown>;

export function schemaProblems(schema: Schema, value: unknown): readonly FormProblem[] {
  const result = schema.safeParse(asSchemasHaveIt(value));
  return result.success ? [] : result.error.issues.flatMap((issue) => issueProblems(issue, value));
}

/**
 * The generated schemas know times only with `Z`, where Discord writes and accepts `+00:00`, and references only of type
 * 0, where its documentation ("Message Reference Types") has 1 for forwards.
 */
function asSchemasHaveIt(value: unknown): unknown {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/u.test(value) ? value.replace('+00:00', 'Z') : value;
  if (Array.isArray(value)) return value.map(asSchemasHaveIt);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [
      key,
      asSchemasHaveIt(isForward(key, own) ? { ...own, type: 0 } : own),
    ]),
  );
}

function isForward(key: string, value: unknown): value is Json {
  return key === 'message_reference' && isObject(value) && value['type'] === 1;
}

/** Whether the value fits one of the schemas; the problems are those of the closest. */
export function closestProblems(schemas: readonly Schema[], value: unknown): readonly FormProblem[] {
  return fewest(schemas.map((schema) => schemaProblems(schema, value)));
}

function issueProblems(issue: z.core.$ZodIssue, root: unknown): readonly FormProblem[] {
  if (issue.code !== 'invalid_union') return [oneProblem(issue, root)];
  const branches = issue.errors.map((issues) =>
    issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const fitting = branches.filter((issues) => !issues.some((inner) => isTypeMismatch(issue, inner)));
  const candidates = fitting.length > 0 ? fitting : branches;
  const closest = fewest(candidates.map((issues) => issues.flatMap((inner) => issueProblems(inner, root))));
  return closest.length > 0 ? closest : [problem(issue.path, 'UNION_TYPE_CHOICES', issue.message)];
}

/** In a union of components or options, `type` says which branch was meant. */
function isTypeMismatch(union: z.core.$ZodIssue, inner: z.core.$ZodIssue): boolean {
  return inner.path.length === union.path.length + 1 && inner.path.at(-1) === 'type';
}

function oneProblem(issue: z.core.$ZodIssue, root: unknown): FormProblem {
  const { path } = issue;
  switch (issue.code) {
    case 'too_big':
      return isCountable(issue.origin)
        ? problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`)
        : problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${issue.maximum}.`);
    case 'too_small':
      return isCountable(issue.origin)
        ? problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`)
        : problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${issue.minimum}.`);
    case 'invalid_type':
      return valueAt(root, path) === undefined
        ? problem(path, 'BASE_TYPE_REQUIRED', 'This field is required')
        : problem(path, 'BASE_TYPE_BAD_TYPE', `Must be of type ${issue.expected}.`);
    case 'invalid_value':
      return valueAt(root, path) === undefined
        ? problem(path, 'BASE_TYPE_REQUIRED', 'This field is required')
        : problem(
            path,
            'BASE_TYPE_CHOICES',
            `Value must be one of {${issue.values.map(String).join(', ')}}.`,
          );
    case 'invalid_format':
      return problem(path, 'STRING_TYPE_REGEX', `Not a well formed ${issue.format}.`);
    default:
      return problem(path, 'BASE_TYPE_INVALID', issue.message);
  }
}

function isCountable(origin: string): boolean {
  return origin === 'string' || origin === 'array';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value) && typeof key === 'number') return value[key];
    return isObject(value) ? value[String(key)] : undefined;
  }, root);
}

function fewest(candidates: readonly (readonly FormProblem[])[]): readonly FormProblem[] {
  return candidates.reduce((best, next) => (next.length < best.length ? next : best), candidates[0] ?? []);
}
