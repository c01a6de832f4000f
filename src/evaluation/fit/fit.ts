// Fitting: the weights of the ranking's formula and of the decision, and how well they do on what they were not fitted on.
import { type DecisionFeatures, ENOUGH_TO_ANSWER } from '../../answer/decide.ts';
import { type RankFeatures, SENTENCE_FEATURES, type SentenceFeatures } from '../../search/index/weights.ts';
import { coveredBy } from '../evaluate.ts';
import type { JudgedCollection } from '../technique.ts';
import {
  crossSettings,
  everydaySettings,
  inventedSettings,
  type JudgedSetting,
  type TestKnowledge,
  tuningSettings,
} from '../test-interviews.ts';
import {
  ALONE,
  type DecisionExample,
  decisionExamples,
  firstRight,
  interviewExamples,
  interviewSentences,
  publicExamples,
  publicSentences,
  RANK_FEATURES,
} from './examples.ts';
import { chancesOf, type Example, fitSoftmax } from './softmax.ts';

type Print = (text: string) => void;

/** Decimal places of a weight: more would only pretend. */
const DIGITS = 2;
const RANK_PENALTY = 1e-6;
const SENTENCE_PENALTY = 1e-4;
const DECISION_PENALTY = 0.02;

/**
 * What each public set counts; those of one question in several forms count together as one. Sets where the weights of the
 * others do least well count more, so that none pays for them.
 */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  covidfaq: 3,
  drcd: 3,
  'drcd-simp': 3,
  stackfaq: 2,
  'xquad-en2zh': 2,
};
/** What each way of leaving an interview counts: the public sets hold ten times as many questions. */
const INTERVIEW_WEIGHT = 0.1;

/** The same for the sentences, where each way of leaving an interview counts 1. */
const SENTENCE_SET_WEIGHTS: Readonly<Record<string, number>> = { cmrc: 4, drcd: 3, 'drcd-simp': 3 };

/**
 * What each way of leaving an interview counts in the decision, what each set of lines that ask nothing of it, and what each of
 * questions about others: few are asked, and the more they count the fewer of its own are answered.
 */
const ABOUT = 300;
const EVERYDAY = 50;
const ASTRAY = 25;

export function fitRanking(
  known: TestKnowledge,
  sets: readonly JudgedCollection[],
  print: Print,
): RankFeatures {
  const examples = [
    ...sets.map((set) => ({
      name: set.name,
      examples: publicExamples(set, known.dictionary, SET_WEIGHTS[set.name] ?? 1),
    })),
    ...ownSettings(known).map((setting) => ({
      name: setting.name,
      examples: interviewExamples(setting, INTERVIEW_WEIGHT),
    })),
  ];
  const told = 'ranked first, in % of the questions that a right passage was found for';
  return fitNamed(examples, { names: RANK_FEATURES, penalty: RANK_PENALTY, of: 'ranking', told, print });
}

export function fitSentences(
  known: TestKnowledge,
  sets: readonly JudgedCollection[],
  print: Print,
): SentenceFeatures {
  const examples = [
    ...sets.map((set) => ({
      name: set.name,
      examples: publicSentences(set, known.dictionary, SENTENCE_SET_WEIGHTS[set.name] ?? 1),
    })),
    ...ownSettings(known).map((setting) => ({
      name: setting.name,
      examples: interviewSentences(setting, 1),
    })),
  ];
  const told = 'the right one chosen in its passage, in %';
  const names = SENTENCE_FEATURES;
  return fitNamed(examples, { names, penalty: SENTENCE_PENALTY, of: 'sentences', told, print });
}

/** Each way of leaving an interview that tuning may look at. */
function ownSettings(known: TestKnowledge): readonly JudgedSetting[] {
  return [...tuningSettings(known), ...inventedSettings(known)];
}

interface Fitting<Feature extends string> {
  readonly names: readonly Feature[];
  readonly penalty: number;
  /** What is printed: of what the loss is, and what the shares below it tell. */
  readonly of: string;
  readonly told: string;
  readonly print: Print;
}

/** The weights of features that do best on the examples of several sets, with how many of each set come first rightly. */
function fitNamed<Feature extends string>(
  sets: readonly { readonly name: string; readonly examples: readonly Example[] }[],
  { names, penalty, of, told, print }: Fitting<Feature>,
): Readonly<Record<Feature, number>> {
  const { weights, loss } = fitSoftmax(
    sets.flatMap(({ examples }) => examples),
    { penalty },
  );
  const rounded = weights.map(round);
  print(`${of}: loss ${loss.toFixed(4)}; ${told}`);
  for (const { name, examples } of sets)
    if (examples.length > 0) print(`  ${name.padEnd(34)}${percent(firstRight(examples, rounded))}`);
  return Object.fromEntries(names.map((name, at) => [name, rounded[at] ?? 0])) as Record<Feature, number>;
}

export interface FittedDecision {
  readonly decide: DecisionFeatures;
  readonly notCovered: number;
}

/** What only a folder of several interviews can tell keeps its weight. */
export function fitDecision(known: TestKnowledge, before: DecisionFeatures, print: Print): FittedDecision {
  const examples = [
    ...ownSettings(known).flatMap((own) => decisionExamples(own, ABOUT)),
    ...everydaySettings(known, 'tune').flatMap((own) => decisionExamples(own, EVERYDAY)),
    ...crossSettings(known).flatMap((own) => decisionExamples(own, ASTRAY)),
  ];
  const { weights, loss } = fitSoftmax(examples, { penalty: DECISION_PENALTY });
  const interviews = [...new Set(examples.map(({ interview }) => interview))];
  const apart = interviews.flatMap((interview) => {
    const without = fitSoftmax(
      examples.filter((own) => own.interview !== interview),
      { penalty: DECISION_PENALTY },
    );
    return examples.filter((own) => own.interview === interview).map((own) => judged(own, without.weights));
  });
  print(
    `decision: loss ${loss.toFixed(4)}, ${meanLoss(apart).toFixed(4)} on interviews that it was not fitted on:`,
  );
  printFigures(apart, print);
  printCalibration(apart, print);
  const fitted = Object.fromEntries(ALONE.map((name, at) => [name, round(weights[at] ?? 0)]));
  return { decide: { ...before, ...fitted }, notCovered: round(weights[ALONE.length] ?? 0) };
}

/** A question decided by weights that were fitted on other interviews. */
interface Judged {
  readonly example: DecisionExample;
  /** Of the likeliest section, and whether it is right. */
  readonly probability: number;
  readonly isRight: boolean;
  /** Of what is right. */
  readonly good: number;
}

function judged(example: DecisionExample, weights: readonly number[]): Judged {
  const chances = chancesOf(example.candidates, weights);
  const sections = chances.slice(0, -1);
  const probability = Math.max(0, ...sections);
  return {
    example,
    probability,
    isRight: example.right[sections.indexOf(probability)] === true,
    good: chances.reduce((sum, own, at) => sum + (example.right[at] ? own : 0), 0),
  };
}

function meanLoss(all: readonly Judged[]): number {
  const weight = all.reduce((sum, { example }) => sum + example.weight, 0);
  return all.reduce((sum, { example, good }) => sum - example.weight * Math.log(good), 0) / weight;
}

const FIGURES = ['first', 'right', 'wrong', 'quiet', 'bad shown', 'at 2% bad'];
const FIGURE_WIDTH = 11;

function printFigures(all: readonly Judged[], print: Print): void {
  print(`  ${''.padEnd(34)}${FIGURES.map((name) => name.padStart(FIGURE_WIDTH)).join('')}`);
  for (const setting of new Set(all.map(({ example }) => example.setting))) {
    const own = all.filter(({ example }) => example.setting === setting);
    const covered = own.filter(({ example }) => example.isCovered);
    const others = own.filter(({ example }) => !example.isCovered);
    const isShown = ({ probability }: Judged) => probability >= ENOUGH_TO_ANSWER;
    const chances = own.map(({ probability, isRight, example: { isCovered } }) => ({
      ...{ probability, isBad: !isRight, isAnswerable: isCovered },
    }));
    const cells = [
      share(covered, ({ isRight }) => isRight),
      share(covered, (one) => one.isRight && isShown(one)),
      share(covered, (one) => !one.isRight && isShown(one)),
      share(others, (one) => !isShown(one)),
      share(own.filter(isShown), ({ isRight }) => !isRight),
      coveredBy(chances) / Math.max(1, covered.length),
    ];
    print(`  ${setting.padEnd(34)}${cells.map((cell) => percent(cell).padStart(FIGURE_WIDTH)).join('')}`);
  }
}

const STEPS = 5;

/** How often the likeliest section is right, by its probability. */
function printCalibration(all: readonly Judged[], print: Print): void {
  print('  probability     questions   right');
  for (let step = 0; step < STEPS; step += 1) {
    const [low, high] = [step / STEPS, (step + 1) / STEPS];
    const own = all.filter(({ probability }) => probability >= low && probability < high);
    const right = percent(share(own, ({ isRight }) => isRight));
    print(`  ${low.toFixed(1)} to ${high.toFixed(1)}${String(own.length).padStart(16)}${right.padStart(9)}`);
  }
}

function share<Of>(all: readonly Of[], is: (one: Of) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function round(weight: number): number {
  return Number(weight.toFixed(DIGITS));
}
