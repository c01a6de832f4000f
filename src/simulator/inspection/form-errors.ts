// What is wrong with a request body, and how Discord reports it: code 50035 with errors nested by field.
import type { Json } from '../json.ts';

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
