// An editor lists a question, from /gaps or from a member's message: chooses its part, perhaps its sentence, and sees what came of
// it; for a day a button takes it back. Whoever is no editor is refused in one line, at every step.
import type { MessageComponentInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { NewQuestion } from '../../wording/listing.ts';
import { localeFor, wordingFor } from '../../wording/locale.ts';
import { readControl, readOffered } from '../cards/custom-id.ts';
import { listedCard, takenBackCard } from '../cards/listed.ts';
import { keyOfGap, type Part, partAt, partsCard, sentenceNamed, sentencesCard } from '../cards/listing.ts';
import { readStep, type Step } from '../cards/listing-step.ts';
import type { Desk, EditorsPort } from '../desk/desk.ts';
import { echoedQuestion } from '../hearing/earlier.ts';
import { homeOf, isEditor, questionPointedAt, readQuestion } from '../hearing/hear.ts';
import { notice } from '../sending/card.ts';
import { deferPrivately, deferUpdate, editResponse, respond } from '../sending/send.ts';
import { unaskable } from './commands.ts';
import { change, type Press, tell, wordsFor } from './press.ts';

/** "This answers it" on a member's message. */
export async function handleEditorsMenu(
  desk: Desk,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const locale = localeFor(interaction.locale);
  const words = wordingFor(locale).discord;
  const question = questionPointedAt(interaction.targetMessage);
  const why = unaskable(interaction, question);
  const mayList = isEditor(desk.editors, interaction);
  const refusal = desk.editors ? words.listing.editorsOnly : words.listing.off;
  const said = mayList ? why && words.unaskable[why] : refusal;
  const home = homeOf(desk.gate, interaction);
  const outgoing =
    said === undefined
      ? partsCard({ library: desk.library, question, interview: home, page: 0, locale })
      : notice(said);
  await respond(interaction, { desk, locale, outgoing }, 'private');
}

export async function takeStep(press: Press, fields: readonly string[]): Promise<void> {
  const { desk, interaction } = press;
  const { stale, listing } = wordsFor(press);
  const { editors } = desk;
  const step = readStep(fields);
  if (!editors) return tell(press, listing.off);
  if (!isEditor(editors, interaction)) return tell(press, listing.editorsOnly);
  if (!step) return tell(press, stale.unreadable);
  if (step.step === 'gap') return chooseGap(press);
  if (step.step === 'undo') return undo(press, editors, step);
  if (step.step === 'lately') return undoChosen(press, editors);
  const question = questionAbove(interaction);
  if (question === '') return tell(press, stale.unreadable);
  return perform({ ...press, editors, question }, step);
}

/** A press below a question. */
interface Asking extends Press {
  readonly editors: EditorsPort;
  readonly question: string;
}

function questionAbove(interaction: MessageComponentInteraction): string {
  return readQuestion(echoedQuestion(interaction) ?? '');
}

async function perform(
  press: Asking,
  step: Exclude<Step, { step: 'gap' | 'undo' | 'lately' }>,
): Promise<void> {
  switch (step.step) {
    case 'interview':
      return showParts(press, { interview: chosenIn(press), page: 0 });
    case 'parts':
      return showParts(press, step);
    case 'part':
      return choosePart(press);
    case 'sentences':
      return showSentences(press, step);
    case 'notCovered':
      return list(press, { interview: step.interview, part: undefined, sentence: undefined });
    case 'whole':
    case 'sentence':
      return chooseSentence(press, step);
  }
}

function chosenIn({ interaction }: Press): string {
  return (interaction.isStringSelectMenu() ? interaction.values[0] : undefined) ?? '';
}

/** The logs are read again, as the question may be longer than what a select can carry. */
async function chooseGap(press: Press): Promise<void> {
  const { desk, interaction, locale } = press;
  const { library, kept } = desk;
  const key = chosenIn(press);
  await deferPrivately(interaction);
  const survey = kept && (await orSayFailed(press, kept.survey(library)));
  const gap = survey?.gaps.find(({ question }) => keyOfGap(question) === key);
  const outgoing = gap
    ? partsCard({ library, question: gap.question, interview: gap.interview, page: 0, locale })
    : notice(wordsFor(press).listing.gapClosed);
  await editResponse(interaction, { desk, locale, outgoing });
}

async function showParts(
  press: Asking,
  { interview, page }: { readonly interview: string; readonly page: number },
): Promise<void> {
  const { question, locale } = press;
  await change(press, partsCard({ library: press.desk.library, question, interview, page, locale }));
}

async function choosePart(press: Asking): Promise<void> {
  const part = readOffered(chosenIn(press));
  if (!part) return tell(press, wordsFor(press).stale.unreadable);
  await showSentences(press, { part, page: 0 });
}

async function showSentences(
  press: Asking,
  { part, page }: Omit<Extract<Step, { step: 'sentences' }>, 'step'>,
): Promise<void> {
  const { question, locale } = press;
  const card = sentencesCard({ library: press.desk.library, question, part, page, locale });
  if (!card) return tell(press, wordsFor(press).stale.changed);
  await change(press, card);
}

async function chooseSentence(
  press: Asking,
  step: Extract<Step, { step: 'whole' | 'sentence' }>,
): Promise<void> {
  const { library } = press.desk;
  const part = partAt(library, step.part);
  const sentence =
    part && step.step === 'sentence' ? sentenceNamed(library, part, chosenIn(press)) : undefined;
  if (!part || (step.step === 'sentence' && sentence === undefined))
    return tell(press, wordsFor(press).stale.changed);
  await list(press, { interview: part.interview.id, part, sentence });
}

interface Place {
  readonly interview: string;
  /** Undefined: not covered. */
  readonly part: Part | undefined;
  readonly sentence: number | undefined;
}

/** Judging takes a moment. What is listed is told to the log, without who listed it. */
async function list(press: Asking, { interview, part, sentence }: Place): Promise<void> {
  const { desk, interaction, locale, question, editors } = press;
  await deferUpdate(interaction);
  const added: NewQuestion = { interview, question, section: part?.source, sentence };
  const listing = await orSayFailed(press, editors.list(added));
  const { log } = desk.journal;
  const place = listing.outcome === 'listed' ? { heading: listing.heading } : {};
  log.info({ interview, ...place, outcome: listing.outcome }, 'an editor listed a question');
  log.debug({ question }, 'listed');
  // What is quoted is checked against the interviews as they are now.
  const { library } = desk.shelf;
  const outgoing = listedCard({ library, question, part, interview, sentence, listing, locale });
  await editResponse(interaction, { desk: { ...desk, library }, locale, outgoing });
}

/** Whoever waits learns of a fault of ours, which is the operator's to mend. */
async function orSayFailed<Of>(press: Press, work: Promise<Of>): Promise<Of> {
  const { desk, interaction, locale } = press;
  try {
    return await work;
  } catch (error) {
    await editResponse(interaction, { desk, locale, outgoing: notice(wordsFor(press).failed) });
    throw error;
  }
}

type Undo = Extract<Step, { step: 'undo' }>;

async function undo(press: Press, editors: EditorsPort, step: Undo): Promise<void> {
  await deferUpdate(press.interaction);
  await takeBack(press, editors, { ...step, question: echoedQuestion(press.interaction) });
}

/** From the list below /gaps, which stays as it is. */
async function undoChosen(press: Press, editors: EditorsPort): Promise<void> {
  const read = readControl(chosenIn(press));
  const step = read.ok && read.control.kind === 'listing' ? readStep(read.control.fields) : undefined;
  if (step?.step !== 'undo') return tell(press, wordsFor(press).stale.unreadable);
  const { question } = editors.lately().find(({ inserted }) => inserted.line === step.inserted.line) ?? {};
  await deferPrivately(press.interaction);
  await takeBack(press, editors, { ...step, question });
}

async function takeBack(
  press: Press,
  editors: EditorsPort,
  { inserted, question }: Undo & { readonly question: string | undefined },
): Promise<void> {
  const { desk, interaction, locale } = press;
  const taken = await orSayFailed(press, editors.takeBack(inserted));
  const { interview } = inserted;
  desk.journal.log.info({ interview, outcome: taken.outcome }, 'an editor took a listed question back');
  await editResponse(interaction, { desk, locale, outgoing: takenBackCard(taken, question, locale) });
}
