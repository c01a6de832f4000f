// What members do with an answer: press one of its buttons, choose from its list, fill in a form that it opens.
import type { Quotation } from '../../src/answer/reply.ts';
import { readOffered } from '../../src/discord/cards/custom-id.ts';
import { FURTHER, OPINION } from '../../src/discord/cards/forms.ts';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import { everyComponent } from '../../src/simulator/protocol/message-format.ts';
import type { Interaction, Message } from '../../src/simulator/world/nouns.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import type { Dice } from './dice.ts';
import type { Expected, Judge } from './judge.ts';
import type { Act } from './ledger.ts';
import type { Citizen, Questions } from './town.ts';

export interface Scenery {
  readonly discord: SimulatedDiscord;
  readonly questions: Questions;
  /** Does it and waits; the message that answers, where one does. */
  readonly ask: (act: () => Promise<Act>, expected: Expected) => Promise<Message | undefined>;
  /** Something else that is done, which no answer is owed. */
  readonly also: (what: 'typed' | 'deleted', act: () => Promise<unknown>) => Promise<void>;
  /** What an answer quotes. */
  readonly quotedIn: (answer: Message) => Quotation | undefined;
  /** The same of one that nobody saw. */
  readonly unseen: Judge['unseen'];
}

export interface Actor extends Citizen {
  readonly dice: Dice;
}

/** One of the controls below an answer. */
export async function goOn(scenery: Scenery, actor: Actor, answer: Message): Promise<void> {
  const { dice, locale } = actor;
  const { buttons, opinion } = wordingFor(locale).discord;
  const choice = dice.pick(['full', 'about', 'original', 'choose', 'further', 'helped', 'wrong', 'dismiss']);
  switch (choice) {
    case 'choose':
      return chooseOne(scenery, actor, answer);
    case 'further':
      return fillIn(scenery, actor, { answer, label: buttons.further });
    case 'wrong':
      return fillIn(scenery, actor, { answer, label: opinion.wrong });
    case 'helped':
      return pressOne(scenery, actor, { answer, label: opinion.helped });
    case 'dismiss':
      return pressOne(scenery, actor, { answer, label: buttons.dismiss, removes: answer });
    case 'about':
      return pressOne(scenery, actor, { answer, label: buttons.aboutQuote });
    case 'original':
      return pressOne(scenery, actor, { answer, label: buttons.original });
    default:
      return pressOne(scenery, actor, { answer, label: buttons.fullAnswer });
  }
}

interface Pressed {
  readonly answer: Message;
  readonly label: string;
  readonly removes?: Message;
}

/** Nothing where the message has no such button: in another language, too. */
export async function pressOne(
  { ask }: Scenery,
  { person }: Actor,
  { answer, label, removes }: Pressed,
): Promise<void> {
  if (!hasButton(answer, label)) return;
  const act = async (): Promise<Act> => {
    const interaction = await person.presses(answer, label);
    return { surface: 'control', interaction, ...(removes ? { removes } : {}) };
  };
  await ask(act, { kind: 'words' });
}

function hasButton({ components }: Message, label: string): boolean {
  return everyComponent(components).some((each) => each['label'] === label && each['disabled'] !== true);
}

export async function chooseOne({ ask }: Scenery, { person, dice }: Actor, message: Message): Promise<void> {
  const menu = everyComponent(message.components).find(({ options }) => Array.isArray(options));
  const values = ((menu?.['options'] ?? []) as readonly { readonly value: string }[]).map(
    ({ value }) => value,
  );
  if (!menu || values.length === 0) return;
  const value = dice.pick(values);
  const offered = readOffered(value);
  const act = async () =>
    ({
      surface: 'control',
      interaction: await person.selects(message, String(menu['custom_id']), [value]),
    }) as const;
  await ask(act, offered ? { kind: 'section', source: offered.source } : { kind: 'words' });
}

/** Opens a form and sends it. */
async function fillIn(scenery: Scenery, actor: Actor, { answer, label }: Pressed): Promise<void> {
  const { ask, questions, quotedIn } = scenery;
  const { person, dice } = actor;
  if (!hasButton(answer, label)) return;
  let shownBy: Interaction | undefined;
  await ask(
    async () => {
      shownBy = await person.presses(answer, label);
      return { surface: 'control', interaction: shownBy };
    },
    { kind: 'words' },
  );
  const by = shownBy && scenery.discord.interaction(shownBy.id);
  if (by?.response.state !== 'modal') return;
  const question = dice.roll() < 0.5 ? questions.further(dice) : questions.next(dice);
  const isFurther = label === wordingFor(actor.locale).discord.buttons.further;
  const earlier = quotedIn(answer);
  const expected: Expected = isFurther
    ? { kind: 'question', question, interview: earlier?.source.interview, earlier: [earlier] }
    : { kind: 'words' };
  const values = isFurther ? { [FURTHER.question]: question } : { [OPINION.reason]: ['not-asked'] };
  await ask(async () => ({ surface: 'form', interaction: await person.submits(by, values) }), expected);
}
