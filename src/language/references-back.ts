// References back: how a sentence shows that it goes on from the one before.
import table from './references-back.json' with { type: 'json' };

const { openings, subjects } = table;
const OPENING = new RegExp(`^(?:${openings.chinese}|(?:${openings.english})\\b)`, 'iu');
const SUBJECT = new RegExp(
  `^${subjects.marks}*(?:(?:${subjects.conjunctions})?,?(?:${subjects.chinese})|(?:${subjects.english})\\b)`,
);

/** Whether a sentence, as printed, cannot be understood without the one before. */
export function needsSentenceBefore(printed: string): boolean {
  return OPENING.test(printed);
}

/** Whether a folded sentence is about what the one before names. */
export function goesOnAbout(folded: string): boolean {
  return SUBJECT.test(folded);
}
