// The steps by which an editor lists a question, as custom ids: with the question above them they carry all that is needed, so
// that each works after a restart, too.
import type { Inserted } from '../../wording/listing.ts';
import { readOffered, writeControl, writeOffered } from './custom-id.ts';
import type { Offered } from './fingerprint.ts';

export type Step =
  /** A select of gaps, one of what was listed lately, whose values are steps to undo it, and one of interviews. */
  | { readonly step: 'gap' }
  | { readonly step: 'lately' }
  | { readonly step: 'interview' }
  /** A select of an interview's parts; `parts` turns its pages. */
  | { readonly step: 'part'; readonly page: number; readonly interview: string }
  | { readonly step: 'parts'; readonly page: number; readonly interview: string }
  | { readonly step: 'notCovered'; readonly interview: string }
  /** A select of a part's sentences; `sentences` turns its pages. */
  | { readonly step: 'sentence'; readonly page: number; readonly part: Offered }
  | { readonly step: 'sentences'; readonly page: number; readonly part: Offered }
  | { readonly step: 'whole'; readonly part: Offered }
  | { readonly step: 'undo'; readonly inserted: Inserted };

/** One letter each: what is undone, with an interview's id of 64 characters, fills the rest of the 100. */
const LETTERS: Readonly<Record<Step['step'], string>> = {
  gap: 'g',
  lately: 't',
  interview: 'i',
  part: 'p',
  parts: 'l',
  notCovered: 'n',
  sentence: 's',
  sentences: 'm',
  whole: 'w',
  undo: 'u',
};

const RADIX = 36;

export function writeStep(step: Step): string {
  return writeControl({ kind: 'listing', fields: [LETTERS[step.step], ...fieldsOf(step)] });
}

function fieldsOf(step: Step): readonly string[] {
  switch (step.step) {
    case 'gap':
    case 'lately':
    case 'interview':
      return [];
    case 'part':
    case 'parts':
      return [String(step.page), step.interview];
    case 'notCovered':
      return [step.interview];
    case 'sentence':
    case 'sentences':
      return [String(step.page), writeOffered(step.part)];
    case 'whole':
      return [writeOffered(step.part)];
    case 'undo': {
      const { made, isNew, length, print, line, interview } = step.inserted;
      return [made.toString(RADIX), `${isNew ? NEW : ''}${length.toString(RADIX)}`, print, line, interview];
    }
  }
}

/** Before the length of a list that was not there before: no digit. */
const NEW = '+';

/** Undefined where it is none of ours. */
export function readStep([letter, ...fields]: readonly string[]): Step | undefined {
  const step = (Object.keys(LETTERS) as Step['step'][]).find((name) => LETTERS[name] === letter);
  const [first = '', second = ''] = fields;
  switch (step) {
    case undefined:
      return undefined;
    case 'gap':
    case 'lately':
    case 'interview':
      return { step };
    case 'part':
    case 'parts':
      return isPage(first) && second !== '' ? { step, page: Number(first), interview: second } : undefined;
    case 'notCovered':
      return first === '' ? undefined : { step, interview: first };
    case 'sentence':
    case 'sentences': {
      const part = readOffered(fields.slice(1).join(':'));
      return part && isPage(first) ? { step, page: Number(first), part } : undefined;
    }
    case 'whole': {
      const part = readOffered(fields.join(':'));
      return part && { step, part };
    }
    case 'undo':
      return readUndo(fields);
  }
}

function isPage(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

function readUndo([made = '', length = '', print = '', line = '', interview = '']: readonly string[]):
  | Step
  | undefined {
  const [, sign, digits = ''] = /^(\+?)([0-9a-z]{1,6})$/.exec(length) ?? [];
  const isSound = [print, line].every((each) => /^[\w-]+$/.test(each)) && /^[0-9a-z]{1,8}$/.test(made);
  if (!isSound || digits === '' || !/^[a-z0-9-]{1,64}$/.test(interview)) return undefined;
  const inserted = {
    ...{ interview, print, line, isNew: sign === NEW },
    made: Number.parseInt(made, RADIX),
    length: Number.parseInt(digits, RADIX),
  };
  return { step: 'undo', inserted };
}
