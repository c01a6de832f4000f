// JSON values as they travel on the wire, and how to look into one without trusting it.

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function stringIn(source: Json, key: string): string | undefined {
  const value = source[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(source: Json, key: string): number | undefined {
  const value = source[key];
  return typeof value === 'number' ? value : undefined;
}

/** The object without the keys whose value is undefined or null, as Discord leaves out what is not set. */
export function withoutEmpty(source: Json): Json {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== null),
  );
}
