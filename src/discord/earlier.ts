// What a member replies to: the quotation of the bot's own answer, read from the answer's controls; none is remembered.
import type { Message } from 'discord.js';
import { answerAt } from '../answer/chosen-section.ts';
import type { Quotation } from '../answer/reply.ts';
import { languageOf } from '../language/language.ts';
import { readControl } from './custom-id.ts';
import { describeError } from './describe-error.ts';
import type { Desk } from './desk.ts';

/** Undefined where the message replies to nothing, to somebody else, or to what quotes nothing. */
export async function earlierQuotation(desk: Desk, message: Message): Promise<Quotation | undefined> {
  const { mentions, client, reference } = message;
  if (!reference || mentions.repliedUser?.id !== client.user?.id) return undefined;
  const answer = await message.fetchReference().catch((error: unknown) => {
    desk.log.debug({ error: describeError(error) }, 'the answer replied to cannot be read');
    return undefined;
  });
  return answer && quotationIn(desk, answer);
}

function quotationIn({ library }: Desk, { components, content }: Message): Quotation | undefined {
  const ids = components.flatMap((row) => ('components' in row ? row.components.map(customIdOf) : []));
  for (const id of ids) {
    const read = readControl(id);
    if (!read.ok || read.control.kind !== 'about') continue;
    const { source, range } = read.control;
    return answerAt(library, { source, language: languageOf(content) }, range)?.quotation;
  }
  return undefined;
}

function customIdOf(component: object): string {
  return 'customId' in component && typeof component.customId === 'string' ? component.customId : '';
}
