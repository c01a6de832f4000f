// What autocomplete offers for what is typed, without Discord.
import { expect, test } from 'vitest';
import { choicesFor } from '../../src/discord/handlers/autocomplete.ts';
import { openFiles } from '../answer/small.ts';

const TALK = `---\ntitle: A talk\ninterviewee:\n  name: Ada Quill\npublication: P\ndate: 2024-05-01\nlanguage: en\n---\n
## Q: Why the sea?\n\nThe lighthouse needs oil.\n\n## Q: And now?\n\nBirds rest on the beacon.\n`;

test.each([
  ['lighthouse oil', ['Why the sea?'], 'words of an answer'],
  [`${'and '.repeat(13)}lighthouse oil`, [], 'the same words behind fifty characters'],
])('%s -> %j (%s)', (value, offered) => {
  const library = openFiles({ 'talk.md': TALK });
  const choices = choicesFor(library, { name: 'question', value, named: null, locale: 'en-US' });
  expect(choices.map(({ name }) => name)).toEqual(offered);
});
