// JSON values as they travel on the wire, and how to look into one without trusting it.

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

export const stringIn = (source: Json, key: string): string | undefined => {
  const value = source[key];
  return typeof value === 'string' ? value : undefined;
};

export const numberIn = (source: Json, key: string): number | undefined => {
  const value = source[key];
  return typeof value === 'number' ? value : undefined;
};

/** The object without the keys whose value is undefined or null, as Discord leaves out what is not set. */
export const withoutEmpty = (source: Json): Json =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== null));
