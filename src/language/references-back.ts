// References back: whether a sentence or a question points at what was named before, and by which pronoun a text speaks of a person.
import { fold } from './fold.ts';
import table from './references-back.json' with { type: 'json' };

interface Words {
  readonly chinese: string;
  readonly english: string;
}

const { things, then, she, hers, he, his, they, conclusions, subjects } = table;
const anybody = [she, hers, he, his, they];

function anyOf(...words: readonly Words[]) {
  const [chinese, english] = [words.map((own) => own.chinese), words.map((own) => own.english)];
  return `(?:${chinese.join('|')}|\\b(?:${english.join('|')})\\b)`;
}

const OPENING = new RegExp(`^${anyOf(things, then, ...anybody, conclusions)}`);
const SUBJECT = new RegExp(
  `^${subjects.marks}*(?:(?:${subjects.conjunctions})?,?${anyOf(things, then, ...anybody)}|\\b(?:${subjects.others})\\b)`,
);
/** "What are her plans?" is often about the interviewee, whoever else was named. */
const ANYWHERE = new RegExp(anyOf(things, then, she, he, they));
const OF_IT = new RegExp(anyOf(things, they, conclusions));

/** Whether a sentence, as printed, cannot be understood without the one before. */
export function needsSentenceBefore(printed: string): boolean {
  return OPENING.test(fold(printed));
}

/** Whether a folded sentence is about what the one before names. */
export function goesOnAbout(folded: string): boolean {
  return SUBJECT.test(folded);
}

/** Whether a part of a question points at what another part, or an earlier answer, has named. */
export function pointsBack(text: string): boolean {
  return ANYWHERE.test(fold(text));
}

/** Whether a folded question is about the very thing that was said. */
export function speaksOfIt(folded: string): boolean {
  return OF_IT.test(folded);
}

export type Pronoun = 'she' | 'he';

const PRONOUNS = { she: new RegExp(anyOf(she, hers), 'g'), he: new RegExp(anyOf(he, his), 'g') };
/** Of two pronouns the one that stands so many times as often is the interviewee's. */
const CLEARLY_MORE = 4;

/** The pronoun that a folded text speaks of one person with; undefined where none stands out. */
export function pronounIn(folded: string): Pronoun | undefined {
  const count = (pronoun: Pronoun) => folded.match(PRONOUNS[pronoun])?.length ?? 0;
  if (count('she') > CLEARLY_MORE * count('he')) return 'she';
  return count('he') > CLEARLY_MORE * count('she') ? 'he' : undefined;
}
