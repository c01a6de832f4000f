// Where something happens, as the channel rules see it: a thread or forum post counts as its channel.
import type { BaseInteraction, Channel } from 'discord.js';
import type { Place } from './channel-rules.ts';
import type { Desk } from './desk.ts';

export function placeOf(channel: Pick<Channel, 'id' | 'isThread'>): Place {
  const parentId = channel.isThread() && 'parentId' in channel ? channel.parentId : undefined;
  return { channelId: channel.id, parentId };
}

/** Whether an interaction may be answered for all to see; elsewhere its answer is private. */
export function mayAnswerOpenly({ channels }: Desk, interaction: BaseInteraction): boolean {
  const { channel, channelId, guildId } = interaction;
  if (guildId === null || channelId === null) return true;
  return channels.maySpeak(channel ? placeOf(channel) : { channelId });
}
