// The signals that ask a program to stop, as one that its parts understand.

/** Aborted by the first SIGINT or SIGTERM; a terminal sends it to npm and to the bot, so later ones change nothing. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
