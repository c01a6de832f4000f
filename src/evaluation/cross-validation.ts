// Cross-validation: a judged question that the editor also listed is asked of a collection without it, and without a fifth
// of the other judged ones. A list that holds the very question would prove nothing.
import { type Collection, type CollectionSource, openCollection } from '../answer/collection.ts';
import { fold } from '../language/fold.ts';

const FOLDS = 5;

/** For each question of the judged sets, the collection to ask it of. Every question is left out of one collection. */
export function crossValidation(
  source: CollectionSource,
  judged: readonly string[],
): (question: string) => Collection {
  const folds = new Map(judged.map((question, place) => [fold(question), place % FOLDS]));
  const collections = Array.from({ length: FOLDS }, (_, number) =>
    openCollection(without(source, (question) => folds.get(fold(question)) === number)),
  );
  return (question) => {
    const collection = collections[folds.get(fold(question)) ?? -1];
    if (collection === undefined) throw new Error(`“${question}” is in no fold.`);
    return collection;
  };
}

function without(source: CollectionSource, isLeftOut: (question: string) => boolean): CollectionSource {
  const questions = source.questions.map(({ answered, notCovered, ...own }) => ({
    ...own,
    answered: answered.filter(({ question }) => !isLeftOut(question)),
    notCovered: notCovered.filter((question) => !isLeftOut(question)),
  }));
  return { ...source, questions };
}
