// Ask further: the form below an answer or suggestions. It asks for a question and, where there are several interviews, which
// of them is asked: the one that was quoted, unless another is chosen.
import type { Library } from '../../answer/library.ts';
import { LONGEST_READ } from '../../answer/read.ts';
import type { Interview } from '../../knowledge/interview.ts';
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
