// What members do, a scene each: somebody asks on one of the ways in, looks at what comes, and goes on with it.
import type { Interaction, Message } from '../../src/simulator/world/nouns.ts';
import { wordingFor } from '../../src/wording/locale.ts';
import { type Actor, chooseOne, goOn, pressOne, type Scenery } from './controls.ts';
import type { Act } from './ledger.ts';

type Scene = (scenery: Scenery, actor: Actor) => Promise<void>;

/** Of a hundred scenes so many each. */
export const SCENES: readonly { readonly share: number; readonly play: Scene }[] = [
  { share: 30, play: mentions },
  { share: 8, play: repliesToAnswer },
  { share: 8, play: editsQuestion },
  { share: 6, play: deletesQuestion },
  { share: 12, play: talksInPrivate },
  { share: 6, play: talksInThread },
  { share: 20, play: usesAsk },
  { share: 5, play: looksAtLists },
  { share: 5, play: usesMenu },
];

async function mentions(scenery: Scenery, actor: Actor): Promise<void> {
  const { answer } = await say(scenery, actor);
  if (answer && actor.dice.roll() < 0.5) await goOn(scenery, actor, answer);
}

/** In one of the actor's channels. */
async function say({ ask, discord, questions }: Scenery, { person, channels, dice }: Actor) {
  const question = questions.next(dice);
  const channel = dice.pick(channels);
  let said: Message | undefined;
  const answer = await ask(
    async () => {
      said = await person.says(channel, `${discord.bot.mention} ${question}`);
      return { surface: 'message', message: said };
    },
    { kind: 'question', question, earlier: [undefined] },
  );
  return { said, answer, channel };
}

async function repliesToAnswer(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, dice } = actor;
  const { answer, channel } = await say(scenery, actor);
  if (!answer) return;
  const question = dice.roll() < 0.5 ? scenery.questions.further(dice) : scenery.questions.next(dice);
  const earlier = [scenery.quotedIn(answer)];
  const act = async () =>
    ({ surface: 'message', message: await person.says(channel, question, { replyTo: answer }) }) as const;
  await scenery.ask(act, { kind: 'question', question, earlier });
}

async function editsQuestion(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, dice } = actor;
  const { discord, questions, ask } = scenery;
  const { said, answer } = await say(scenery, actor);
  if (!said || !answer) return;
  const question = questions.next(dice);
  const edit = async () => {
    await person.edits(said, `${discord.bot.mention} ${question}`);
    return { surface: 'edit', answer } as const;
  };
  await ask(edit, { kind: 'question', question, earlier: [undefined] });
}

/** Sometimes before the answer comes: that is then nobody's loss. */
async function deletesQuestion(scenery: Scenery, actor: Actor): Promise<void> {
  const { said } = await say(scenery, actor);
  if (said) await scenery.also('deleted', () => actor.person.deletes(said));
}

async function talksInPrivate(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, dice } = actor;
  const turns = 1 + Math.floor(dice.roll() * 3);
  for (let turn = 0; turn < turns; turn += 1)
    await converse(scenery, actor, { where: 'private', say: (text) => person.directMessages(text) });
}

async function talksInThread(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, thread } = actor;
  if (!thread) return mentions(scenery, actor);
  const say = (text: string) => person.says(thread, `${scenery.discord.bot.mention} ${text}`);
  await converse(scenery, actor, { where: 'thread', say });
}

interface Turn {
  readonly where: 'private' | 'thread';
  readonly say: (text: string) => Promise<Message>;
}

/** Where two talk, the bot remembers what it said last. */
async function converse(scenery: Scenery, { dice, last }: Actor, { where, say: speak }: Turn): Promise<void> {
  const { ask, questions, quotedIn, unseen } = scenery;
  const question = dice.roll() < 0.3 ? questions.further(dice) : questions.next(dice);
  const expected = { kind: 'question', question, earlier: last[where] } as const;
  const act = async () => ({ surface: 'message', message: await speak(question) }) as const;
  const answer = await ask(act, expected);
  const quoted = answer ? quotedIn(answer) : undefined;
  // What the bot shows of itself or of a whole interview is remembered without a control that would tell.
  last[where] = quoted
    ? [quoted, undefined]
    : [undefined, ...unseen(expected), ...last[where]].slice(0, MOST_FOLLOWED);
}

/** Answers of which nobody knows whether the bot remembers them; a few are the same. */
const MOST_FOLLOWED = 12;

/** Typed, completed, sent: for all to see, or in private and then shared. */
async function usesAsk(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, channels, dice, locale } = actor;
  const { ask, also, questions } = scenery;
  const where = { in: dice.pick(channels) };
  const question = questions.next(dice);
  if (dice.roll() < 0.4) {
    const typed = question.slice(0, 1 + Math.floor(dice.roll() * question.length));
    await also('typed', () => person.types('/ask', { question: typed }, where));
  }
  const isPrivate = dice.roll() < 0.4;
  const answer = await ask(
    async () => command(await person.runs('/ask', { question, private: isPrivate }, where)),
    { kind: 'question', question, earlier: [undefined] },
  );
  if (!answer) return;
  const { buttons } = wordingFor(locale).discord;
  if (isPrivate && dice.roll() < 0.5) return pressOne(scenery, actor, { answer, label: buttons.share });
  if (dice.roll() < 0.5) await goOn(scenery, actor, answer);
}

function command(interaction: Interaction): Act {
  return { surface: 'command', interaction };
}

const LISTS = ['/summary', '/questions', '/bio', '/help'];

async function looksAtLists(scenery: Scenery, actor: Actor): Promise<void> {
  const { person, channels, dice } = actor;
  const path = dice.pick(LISTS);
  const values = path === '/help' ? {} : { interview: dice.pick(INTERVIEWS) };
  const where = { in: dice.pick(channels) };
  const page = await scenery.ask(async () => command(await person.runs(path, values, where)), {
    kind: 'words',
  });
  if (page) await chooseOne(scenery, actor, page);
}

/** Those of the folder that the soak asks. */
const INTERVIEWS = ['song-haitao', 'tide-clocks'];

/** Another person's message, without a word to the bot before. */
async function usesMenu({ ask, questions }: Scenery, { person, channels, dice }: Actor): Promise<void> {
  const question = questions.next(dice);
  const message = await person.says(dice.pick(channels), question);
  const name = wordingFor('en-US').discord.askTheInterview;
  await ask(async () => ({ surface: 'menu', interaction: await person.usesOn(name, message) }), {
    kind: 'question',
    question,
    earlier: [undefined],
  });
}
