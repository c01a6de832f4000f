// What each technique is worth on the interviews of the tests: the figures of groups of them, with all techniques but one.
import type { DecisionFeature } from '../answer/decide.ts';
import { type Dictionary, parseDictionary } from '../dictionary/dictionary.ts';
import type { Knowledge } from '../knowledge/collection.ts';
import fitted from '../search/weights.json' with { type: 'json' };
import { BARE, FULL } from './beside.ts';
import { type EvaluatedReply, evaluate, type Metrics, measure } from './evaluate.ts';
import { judge } from './judged-question.ts';
import {
  dictionaryFor,
  TECHNIQUES,
  type Technique,
  type WithoutInInterviews,
  weightsFor,
} from './technique.ts';
import {
  everydaySettings,
  folderSettings,
  inventedSettings,
  type JudgedSetting,
  reportedSetting,
  SHIPPED,
  type TestKnowledge,
} from './test-interviews.ts';

/** The last two tell only of what depends on whom a question is put to, and cost as much as all others. */
export const GROUPS = [
  'shipped',
  'shipped, bare',
  'invented',
  'invented, bare',
  'one folder',
  'everyday lines',
];
const OF_ADDRESS = 4;
const ADDRESSED: readonly (DecisionFeature | undefined)[] = ['aside', 'strange', 'foreign', 'chat'];

/** The figures of each group; fewer where the technique has no part in the last ones. */
export function measureInterviews(known: TestKnowledge, technique: Technique): readonly Metrics[] {
  const { interviews: without = {} } = technique;
  const isAddressed = technique === TECHNIQUES[0] || ADDRESSED.includes(without.decide);
  const groups = settingsOf(knownWithout(known, technique)).slice(0, isAddressed ? undefined : OF_ADDRESS);
  return deciding(without, () =>
    groups.map((settings) => measure(settings().flatMap((setting) => repliesOf(setting, without)))),
  );
}

const settingsOfKnown = new WeakMap<TestKnowledge, readonly (() => readonly JudgedSetting[])[]>();

/** In the order of the groups, each opened once for all techniques that change nothing in it. */
function settingsOf(known: TestKnowledge) {
  const isBare = ({ name }: JudgedSetting) => name.endsWith(', bare');
  const invented = once(() => inventedSettings(known));
  const made = settingsOfKnown.get(known) ?? [
    once(() => [reportedSetting(known, FULL)]),
    once(() => [reportedSetting(known, BARE)]),
    () => invented().filter((own) => !isBare(own)),
    () => invented().filter(isBare),
    once(() =>
      folderSettings(known).filter(({ name }) => !name.includes('bare') && !name.startsWith(SHIPPED)),
    ),
    once(() => everydaySettings(known, 'report')),
  ];
  settingsOfKnown.set(known, made);
  return made;
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same object where the technique takes nothing from the interviews or the search. */
function knownWithout(known: TestKnowledge, technique: Technique): TestKnowledge {
  const {
    weights,
    rank,
    sentence,
    dictionary,
    interviews: { lists, lexicon, listSentences } = {},
  } = technique;
  if (!weights && !rank && !sentence && !dictionary && !lists && !lexicon && !listSentences) return known;
  const without = (from: Knowledge): Knowledge => ({
    ...from,
    lexicons: lexicon ? [] : from.lexicons,
    questions: lists ? [] : from.questions.map((own) => (listSentences ? withoutSentences(own) : own)),
  });
  return {
    ...known,
    shipped: without(known.shipped),
    invented: without(known.invented),
    dictionary: dictionaryFor(technique, known.dictionary) ?? NONE,
    weights: weightsFor(technique),
  };
}

const NONE: Dictionary = parseDictionary(new Uint8Array(), new Uint8Array());

function withoutSentences({ answered, ...own }: Knowledge['questions'][number]) {
  return { ...own, answered: answered.map(({ sentence: _, ...question }) => question) };
}

/** The decision reads its weights where it is asked: one is nothing while this runs. */
function deciding<Result>({ decide }: WithoutInInterviews, run: () => Result): Result {
  if (decide === undefined) return run();
  const weight = fitted.decide[decide];
  fitted.decide[decide] = 0;
  try {
    return run();
  } finally {
    fitted.decide[decide] = weight;
  }
}

function repliesOf(setting: JudgedSetting, { asked, slips }: WithoutInInterviews): readonly EvaluatedReply[] {
  const questions = setting.questions.map((judged) =>
    asked ? { ...judged, question: asked(judged.question) } : judged,
  );
  const replies = evaluate({ ...setting, questions });
  return slips ? replies.map(unmended) : replies;
}

/** A reply that read a slip was none before: the question went without an answer. */
function unmended(own: EvaluatedReply): EvaluatedReply {
  if (own.reply.mends === undefined || own.reply.outcome !== 'answer') return own;
  const reply = { ...own.reply, outcome: 'suggest', reason: 'too-weak' } as const;
  return { ...own, reply, verdict: judge(reply, own.judged, own.interview) };
}
