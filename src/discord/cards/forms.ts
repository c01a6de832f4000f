// The forms that buttons below an answer open: another question, of another interview where there are several; and what the
// asker thinks is wrong with the answer.
import type { Library } from '../../answer/library.ts';
import { LONGEST_READ } from '../../answer/read.ts';
import type { Interview } from '../../knowledge/interview.ts';
import { WRONG_REASONS, type WrongReason } from '../../wording/discord-wording.ts';
import { type Locale, wordingFor } from '../../wording/locale.ts';
import { titleLabel } from '../../wording/present.ts';
import { type Field, type Form, MOST_OPTIONS } from '../sending/card.ts';
import { writeControl } from './custom-id.ts';
import type { Quoted } from './fingerprint.ts';

/** The fields' custom ids. */
export const FURTHER = { question: 'question', interview: 'interview' } as const;

export interface FurtherRequest {
  readonly library: Library;
  /** The answer that is asked about; undefined below suggestions. */
  readonly quoted: Quoted | undefined;
  readonly locale: Locale;
}

export function furtherForm({ library, quoted, locale }: FurtherRequest): Form {
  const { form } = wordingFor(locale).discord;
  const question: Field = {
    kind: 'text',
    id: FURTHER.question,
    label: form.question,
    example: form.example,
    longest: LONGEST_READ,
  };
  const fields = [question, ...interviewField(library, quoted, locale)];
  return { id: writeControl({ kind: 'asked', quoted }), title: form.title, fields };
}

function interviewField(
  { interviews }: Library,
  quoted: Quoted | undefined,
  locale: Locale,
): readonly Field[] {
  if (interviews.length < 2) return [];
  const chosen = quoted?.source.interview;
  const choices = offered(interviews, chosen).map((interview) => ({
    value: interview.id,
    label: titleLabel(interview, locale),
  }));
  const { form } = wordingFor(locale).discord;
  return [
    { kind: 'choice', id: FURTHER.interview, label: form.interview, choices, chosen, isOptional: true },
  ];
}

/** As many as a select takes, the one that was quoted among them. */
function offered(interviews: readonly Interview[], chosen: string | undefined): readonly Interview[] {
  if (interviews.length <= MOST_OPTIONS) return interviews;
  const isChosen = ({ id }: Interview) => id === chosen;
  const others = interviews.filter((interview) => !isChosen(interview));
  return [...interviews.filter(isChosen), ...others].slice(0, MOST_OPTIONS);
}

/** The fields' custom ids. */
export const OPINION = { reason: 'reason', remark: 'remark' } as const;

/** UTF-16 units: a sentence, not a story, as an editor reads many. */
export const LONGEST_REMARK = 200;

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
