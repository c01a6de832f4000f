// The one sentence of an answer that stands for it in an outline.
import { quote, type Section } from '../../knowledge/interview.ts';
import { analyse, LONGEST_QUESTION } from '../../search/query/analyse.ts';
import { scoreSentences } from '../../search/sentences/sentences.ts';
import type { Collection } from '../collection.ts';
import type { SentenceRun } from '../quotation.ts';
import { pointsBack } from './excerpt.ts';

/** The sentence that says most of what the question asks and of what the answer as a whole speaks of. */
export function chooseKeySentence(collection: Collection, section: Section, passage: number): SentenceRun {
  if (section.kind !== 'exchange') return { first: 0, last: 0 };
  const asked = sharesHeld(collection, passage, section.question);
  const told = sharesHeld(collection, passage, section.text.slice(0, LONGEST_QUESTION));
  const best = section.sentences
    .map((_, sentence) => ({ sentence, share: (asked[sentence] ?? 0) + (told[sentence] ?? 0) }))
    .filter(({ sentence }) => standsAlone(section, sentence))
    .reduce((a, b) => (b.share > a.share ? b : a), { sentence: 0, share: -1 });
  return { first: best.sentence, last: best.sentence };
}

/** For each sentence of the passage, the share 0..1 of the text's term weight that it holds. */
function sharesHeld({ index }: Collection, passage: number, text: string): readonly number[] {
  const query = analyse(text, index);
  if (query.weight === 0) return [];
  return scoreSentences(query, passage).map(({ score }) => score / query.weight);
}

/** A key sentence is read without its neighbours. */
function standsAlone(section: Section, sentence: number): boolean {
  const range = section.sentences[sentence];
  return range !== undefined && !pointsBack(quote(section, range));
}
