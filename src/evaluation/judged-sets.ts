// The judged sets about the first interview: those that were used for tuning, and those that are reported.
import { type Collection, type CollectionSource, openCollection } from '../answer/collection.ts';
import { crossValidation } from './cross-validation.ts';
import { type EvaluatedReply, evaluate } from './evaluate.ts';
import { type JudgedQuestion, readJudgedQuestions } from './judged-question.ts';

/** Tuned on: never quoted as our figures. The thresholds are calibrated on these. Some stand in the interview's list of questions. */
export const TUNING_SETS = [
  'song-haitao.dev',
  'song-haitao.tune',
  'song-haitao.calibrate',
  'song-haitao.members',
];
/** Reported: nobody looks at their failures while tuning, and none of the report stands in any list. */
const REPORTED_SETS = ['song-haitao.report', 'song-haitao.follow-ups'];

export interface EvaluatedSet {
  readonly set: string;
  readonly replies: readonly EvaluatedReply[];
}

/** Asks every judged question of all sets; `read` gives a set's file, one judged question a line. */
export function evaluateSets(
  source: CollectionSource,
  read: (set: string) => string,
): readonly EvaluatedSet[] {
  const setOf = (set: string) => ({ set, questions: readJudgedQuestions(read(set), `${set}.jsonl`) });
  const tuning = TUNING_SETS.map(setOf);
  const apart = crossValidation(
    source,
    tuning.flatMap(({ questions }) => questions.map(({ question }) => question)),
  );
  const whole = openCollection(source);
  return [
    ...tuning.map((own) => evaluatedSet(own, ({ question }) => apart(question))),
    ...REPORTED_SETS.map((set) => evaluatedSet(setOf(set), () => whole)),
  ];
}

function evaluatedSet(
  { set, questions }: { readonly set: string; readonly questions: readonly JudgedQuestion[] },
  collectionFor: (judged: JudgedQuestion) => Collection,
): EvaluatedSet {
  return { set, replies: questions.flatMap((judged) => evaluate(collectionFor(judged), [judged])) };
}
