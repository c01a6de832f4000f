// The parts of Discord's answers that the doctor reads.
import { z } from 'zod';

/** A set of permissions, as Discord writes it: a whole number in a string. */
const permissions = z
  .string()
  .regex(/^\d+$/)
  .transform((bits) => BigInt(bits));

export const application = z.object({
  id: z.string(),
  name: z.string(),
  flags: z.number().default(0),
  bot: z.object({ id: z.string() }).optional(),
  bot_public: z.boolean().default(true),
  bot_require_code_grant: z.boolean().default(false),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});
export type Application = z.infer<typeof application>;

export const commands = z.array(z.unknown());

export const channel = z.object({
  id: z.string(),
  type: z.number(),
  name: z.string().nullish(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), allow: permissions, deny: permissions }))
    .default([]),
});
export type Channel = z.infer<typeof channel>;

export const guild = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions })),
});
export type Guild = z.infer<typeof guild>;

export const member = z.object({ roles: z.array(z.string()) });
export type Member = z.infer<typeof member>;

export const ownGuilds = z.array(z.object({ id: z.string(), name: z.string(), permissions }));
