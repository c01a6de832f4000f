// Blocks -> who says what: two voices that alternate by their labels, else by their looks. One voice, or three, is said to be
// so and never forced.
import { type Block, endsAsQuestion, plainBlock, type Remark, widthOf } from './block.ts';
import { isNameLike, keyOf } from './label-words.ts';
import { bare, labelsOf } from './labels.ts';
import { byDashes, byLooks, byQuestions, type Found, type Mark } from './looks.ts';
import { isNumberAlone } from './numbers.ts';
import { furtherAskers, saidBefore } from './overlooked.ts';
import type { Refusal } from './read.ts';
import { findVoices, type LabelledTurn, type Voice, type Voices } from './voices.ts';

export interface Dialogue {
  readonly marks: readonly Mark[];
  readonly how: string;
  /** Names of the voices as printed, where labels tell them. */
  readonly asker: readonly string[];
  readonly answerer: readonly string[];
  /** What whoever asks says above the first question, to no one: index of the block, and offset behind the label. */
  readonly welcome?: Pick<Mark, 'at' | 'words'>;
  readonly unsure: readonly Remark[];
}

export type DialogueFound =
  | { readonly ok: true; readonly dialogue: Dialogue }
  | ({ readonly ok: false } & Refusal);

const MEND =
  'Set labels before the turns, such as `Q:` and `A:` or two names with a colon, save it as .txt, and take that.';

/** `blocks` as `splitTurns` leaves them. */
export function findDialogue(blocks: readonly Block[]): DialogueFound {
  const voices = findVoices(blocks);
  const labelled = byLabels(blocks, voices);
  if (labelled.kind === 'found') return { ok: true, dialogue: labelled.dialogue };
  if (labelled.kind === 'many') return { ok: false, what: labelled.what, mend: MANY };
  const found = oneLabelled(blocks, voices) ?? byLooks(blocks) ?? byDashes(blocks) ?? byQuestions(blocks);
  if (found) return { ok: true, dialogue: { asker: [], answerer: [], ...found } };
  const [only] = voices.voices.filter(({ at }) => at.length > 1);
  const what = only
    ? `Only one voice is told apart (“${only.names[0]}”, ${only.at.length} times): this is no interview of question and answer.`
    : 'Nothing in it alternates like question and answer: it is one voice, or no interview.';
  return { ok: false, what, mend: MEND };
}

const MANY =
  'An interview file has one interviewee. Take out the turns of the others, or make one file a person, and try again.';

type Labelled =
  | { readonly kind: 'found'; readonly dialogue: Dialogue }
  | { readonly kind: 'many'; readonly what: string }
  | { readonly kind: 'none' };

function byLabels(blocks: readonly Block[], { turns, voices, unsure }: Voices): Labelled {
  const [first, second, ...others] = voices;
  if (!first || !second) return { kind: 'none' };
  const pair = [first, second];
  const ofPair = turns.filter(({ voice }) => pair.includes(voice));
  const asker = askerOf(pair, ofPair);
  const answerer = asker === first ? second : first;
  const further = furtherAskers(others, turns, { asker, answerer, blocks });
  const askers = [asker, ...further];
  const own = turns.filter(({ voice }) => voice === answerer || askers.includes(voice));
  const inside = trim(own, askers, blocks);
  const welcome = own[own.indexOf(inside[0] as LabelledTurn) - 1];
  const isWelcome = welcome !== undefined && askers.includes(welcome.voice) && !isCreditIn(welcome, blocks);
  const changes = inside.filter(
    ({ voice }, at) => askers.includes(voice) && inside[at + 1]?.voice === answerer,
  ).length;
  const isSure =
    askers.some(({ role }) => role === 'asks') || blocks.some((block) => block.speaker !== undefined);
  if (changes < (isSure ? 1 : 2)) return { kind: 'none' };
  const rest = others.filter((voice) => !further.includes(voice));
  const more = rest.filter((voice) => speaks(voice, inside));
  if (more.length > 0) return { kind: 'many', what: tooMany([...askers, answerer, ...more], blocks) };
  return {
    kind: 'found',
    dialogue: {
      marks: inside.map(
        ({ at, label, voice }): Mark => ({
          at,
          words: label.words,
          side: voice === answerer ? 'answers' : 'asks',
        }),
      ),
      how: `labels: ${askers.map((own) => quoted(own, inside)).join(' and ')} ${askers.length > 1 ? 'ask' : 'asks'}, ${quoted(answerer, inside)} answers`,
      asker: askers.flatMap(({ names }) => names),
      answerer: answerer.names,
      ...(isWelcome ? { welcome: { at: welcome.at, words: welcome.label.words } } : {}),
      unsure: [
        ...unsure.filter(({ line }) => isWithin(line, inside, blocks)),
        ...saidBefore(inside[0]?.at ?? 0, turns, blocks),
        ...straysOf(rest, inside, blocks),
      ],
    },
  };
}

/** A headline may open with a name, too. */
function quoted(voice: Voice, inside: readonly LabelledTurn[]): string {
  const own = inside.filter((turn) => turn.voice === voice).map(({ label }) => bare(label.printed));
  return voice.names.flatMap((name) => (own.includes(name) ? `“${name}”` : [])).join(', ');
}

function isWithin(line: number, inside: readonly LabelledTurn[], blocks: readonly Block[]): boolean {
  return (
    line >= (blocks[inside[0]?.at ?? 0]?.line ?? 0) && line <= (blocks[inside.at(-1)?.at ?? 0]?.line ?? 0)
  );
}

function askerOf(pair: readonly Voice[], turns: readonly LabelledTurn[]): Voice {
  const byRole =
    pair.find(({ role }) => role === 'asks') ??
    pair.find((voice) => pair.some((other) => other !== voice && other.role === 'answers'));
  const share = ({ questions, at }: Voice) => questions / at.length;
  const [a, b] = pair.toSorted((one, other) => share(other) - share(one));
  const clear = a && b && share(a) > share(b) ? a : turns[0]?.voice;
  return byRole ?? clear ?? (pair[0] as Voice);
}

/** Without bylines before the first question (`Reporter: Wang`) and credits behind the last answer. */
function trim(
  turns: readonly LabelledTurn[],
  askers: readonly Voice[],
  blocks: readonly Block[],
): readonly LabelledTurn[] {
  const isAsked = (turn: LabelledTurn | undefined) => turn !== undefined && askers.includes(turn.voice);
  const isCredit = (turn: LabelledTurn) => isCreditIn(turn, blocks);
  let from = turns.findIndex(isAsked);
  if (from === -1) return [];
  while (isAsked(turns[from + 1]) && isCredit(turns[from] as LabelledTurn)) from += 1;
  if (isAsked(turns[from + 1]) && isWelcomeAt(from, turns, blocks)) from += 1;
  const kept = turns.slice(from);
  const last = kept.findLastIndex((turn) => !isAsked(turn) || !isCredit(turn));
  return kept.slice(0, last + 1);
}

/** `Reporter: Wang`, or a cell `Interviewer` and one with the name. */
function isCreditIn({ at, label }: LabelledTurn, blocks: readonly Block[]): boolean {
  const said = (blocks[at]?.text ?? '').slice(label.words) || (blocks[at + 1]?.text ?? '');
  return widthOf(said) <= 24 && !/[。！？!?.]$/.test(said) && said !== '';
}

/** Columns; shorter words may be the first half of a question. */
const LEAST_WELCOME = 60;

/** Words that end in a statement, behind which the same voice asks. */
function isWelcomeAt(index: number, turns: readonly LabelledTurn[], blocks: readonly Block[]): boolean {
  const [from = 0, next = 0, end = 0] = [0, 1, 2].map((step) => turns[index + step]?.at);
  const said = blocks.slice(from, next).map(({ text }) => text);
  const isLong = said.reduce((width, text) => width + widthOf(text), 0) > LEAST_WELCOME;
  const asked = blocks.slice(next, end);
  return isLong && !endsAsQuestion(said.at(-1) ?? '') && asked.some(({ text }) => endsAsQuestion(text));
}

/** A further voice: it has a role, or it is a name that speaks more than once between the first turn and the last. */
function speaks(voice: Voice, inside: readonly LabelledTurn[]): boolean {
  const [first = 0, last = 0] = [inside[0]?.at, inside.at(-1)?.at];
  const within = voice.at.filter((at) => at > first && at <= last);
  if (within.length === 0) return false;
  return voice.role !== undefined || (voice.at.length > 1 && voice.names.some(isNameLike));
}

function tooMany(voices: readonly Voice[], blocks: readonly Block[]): string {
  const told = ({ names, at }: Voice) =>
    `“${names[0]}” (${at.length} turns, the first on line ${blocks[at[0] ?? 0]?.line})`;
  return `${voices.length} voices speak: ${voices.map(told).join(', ')}.`;
}

/** Lines that begin like a label and are kept as text. */
function straysOf(
  others: readonly Voice[],
  inside: readonly LabelledTurn[],
  blocks: readonly Block[],
): readonly Remark[] {
  const [first = 0, last = 0] = [inside[0]?.at, inside.at(-1)?.at];
  return others.flatMap(({ at, names }) =>
    at
      .filter((index) => index > first && index <= last)
      .map((index) => ({
        line: blocks[index]?.line ?? 1,
        what: `“${names[0]}” looks like a label; it is kept as text of the turn before`,
      })),
  );
}

/** One voice has labels, the other has none: the questions, or the answers with each question right before. */
function oneLabelled(
  blocks: readonly Block[],
  { turns, voices }: Voices,
): (Found & Partial<Dialogue>) | undefined {
  const [voice] = voices.filter(({ at }) => at.length > 1);
  if (!voice) return undefined;
  const own = turns.filter((turn) => turn.voice === voice);
  if (own.every(({ at }) => isNumberAlone(blocks[at]?.text ?? ''))) return undefined;
  const name = voice.names[0] ?? '';
  const asks = own.filter(({ at }) => endsAsQuestion(blocks[at]?.text ?? '')).length;
  if (voice.role === 'asks' || asks >= own.length * 0.6) {
    const labelled = new Set(own.map(({ at }) => at));
    const marks = own.flatMap(({ at, label }): readonly Mark[] => [
      { at, words: label.words, side: 'asks' },
      ...(labelled.has(at + 1) || at + 1 >= blocks.length
        ? []
        : [{ at: at + 1, words: nameBefore(blocks[at + 1]), side: 'answers' as const }]),
    ]);
    return { marks, how: `the label “${name}” opens the questions`, unsure: [], asker: voice.names };
  }
  const asked = own.filter(({ at }) => endsAsQuestion(blocks[at - 1]?.text ?? ''));
  if (asked.length < own.length * 0.6) return undefined;
  // A headline may begin with the name as well: the turns begin with the first question.
  const marks = own
    .slice(own.findIndex((turn) => asked.includes(turn)))
    .flatMap(({ at, label }): readonly Mark[] => [
      { at: at - 1, words: 0, side: 'asks' },
      { at, words: label.words, side: 'answers' },
    ]);
  return { marks, how: `the label “${name}” opens the answers`, unsure: [], answerer: voice.names };
}

/** The name of who answers may stand there once, too. */
function nameBefore(block: Block | undefined): number {
  const labels = block ? labelsOf(block) : [];
  return labels.find(({ isWeak, printed }) => !isWeak && isNameLike(printed))?.words ?? 0;
}

const INLINE_ANSWER = /(?<=[。！？!?”"\s])(?:答|A)[:：]/u;

/** A question and its answer in one block become two: `问：…？答：…`, and a bold question that the answer follows. */
export function splitTurns(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => {
    const at = borderIn(block);
    if (at === undefined) return [block];
    const [first, second] = [block.text.slice(0, at).trim(), block.text.slice(at).trim()];
    if (first === '' || second === '') return [block];
    const looks = block.boldLead >= first.length ? [...block.looks, 'bold'] : block.looks;
    return [
      { ...block, text: first, looks },
      { ...block, text: second, boldLead: 0, continues: true },
    ];
  });
}

function borderIn({ text, boldLead, speaker }: Block): number | undefined {
  if (speaker !== undefined) return undefined;
  if (boldLead > 0 && boldLead < text.length && endsAsQuestion(text.slice(0, boldLead).trim()))
    return boldLead;
  const answer = INLINE_ANSWER.exec(text)?.index;
  const isAsked =
    answer !== undefined && labelsOf(plainBlock(text, 1)).some(({ key }) => /^[q问]$/.test(keyOf(key)));
  return isAsked ? answer : undefined;
}
