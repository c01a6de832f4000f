// What a person cannot do in Discord, because its client would not let them: a mistake in the test, or in the bot.

export class Impossible extends Error {
  constructor(who: string, what: string, why: string) {
    super(`${who} cannot ${what}: ${why}`);
    this.name = 'Impossible';
  }
}
