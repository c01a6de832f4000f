// A value of JSON with one of its fields changed.

export type Json = Readonly<Record<string, unknown>>;
export type Way = readonly string[];

/** Each field at any depth, as the way to it. */
export function fieldsOf(value: unknown, way: Way = []): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...way, key], ...fieldsOf(inner, [...way, key])]);
}

/** The last argument in the place of the field; undefined: the field is missing. */
export function withField(value: Json, [key = '', ...rest]: Way, strange: unknown): Json {
  const inner = rest.length === 0 ? strange : changed(value[key], rest, strange);
  return { ...value, [key]: inner };
}

function changed(value: unknown, way: Way, strange: unknown): unknown {
  if (Array.isArray(value)) return Object.values(withField({ ...value }, way, strange));
  return typeof value === 'object' && value !== null ? withField({ ...value }, way, strange) : value;
}
