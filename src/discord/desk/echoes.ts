// The bot's own messages as Discord tells them on the gateway: whether an answer stands there although its request failed.

export interface Echoes {
  /** A message of the bot's own was told, with the nonce that it was sent with. */
  readonly hear: (nonce: string, message: string) => void;
  /** The id of the message with the nonce; undefined where none is told soon. */
  readonly find: (nonce: string) => Promise<string | undefined>;
}

/** Milliseconds that an echo may come after the failure of its request. */
const LONGEST_ECHO_MS = 2_000;
/** Echoes kept: some minutes of a busy server. */
const MOST_ECHOES = 2_000;

export function openEchoes(longest = LONGEST_ECHO_MS): Echoes {
  const heard = new Map<string, string>();
  const waiting = new Map<string, (message: string) => void>();
  return {
    hear: (nonce, message) => {
      heard.set(nonce, message);
      const oldest = heard.keys().next();
      if (heard.size > MOST_ECHOES && oldest.done !== true) heard.delete(oldest.value);
      waiting.get(nonce)?.(message);
    },
    find: async (nonce) => heard.get(nonce) ?? (await nextEcho(waiting, nonce, longest)),
  };
}

function nextEcho(
  waiting: Map<string, (message: string) => void>,
  nonce: string,
  longest: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (message?: string) => {
      clearTimeout(timer);
      waiting.delete(nonce);
      resolve(message);
    };
    const timer = setTimeout(end, longest);
    waiting.set(nonce, end);
  });
}
