// The loaded interviews as one collection to ask, and each alone for members who name one.
import type { Interview } from '../knowledge/interview.ts';
import { type Collection, type CollectionSource, openCollection } from './collection.ts';

export interface Library {
  readonly interviews: readonly Interview[];
  readonly all: Collection;
  /** The collection of one interview; undefined where none has that id. */
  readonly only: (interview: string) => Collection | undefined;
}

export function openLibrary(source: CollectionSource): Library {
  const { interviews } = source;
  const all = openCollection(source);
  const alone = new Map(
    interviews.map((interview) => [
      interview.id,
      interviews.length === 1 ? all : openCollection({ ...source, interviews: [interview] }),
    ]),
  );
  return { interviews, all, only: (interview) => alone.get(interview) };
}
