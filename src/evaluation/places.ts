// Questions that are answered in several sections, and others of the same flavour that one answers: which of them are quoted.
import { z } from 'zod';
import { ask } from '../answer/ask.ts';
import { openLibrary } from '../answer/library.ts';
import type { SectionRef } from '../answer/reply.ts';
import { FULL, sourceOf } from './beside.ts';
import { INVENTED, SHIPPED, type TestKnowledge } from './test-interviews.ts';

/** The judged questions of several places: their file without its ending. */
const SET = 'several-places';

const place = z.union([z.int().positive(), z.enum(['biography', 'introduction'])]);
const placedQuestion = z.strictObject({
  id: z.string(),
  interview: z.string(),
  question: z.string(),
  /** All sections that answer it or a part of it. */
  places: z.array(place).min(1),
});

export interface PlacesFigures {
  /** Questions of several places, and those of them all of whose places were quoted. */
  readonly several: number;
  readonly allShown: number;
  /** Questions of one place, and those of them where a second one was quoted. */
  readonly single: number;
  readonly needless: number;
}

/** Each question is asked of its interview alone, with lists and lexicon. */
export function evaluatePlaces(known: TestKnowledge): PlacesFigures {
  const questions = known
    .read(SET)
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [placedQuestion.parse(JSON.parse(line))]));
  const judged = [SHIPPED, ...INVENTED].flatMap((id) => {
    const from = id === SHIPPED ? known.shipped : known.invented;
    const library = openLibrary(sourceOf(from, { id, beside: FULL, dictionary: known.dictionary }));
    return questions
      .filter(({ interview }) => interview === id)
      .map(({ question, places }) => {
        const reply = ask(library, { question });
        const quoted = reply.outcome === 'answer' ? [reply, ...reply.further] : [];
        const shown = quoted.map(({ quotation }) => placeOf(quotation.source));
        return { places, shown };
      });
  });
  const several = judged.filter(({ places }) => places.length > 1);
  const single = judged.filter(({ places }) => places.length === 1);
  return {
    several: several.length,
    allShown: several.filter(({ places, shown }) => places.every((own) => shown.includes(own))).length,
    single: single.length,
    needless: single.filter(({ shown }) => shown.length > 1).length,
  };
}

function placeOf(source: SectionRef): number | string {
  return source.section === 'exchange' ? source.exchange : source.section;
}
