// What a page may ask for, checked to the letter before anything is done.
import { z } from 'zod';
import { LOCALES } from '../../wording/locale.ts';
import { LARGEST_OWN_TEXT, OWN_KEYS, type OwnTextDraft } from './own-text.ts';
import type { Act, Whisper } from './protocol.ts';

/** Characters that Discord takes in a message. */
const LONGEST_MESSAGE = 2_000;
/** Characters that Discord takes in a text option. */
const LONGEST_OPTION = 6_000;
/** Characters that Discord takes in a field of a form, and fields in it. */
const LONGEST_FIELD = 4_000;
const MOST_FIELDS = 5;
/** Characters; longer than any name that is shown, so that the rest can be cut. */
const LONGEST_TYPED_NAME = 200;
const MOST_VALUES = 25;
/** Characters of a custom id or of the value of a select's option. */
const LONGEST_ID = 100;

const snowflake = z.string().regex(/^\d{1,20}$/u);
const at = { place: snowflake };
const on = { ...at, message: snowflake };
const text = z.string().max(LONGEST_MESSAGE);
const name = z.string().max(LONGEST_ID);
const ids = z.array(z.string().max(LONGEST_ID)).max(MOST_VALUES);
const filled = z
  .record(name, z.union([z.string().max(LONGEST_FIELD), ids]))
  .refine((record) => Object.keys(record).length <= MOST_FIELDS);
const values = z
  .record(name, z.union([z.string().max(LONGEST_OPTION), z.number(), z.boolean()]))
  .refine((record) => Object.keys(record).length <= MOST_VALUES);

export const actSchema: z.ZodType<Act> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), ...at, text, replyTo: snowflake.nullable(), ping: z.boolean() }),
  z.strictObject({ kind: z.literal('edit'), ...on, text }),
  z.strictObject({ kind: z.literal('delete'), ...on }),
  z.strictObject({ kind: z.literal('dismiss'), ...on }),
  z.strictObject({ kind: z.literal('type'), ...at }),
  z.strictObject({ kind: z.literal('command'), ...at, name, values }),
  z.strictObject({
    kind: z.literal('complete'),
    ...at,
    name,
    values,
    focused: name,
    typed: z.string().max(LONGEST_OPTION),
  }),
  z.strictObject({ kind: z.literal('press'), ...on, control: name }),
  z.strictObject({
    kind: z.literal('select'),
    ...on,
    control: name,
    values: ids,
  }),
  z.strictObject({ kind: z.literal('submit'), interaction: snowflake, values: filled }),
  z.strictObject({ kind: z.literal('menu'), ...on, name }),
  z.strictObject({
    kind: z.literal('profile'),
    name: z.string().max(LONGEST_TYPED_NAME).nullable(),
    locale: z.enum(LOCALES).nullable(),
  }),
]);

export const visitSchema = z.strictObject({ locale: z.enum(LOCALES) });

export const whisperSchema: z.ZodType<Whisper> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hello'), token: z.string().max(100) }),
  z.strictObject({ kind: z.literal('inspect'), on: z.boolean() }),
]);

/** Characters of a file name, and of a value. */
const LONGEST_FILE_NAME = 255;
const LONGEST_VALUE = 500;
/** Base64 makes four characters of three bytes. */
const LONGEST_CONTENT = 4 * Math.ceil(LARGEST_OWN_TEXT / 3);

export const ownTextSchema: z.ZodType<OwnTextDraft> = z.strictObject({
  name: z.string().min(1).max(LONGEST_FILE_NAME),
  content: z.string().max(LONGEST_CONTENT),
  values: z.partialRecord(z.enum(OWN_KEYS), z.string().max(LONGEST_VALUE)),
  opens: z.boolean(),
});
