// Where a person stands: which channels they may act in, which messages they see, and why not.
import type { Waits } from '../record/waits.ts';
import type { Snowflake } from '../world/clock.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { allows, type PermissionName, permissionsIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { type Actor, Impossible } from './interact.ts';

/** A channel, thread, post or conversation: anything with a channel's id. */
export interface Place {
  readonly id: Snowflake;
}

export interface Self {
  readonly world: World;
  readonly waits: Waits;
  /** Another one from the moment that the person changes their profile. */
  actor: Actor;
}

/** The channel, if the person may act in it; throws Impossible. */
export function enter(self: Self, { id }: Place, needs: PermissionName = 'ViewChannel'): Channel {
  const { world, actor } = self;
  const channel = world.channels.get(id);
  if (channel === undefined) throw cannot(self, 'enter a channel', 'it does not exist');
  const bits = permissionsIn(world, channel, actor.user.id);
  if (bits === undefined) throw cannot(self, `enter ${channel.name}`, 'the person has no place there');
  if (!allows(bits, needs))
    throw cannot(self, `act in ${channel.name}`, `the permission ${needs} is missing`);
  return channel;
}

/** The message as it is now, if this person can still see it; throws Impossible. */
export function current(self: Self, { channelId, id }: Message): Message {
  const message = self.world.messages.get(channelId, id);
  if (message === undefined) throw cannot(self, 'use a message', 'it is deleted');
  if (!isVisible(self, message)) throw cannot(self, 'use a message', 'it is ephemeral and for somebody else');
  return message;
}

export function isVisible({ actor }: Self, { ephemeralTo }: Message): boolean {
  return ephemeralTo === undefined || ephemeralTo === actor.user.id;
}

export function cannot({ actor }: Self, what: string, why: string): Impossible {
  return new Impossible(actor.user.name, what, why);
}
