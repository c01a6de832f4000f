// A person: talks, edits, deletes, runs commands, presses buttons, and sees only what is theirs to see.
import type { Snowflake } from '../world/clock.ts';
import { openDirectMessage, removeUser } from '../world/directory.ts';
import type { Channel, Command, Message, User } from '../world/nouns.ts';
import { type Acting, acting } from './acting.ts';
import { offersIn } from './interact.ts';
import { enter, isVisible, type Place, type Self, type Talking, talking } from './talking.ts';

export interface Person extends Talking, Acting {
  readonly id: Snowflake;
  /** What somebody types to mention this person. */
  readonly mention: string;
  readonly user: User;
  readonly name: string;
  /** Changes the display name or the language of the client, from the next message and interaction on. */
  changes(profile: Partial<Pick<User, 'name' | 'locale'>>): void;
  /** Leaves for good: every guild, and the conversation with the bot. */
  departs(): void;
  /** The conversation with the bot, e.g. to run a command in. */
  directChannel(): Channel;
  /** The commands on offer to this person in a place, of both kinds. */
  commandsIn(place: Place): readonly Command[];
  /** The messages this person sees in a place, oldest first: others' ephemeral ones are not among them. */
  sees(place: Place): readonly Message[];
}

export function createPerson(as: Readonly<Self>): Person {
  const self: Self = { ...as };
  const { world } = self;
  const { id } = self.actor.user;
  return {
    id,
    mention: `<@${id}>`,
    get user() {
      return self.actor.user;
    },
    get name() {
      return self.actor.user.name;
    },
    ...talking(self),
    ...acting(self),
    changes: (profile) => {
      const user = { ...self.actor.user, ...profile };
      self.actor = { ...self.actor, user };
      world.users.set(id, user);
    },
    departs: () => removeUser(world, id),
    directChannel: () => openDirectMessage(world, id),
    commandsIn: (place) => offersIn(world, self.actor, enter(self, place)),
    sees: (place) => {
      enter(self, place);
      return world.messages.in(place.id).filter((message) => isVisible(self, message));
    },
  };
}
