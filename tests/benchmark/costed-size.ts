// What a cost is measured with, and how a reader calls it.
import { z } from 'zod';
import { whole } from './tables.ts';

/** Our interview with all that its editor wrote, or so many exchanges made of a public set. */
export const costedSize = z.union([z.literal('our interview'), z.number()]);

export type CostedSize = z.infer<typeof costedSize>;

/** In the midst of a sentence. */
export function sizeName(size: CostedSize): string {
  if (size === 'our interview') return size;
  return `${whole(size)} ${size === 1 ? 'exchange' : 'exchanges'}`;
}
