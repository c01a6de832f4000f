// Where the bot speaks: everywhere or in the listed channels, never in the denied ones, unasked only in ask channels.

export interface ChannelLists {
  /** Every question is answered there, without a mention. */
  readonly ask: readonly string[];
  /** Empty: everywhere. */
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** A place in a server by its ids; a thread or forum post counts as its channel. */
export interface Place {
  readonly channelId: string;
  readonly parentId?: string | null | undefined;
}

export interface ChannelRules {
  /** Whether the bot may speak there for all to see. */
  readonly maySpeak: (place: Place) => boolean;
  readonly isAskChannel: (place: Place) => boolean;
  /** Whether texts that do not address the bot must be read. */
  readonly readsAll: boolean;
}

export function openChannelRules({ ask, allow, deny }: ChannelLists): ChannelRules {
  const isIn = (list: readonly string[]) => {
    const ids = new Set(list);
    return ({ channelId, parentId }: Place) => ids.has(channelId) || ids.has(parentId ?? '');
  };
  const [isAsk, isAllowed, isDenied] = [isIn(ask), isIn(allow), isIn(deny)];
  const maySpeak = (place: Place) => !isDenied(place) && (allow.length === 0 || isAllowed(place));
  return {
    maySpeak,
    isAskChannel: (place) => isAsk(place) && maySpeak(place),
    readsAll: ask.length > 0,
  };
}
