// What an asker thinks of an answer: two quiet buttons below it, and the form that "wrong" opens.
import { WRONG_REASONS, type WrongReason } from '../../wording/discord-wording.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import type { Form, Row } from '../sending/card.ts';
import { writeControl } from './custom-id.ts';

/** The fields' custom ids. */
export const OPINION = { reason: 'reason', remark: 'remark' } as const;

/** UTF-16 units: a sentence, not a story, as an editor reads many. */
export const LONGEST_REMARK = 200;

export function opinionRow(locale: Locale): Row {
  const { helped, wrong } = wordingFor(locale).discord.opinion;
  return {
    kind: 'buttons',
    buttons: [
      { id: writeControl({ kind: 'helped' }), label: helped },
      { id: writeControl({ kind: 'wrong' }), label: wrong },
    ],
  };
}

export function wrongForm(locale: Locale): Form {
  const { title, reason, reasons, remark, example } = wordingFor(locale).discord.opinion;
  const choices = WRONG_REASONS.map((value) => ({ value, label: reasons[value] }));
  return {
    id: writeControl({ kind: 'reported' }),
    title,
    fields: [
      { kind: 'choice', id: OPINION.reason, label: reason, choices, chosen: undefined },
      { kind: 'text', id: OPINION.remark, label: remark, example, longest: LONGEST_REMARK, isOptional: true },
    ],
  };
}

/** The reason by its value; undefined where it is none of the form's. */
export function readReason(value: string | undefined): WrongReason | undefined {
  return WRONG_REASONS.find((reason) => reason === value);
}
