// Where it happens and what is asked: servers with channels and members who speak three languages, and questions in them.

import type { Quotation } from '../../src/answer/reply.ts';
import type { SimulatedDiscord } from '../../src/simulator/discord.ts';
import type { Person } from '../../src/simulator/people/person.ts';
import type { SimulatedChannel } from '../../src/simulator/people/places.ts';
import type { Locale } from '../../src/wording/locale.ts';
import { type Dice, diceFrom } from './dice.ts';

export interface Citizen {
  readonly person: Person;
  readonly locale: Locale;
  readonly channels: readonly SimulatedChannel[];
  readonly thread: SimulatedChannel | undefined;
  /** What the next question may follow, in the conversation in private and in the thread. */
  readonly last: Record<'private' | 'thread', readonly (Quotation | undefined)[]>;
  isBusy: boolean;
}

export interface TownOptions {
  readonly guilds: number;
  /** Members in all; at least one a server. */
  readonly members: number;
}

const SPOKEN: readonly Locale[] = ['zh-CN', 'zh-CN', 'zh-TW', 'en-US'];

/** In a small town each server has channels and a thread; in a large one, one channel. */
export function settle(discord: SimulatedDiscord, { guilds, members }: TownOptions): readonly Citizen[] {
  const isSmall = guilds <= members / 2;
  return Array.from({ length: guilds }, (_, number) => {
    // Servers made in the same millisecond would all be of one shard.
    discord.clock.advance(1);
    const locale = SPOKEN[number % SPOKEN.length] ?? 'en-US';
    const guild = discord.guild(`Town ${number}`, { locale });
    const channels = (isSmall ? ['square', 'market', 'library'] : ['square']).map((name) =>
      guild.channel(name),
    );
    const thread = isSmall ? channels[0]?.thread('long talk') : undefined;
    const own = Math.max(1, Math.floor(members / guilds));
    return Array.from({ length: own }, (_, place): Citizen => {
      const spoken = SPOKEN[(number + place) % SPOKEN.length] ?? locale;
      const person = guild.member(`Member ${number}.${place}`, { locale: spoken });
      return {
        person,
        locale: spoken,
        channels,
        thread,
        last: { private: [undefined], thread: [undefined] },
        isBusy: false,
      };
    });
  }).flat();
}

/** How people begin and end a question. */
const FRAMES: Readonly<Record<'zh' | 'en', readonly (readonly [string, string])[]>> = {
  zh: [
    ['', ''],
    ['请问', ''],
    ['想问一下,', ''],
    ['', ' 谢谢'],
    ['你好!', ''],
  ],
  en: [
    ['', ''],
    ['Hi, ', ''],
    ['Could you tell me: ', ''],
    ['', ' Thanks!'],
    ['Quick question: ', ''],
  ],
};

export interface Questions {
  /** As judged questions are written, or in a frame of the asker's own. */
  readonly next: (dice: Dice) => string;
  /** One that only makes sense after an answer. */
  readonly further: (dice: Dice) => string;
}

const FURTHER = ['为什么?', '具体说说', '第二点呢?', '為什麼？', 'Why?', 'Go on', 'And the second one?'];
/** Of a hundred questions so many are among the few that everybody asks. */
const OFTEN = 0.4;
const FEW = 60;

export function questionsFrom(all: readonly string[], seed: number): Questions {
  const order = diceFrom(seed);
  const mixed = all
    .map((question) => ({ question, at: order.roll() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ question }) => question);
  return {
    further: (dice) => dice.pick(FURTHER),
    next: (dice) => {
      if (dice.roll() < OFTEN) return dice.pick(mixed.slice(0, FEW));
      const question = dice.pick(mixed);
      const [before, after] = dice.pick(/\p{Script=Han}/u.test(question) ? FRAMES.zh : FRAMES.en);
      return `${before}${question}${after}`;
    },
  };
}
